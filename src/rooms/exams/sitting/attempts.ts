import { asJson } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { record } from '../../../privacy/jobs.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { enrolmentsOf, mustBeEnrolled, rememberPlace } from '../../courses/service.ts'
import { getVersions } from '../../questions/service.ts'
import { recordAsked } from '../../questions/using-service.ts'
import { versionsAsked } from '../asking.ts'
import type { Plan } from '../plan.ts'
import { type Arrangement, type Moments, momentsOf, NO_ARRANGEMENT, planFor, whyNotStart } from '../rules.ts'

export type PublishedExam = { id: string; course: string; item: string | null; version: string; plan: Plan }

/** The exam as learners get it now. @throws Refusal `notFound` (404), for a draft too. */
export async function getPublishedExam(db: Db<'examination'>, exam: string): Promise<PublishedExam> {
  const found = await db
    .selectFrom('exams.exams as exam')
    .innerJoin('exams.versions as version', 'version.id', 'exam.version')
    .select(['exam.id', 'exam.course', 'exam.item', 'version.id as version', 'version.plan'])
    .where('exam.id', '=', exam)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 404)
  return found
}

/** What a learner gets more than others in an exam. */
export async function arrangementOf(db: Db<'examination'>, exam: string, learner: string): Promise<Arrangement> {
  const found = await db
    .selectFrom('exams.arrangements')
    .select(['factor', 'extra_minutes as extraMinutes', 'extra_attempts as extraAttempts', 'opens', 'closes'])
    .where('exam', '=', exam)
    .where('learner', '=', learner)
    .executeTakeFirst()
  return found ?? NO_ARRANGEMENT
}

/** All of a learner's attempts at an exam, in order. */
export async function attemptsAt(db: Db<'examination'>, exam: string, learner: string) {
  return db
    .selectFrom('exams.attempts')
    .select(['id', 'number', 'started', 'deadline', 'ends', 'at', 'submitted', 'submitted_because', 'released', 'result_at as resultAt', 'withheld', 'percent', 'questions'])
    .where('exam', '=', exam)
    .where('learner', '=', learner)
    .orderBy('number')
    .execute()
}

/** Whether a learner takes the course of an exam now. */
export async function isEnrolled(db: Db<'examination'>, course: string, learner: string): Promise<boolean> {
  return (await enrolmentsOf(db, learner)).some((enrolment) => enrolment.course === course)
}

/**
 * Starts the learner's next attempt, or finds the one that is open: two clicks at once start one.
 * @throws Refusal `notFound` (404), `enrolFirst` (403), `notOpenYet`, `examClosed`, `noAttemptsLeft`,
 * `waitFirst` (409), `tooFewQuestions` (409) when the bank has not enough for the exam.
 */
export async function startAttempt(db: Db<'examination'>, eyes: Eyes, exam: string): Promise<{ id: string; at: number }> {
  const learner = eyes.actor ?? ''
  const published = await getPublishedExam(db, exam)
  const tried = await attemptsAt(db, exam, learner)
  const open = tried.find(({ submitted }) => !submitted)
  if (open) return open

  const arrangement = await arrangementOf(db, exam, learner)
  await mustBeEnrolled(db, { learner, course: published.course })
  const plan = planFor(published.plan, arrangement)
  const refused = whyNotStart(plan, { arrangement, tried, now: eyes.now })
  if (refused) throw new Refusal(refused.reason, 409)

  const seed = newId()
  const questions = await drawFor(db, plan, { seed, had: tried.flatMap((one) => one.questions) })
  const number = (tried.at(-1)?.number ?? 0) + 1
  return writeAttempt(db, eyes, { published, number, seed, questions, moments: momentsOf(plan, eyes.now, arrangement) })
}

type NewAttempt = { published: PublishedExam; number: number; seed: string; questions: readonly string[]; moments: Moments }

async function writeAttempt(db: Db<'examination'>, eyes: Eyes, fresh: NewAttempt): Promise<{ id: string; at: number }> {
  const { published, number, seed, questions, moments } = fresh
  const learner = eyes.actor ?? ''
  const id = newId()
  const { deadline, answersUntil, ends } = moments
  const times = { started: eyes.now, deadline, answers_until: answersUntil, ends, at: 1, seen: eyes.now }
  const written = await db
    .insertInto('exams.attempts')
    .values({ id, exam: published.id, version: published.version, learner, number, seed, questions: asJson(questions), ...times })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!written.numInsertedOrUpdatedRows) return openAttempt(db, published.id, learner)

  await recordAsked(db, questions, eyes.now)
  const { course, item } = published
  if (item) await rememberPlace(db, { learner, course, item, now: eyes.now })
  await record(db, { eyes, purpose: 'examination', happening: { event: 'exams.started', person: learner, subject: id, startAfter: ends } })
  return { id, at: 1 }
}

async function openAttempt(db: Db<'examination'>, exam: string, learner: string) {
  return db
    .selectFrom('exams.attempts')
    .select(['id', 'at'])
    .where('exam', '=', exam)
    .where('learner', '=', learner)
    .where('submitted', 'is', null)
    .executeTakeFirstOrThrow()
}

/** The versions that a learner's next attempt asks, none that they have had before while there are others. */
async function drawFor(db: Db<'examination'>, plan: Plan, { seed, had }: { seed: string; had: readonly string[] }): Promise<string[]> {
  const before = await getVersions(db, [...new Set(had)])
  const { versions, lacking } = await versionsAsked(db, plan, { seed, avoid: before.map(({ entry }) => entry) })
  if (lacking || versions.length === 0) throw new Refusal('tooFewQuestions', 409)
  return versions.map(({ id }) => id)
}
