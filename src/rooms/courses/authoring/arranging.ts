import { sql } from 'kysely'
import { asJson } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { type Direction, movedItem, type Order, swapped, type Texts } from '../rules.ts'
import { AT_ONCE } from '../opening.ts'
import { recordRuleChange, titleOf } from '../service.ts'

type InCourse = { course: string }
type OneItem = InCourse & { item: string }
type OneSection = InCourse & { section: string }

export async function addSection(db: Db<'authoring'>, { course, title }: InCourse & { title: Texts }): Promise<void> {
  await waitForTurn(db, course)
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from courses.sections where course = ${course})`
  await db
    .insertInto('courses.sections')
    .values({ id: newId(), course, position, title: asJson(title), ...AT_ONCE })
    .execute()
}

/** @throws Refusal `changedMeanwhile` (409) when it is no longer called what its author saw. */
export async function renameSection(
  db: Db<'authoring'>,
  { course, section, title, was }: OneSection & { title: Texts; was: Texts },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('courses.sections')
    .set({ title: asJson(title) })
    .where('id', '=', section)
    .where('course', '=', course)
    .where('title', '=', asJson(was))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('changedMeanwhile', 409)
}

export async function moveSection(
  db: Db<'authoring'>,
  { course, section, direction }: OneSection & { direction: Direction },
): Promise<void> {
  await waitForTurn(db, course)
  const ids = (await orderOf(db, course)).map((one) => one.section)
  const moved = swapped(ids, section, direction)
  for (const [at, id] of moved.entries()) {
    await db
      .updateTable('courses.sections')
      .set({ position: at + 1 })
      .where('id', '=', id)
      .execute()
  }
}

/** @throws Refusal `sectionNotEmpty` (409). */
export async function removeSection(
  db: Db<'authoring'>,
  { now }: Visit,
  { course, section }: OneSection,
): Promise<void> {
  await waitForTurn(db, course)
  const order = await orderOf(db, course)
  if ((order.find((one) => one.section === section)?.items.length ?? 0) > 0) throw new Refusal('sectionNotEmpty', 409)
  if (order.length < 2) throw new Refusal('sectionLast', 409)
  await db
    .updateTable('courses.sections')
    .set({ removed: now })
    .where('id', '=', section)
    .where('course', '=', course)
    .execute()
}

/** A lesson with a title and nothing in it yet: a draft that learners do not see. */
export async function addLesson(
  db: Db<'authoring'>,
  { actor, now }: Visit,
  { course, section, title }: OneSection & { title: Texts },
): Promise<string> {
  await waitForTurn(db, course)
  if (!(await orderOf(db, course)).some((one) => one.section === section)) throw new Refusal('notFound', 404)
  const [item, nothing] = [newId(), asJson({})]
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from courses.items where section = ${section})`
  await db
    .insertInto('courses.items')
    .values({ id: item, course, section, position, kind: 'lesson', required: true, sample: false, title: asJson(title), done_by: 'read', ...AT_ONCE })
    .execute()
  await db
    .insertInto('courses.lesson_versions')
    .values({
      id: newId(),
      item,
      number: 1,
      text: nothing,
      minutes: 10,
      captions: nothing,
      transcript: nothing,
      author: actor,
      saved: now,
    })
    .execute()
  await db.insertInto('courses.lessons').values({ item, revision: 1 }).execute()
  return item
}

export async function moveItem(
  db: Db<'authoring'>,
  { course, item, direction }: OneItem & { direction: Direction },
): Promise<void> {
  await waitForTurn(db, course)
  const moved = movedItem(await orderOf(db, course), item, direction)
  for (const { section, items } of moved) {
    for (const [at, id] of items.entries()) {
      await db
        .updateTable('courses.items')
        .set({ section, position: at + 1 })
        .where('id', '=', id)
        .execute()
    }
  }
}

/**
 * Taken out of the course, and can be put back. Whoever lacked only this has now completed the course.
 * @throws Refusal `examIsAWay` (409) while a lesson is done by passing it.
 */
export async function removeItem(db: Db<'authoring'>, visit: Visit, { course, item }: OneItem): Promise<void> {
  const resting = await db.selectFrom('courses.items').select('title').where('done_with', '=', item).where('removed', 'is', null).limit(1).executeTakeFirst()
  if (resting) throw new Refusal('examIsAWay', 409, { values: [titleOf({ title: resting.title, language: visit.language }, visit.language).text] })
  await db
    .updateTable('courses.items')
    .set({ removed: visit.now })
    .where('id', '=', item)
    .where('course', '=', course)
    .execute()
  await recordRuleChange(db, visit, course)
}

/** Puts an item back, and its section with it. What learners had done of it, they have done. */
export async function restoreItem(db: Db<'authoring'>, { course, item }: OneItem): Promise<void> {
  const restored = await db
    .updateTable('courses.items')
    .set({ removed: null })
    .where('id', '=', item)
    .where('course', '=', course)
    .returning('section')
    .executeTakeFirst()
  if (!restored) throw new Refusal('notFound', 404)
  await db.updateTable('courses.sections').set({ removed: null }).where('id', '=', restored.section).execute()
  // A lesson that was done by passing an exam which is gone by now would never be done.
  const gone = db.selectFrom('courses.items').select('id').where('course', '=', course).where('removed', 'is not', null)
  await db.updateTable('courses.items').set({ done_by: 'read', done_with: null }).where('id', '=', item).where('done_with', 'in', gone).execute()
}

/** Whether the course can be completed without it. */
export async function requireItem(
  db: Db<'authoring'>,
  visit: Visit,
  { course, item, required }: OneItem & { required: boolean },
): Promise<void> {
  await db.updateTable('courses.items').set({ required }).where('id', '=', item).where('course', '=', course).execute()
  await recordRuleChange(db, visit, course)
}

/** Whether a lesson may be read by whoever is signed in, before they take the course. */
export async function sampleItem(db: Db<'authoring'>, { course, item, sample }: OneItem & { sample: boolean }): Promise<void> {
  await db.updateTable('courses.items').set({ sample }).where('id', '=', item).where('course', '=', course).where('kind', '=', 'lesson').execute()
}

// Whoever arranges a course waits for whoever is arranging it.
async function waitForTurn(db: Db<'authoring'>, course: string): Promise<void> {
  const found = await db
    .selectFrom('courses.courses')
    .select('id')
    .where('id', '=', course)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 404)
}

async function orderOf(db: Db<'authoring'>, course: string): Promise<Order> {
  const sections = await db
    .selectFrom('courses.sections')
    .select('id')
    .where('course', '=', course)
    .where('removed', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const items = await db
    .selectFrom('courses.items')
    .select(['id', 'section'])
    .where('course', '=', course)
    .where('removed', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return sections.map(({ id }) => ({
    section: id,
    items: items.filter((item) => item.section === id).map((item) => item.id),
  }))
}
