import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import type { ApplicationReason } from '../rules.ts'
import { giveReachToTeachers, teachersOf } from '../teaching-service.ts'
import { missingFor } from './enrolling.ts'

type Mine = { learner: string; course: string }

/**
 * A learner asks the teachers of a course to be let in without what it requires. They see who asks from now
 * on, until one of them has decided.
 * @throws Refusal `notFound` (404), `courseRetired`, `nothingMissing`, `nobodyToAsk` (409).
 */
export async function applyFor(db: Db<'teaching'>, visit: Visit, { learner, course, because }: Mine & { because: ApplicationReason }): Promise<void> {
  const [found, missing, teachers] = await Promise.all([
    db.selectFrom('courses.courses').select(['id', 'retired']).where('id', '=', course).executeTakeFirst(),
    missingFor(db, { learner, course }),
    teachersOf(db, course),
  ])
  if (!found) throw new Refusal('notFound', 404)
  if (found.retired) throw new Refusal('courseRetired', 409)
  if (missing.length === 0) throw new Refusal('nothingMissing', 409)
  if (teachers.length === 0) throw new Refusal('nobodyToAsk', 409)

  const asked = { asked: visit.now, because, decided: null, outcome: null, decided_by: null }
  await db
    .insertInto('courses.applications')
    .values({ learner, course, ...asked })
    .onConflict((conflict) => conflict.columns(['institution', 'course', 'learner']).doUpdateSet(asked))
    .execute()
  await giveReachToTeachers(db, visit, { learner, course, purposes: ['teaching'] })
}

/** Takes a question back that nobody has answered yet, and says whether there was one: then the caller ends what the teachers see. */
export async function withdrawApplication(db: Db<'teaching'>, { now }: Visit, { learner, course }: Mine): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('courses.applications')
    .set({ decided: now, outcome: 'withdrawn' })
    .where('learner', '=', learner)
    .where('course', '=', course)
    .where('decided', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
