import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { asJson } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Language } from '../../platform/words.ts'
import { record } from '../../privacy/jobs.ts'
import type { Eyes } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { AT_ONCE } from './opening.ts'
import { inLanguage, nextItem, type Progress, progressOf, type Texts, type Worded } from './rules.ts'
import { doneBy, hrefOf, type Item, itemsOf, openOf, requiredOf, type SeenItem, seenBy } from './structure.ts'

export type CourseFacts = {
  id: string
  language: Language
  title: Texts
  goals: readonly Texts[]
  level: string | null
  hours: number | null
}

/** What a certificate or an exam says of its course. Under `teaching` only what is published. */
export async function getCourse<P extends 'teaching' | 'authoring' | 'examination' | 'certification'>(
  db: Db<P>,
  course: string,
): Promise<CourseFacts> {
  const found = await (db as unknown as Db<'teaching'>)
    .selectFrom('courses.courses')
    .select(['id', 'language', 'title', 'goals', 'level', 'hours'])
    .where('id', '=', course)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 404)
  return { ...found, language: found.language as Language }
}

/** A course's title as somebody reads it. */
export function titleOf(course: { title: Texts; language: string }, language: Language): Worded {
  return inLanguage(course.title, language, course.language as Language)
}

/** @throws Refusal `enrolFirst` (403) for whoever does not take the course. */
export async function mustBeEnrolled<P extends 'teaching' | 'examination'>(
  db: Db<P>,
  { learner, course }: { learner: string; course: string },
): Promise<void> {
  const found = await (db as unknown as Db<'teaching'>)
    .selectFrom('courses.enrolments')
    .select('course')
    .where('course', '=', course)
    .where('learner', '=', learner)
    .where('left_course', 'is', null)
    .executeTakeFirst()
  if (!found) throw new Refusal('enrolFirst', 403)
}

/** The courses a learner takes now, the newest first. */
export async function enrolmentsOf<P extends 'teaching' | 'examination'>(
  db: Db<P>,
  learner: string,
): Promise<{ course: string; enrolled: Date }[]> {
  return (db as unknown as Db<'teaching'>)
    .selectFrom('courses.enrolments')
    .select(['course', 'enrolled'])
    .where('learner', '=', learner)
    .where('left_course', 'is', null)
    .orderBy('enrolled', 'desc')
    .limit(200)
    .execute()
}

export type NewItem = { course: string; kind: 'exam'; title: Texts; reference: string; required: boolean }

