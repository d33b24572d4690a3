import { sql } from 'kysely'
import { asJson } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { record } from '../../../privacy/jobs.ts'
import { type Eyes, seen } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { getVersions, type Version } from '../../questions/service.ts'
import { fractionsOf, passIfReached, REGRADING, total } from './marking.ts'
import { canAcceptMore, type Regraded, type Remedy, regraded, remedied } from './remedies.ts'
import { linesOf } from '../sitting/sheet.ts'

/** One attempt that a remedy would change, by its own id: the page says no name. */
export type Change = { attempt: string; learner: string; number: number; released: Date | null; before: number; after: number; fraction: number | null }

type About = { exam: string; question: string; remedy: Remedy }

/** What a remedy would do to every attempt within reach that has the question; nothing is written. */
export async function trialOf(db: Db<'examination'>, eyes: Eyes, about: About): Promise<{ looked: number; changes: Change[] }> {
  const version = await questionOf(db, about)
  const attempts = await attemptsWith(db, about)
  await seen(db, { eyes, purpose: 'examination', people: attempts.map(({ learner }) => learner) })
  const changes: Change[] = []
  for (const attempt of attempts) {
    const change = await changeOf(db, eyes, { attempt, version, remedy: about.remedy })
    if (change) changes.push(change)
  }
  return { looked: attempts.length, changes }
}

/**
 * Marks a faulty question again, in every attempt at once: what stood before is kept, with the reason,
 * and attempts handed in later are marked alike.
 * @throws Refusal `notFound` (404), `cannotAcceptMore` (422).
 */
export async function regradeQuestion(db: Db<'examination'>, eyes: Eyes, { reason, ...about }: About & { reason: string }): Promise<number> {
  await sql`select pg_advisory_xact_lock(${REGRADING}, hashtext(${about.exam}))`.execute(db)
  const { looked, changes } = await trialOf(db, eyes, about)
  const regrade = newId()
  const { exam, question, remedy } = about
  await db
    .insertInto('exams.regrades')
    .values({ id: regrade, exam, question, remedy: asJson(remedy), reason, looked_at: looked, changed: changes.length, decided: eyes.now, teacher: eyes.actor })
    .execute()
  for (const change of changes) await apply(db, eyes, { change, regrade, exam })
  return changes.length
}

/** What has been decided about the questions of an exam, the newest first. */
export async function decisionsOn(db: Db<'examination'>, exam: string) {
  return db
    .selectFrom('exams.regrades')
    .select(['id', 'question', 'remedy', 'reason', 'looked_at', 'changed', 'decided'])
    .where('exam', '=', exam)
    .orderBy('decided', 'desc')
    .limit(100)
    .execute()
}

type Concerned = Awaited<ReturnType<typeof attemptsWith>>[number]

/** Those that have been handed in and marked at this question, within reach. */
async function attemptsWith(db: Db<'examination'>, { exam, question }: About) {
  return db
    .selectFrom('exams.attempts')
    .select(['id', 'learner', 'questions', 'released'])
    .where('exam', '=', exam)
    .where('submitted', 'is not', null)
    .where('submitted_because', '<>', 'abandoned')
    .where(sql<boolean>`questions ? ${question}`)
    .orderBy('id')
    .limit(5_000)
    .execute()
}

async function questionOf(db: Db<'examination'>, { question, remedy }: About): Promise<Version> {
  const [version] = await getVersions(db, [question])
  if (!version) throw new Refusal('notFound', 404)
  if (remedy.kind === 'accept' && !canAcceptMore(version.question)) throw new Refusal('cannotAcceptMore', 422)
  return version
}

async function changeOf(
  db: Db<'examination'>,
  eyes: Eyes,
  { attempt, version, remedy }: { attempt: Concerned; version: Version; remedy: Remedy },
): Promise<Change | null> {
  const number = attempt.questions.indexOf(version.id) + 1
  const [line] = await linesOf(db, eyes, { attempt, only: number })
  const marks = await fractionsOf(db, attempt.id)
  // Not marked yet: it will be, by what is decided now.
  if (!line || !marks.has(number)) return null

  const positions = [...marks.keys()]
  const fraction = remedied(remedy, version.question, line.response)
  const result: Regraded = regraded([...marks.values()], positions.indexOf(number), { fraction, nobodyDrops: remedy.nobodyDrops })
  return result.changes ? { attempt: attempt.id, learner: attempt.learner, number, released: attempt.released, before: result.before, after: result.after, fraction } : null
}

async function apply(db: Db<'examination'>, eyes: Eyes, { change, regrade, exam }: { change: Change; regrade: string; exam: string }): Promise<void> {
  const { attempt, learner, number: position, fraction, released } = change
  await db.updateTable('exams.marks').set({ replaced: eyes.now }).where('attempt', '=', attempt).where('position', '=', position).where('replaced', 'is', null).execute()
  await db.insertInto('exams.marks').values({ id: newId(), attempt, position, learner, fraction, how: 'regraded', regrade, marked: eyes.now, marker: eyes.actor }).execute()
  const { questions } = await db.selectFrom('exams.attempts').select('questions').where('id', '=', attempt).executeTakeFirstOrThrow()
  if (!(await total(db, eyes, { id: attempt, questions })) || !released) return
  if (change.before !== change.after) await record(db, { eyes, purpose: 'examination', happening: { event: 'exams.markedAnew', person: learner, subject: attempt } })
  await passIfReached(db, eyes, { exam, learner })
}
