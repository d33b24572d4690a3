import { sql } from 'kysely'
import { asJson } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { record } from '../../privacy/jobs.ts'
import type { Eyes } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import { isFulfilled, type Rule, ruleOf } from './rules.ts'
import { type How, secondsLeft, type Way, wayOf } from './ways.ts'

/**
 * Writes down that a learner has done an item, with what was asked for today, and completes the course
 * when it was the last one (`courses.completed`). Lessons that are done by passing an exam are done with it.
 * Bears being called again. Says whether the course was completed by it.
 */
export async function markItemDone<P extends 'teaching' | 'examination'>(
  db: Db<P>,
  eyes: Eyes,
  { purpose, learner, item, how }: { purpose: P; learner: string; item: string; how: How },
): Promise<boolean> {
  const handle = db as unknown as Db<'teaching'>
  const { course, least_minutes } = await handle
    .selectFrom('courses.items')
    .select(['course', 'least_minutes'])
    .where('id', '=', item)
    .executeTakeFirstOrThrow(() => new Refusal('notFound', 404))
  const also = await handle.selectFrom('courses.items').select('id').where('done_with', '=', item).where('course', '=', course).limit(500).execute()
  const done = [{ item, how, least_minutes: how === 'time' ? least_minutes : null }, ...also.map(({ id }) => ({ item: id, how: 'passed' }))]
  await handle
    .insertInto('courses.item_completions')
    .values(done.map((one) => ({ ...one, learner, course, done: eyes.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return completeIfFulfilled(db, eyes, { purpose, learner, course })
}

/**
 * Counts an item as done for a learner who has already done what its way asks for now: its author has
 * chosen another way. Nothing ever becomes undone by that.
 */
export async function fulfilWay(db: Db<'teaching'>, eyes: Eyes, { learner, item: id }: { learner: string; item: string }): Promise<void> {
  const item = await db
    .selectFrom('courses.items as item')
    .leftJoin('courses.visits as visit', (join) => join.onRef('visit.item', '=', 'item.id').on('visit.learner', '=', learner))
    .leftJoin('courses.item_completions as exam', (join) => join.onRef('exam.item', '=', 'item.done_with').on('exam.learner', '=', learner))
    .select(['item.done_by', 'item.least_minutes', 'visit.item as visited', 'visit.seconds_read', 'exam.item as passed'])
    .where('item.id', '=', id)
    .where('item.kind', '=', 'lesson')
    .executeTakeFirst()
  if (!item) return
  const way = item.done_by as Way
  const isDone = {
    read: false,
    teacher: false,
    opened: item.visited !== null,
    time: secondsLeft(item.least_minutes, item.seconds_read ?? 0) === 0,
    passed: item.passed !== null,
  }[way]
  if (isDone) await markItemDone(db, eyes, { purpose: 'teaching', learner, item: id, how: way })
}

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
  const done = new Set(items.flatMap(({ id, done }) => (done ? [id] : [])))
  if (!isFulfilled(items.map(({ id }) => id), done)) return false

  const rule = ruleOf(items.map(({ id, done_by, least_minutes, done_with, kind }) => ({ id, way: wayOf({ kind: kind as 'lesson' | 'exam', way: done_by as Way, leastMinutes: least_minutes, doneWith: done_with }) })))
  const { numInsertedOrUpdatedRows = 0n, id } = await complete(handle, eyes, { learner, course, rule })
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
    .select(['item.id', 'item.kind', 'item.done_by', 'item.least_minutes', 'item.done_with', 'done.item as done'])
    .where('enrolment.learner', '=', learner)
    .where('enrolment.left_course', 'is', null)
    .where('item.course', '=', course)
    .where('item.required', '=', true)
    .where('item.removed', 'is', null)
    .where('item.shown', 'is not', null)
    .where('section.removed', 'is', null)
    .execute()
}

type NewCompletion = { learner: string; course: string; rule: Rule }

async function complete(db: Db<'teaching'>, { now }: Eyes, { learner, course, rule }: NewCompletion) {
  const id = newId()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('courses.completions')
    .values({ id, learner, course, completed: now, rule: asJson(rule) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return { numInsertedOrUpdatedRows, id }
}
