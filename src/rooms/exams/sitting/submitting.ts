import { Refusal } from '../../../platform/refusal.ts'
import { record } from '../../../privacy/jobs.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { giveResultsDue, markComputed } from '../marking/marking.ts'
import { becauseOfTime } from '../rules.ts'
import { type Attempt, getOwnAttempt } from './sheet.ts'

/**
 * Hands in the learner's own attempt; handed in already, nothing changes. After its end it is closed
 * as the job would have closed it.
 * @throws Refusal `notFound` (404).
 */
export async function submitAttempt(db: Db<'examination'>, eyes: Eyes, id: string): Promise<void> {
  const attempt = await getOwnAttempt(db, eyes, id)
  if (eyes.now >= attempt.ends) await closeOverdue(db, eyes, attempt)
  else await close(db, eyes, { attempt, submitted: eyes.now, because: 'learner' })
}

/** Closes an attempt whose end has come, as its plan says; does nothing while it has not. */
export async function closeOverdue(db: Db<'examination'>, eyes: Eyes, attempt: Attempt): Promise<void> {
  if (attempt.submitted || eyes.now < attempt.ends) return
  await close(db, eyes, { attempt, submitted: attempt.ends, because: becauseOfTime(attempt.plan) })
}

/** Closes what a learner has left open of an exam beyond its end, before they are told where they stand. */
export async function closeOverdueOf(db: Db<'examination'>, eyes: Eyes, { exam, learner }: { exam: string; learner: string }): Promise<void> {
  const overdue = await db
    .selectFrom('exams.attempts')
    .select('id')
    .where('exam', '=', exam)
    .where('learner', '=', learner)
    .where('submitted', 'is', null)
    .where('ends', '<=', eyes.now)
    .executeTakeFirst()
  if (overdue) await closeOverdueById(db, eyes, overdue.id)
}

/** Closes the attempt with this id if it is overdue, for the job that knows no more of it. */
export async function closeOverdueById(db: Db<'examination'>, eyes: Eyes, id: string): Promise<void> {
  try {
    await closeOverdue(db, eyes, await getOwnAttempt(db, eyes, id))
  } catch (error) {
    // Gone with its learner, or not lawful now: then nothing is to be closed.
    if (!(error instanceof Refusal)) throw error
  }
}

type Closing = { attempt: Attempt; submitted: Date; because: 'learner' | 'time' | 'abandoned' }

// One conditional write decides: it waits for answers on their way, and of a browser and a job that
// come at once one closes.
async function close(db: Db<'examination'>, eyes: Eyes, { attempt, submitted, because }: Closing): Promise<void> {
  const closed = await db
    .updateTable('exams.attempts')
    .set({ submitted, submitted_because: because })
    .where('id', '=', attempt.id)
    .where('submitted', 'is', null)
    // A deadline that has been moved meanwhile counts, not the one we read.
    .$if(because !== 'learner', (query) => query.where('ends', '<=', eyes.now))
    .executeTakeFirst()
  if (closed.numUpdatedRows === 0n) return

  await record(db, { eyes, purpose: 'examination', happening: { event: 'exams.submitted', person: attempt.learner, subject: attempt.id } })
  if (because === 'abandoned') await giveResultsDue(db, eyes, attempt)
  else await markComputed(db, eyes, attempt)
}
