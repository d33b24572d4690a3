import { token, tokenHash } from '../../platform/secrets.ts'
import { say } from '../../platform/words.ts'
import type { JobHandler } from '../../privacy/jobs.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Tools } from '../../web/tools.ts'
import { writeTo } from '../accounts/letter-service.ts'
import type { LinkKind } from './links/links.ts'
import { clearChallenges } from './factors/passkeys.ts'
import { words } from './words.ts'

const SUBJECTS = { confirm: 'confirmSubject', password: 'passwordSubject', email: 'emailSubject' } as const
const TEXTS = { confirm: 'confirmLetter', password: 'passwordLetter', email: 'emailLetter' } as const

export const jobs: JobHandler<Tools>[] = [
  {
    // The token is made here, for the letter alone: nothing that waits in a queue lets anybody in.
    name: 'sign-in.sendLink',
    on: 'accounts.linkAsked',
    async run({ eyes, subject, tools }) {
      const secret = token()
      const link = await within('communication', eyes, (db) => giveToken(db, eyes, { id: subject, secret }))
      if (!link) return

      await writeTo(eyes, tools, ({ firstName, language }, { site, address }) => {
        const said = say(words, language)
        return {
          // A new address is proved by the letter that reaches it.
          ...(link.newEmail ? { to: link.newEmail } : {}),
          subject: said[SUBJECTS[link.kind]](site.name),
          paragraphs: [said.hello(firstName), said[TEXTS[link.kind]], said.linkLasts],
          button: { label: said.openLink, href: `${address}/sign-in/links/${secret}` },
        }
      })
    },
  },
  {
    name: 'sign-in.tellOldAddress',
    on: 'accounts.linkAsked',
    async run({ eyes, subject, tools }) {
      const link = await within('communication', eyes, (db) => openLinks(db, eyes, subject).select('kind').executeTakeFirst())
      if (link?.kind !== 'email') return

      await writeTo(eyes, tools, ({ firstName, language }, { site, address }) => {
        const said = say(words, language)
        return {
          subject: said.oldAddressSubject(site.name),
          paragraphs: [said.hello(firstName), said.oldAddressLetter, said.oldAddressAdvice],
          button: { label: said.passwordTitle, href: `${address}/sign-in/forgotten` },
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

type Sent = { kind: LinkKind; newEmail: string | null }

async function giveToken(db: Db<'communication'>, eyes: Eyes, { id, secret }: { id: string; secret: string }): Promise<Sent | undefined> {
  const link = await openLinks(db, eyes, id).select(['kind', 'new_email']).executeTakeFirst()
  if (!link) return undefined
  await db.updateTable('sign_in.links').set({ token_hash: tokenHash(secret) }).where('id', '=', id).execute()
  return { kind: link.kind as LinkKind, newEmail: link.new_email }
}

function openLinks(db: Db<'communication'>, { now }: Eyes, id: string) {
  return db.selectFrom('sign_in.links').where('id', '=', id).where('used', 'is', null).where('expires', '>', now)
}
