import { sql } from 'kysely'
import { Refusal } from '../../platform/refusal.ts'
import type { Language } from '../../platform/words.ts'
import { record } from '../../privacy/jobs.ts'
import type { Eyes } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { findHolder, type Issuing, issueNextVersion, issueWaiting, waitingFor } from './issuing.ts'
import { certificatePdf } from './paper/paper.ts'
import { type Contest, contestsOf } from './objecting/objections.ts'
import { type CorrectionReason, mustBePrintable, type OwnName, printedName } from './rules.ts'
import { sendPapers } from './reminding.ts'
import { sealedPaper } from './sealing.ts'
import type { Snapshot } from './snapshot.ts'

/** A paper as its holder sees it. */
export type Held = {
  id: string
  code: string
  language: Language
  snapshot: Snapshot
  issued: Date
  version: number
  revoked: Date | null
  revokedBecause: string | null
  validUntil: string | null
  /** Whether the name on it is another than theirs now. */
  inOtherName: boolean
  corrected: { made: Date; reason: CorrectionReason } | null
  contest: Contest | null
  /** What became of the letter: nothing yet, or the newest outcome. */
  delivery: { outcome: string; sent: Date } | null
}

export type Holding = {
  papers: Held[]
  /** Completed courses whose certificate has not been issued yet. */
  waiting: number
  nameConfirmed: boolean
}

/** Everything a learner has, the newest first; earlier versions are left out, they say nothing any more. */
export async function holdingOf(db: Db<'certification'>, learner: string): Promise<Holding> {
  const [holder, waiting, rows, letters, contests] = await Promise.all([
    findHolder(db, learner),
    waitingFor(db, learner),
    papersOf(db, learner),
    lettersOf(db, learner),
    contestsOf(db, learner),
  ])
  return {
    papers: rows.map(({ name: printed, course, cycle, ...row }) => ({
      ...row,
      corrected: (contests.correctionOf({ course, cycle }) ?? null) as Held['corrected'],
      contest: contests.contestOf({ ...row, course, cycle }),
      language: row.language as Language,
      inOtherName: row.revoked === null && printed !== holder?.printed,
      delivery: newestOf(letters.filter(({ certificate }) => certificate === row.id)),
    })),
    waiting: waiting.length,
    nameConfirmed: Boolean(holder?.confirmed),
  }
}

/**
 * Confirms the actor's name as it stands on their papers, and issues at once whatever has waited for it.
 * @throws Refusal `nameNotPrintable` (422) at the field.
 */
export async function confirmName(
  db: Db<'certification'>,
  issuing: Issuing,
  name: OwnName,
): Promise<number> {
  mustBePrintable(name)
  await db
    .updateTable('accounts.persons')
    .set({ first_name: name.firstName, last_name: name.lastName, printed_name: name.latinName ? printedName(name) : null, name_confirmed: issuing.eyes.now })
    .where('id', '=', issuing.eyes.actor)
    .execute()
  return issueWaiting(db, issuing)
}

/**
 * The actor's paper anew, in the name they have confirmed now. The old code says that it is replaced,
 * and nowhere what they were called.
 * @throws Refusal `nameNotConfirmed` (409), `notFound` (404), `notValid` (409).
 */
export async function replaceForNewName(db: Db<'certification'>, issuing: Issuing, certificate: string): Promise<string> {
  const holder = await findHolder(db, issuing.eyes.actor ?? '')
  if (!holder?.confirmed) throw new Refusal('nameNotConfirmed', 409)
  return issueNextVersion(db, issuing, { certificate, name: holder.printed })
}

/**
 * Has the letter with the actor's paper sent once more, after it was refused or withheld.
 * @throws Refusal `notFound` (404) unless it is theirs and in force, `letterNotMissing` (409) where it has gone or is on its way.
 */
export async function sendAgain(db: Db<'certification'>, eyes: Eyes, certificate: string): Promise<void> {
  const learner = eyes.actor ?? ''
  const [papers, letters] = await Promise.all([papersOf(db, learner), lettersOf(db, learner)])
  if (!papers.some(({ id, revoked }) => id === certificate && !revoked)) throw new Refusal('notFound', 404)
  const newest = newestOf(letters.filter((letter) => letter.certificate === certificate))
  if (newest?.outcome !== 'refused' && newest?.outcome !== 'withheld') throw new Refusal('letterNotMissing', 409)
  await record(db, { eyes, purpose: 'certification', happening: { event: 'certificates.sendAsked', person: learner, subject: certificate } })
}

