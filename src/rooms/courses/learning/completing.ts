import { sql } from 'kysely'
import { asJson } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { record } from '../../../privacy/jobs.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { isFulfilled, ruleOf } from '../rules.ts'

export type Learning<P> = { purpose: P; learner: string; course: string }

/**
 * Completes the course for a learner who has done all it asks for now: once, with the rule as it is
 * today, and `courses.completed` is recorded. Says whether it was now that they completed it.
 */
export async function completeIfFulfilled<P extends 'teaching' | 'examination'>(
  db: Db<P>,
  eyes: Eyes,
  { purpose, learner, course }: Learning<P>,
): Promise<boolean> {
  const handle = db as unknown as Db<'teaching'>
  await waitForTurn(handle, { learner, course })
  const items = await requiredNow(handle, { learner, course })
  const required = items.map(({ id }) => id)
  const done = new Set(items.flatMap(({ id, done }) => (done ? [id] : [])))
  if (!isFulfilled(required, done)) return false

  const { numInsertedOrUpdatedRows = 0n, id } = await complete(handle, eyes, { learner, course, required })
  if (numInsertedOrUpdatedRows === 0n) return false
  await record(db, { eyes, purpose, happening: { event: 'courses.completed', person: learner, subject: id } })
  return true
}

// Two last items done at once must see each other: whoever comes second waits for the first to commit.
async function waitForTurn(
  db: Db<'teaching'>,
  { learner, course }: { learner: string; course: string },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${learner + course}, 0))`.execute(db)
}

/** None for whoever is not enrolled, and so nobody completes what they have left. */
function requiredNow(db: Db<'teaching'>, { learner, course }: { learner: string; course: string }) {
  return db
    .selectFrom('courses.items as item')
    .innerJoin('courses.sections as section', 'section.id', 'item.section')
    .innerJoin('courses.enrolments as enrolment', 'enrolment.course', 'item.course')
    .leftJoin('courses.item_completions as done', (join) =>
      join.onRef('done.item', '=', 'item.id').on('done.learner', '=', learner),
    )
    .select(['item.id', 'done.item as done'])
    .where('enrolment.learner', '=', learner)
    .where('enrolment.left_course', 'is', null)
    .where('item.course', '=', course)
    .where('item.required', '=', true)
    .where('item.removed', 'is', null)
    .where('item.shown', 'is not', null)
    .where('section.removed', 'is', null)
    .execute()
}

type NewCompletion = { learner: string; course: string; required: readonly string[] }

async function complete(db: Db<'teaching'>, { now }: Eyes, { learner, course, required }: NewCompletion) {
  const id = newId()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('courses.completions')
    .values({ id, learner, course, completed: now, rule: asJson(ruleOf(required)) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return { numInsertedOrUpdatedRows, id }
}