/** Adds another room's item at the end of a course; learners see it once `showItem` says so. */
export async function addItem(db: Db<'authoring'>, item: NewItem): Promise<string> {
  const section = await lastSectionOf(db, item.course)
  const id = newId()
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from courses.items where section = ${section})`
  await db
    .insertInto('courses.items')
    .values({ ...item, id, section, position, sample: false, title: asJson(item.title), done_by: 'read', ...AT_ONCE })
    .execute()
  return id
}

/** Shows an item to learners. Whoever has completed the course stays complete. */
export async function showItem(db: Db<'authoring'>, item: string, now: Date): Promise<void> {
  await db.updateTable('courses.items').set({ shown: now }).where('id', '=', item).where('shown', 'is', null).execute()
}

/** Gives an item another title. */
export async function renameItem(db: Db<'authoring'>, { id, title }: { id: string; title: Texts }): Promise<void> {
  await db.updateTable('courses.items').set({ title: asJson(title) }).where('id', '=', id).execute()
}

/** Learners who lack nothing now that the rule has changed are completed by a job. */
export async function recordRuleChange(db: Db<'authoring'>, eyes: Eyes, course: string): Promise<void> {
  await record(db, {
    eyes,
    purpose: 'authoring',
    happening: { event: 'courses.ruleChanged', person: null, subject: course },
  })
}

/** Remembers where the learner is, for every device of theirs. */
export async function rememberPlace<P extends 'teaching' | 'examination'>(
  db: Db<P>,
  { learner, course, item, now }: { learner: string; course: string; item: string; now: Date },
): Promise<void> {
  await (db as unknown as Db<'teaching'>)
    .insertInto('courses.places')
    .values({ learner, course, item, paragraph: 0, visited: now })
    .onConflict((conflict) =>
      conflict.columns(['institution', 'learner', 'course']).doUpdateSet({
        item,
        visited: now,
        // The same lesson again: one stays where one was in it.
        paragraph: sql`case when places.item = excluded.item then places.paragraph else 0 end`,
      }),
    )
    .execute()
}

export type Place = {
  course: string
  title: Worded
  href: string
  progress: Progress
  /** Where to go on; nothing once everything is done. */
  next: { id: string; kind: Item['kind']; title: Worded; href: string; minutes: number | null } | null
  /** Where nothing is open now and something will be: when the first of it opens. */
  opens: { from: Date | null; afterDays: number | null } | null
  minutesLeft: number
  lastVisited: Date | null
}

/** Where the learner goes on, in each course they take; the one visited last comes first. */
export async function placesOf(db: Db<'teaching'>, visit: Visit): Promise<Place[]> {
  const learner = visit.actor
  if (!learner) return []
  const taken = await takenBy(db, learner)
  const courses = taken.map(({ id }) => id)
  const [items, done] = await Promise.all([itemsOf(db, courses), doneBy(db, { learner, courses })])

  return taken.map((course) =>
    placeIn(course, { items: items.filter((item) => item.course === course.id), done, visit }),
  )
}

type Taken = Awaited<ReturnType<typeof takenBy>>[number]

function takenBy(db: Db<'teaching'>, learner: string) {
  return db
    .selectFrom('courses.enrolments as enrolment')
    .innerJoin('courses.courses as course', 'course.id', 'enrolment.course')
    .leftJoin('courses.places as place', (join) =>
      join.onRef('place.course', '=', 'enrolment.course').on('place.learner', '=', learner),
    )
    .leftJoin('courses.completions as completion', (join) =>
      join.onRef('completion.course', '=', 'enrolment.course').on('completion.learner', '=', learner),
    )
    .select(['course.id', 'course.title', 'course.language', 'enrolment.enrolled', 'place.item', 'place.visited', 'completion.completed'])
    .select(({ selectFrom }) =>
      jsonArrayFrom(
        selectFrom('courses.exemptions as exemption')
          .select('exemption.item')
          .whereRef('exemption.course', '=', 'course.id')
          .where('exemption.learner', '=', learner)
          .where('exemption.item', 'is not', null)
          .where('exemption.ended', 'is', null),
      ).as('early'),
    )
    .where('enrolment.learner', '=', learner)
    .where('enrolment.left_course', 'is', null)
    .orderBy(sql`coalesce(place.visited, enrolment.enrolled)`, 'desc')
    .limit(100)
    .execute()
}

function placeIn(
  course: Taken,
  { items, done, visit: { language, now, site } }: { items: Item[]; done: Set<string>; visit: Visit },
): Place {
  const early = new Set(course.early.flatMap(({ item }) => item ?? []))
  const seen = seenBy(items, { enrolled: course.enrolled, done, early, now, zone: site.zone })
  const open = nextItem(
    openOf(seen).map(({ id }) => id),
    done,
    course.item ?? undefined,
  )
  const next = items.find(({ id }) => id === open)
  const minutesLeft = items.reduce(
    (sum, { id, minutes, required }) => (required && !done.has(id) ? sum + (minutes ?? 0) : sum),
    0,
  )
  return {
    course: course.id,
    title: titleOf(course, language),
    href: `/courses/${course.id}`,
    progress: progressOf(requiredOf(items), done, course.completed !== null),
    next: next
      ? {
          id: next.id,
          kind: next.kind,
          title: inLanguage(next.title, language, course.language as Language),
          href: hrefOf(next),
          minutes: next.minutes,
        }
      : null,
    opens: next ? null : firstToOpen(seen),
    minutesLeft: course.completed ? 0 : minutesLeft,
    lastVisited: course.visited,
  }
}

function firstToOpen(items: readonly SeenItem[]): Place['opens'] {
  const [first] = items.filter(({ opening }) => !opening.isOpen).sort((a, b) => Number(a.opening.from) - Number(b.opening.from))
  return first ? { from: first.opening.from, afterDays: first.opening.afterDays } : null
}

async function lastSectionOf(db: Db<'authoring'>, course: string): Promise<string> {
  const { id } = await db
    .selectFrom('courses.sections')
    .select('id')
    .where('course', '=', course)
    .where('removed', 'is', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(() => new Refusal('sectionMissing', 409))
  return id
}