/** Sends the actor everything they hold, in one letter, before their account goes. Says whether it went. */
export function sendOwnPapers(visit: Visit): Promise<'sent' | 'refused' | 'withheld'> {
  return sendPapers(visit, { siteOf: async () => visit.site, addressOf: () => visit.origin })
}

/** How many certificates wait for nothing but that the learner confirms their name. */
export async function waitingForName(db: Db<'certification'>, learner: string): Promise<number> {
  const [holder, waiting] = await Promise.all([findHolder(db, learner), waitingFor(db, learner)])
  return holder?.confirmed === null ? waiting.length : 0
}

/** The paper itself, the same bytes every time. @throws Refusal `notFound` (404) unless it is theirs and in force. */
export async function pdfOf(db: Db<'certification'>, eyes: Eyes, { certificate, holder }: { certificate: string; holder: string }) {
  const row = await db
    .selectFrom('certificates.certificates')
    .select(['name', 'code', 'language', 'snapshot', 'issued', 'replaced', 'revoked', 'valid_until as validUntil'])
    .where('id', '=', certificate)
    .where('learner', '=', holder)
    .executeTakeFirst()
  if (!row || row.name === null || row.replaced || row.revoked) throw new Refusal('notFound', 404)
  const { code } = row
  return { code, pdf: await certificatePdf(sealedPaper(eyes, { ...row, name: row.name, language: row.language as Language })) }
}

/** Since when certificates are issued for a course, and for how many months each holds; null where none are. */
export async function issuingRule(db: Db<'authoring'>, course: string): Promise<{ since: Date; validMonths: number | null } | null> {
  const rule = await db.selectFrom('certificates.rules').select(['since', 'valid_months as validMonths']).where('course', '=', course).executeTakeFirst()
  return rule ?? null
}

/** How many have completed a course and have no paper of it: who gets one at once when issuing starts. A number only. */
export async function waitingIn(db: Db<'authoring'>, course: string): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select certificates.waiting_in(${course}) as waiting`.execute(db)
  return rows[0]?.waiting ?? 0
}

/**
 * Has certificates issued for a course from now on; a job issues to all who completed it earlier. Another
 * term holds for those that are issued after it.
 */
export async function startIssuing(db: Db<'authoring'>, eyes: Eyes, { course, validMonths }: { course: string; validMonths: number | null }): Promise<void> {
  await db
    .insertInto('certificates.rules')
    .values({ course, since: eyes.now, valid_months: validMonths })
    .onConflict((conflict) => conflict.columns(['institution', 'course']).doUpdateSet({ valid_months: validMonths }))
    .execute()
  await record(db, { eyes, purpose: 'authoring', happening: { event: 'certificates.started', person: null, subject: course } })
}

/** Nobody more gets one; what has been issued stays. */
export async function stopIssuing(db: Db<'authoring'>, course: string): Promise<void> {
  await db.deleteFrom('certificates.rules').where('course', '=', course).execute()
}

/** What became of a letter: once it has gone, nothing that was before counts. */
function newestOf<L extends { outcome: string }>(letters: readonly L[]): L | null {
  return letters.find(({ outcome }) => outcome === 'sent') ?? letters[0] ?? null
}

function papersOf(db: Db<'certification'>, learner: string) {
  return db
    .selectFrom('certificates.certificates')
    .select(['id', 'code', 'language', 'name', 'snapshot', 'issued', 'version', 'course', 'cycle'])
    .select(['revoked', 'revoked_because as revokedBecause', 'valid_until as validUntil'])
    .where('learner', '=', learner)
    .where('replaced', 'is', null)
    .orderBy('issued', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
}

function lettersOf(db: Db<'certification'>, learner: string) {
  return db
    .selectFrom('certificates.deliveries')
    .select(['certificate', 'outcome', 'sent'])
    .where('learner', '=', learner)
    .where('outcome', 'in', ['sent', 'refused', 'withheld', 'delayed'])
    .orderBy('sent', 'desc')
    .limit(500)
    .execute()
}
