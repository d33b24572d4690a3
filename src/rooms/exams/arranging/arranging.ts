import { sql } from 'kysely'
import { refuseIfTaken } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { record } from '../../../privacy/jobs.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { learnerIn } from './roster.ts'
import { type Arrangement, type AttemptReason, momentsAt, momentsOf, planFor } from '../rules.ts'
import { type Attempt, getAttempt } from '../sitting/sheet.ts'

/**
 * What a learner is given, and why, where it is another attempt. `revision` is what the teacher had
 * before them: 0 for nothing yet, undefined where they ask not to be told.
 */
export type Arranging = { exam: string; learner: string; arrangement: Arrangement; because: AttemptReason | null; revision?: number | undefined }

/**
 * Gives one learner more time or attempts than others, or other times, or takes it back. A running attempt
 * ends later at once; it never ends earlier than its learner has been told. The learner gets a letter.
 * @throws Refusal `notFound` (404) for a learner out of reach, or not of this exam's course,
 * `attemptsReasonMissing` (422) at the field `because`, `arrangedMeanwhile` (409).
 */
export async function giveArrangement(db: Db<'examination'>, eyes: Eyes, { exam, learner, arrangement, because, revision }: Arranging): Promise<void> {
  await learnerIn(db, eyes, { exam, learner })
  if (arrangement.extraAttempts > 0 && !because) throw new Refusal('attemptsReasonMissing', 422, { field: 'because' })
  await writeArrangement(db, eyes, { exam, learner, arrangement, because, revision })
  await record(db, { eyes, purpose: 'examination', happening: { event: 'exams.arranged', person: learner, subject: exam } })

  const open = await openAttemptOf(db, { exam, learner })
  if (!open) return
  const attempt = await getAttempt(db, open.id)
  const { deadline } = momentsOf(planFor(attempt.plan, arrangement), attempt.started, arrangement)
  if (deadline > attempt.deadline) await moveEnd(db, attempt, deadline)
}

async function writeArrangement(db: Db<'examination'>, eyes: Eyes, { exam, learner, arrangement, because, revision }: Arranging): Promise<void> {
  const { factor, extraMinutes, extraAttempts, opens, closes } = arrangement
  const reason = extraAttempts > 0 ? because : null
  const values = { factor, extra_minutes: extraMinutes, extra_attempts: extraAttempts, attempts_because: reason, opens, closes, given: eyes.now, giver: eyes.actor }
  const written = await db
    .insertInto('exams.arrangements')
    .values({ exam, learner, ...values, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['institution', 'exam', 'learner'])
        .doUpdateSet({ ...values, revision: sql<number>`arrangements.revision + 1` })
        .where(({ eb, lit }) => (revision === undefined ? lit(true) : eb('exams.arrangements.revision', '=', revision))),
    )
    .executeTakeFirst()
  if (!written.numInsertedOrUpdatedRows) throw new Refusal('arrangedMeanwhile', 409)
}

/** More time for one attempt, and why. `before` is how it stood when the teacher looked; undefined where they ask not to be told. */
export type Extending = { exam: string; learner: string; attempt: number; minutes: number; reason: AttemptReason; before?: { deadline: Date; isOver: boolean } | undefined }

/**
 * Adds minutes to an attempt; one that is closed already is opened again for so long, and marked anew
 * when it is handed in again: of that its learner gets a letter.
 * @throws Refusal `notFound` (404), `anotherAttemptOpen`, `attemptChanged` (409).
 */
export async function extendAttempt(db: Db<'examination'>, eyes: Eyes, { attempt: number, minutes, reason, before, ...about }: Extending): Promise<Attempt> {
  const { attempts } = await learnerIn(db, eyes, about)
  const id = attempts.find((one) => one.number === number)?.id
  if (!id) throw new Refusal('notFound', 404)
  await holdAttempt(db, id)
  const attempt = await getAttempt(db, id)
  const isOver = attempt.submitted !== null
  if (before && (before.isOver !== isOver || before.deadline.getTime() !== attempt.deadline.getTime())) throw new Refusal('attemptChanged', 409)

  const from = isOver ? eyes.now.getTime() : Math.max(attempt.deadline.getTime(), eyes.now.getTime())
  if (isOver) await reopen(db, eyes, attempt)
  await moveEnd(db, attempt, new Date(from + minutes * 60_000))
  const kind = isOver ? 'openedAgain' : 'minutesAdded'
  await db
    .insertInto('exams.occurrences')
    .values({ id: newId(), attempt: id, learner: attempt.learner, kind, happened: eyes.now, minutes, because: reason, teacher: eyes.actor })
    .execute()
  return attempt
}

// Of two teachers the second waits, and then sees what the first has done.
async function holdAttempt(db: Db<'examination'>, id: string): Promise<void> {
  await db.selectFrom('exams.attempts').select('id').where('id', '=', id).forUpdate().execute()
}

async function reopen(db: Db<'examination'>, eyes: Eyes, { id, learner }: Attempt): Promise<void> {
  await db.updateTable('exams.marks').set({ replaced: eyes.now }).where('attempt', '=', id).where('replaced', 'is', null).execute()
  const empty = { submitted: null, submitted_because: null, marked: null, released: null, result_at: null, withheld: null, points: null, most: null, percent: null }
  await refuseIfTaken('anotherAttemptOpen', () => db.updateTable('exams.attempts').set(empty).where('id', '=', id).execute())
  await record(db, { eyes, purpose: 'examination', happening: { event: 'exams.openedAgain', person: learner, subject: id } })
}

// Somebody handed in while we were writing: then there is nothing to move, and nothing is reopened.
async function moveEnd(db: Db<'examination'>, { id, plan }: Attempt, deadline: Date): Promise<void> {
  const { answersUntil, ends } = momentsAt(plan, deadline)
  const moved = await db
    .updateTable('exams.attempts')
    .set({ deadline, answers_until: answersUntil, ends })
    .where('id', '=', id)
    .where('submitted', 'is', null)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refusal('attemptOver', 409)
}

async function openAttemptOf(db: Db<'examination'>, { exam, learner }: { exam: string; learner: string }) {
  return db
    .selectFrom('exams.attempts')
    .select('id')
    .where('exam', '=', exam)
    .where('learner', '=', learner)
    .where('submitted', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}
