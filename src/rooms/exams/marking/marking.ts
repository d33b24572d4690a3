import { sql } from 'kysely'
import { newId } from '../../../platform/ids.ts'
import { record } from '../../../privacy/jobs.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { markItemDone } from '../../courses/completing-service.ts'
import { mark } from '../../questions/marking.ts'
import { isAnswered } from '../../questions/response.ts'
import { arrangementOf, attemptsAt, getPublishedExam } from '../sitting/attempts.ts'
import { remedied } from './remedies.ts'
import { countingResult, planFor, resultComes, scoreOf, standingIn } from '../rules.ts'
import { type Attempt, type Line, linesOf } from '../sitting/sheet.ts'

/**
 * Held by a regrade alone, or by all who hand in together: otherwise an attempt that is handed in
 * meanwhile would be marked by neither. Any number serves, this one is ours.
 */
export const REGRADING = 4_071

type Marked = Pick<Attempt, 'id' | 'exam' | 'learner' | 'questions' | 'plan'>

/**
 * Marks what can be computed, in the transaction of handing in. Where nothing waits for a person the
 * result is there and known at once.
 */
export async function markComputed(db: Db<'examination'>, eyes: Eyes, attempt: Marked): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${REGRADING}, hashtext(${attempt.exam}))`.execute(db)
  const lines = await linesOf(db, eyes, { attempt })
  const regrades = await regradesOf(db, attempt)
  const marks = lines.flatMap((line) => {
    const regrade = regrades.find(({ question }) => question === line.version)
    const fraction = regrade ? remedied(regrade.remedy, line.question, line.response) : computed(line)
    if (fraction === null && regrade?.remedy.kind !== 'ignore') return []
    return { id: newId(), attempt: attempt.id, position: line.number, learner: attempt.learner, fraction, how: regrade ? 'regraded' : 'computed', regrade: regrade?.id ?? null, marked: eyes.now }
  })
  if (marks.length > 0) await db.insertInto('exams.marks').values(marks).execute()
  // It may have been the last attempt: then nothing is left for which the earlier results would wait.
  if (marks.length < attempt.questions.length) return giveResultsDue(db, eyes, attempt)

  await total(db, eyes, attempt)
  await giveResult(db, eyes, attempt)
}

/** Gives the result of an attempt that nobody has to mark, or lets it wait until its marks are shown. */
async function giveResult(db: Db<'examination'>, eyes: Eyes, attempt: Marked): Promise<void> {
  const { exam, learner, id } = attempt
  const { plan, tried, standing } = await standingOf(db, { exam, learner })
  const submitted = tried.find((one) => one.id === id)?.submitted ?? eyes.now
  const comes = resultComes(plan, { ...standing, submitted, now: eyes.now })
  if (comes === 'now') await release(db, eyes, attempt)
  else await letWait(db, eyes, { id, comes })
  if (tried.some((one) => isWaiting(one))) await giveResultsDue(db, eyes, { exam, learner })
}

/** Gives a learner the results of an exam that have waited for their moment, and tells them so. */
export async function giveResultsDue(db: Db<'examination'>, eyes: Eyes, { exam, learner }: Pick<Marked, 'exam' | 'learner'>): Promise<void> {
  const { plan, tried, standing } = await standingOf(db, { exam, learner })
  for (const one of tried.filter(isWaiting)) {
    const comes = resultComes(plan, { ...standing, submitted: one.submitted ?? eyes.now, now: eyes.now })
    if (comes !== 'now') await letWait(db, eyes, { id: one.id, comes })
    else if (await release(db, eyes, { id: one.id, exam, learner })) {
      await record(db, { eyes, purpose: 'examination', happening: { event: 'exams.released', person: learner, subject: one.id } })
    }
  }
}

/** The result of an attempt waits for a day, or for the learner's last attempt. */
export async function letWait(db: Db<'examination'>, { now }: Eyes, { id, comes }: { id: string; comes: Date | 'withTheLast' }): Promise<void> {
  const until = comes === 'withTheLast' ? { result_at: null, withheld: now } : { result_at: comes, withheld: null }
  await db.updateTable('exams.attempts').set(until).where('id', '=', id).where('released', 'is', null).execute()
}

function isWaiting({ released, resultAt, withheld }: { released: Date | null; resultAt: Date | null; withheld: Date | null }): boolean {
  return released === null && (resultAt !== null || withheld !== null)
}

/** The plan as it is now for a learner, their attempts under it, and how far they have come with them. */
export async function standingOf(db: Db<'examination'>, { exam, learner }: Pick<Marked, 'exam' | 'learner'>) {
  const [published, arrangement, tried] = await Promise.all([getPublishedExam(db, exam), arrangementOf(db, exam, learner), attemptsAt(db, exam, learner)])
  const plan = planFor(published.plan, arrangement)
  return { plan, tried, standing: standingIn(plan, arrangement, tried) }
}

/** Adds up an attempt's marks, once each of its questions has one. Says whether it has. */
export async function total(db: Db<'examination'>, eyes: Eyes, attempt: Pick<Marked, 'id' | 'questions'>): Promise<boolean> {
  const fractions = await fractionsOf(db, attempt.id)
  if (fractions.size < attempt.questions.length) return false

  const score = scoreOf([...fractions.values()])
  await db.updateTable('exams.attempts').set({ ...score, marked: eyes.now }).where('id', '=', attempt.id).execute()
  return true
}

/** The marks in force, by the question's number. */
export async function fractionsOf(db: Db<'examination'>, attempt: string): Promise<Map<number, number | null>> {
  const rows = await db
    .selectFrom('exams.marks')
    .select(['position', 'fraction'])
    .where('attempt', '=', attempt)
    .where('replaced', 'is', null)
    .orderBy('position')
    .execute()
  return new Map(rows.map(({ position, fraction }) => [position, fraction]))
}

/**
 * Lets the learner know the marks of an attempt from now on, and says so if they have passed by it, or passed
 * again. Says whether it was now.
 */
export async function release(db: Db<'examination'>, eyes: Eyes, attempt: Pick<Marked, 'id' | 'exam' | 'learner'>): Promise<boolean> {
  const released = await db.updateTable('exams.attempts').set({ released: eyes.now }).where('id', '=', attempt.id).where('released', 'is', null).executeTakeFirst()
  if (!(await passIfReached(db, eyes, attempt))) await passAgain(db, eyes, attempt)
  return released.numUpdatedRows > 0n
}

/**
 * Records that a learner has passed, once: what counts of their results now reaches the limit. Who
 * has passed stays so, whatever a later attempt or a regrade brings. Says whether it was now.
 */
export async function passIfReached(db: Db<'examination'>, eyes: Eyes, { exam, learner }: Pick<Marked, 'exam' | 'learner'>): Promise<boolean> {
  const { plan, item } = await getPublishedExam(db, exam)
  const counts = countingResult(plan.whichCounts, await resultsOf(db, exam, learner))
  if (!counts || counts.percent < plan.passPercent) return false

  const passed = await db
    .insertInto('exams.passes')
    .values({ exam, learner, attempt: counts.attempt, percent: counts.percent, passed: eyes.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!passed.numInsertedOrUpdatedRows) return false
  await record(db, { eyes, purpose: 'examination', happening: { event: 'exams.passed', person: learner, subject: counts.attempt } })
  if (item) await markItemDone(db, eyes, { purpose: 'examination', learner, item, how: 'passed' })
  return true
}

/** Who had passed before may have to show it anew from time to time: the newest time is kept beside the first. */
async function passAgain(db: Db<'examination'>, eyes: Eyes, { id, exam, learner }: Pick<Marked, 'id' | 'exam' | 'learner'>): Promise<void> {
  const { plan } = await getPublishedExam(db, exam)
  const result = (await resultsOf(db, exam, learner)).find(({ attempt }) => attempt === id)
  if (!result || result.percent < plan.passPercent) return

  const again = await db
    .updateTable('exams.passes')
    .set({ renewed: eyes.now, renewed_percent: result.percent })
    .where('exam', '=', exam)
    .where('learner', '=', learner)
    .where('attempt', '<>', id)
    .executeTakeFirst()
  if (!again.numUpdatedRows) return
  await record(db, { eyes, purpose: 'examination', happening: { event: 'exams.passedAgain', person: learner, subject: exam } })
}

/** A learner's released results at an exam. */
export async function resultsOf(db: Db<'examination'>, exam: string, learner: string) {
  const rows = await db
    .selectFrom('exams.attempts')
    .select(['id as attempt', 'number', 'percent'])
    .where('exam', '=', exam)
    .where('learner', '=', learner)
    .where('released', 'is not', null)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, percent: row.percent ?? 0 }))
}

// What a person marks needs no person where nothing was written.
function computed({ question, response }: Line): number | null {
  const { fraction } = mark(question, response)
  return fraction === null && !isAnswered(response) ? 0 : fraction
}

/** What was decided about the questions of an attempt, the newest decision of each first. */
async function regradesOf(db: Db<'examination'>, { exam, questions }: Pick<Marked, 'exam' | 'questions'>) {
  return db
    .selectFrom('exams.regrades')
    .select(['id', 'question', 'remedy'])
    .where('exam', '=', exam)
    .where('question', 'in', [...questions])
    .orderBy('decided', 'desc')
    .execute()
}
