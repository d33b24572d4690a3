import { Refusal } from '../../platform/refusal.ts'
import type { Db } from '../../tables.ts'

/**
 * A course that learners have never seen, and so nobody has started; whoever publishes it waits until it is gone.
 * @throws Refusal `notFound` (404), `courseWasPublished` (409).
 */
export async function mustNeverHaveBeenPublished(db: Db<'authoring'>, course: string): Promise<void> {
  const found = await db.selectFrom('courses.courses').select('published').where('id', '=', course).forUpdate().executeTakeFirst()
  if (!found) throw new Refusal('notFound', 404)
  if (found.published) throw new Refusal('courseWasPublished', 409)
}

/**
 * Deletes a draft with all that is in it. The contents of its files stay in the store, which knows no courses.
 * @throws Refusal as `mustNeverHaveBeenPublished`.
 */
export async function deleteDraftCourse(db: Db<'authoring'>, course: string): Promise<void> {
  await mustNeverHaveBeenPublished(db, course)
  const items = db.selectFrom('courses.items').select('id').where('course', '=', course)
  await db.deleteFrom('courses.lesson_files').where('course', '=', course).execute()
  await db.deleteFrom('courses.lessons').where('item', 'in', items).execute()
  await db.deleteFrom('courses.lesson_versions').where('item', 'in', items).execute()
  await db.deleteFrom('courses.items').where('course', '=', course).execute()
  await db.deleteFrom('courses.sections').where('course', '=', course).execute()
  await db.deleteFrom('courses.files').where('course', '=', course).execute()
  await db.deleteFrom('courses.prerequisites').where((where) => where.or([where('course', '=', course), where('required', '=', course)])).execute()
  await db.deleteFrom('courses.teachers').where('course', '=', course).execute()
  await db.deleteFrom('courses.fact_versions').where('course', '=', course).execute()
  await db.deleteFrom('courses.courses').where('id', '=', course).execute()
}
