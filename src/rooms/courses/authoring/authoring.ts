import { sql } from 'kysely'
import { asJson, refuseIfTaken } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { AT_ONCE } from '../opening.ts'
import { freeSlug, isCircular, slugOf, type Texts } from '../rules.ts'

export type Facts = {
  language: Language
  title: Texts
  summary: Texts
  goals: readonly Texts[]
  level: string | null
  hours: number | null
}

export type ListedCourse = {
  id: string
  title: Texts
  language: string
  changed: Date
  published: Date | null
  retired: Date | null
  items: number
}

/** Every course of the institution, the one changed last first. */
export function coursesForAuthors(db: Db<'authoring'>): Promise<ListedCourse[]> {
  const items = sql<number>`(select count(*) from courses.items as item where item.course = course.id and item.removed is null)`
  return db
    .selectFrom('courses.courses as course')
    .select([
      'course.id',
      'course.title',
      'course.language',
      'course.changed',
      'course.published',
      'course.retired',
      items.as('items'),
    ])
    .orderBy('course.changed', 'desc')
    .limit(500)
    .execute()
}

/** A new draft, with a first section to put lessons into. */
export async function makeCourse(db: Db<'authoring'>, { now }: Visit, facts: Facts): Promise<string> {
  const id = newId()
  const slug = await slugFor(db, facts.title[facts.language] ?? '')
  await refuseIfTaken('changedMeanwhile', () =>
    db
      .insertInto('courses.courses')
      .values({ id, slug, ...rowOf(facts), revision: 1, created: now, changed: now })
      .execute(),
  )
  const title = asJson({ nb: 'Del 1', da: 'Del 1', en: 'Part 1' })
  await db.insertInto('courses.sections').values({ id: newId(), course: id, position: 1, title, ...AT_ONCE }).execute()
  return id
}

/** A slug that nobody has: the title's, or that with a number. */
export async function slugFor(db: Db<'authoring'>, title: string): Promise<string> {
  const wished = slugOf(title)
  const taken = await db.selectFrom('courses.courses').select('slug').where('slug', 'like', `${wished}%`).execute()
  return freeSlug(wished, new Set(taken.map(({ slug }) => slug)))
}

export async function getFacts(
  db: Db<'authoring'>,
  course: string,
): Promise<Facts & { id: string; changed: Date; published: Date | null; retired: Date | null }> {
  const found = await db
    .selectFrom('courses.courses')
    .select(['id', 'language', 'title', 'summary', 'goals', 'level', 'hours', 'changed', 'published', 'retired'])
    .where('id', '=', course)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 404)
  return { ...found, language: found.language as Language }
}

/**
 * Offers a course, for the first time or again.
 * @throws Refusal `nothingToPublish` (409) as long as learners would find nothing required in it.
 */
export async function publishCourse(db: Db<'authoring'>, { now }: Visit, course: string): Promise<void> {
  const required = await db
    .selectFrom('courses.items')
    .select('id')
    .where('course', '=', course)
    .where('required', '=', true)
    .where('shown', 'is not', null)
    .where('removed', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (!required) throw new Refusal('nothingToPublish', 409)
  // Before a course was first offered its newest facts are what everybody sees.
  const draft = db.updateTable('courses.fact_versions').set({ published: now }).where('course', '=', course).where('published', 'is', null)
  const isFirst = db.selectFrom('courses.courses').select('id').where('id', '=', course).where('published', 'is', null)
  await draft.where('course', 'in', isFirst).execute()
  await db
    .updateTable('courses.courses')
    .set({ published: sql<Date>`coalesce(published, ${now})`, retired: null, changed: now })
    .where('id', '=', course)
    .execute()
}

/** Offers it to nobody new; whoever takes it goes on. */
export async function retireCourse(db: Db<'authoring'>, { now }: Visit, course: string): Promise<void> {
  await db
    .updateTable('courses.courses')
    .set({ retired: now, changed: now })
    .where('id', '=', course)
    .where('published', 'is not', null)
    .where('retired', 'is', null)
    .execute()
}

/**
 * Learners must complete `required` first, from the next enrolment on; or, where it stands instead of
 * another that is required, one of the two.
 * @throws Refusal `prerequisiteCircular` (409) when that would lead back to the course itself.
 */
export async function addPrerequisite(
  db: Db<'authoring'>,
  { course, required, insteadOf }: { course: string; required: string; insteadOf?: string | undefined },
): Promise<void> {
  // Two authors who each close half a circle must see each other.
  await sql`select pg_advisory_xact_lock(hashtextextended('courses.prerequisites', 0))`.execute(db)
  const known = await db.selectFrom('courses.prerequisites').select(['course', 'required', 'choice']).limit(10_000).execute()
  if (isCircular(known, { course, required })) throw new Refusal('prerequisiteCircular', 409, { field: 'required' })
  await db
    .insertInto('courses.prerequisites')
    .values({ course, required, choice: await choiceWith(db, known, { course, insteadOf }) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The number that a new alternative shares with the course it may stand for; 0 for one that stands alone. */
async function choiceWith(
  db: Db<'authoring'>,
  known: readonly { course: string; required: string; choice: number }[],
  { course, insteadOf }: { course: string; insteadOf: string | undefined },
): Promise<number> {
  const own = known.filter((one) => one.course === course)
  const other = own.find(({ required }) => required === insteadOf)
  if (!other) return 0
  if (other.choice > 0) return other.choice
  const choice = Math.max(...own.map((one) => one.choice)) + 1
  await db.updateTable('courses.prerequisites').set({ choice }).where('course', '=', course).where('required', '=', other.required).execute()
  return choice
}

export async function removePrerequisite(
  db: Db<'authoring'>,
  { course, required }: { course: string; required: string },
): Promise<void> {
  await db.deleteFrom('courses.prerequisites').where('course', '=', course).where('required', '=', required).execute()
}

/** The facts of a course as they stand in its row. */
export function rowOf(facts: Facts) {
  const { language, level, hours } = facts
  return {
    language,
    level,
    hours,
    title: asJson(facts.title),
    summary: asJson(facts.summary),
    goals: asJson(facts.goals),
  }
}
