import { token, tokenHash } from '../../platform/secrets.ts'
import { say } from '../../platform/words.ts'
import type { JobHandler } from '../../privacy/jobs.ts'
import { within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { writeTo } from '../accounts/letter-service.ts'
import { clearChallenges } from './passkeys.ts'
import { words } from './words.ts'

const SUBJECTS = { confirm: 'confirmSubject', password: 'passwordSubject', email: 'emailSubject' } as const
const TEXTS = { confirm: 'confirmLetter', password: 'passwordLetter', email: 'emailLetter' } as const

export const jobs: JobHandler<Tools>[] = [
  {
    // The token is made here, for the letter alone: nothing that waits in a queue lets anybody in.
    name: 'sign-in.sendLink',
    on: 'accounts.linkAsked',
    async run({ eyes, subject: link, tools }) {
      const secret = token()
      const kind = await within('communication', eyes, async (db) => {
        const found = await db
          .updateTable('sign_in.links')
          .set({ token_hash: tokenHash(secret) })
          .where('id', '=', link)
          .where('used', 'is', null)
          .returning('kind')
          .executeTakeFirst()
        return found?.kind as keyof typeof SUBJECTS | undefined
      })
      if (!kind) return

      await writeTo(eyes, tools, ({ firstName, language }, { site, address }) => {
        const said = say(words, language)
        return {
          subject: said[SUBJECTS[kind]](site.name),
          paragraphs: [said.hello(firstName), said[TEXTS[kind]], said.linkLasts],
          button: { label: said.openLink, href: `${address}/sign-in/links/${secret}` },
        }
      })
    },
  },
  {
    name: 'sign-in.tellOwner',
    on: 'accounts.addressKnown',
    async run({ eyes, tools }) {
      await writeTo(eyes, tools, ({ firstName, language }, { site, address }) => {
        const said = say(words, language)
        return {
          subject: said.knownSubject(site.name),
          paragraphs: [said.hello(firstName), said.knownLetter],
          button: { label: said.signIn, href: `${address}/sign-in` },
        }
      })
    },
  },
  { name: 'sign-in.clearChallenges', cron: '*/10 * * * *', run: ({ eyes }) => clearChallenges(eyes) },
]
