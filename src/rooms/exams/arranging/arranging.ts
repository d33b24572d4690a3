import { refuseIfTaken } from '../../../platform/database.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { learnerIn } from './roster.ts'
import { type Arrangement, type AttemptReason, momentsAt, momentsOf } from '../rules.ts'
import { type Attempt, getAttempt } from '../sitting/sheet.ts'

/** What a learner is given, and why, where it is another attempt. */
export type Arranging = { exam: string; learner: string; arrangement: Arrangement; because: AttemptReason | null }

/**
 * Gives one learner more time or attempts than others, or takes it back. A running attempt ends later at
 * once; it never ends earlier than its learner has been told.
 * @throws Refusal `notFound` (404) for a learner out of reach, or not of this exam's course,
 * `attemptsReasonMissing` (422) at the field `because`.
 */
export async function giveArrangement(
  db: Db<'examination'>,
  eyes: Eyes,
  { exam, learner, arrangement, because }: Arranging,
): Promise<void> {
  await learnerIn(db, eyes, { exam, learner })
  if (arrangement.extraAttempts > 0 && !because) throw new Refusal('attemptsReasonMissing', 422, { field: 'because' })
  const { factor, extraMinutes, extraAttempts } = arrangement
  const values = { factor, extra_minutes: extraMinutes, extra_attempts: extraAttempts, attempts_because: extraAttempts > 0 ? because : null, given: eyes.now, giver: eyes.actor }
  await db
    .insertInto('exams.arrangements')
    .values({ exam, learner, ...values })
    .onConflict((conflict) => conflict.columns(['institution', 'exam', 'learner']).doUpdateSet(values))
    .execute()

  const open = await openAttemptOf(db, { exam, learner })
  if (!open) return
  const attempt = await getAttempt(db, open.id)
  const { deadline } = momentsOf(attempt.plan, attempt.started, arrangement)
  if (deadline > attempt.deadline) await moveEnd(db, attempt, deadline)
}

/**
 * Adds minutes to an attempt; one that is closed already is opened again for so long, and marked anew
 * when it is handed in again.
 * @throws Refusal `notFound` (404), `anotherAttemptOpen` (409).
 */
export async function extendAttempt(db: Db<'examination'>, eyes: Eyes, { attempt: number, minutes, ...about }: { exam: string; learner: string; attempt: number; minutes: number }): Promise<Attempt> {
  const { attempts } = await learnerIn(db, eyes, about)
  const id = attempts.find((one) => one.number === number)?.id
  if (!id) throw new Refusal('notFound', 404)
  const attempt = await getAttempt(db, id)
  const from = Math.max(attempt.deadline.getTime(), eyes.now.getTime())
  const isRunning = attempt.submitted === null
  const deadline = new Date((isRunning ? from : eyes.now.getTime()) + minutes * 60_000)
  if (!isRunning) await reopen(db, eyes, id)
  await moveEnd(db, attempt, deadline)
  return attempt
}

async function reopen(db: Db<'examination'>, { now }: Eyes, id: string): Promise<void> {
  await db.updateTable('exams.marks').set({ replaced: now }).where('attempt', '=', id).where('replaced', 'is', null).execute()
  const empty = { submitted: null, submitted_because: null, marked: null, released: null, result_at: null, withheld: null, points: null, most: null, percent: null }
  await refuseIfTaken('anotherAttemptOpen', () => db.updateTable('exams.attempts').set(empty).where('id', '=', id).execute())
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
