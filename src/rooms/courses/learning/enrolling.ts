import { Refusal } from '../../../platform/refusal.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { completeIfFulfilled } from '../completing-service.ts'
import { alternativesOf } from '../rules.ts'
import { titleOf } from '../service.ts'
import { giveReachToTeachers } from '../teaching-service.ts'
import { requirementsFor } from './learner-state.ts'

/**
 * Enrols whoever asks, or lets them come back to what they had left; twice is once. The teachers of
 * the course may see how they do in it from now on.
 * @throws Refusal `notFound` (404), `courseRetired` (409), `prerequisitesMissing` (409) with their titles.
 */
export async function enrol(
  db: Db<'teaching'>,
  visit: Visit,
  { learner, course }: { learner: string; course: string },
): Promise<void> {
  const [found, missing] = await Promise.all([findOffered(db, course), missingFor(db, { learner, course })])
  if (!found) throw new Refusal('notFound', 404)
  if (found.retired) throw new Refusal('courseRetired', 409)
  if (missing.length > 0) {
    const titles = missing.map((group) => group.map((one) => titleOf(one, visit.language).text).join(' / ')).join(', ')
    throw new Refusal('prerequisitesMissing', 409, { values: [titles] })
  }

  await db
    .insertInto('courses.enrolments')
    .values({ learner, course, enrolled: visit.now })
    .onConflict((conflict) => conflict.columns(['institution', 'course', 'learner']).doUpdateSet({ left_course: null }))
    .execute()
  await giveReachToTeachers(db, visit, { learner, course })
  // Whoever gets in by completing what was missing asks no longer.
  await db
    .updateTable('courses.applications')
    .set({ decided: visit.now, outcome: 'withdrawn' })
    .where('learner', '=', learner)
    .where('course', '=', course)
    .where('decided', 'is', null)
    .execute()
  await completeIfFulfilled(db, visit, { purpose: 'teaching', learner, course })
}

/** What was done stays done, for whoever comes back; a certificate stays theirs in any case. */
export async function leave(
  db: Db<'teaching'>,
  { now }: Eyes,
  { learner, course }: { learner: string; course: string },
): Promise<void> {
  await db
    .updateTable('courses.enrolments')
    .set({ left_course: now })
    .where('learner', '=', learner)
    .where('course', '=', course)
    .where('left_course', 'is', null)
    .execute()
}

function findOffered(db: Db<'teaching'>, course: string) {
  return db.selectFrom('courses.courses').select(['id', 'retired']).where('id', '=', course).executeTakeFirst()
}

/** The courses somebody must complete first, and has not, nor is exempt from; of alternatives none. */
export async function missingFor(db: Db<'teaching'>, { learner, course }: { learner: string; course: string }) {
  const all = await requirementsFor(db, { learner, course }).limit(100).execute()
  return alternativesOf(all).filter((group) => group.every(({ completion, exemption }) => completion === null && exemption === null))
}
