import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import { type Eyes, seen } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { inLanguage, type Texts, type Worded } from '../rules.ts'
import { addTeacher, type Teacher, teachersOf } from '../teaching-service.ts'

export type TaughtCourse = { id: string; title: Worded; teachers: Teacher[] }

/** Every course of the institution and who teaches it, by title. */
export async function coursesAndTeachers(db: Db<'administration'>, eyes: Eyes, language: Language): Promise<TaughtCourse[]> {
  const courses = await db.selectFrom('courses.courses').select(['id', 'title', 'language']).orderBy('slug').limit(500).execute()
  const listed: TaughtCourse[] = []
  for (const course of courses) listed.push({ id: course.id, title: titleOf(course, language), teachers: await teachersOf(db, course.id) })
  await seen(db, { eyes, purpose: 'administration', people: listed.flatMap(({ teachers }) => teachers.map(({ person }) => person)) })
  return listed
}

/** A course, who teaches it, and who else might. @throws Refusal `notFound` (404). */
export async function getTaughtCourse(
  db: Db<'administration'>,
  eyes: Eyes,
  { course, language }: { course: string; language: Language },
): Promise<TaughtCourse & { others: Teacher[] }> {
  const [found, teachers, all] = await Promise.all([
    db.selectFrom('courses.courses').select(['id', 'title', 'language']).where('id', '=', course).executeTakeFirst(),
    teachersOf(db, course),
    whoMayTeach(db, eyes.now),
  ])
  await seen(db, { eyes, purpose: 'administration', people: [...teachers, ...all].map(({ person }) => person) })
  if (!found) throw new Refusal('notFound', 404)
  const others = all.filter(({ person }) => !teachers.some((teacher) => teacher.person === person))
  return { id: found.id, title: titleOf(found, language), teachers, others }
}

/**
 * Lets a teacher of the house teach a course. Its learners are told: the name stands on the course.
 * @throws Refusal `notFound` (404) for a course that is not here, `notATeacher` (422).
 */
export async function appoint(db: Db<'administration'>, eyes: Eyes, given: { course: string; person: string }): Promise<void> {
  const { others } = await getTaughtCourse(db, eyes, { course: given.course, language: 'nb' })
  if (!others.some(({ person }) => person === given.person)) throw new Refusal('notATeacher', 422, { field: 'person' })
  await addTeacher(db, eyes, given)
}

/** Those who have been made teachers of the house and whose account is open, by name. */
async function whoMayTeach(db: Db<'administration'>, now: Date): Promise<Teacher[]> {
  return db
    .selectFrom('accounts.persons as person')
    .select(['person.id as person', 'person.first_name as firstName', 'person.last_name as lastName'])
    .where('person.blocked', 'is', null)
    .where('person.deactivated', 'is', null)
    .where('person.id', 'in', (from) =>
      from
        .selectFrom('accounts.appointments')
        .select('person')
        .where('role', '=', 'teacher')
        .where('begins', '<=', now)
        .where((where) => where.or([where('ends', 'is', null), where('ends', '>', now)])),
    )
    .orderBy('person.last_name')
    .orderBy('person.first_name')
    .orderBy('person.id')
    .limit(500)
    .execute()
}

function titleOf({ title, language: written }: { title: Texts; language: string }, language: Language): Worded {
  return inLanguage(title, language, written as Language)
}
