import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import { type Eyes, seen } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { inLanguage, progressOf, type Progress, type Worded } from '../rules.ts'
import { markItemDone } from '../completing-service.ts'
import { titleOf } from '../service.ts'
import type { How } from '../ways.ts'
import { itemsOf, requiredOf } from '../structure.ts'

export type FollowedCourse = { id: string; title: Worded }

/** The courses that somebody teaches now, by title. */
export async function coursesTaughtBy(db: Db<'teaching'>, { actor, now }: Eyes, language: Language): Promise<FollowedCourse[]> {
  const courses = await taughtBy(db, { actor, now }).orderBy('course.slug').limit(200).execute()
  return courses.map((course) => ({ id: course.id, title: titleOf(course, language) }))
}

export type Followed = { id: string; name: string; progress: Progress; completed: Date | null }

/** Who takes a course that the actor teaches, by name, and how far each has come. @throws Refusal `notFound` (404). */
export async function learnersOf(db: Db<'teaching'>, eyes: Eyes, course: string): Promise<Followed[]> {
  await mustTeach(db, eyes, course)
  const required = requiredOf(await itemsOf(db, [course]))
  const learners = await enrolledIn(db, course).orderBy('person.last_name').orderBy('person.first_name').orderBy('person.id').limit(500).execute()
  await seen(db, { eyes, purpose: 'teaching', people: learners.map(({ id }) => id) })
  const done = await db.selectFrom('courses.item_completions').select(['learner', 'item']).where('course', '=', course).limit(200_000).execute()
  return learners.map(({ id, firstName, lastName, completed }) => ({
    id,
    name: `${firstName} ${lastName}`,
    progress: progressOf(required, new Set(done.filter(({ learner }) => learner === id).map(({ item }) => item)), completed !== null),
    completed,
  }))
}

export type FollowedItem = { id: string; kind: 'lesson' | 'exam'; title: Worded; required: boolean; done: Date | null; how: How | null }

/** One learner in a course: what they have done, when, and how. @throws Refusal `notFound` (404) out of reach. */
export async function learnerIn(
  db: Db<'teaching'>,
  eyes: Eyes,
  { course, learner, language }: { course: string; learner: string; language: Language },
): Promise<{ name: string; completed: Date | null; items: FollowedItem[] }> {
  await mustTeach(db, eyes, course)
  const [person, items, facts, done] = await Promise.all([
    enrolledIn(db, course).where('person.id', '=', learner).executeTakeFirst(),
    itemsOf(db, [course]),
    db.selectFrom('courses.courses').select('language').where('id', '=', course).executeTakeFirstOrThrow(),
    db.selectFrom('courses.item_completions').select(['item', 'done', 'how']).where('course', '=', course).where('learner', '=', learner).limit(2_000).execute(),
  ])
  await seen(db, { eyes, purpose: 'teaching', people: person ? [person.id] : [] })
  if (!person) throw new Refusal('notFound', 404)
  return {
    name: `${person.firstName} ${person.lastName}`,
    completed: person.completed,
    items: items.map(({ id, kind, title, required }) => {
      const how = done.find(({ item }) => item === id)
      return { id, kind, title: inLanguage(title, language, facts.language as Language), required, done: how?.done ?? null, how: (how?.how as How | undefined) ?? null }
    }),
  }
}

/**
 * Counts a lesson as done for one learner, who did it some other way. An exam is done by passing it.
 * @throws Refusal `notFound` (404).
 */
export async function countAsDone(
  db: Db<'teaching'>,
  eyes: Eyes,
  { course, learner, item }: { course: string; learner: string; item: string },
): Promise<void> {
  const { items } = await learnerIn(db, eyes, { course, learner, language: 'nb' })
  if (!items.some(({ id, kind }) => id === item && kind === 'lesson')) throw new Refusal('notFound', 404)
  await markItemDone(db, eyes, { purpose: 'teaching', learner, item, how: 'teacher' })
}

/** @throws Refusal `notFound` (404) for a course that the actor does not teach. */
export async function mustTeach(db: Db<'teaching'>, eyes: Eyes, course: string): Promise<void> {
  const found = await taughtBy(db, eyes).where('course.id', '=', course).executeTakeFirst()
  if (!found) {
    await seen(db, { eyes, purpose: 'teaching', people: [] })
    throw new Refusal('notFound', 404)
  }
}

function taughtBy(db: Db<'teaching'>, { actor, now }: Pick<Eyes, 'actor' | 'now'>) {
  return db
    .selectFrom('courses.courses as course')
    .innerJoin('courses.teachers as teacher', 'teacher.course', 'course.id')
    .select(['course.id', 'course.title', 'course.language'])
    .where('teacher.person', '=', actor)
    .where('teacher.begins', '<=', now)
    .where('teacher.ends', 'is', null)
}

function enrolledIn(db: Db<'teaching'>, course: string) {
  return db
    .selectFrom('courses.enrolments as enrolment')
    .innerJoin('accounts.persons as person', 'person.id', 'enrolment.learner')
    .leftJoin('courses.completions as completion', (join) => join.onRef('completion.learner', '=', 'person.id').on('completion.course', '=', course))
    .select(['person.id', 'person.first_name as firstName', 'person.last_name as lastName', 'completion.completed'])
    .where('enrolment.course', '=', course)
    .where('enrolment.left_course', 'is', null)
}
