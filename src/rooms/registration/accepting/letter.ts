import { formatDate } from '../../../platform/time.ts'
import { type Language, say } from '../../../platform/words.ts'
import { type Eyes, within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Tools } from '../../../web/tools.ts'
import { writeTo } from '../../accounts/letter-service.ts'
import { asksAnew, type MaterialChange, toldChanges } from '../../policy/rules.ts'
import { findChanges, getVersion } from '../../policy/service.ts'
import { changeSaid } from '../../policy/text.ts'
import { acceptingWords } from './words.ts'

const MOST_CHANGES = 8 // in a letter; the page has all

/**
 * Tells somebody what a version of the policy changes for them since the one they knew. It is part of
 * what we owe them, so no wish about other letters keeps it back (N66, D65); nobody is written to who
 * has restricted us or is erased.
 */
export async function writeOfPolicy(eyes: Eyes, { letter, tools }: { letter: string; tools: Tools }): Promise<void> {
  const told = await findTold(eyes, letter)
  if (!told || told.sent) return
  const { changes, effective, asks } = told
  const outcome = await writeTo(eyes, tools, ({ firstName, language }, { site, address }) => {
    const said = say(acceptingWords, language)
    return {
      subject: said.policyLetterSubject(site.name),
      paragraphs: [
        said.hello(firstName),
        said.policyLetterFrom(formatDate(effective, language, site.zone)),
        changesListed(changes, language),
        asks ? said.policyLetterAsks : said.policyLetterTells,
        said.policyLetterObject(site.privacyEmail),
      ],
      button: { label: said.policyLetterButton, href: `${address}/account/policy` },
    }
  })
  if (outcome !== 'sent') return
  await within('communication', eyes, (db) => db.updateTable('registration.policy_letters').set({ sent: eyes.now }).where('id', '=', letter).execute())
}

/** Undefined for whoever may not be written to now. */
function findTold(eyes: Eyes, letter: string) {
  return within('communication', eyes, async (db) => {
    const row = await db.selectFrom('registration.policy_letters').select(['version', 'since', 'sent']).where('id', '=', letter).executeTakeFirst()
    if (!row) return undefined
    const { effective } = await getVersion(db, row.version)
    const changes = toldChanges(await findChanges(db, { from: row.since, to: row.version }))
    return { sent: row.sent, effective, changes, asks: asksAnew(changes) && (await hasAccepted(db, eyes.actor)) }
  })
}

/** Employees have accepted nothing here: they are told, and asked nothing. */
async function hasAccepted(db: Db<'communication'>, person: string | null): Promise<boolean> {
  return (await db.selectFrom('registration.acceptances').select('id').where('person', '=', person).limit(1).executeTakeFirst()) !== undefined
}

function changesListed(changes: readonly MaterialChange[], language: Language): string {
  const lines = changes.slice(0, MOST_CHANGES).map((change) => `– ${changeSaid(change, language)}`)
  const left = changes.length - lines.length
  return [...lines, ...(left > 0 ? [`– ${say(acceptingWords, language).andMore(left)}`] : [])].join('\n')
}
