import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { JobHandler } from '../../privacy/jobs.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { type Addressee, type Sender, type Written, writeTo } from '../accounts/letter-service.ts'
import type { Reason } from './rules.ts'
import { CAUSES, REASON_WORDS } from './saying.ts'
import { words } from './words.ts'

/**
 * The letters about an account's state: each change has one, which no wish about other letters
 * suppresses, and which goes to nobody once they are erased (N21).
 */
export const jobs: JobHandler<Tools>[] = [
  {
    name: 'people.tellDeactivated',
    on: 'accounts.deactivated',
    async run({ eyes, subject, tools }) {
      const { account, reason } = await factsOf(eyes, subject)
      if (!account?.erase_due) return
      const { deactivated_because: because, erase_due: due } = account
      await writeTo(eyes, tools, (to, from) => deactivatedLetter({ to, from, because, due, reason }))
    },
  },
  {
    name: 'people.tellReactivated',
    on: 'accounts.reactivated',
    run: ({ eyes, tools }) => tellAwake(eyes, tools),
  },
  {
    name: 'people.tellUnblocked',
    on: 'accounts.unblocked',
    run: ({ eyes, tools }) => tellAwake(eyes, tools),
  },
  {
    name: 'people.tellBlocked',
    on: 'accounts.blocked',
    async run({ eyes, subject, tools }) {
      const { account, reason } = await factsOf(eyes, subject)
      if (!account?.blocked) return
      await writeTo(eyes, tools, ({ firstName, language }, { site }) => {
        const said = say(words, language)
        return {
          subject: said.blockedSubject,
          paragraphs: [said.hello(firstName), said.blockedLetter, ...reasonLine(reason, language), said.objectTo(site.privacyEmail)],
        }
      })
    },
  },
  {
    name: 'people.tellFactorRemoved',
    on: 'people.factorRemoved',
    async run({ eyes, tools }) {
      await writeTo(eyes, tools, ({ firstName, language }, { site, address }) => {
        const said = say(words, language)
        return {
          subject: said.factorRemovedSubject,
          paragraphs: [said.hello(firstName), said.factorRemovedLetter, said.objectTo(site.privacyEmail)],
          button: { label: said.signIn, href: `${address}/sign-in` },
        }
      })
    },
  },
]

type Rest = { to: Addressee; from: Sender; because: string | null; due: Date; reason: Reason | undefined }

function deactivatedLetter({ to: { firstName, language }, from: { site, address }, because, due, reason }: Rest): Written {
  const said = say(words, language)
  // Erased at 24:00, which is the next day's first moment: people are told the last whole day.
  const lastDay = formatDate(new Date(due.getTime() - 1), language, site.zone)
  const why = said[(because !== null && CAUSES[because]?.letter) || 'deactivatedEmployee']
  const letter = { subject: said.deactivatedSubject, paragraphs: [said.hello(firstName), why, ...reasonLine(reason, language), said.keptUntil(lastDay)] }
  const after = said.erasedAfter(site.privacyEmail)
  if (because === 'employee') return { ...letter, paragraphs: [...letter.paragraphs, after] }
  return { ...letter, paragraphs: [...letter.paragraphs, said.wakeItself, after], button: { label: said.wakeAccount, href: `${address}/membership/waking` } }
}

/** Nothing is sent while something else still keeps the account shut. */
async function tellAwake(eyes: Eyes, tools: Tools): Promise<void> {
  const { account } = await factsOf(eyes, null)
  if (!account || account.blocked || account.deactivated) return
  await writeTo(eyes, tools, ({ firstName, language }, { address }) => {
    const said = say(words, language)
    return {
      subject: said.reactivatedSubject,
      paragraphs: [said.hello(firstName), said.reactivatedLetter],
      button: { label: said.signIn, href: `${address}/sign-in` },
    }
  })
}

function reasonLine(reason: Reason | undefined, language: Addressee['language']): string[] {
  const said = say(words, language)
  return reason ? [said.reasonWas(said[REASON_WORDS[reason]])] : []
}

/** How the account stands at the moment of writing, and the reason where an employee decided. */
function factsOf(eyes: Eyes, decision: string | null) {
  return within('communication', eyes, async (db) => {
    const account = await db
      .selectFrom('accounts.persons')
      .select(['blocked', 'deactivated', 'deactivated_because', 'erase_due'])
      .where('id', '=', eyes.actor)
      .executeTakeFirst()
    const decided = await db.selectFrom('people.decisions').select('reason').where('id', '=', decision).executeTakeFirst()
    return { account, reason: decided?.reason as Reason | undefined }
  })
}
