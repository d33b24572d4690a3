import { sql } from 'kysely'
import { newId } from '../../platform/ids.ts'
import { record } from '../../privacy/jobs.ts'
import { giveReach } from '../../privacy/reach.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'

export type Teacher = { person: string; firstName: string; lastName: string }
type Listing = 'teaching' | 'examination' | 'authoring' | 'administration'

/** Who teaches a course now, at most twenty. */
export async function teachersOf<P extends Listing>(db: Db<P>, course: string): Promise<Teacher[]> {
  const { rows } = await sql<Teacher>`
    select person, first_name as "firstName", last_name as "lastName" from courses.teachers_of(${course})
  `.execute(db as unknown as Db<'teaching'>)
  return rows
}

/** Lets somebody teach a course from now on; the learners' reach is given by a job. */
export async function addTeacher(
  db: Db<'administration'>,
  eyes: Eyes,
  { course, person }: { course: string; person: string },
): Promise<void> {
  await db
    .insertInto('courses.teachers')
    .values({ id: newId(), course, person, begins: eyes.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await recordTeachersChange(db, eyes, course)
}

/** Ends it; reach over the learners ends with it, by the same job. */
export async function endTeacher(
  db: Db<'administration'>,
  eyes: Eyes,
  { course, person }: { course: string; person: string },
): Promise<void> {
  await db
    .updateTable('courses.teachers')
    .set({ ends: eyes.now })
    .where('course', '=', course)
    .where('person', '=', person)
    .where('ends', 'is', null)
    .execute()
  await recordTeachersChange(db, eyes, course)
}

/** A learner lets the teachers of a course see how they do in it. */
export async function giveReachToTeachers(
  db: Db<'teaching'>,
  { now }: Eyes,
  { learner, course, purposes = ['teaching', 'examination'] }: { learner: string; course: string; purposes?: readonly ('teaching' | 'examination')[] },
): Promise<void> {
  const teachers = await db
    .selectFrom('courses.teachers')
    .select('person')
    .where('course', '=', course)
    .where('ends', 'is', null)
    .where('person', '<>', learner)
    .execute()
  const given = { subject: learner, because: 'course', reference: course, begins: now, ends: null }
  await giveReach(
    db,
    teachers.flatMap(({ person: actor }) => purposes.map((purpose) => ({ ...given, actor, purpose }))),
  )
}

/** Ends what a course has given over a learner: to one teacher, or to all of them. */
export async function endReach(
  eyes: Eyes,
  { learner, course, butNot }: { learner: string; course: string; butNot: readonly string[] },
): Promise<void> {
  await within('administration', { ...eyes, actor: learner }, async (db) => {
    const all = db
      .deleteFrom('privacy.reach')
      .where('subject', '=', learner)
      .where('because', '=', 'course')
      .where('reference', '=', course)
    await (butNot.length > 0 ? all.where('actor', 'not in', [...butNot]) : all).execute()
  })
}

async function recordTeachersChange(db: Db<'administration'>, eyes: Eyes, course: string): Promise<void> {
  await record(db, {
    eyes,
    purpose: 'administration',
    happening: { event: 'courses.teachersChanged', person: null, subject: course },
  })
}
