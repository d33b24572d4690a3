import type { Db } from '../../tables.ts'
import { OPEN, type Opening, openingOf, ofSample, type Release } from './opening.ts'
import type { Texts } from './rules.ts'
import type { Doing, Way } from './ways.ts'

/** An item as learners see it, in the order of the course. */
export type Item = Doing & {
  id: string
  course: string
  section: string
  sectionTitle: Texts
  kind: 'lesson' | 'exam'
  required: boolean
  /** May be read before the course is taken. */
  sample: boolean
  title: Texts
  reference: string | null
  minutes: number | null
  hasVideo: boolean
  /** When it opens, for its section's sake and for its own. */
  releases: readonly Release[]
}

/** What is shown of these courses, in their order; what is removed or not yet shown is not there. */
export async function itemsOf<P extends 'teaching' | 'authoring'>(
  db: Db<P>,
  courses: readonly string[],
): Promise<Item[]> {
  if (courses.length === 0) return []
  const rows = await (db as unknown as Db<'teaching'>)
    .selectFrom('courses.items as item')
    .innerJoin('courses.sections as section', 'section.id', 'item.section')
    .leftJoin('courses.lessons as lesson', 'lesson.item', 'item.id')
    .leftJoin('courses.lesson_versions as version', 'version.id', 'lesson.published')
    .select(['item.id', 'item.course', 'item.section', 'item.kind', 'item.required', 'item.sample', 'item.title', 'item.reference'])
    .select(['section.title as sectionTitle', 'version.minutes', 'version.video'])
    .select(['item.opens', 'item.opens_after_days', 'item.unseen', 'item.done_by', 'item.least_minutes', 'item.done_with'])
    .select(['section.opens as sectionOpens', 'section.opens_after_days as sectionOpensAfterDays', 'section.unseen as sectionUnseen'])
    .where('item.course', 'in', [...courses])
    .where('item.removed', 'is', null)
    .where('item.shown', 'is not', null)
    .where('section.removed', 'is', null)
    .orderBy('item.course')
    .orderBy('section.position')
    .orderBy('item.position')
    .orderBy('item.id')
    .limit(2_000)
    .execute()
  return rows.map(itemIn)
}

type ItemRow = Omit<Item, 'kind' | 'hasVideo' | 'releases' | keyof Doing> & {
  kind: string
  video: string | null
  opens: Date | null
  opens_after_days: number | null
  unseen: boolean
  sectionOpens: Date | null
  sectionOpensAfterDays: number | null
  sectionUnseen: boolean
  done_by: string
  least_minutes: number | null
  done_with: string | null
}

function itemIn(row: ItemRow): Item {
  const { kind, video, opens, opens_after_days, unseen, sectionOpens, sectionOpensAfterDays, sectionUnseen, done_by, least_minutes, done_with, ...item } = row
  return {
    ...item,
    kind: kind as Item['kind'],
    hasVideo: video !== null,
    releases: [
      { opens: sectionOpens, opensAfterDays: sectionOpensAfterDays, unseen: sectionUnseen },
      { opens, opensAfterDays: opens_after_days, unseen },
    ],
    way: done_by as Way,
    leastMinutes: least_minutes,
    doneWith: done_with,
  }
}

export type Learner = {
  /** When they began; null for whoever does not take the course. */
  enrolled: Date | null
  done: ReadonlySet<string>
  /** What has been opened early for them. */
  early: ReadonlySet<string>
  now: Date
  zone: string
}

/** Whether an item is open to a learner: what they have done, or may see early, does not close again. */
export function openingFor({ id, sample, releases }: Pick<Item, 'id' | 'sample' | 'releases'>, learner: Learner): Opening {
  if (learner.done.has(id) || learner.early.has(id)) return OPEN
  return openingOf(sample ? ofSample(releases) : releases, learner)
}

export type SeenItem = Item & { opening: Opening }

/** The items that a learner may know of, and whether each is open to them. */
export function seenBy(items: readonly Item[], learner: Learner): SeenItem[] {
  return items.map((item) => ({ ...item, opening: openingFor(item, learner) })).filter(({ opening }) => opening.isSeen)
}

/** What they can go on with now. */
export function openOf(items: readonly SeenItem[]): SeenItem[] {
  return items.filter(({ opening }) => opening.isOpen)
}

/** Which items of these courses a learner has done. */
export async function doneBy(
  db: Db<'teaching'>,
  { learner, courses }: { learner: string; courses: readonly string[] },
): Promise<Set<string>> {
  if (courses.length === 0) return new Set()
  const rows = await db
    .selectFrom('courses.item_completions')
    .select('item')
    .where('learner', '=', learner)
    .where('course', 'in', [...courses])
    .execute()
  return new Set(rows.map(({ item }) => item))
}

export function requiredOf(items: readonly Item[]): string[] {
  return items.filter(({ required }) => required).map(({ id }) => id)
}

/** Where an item is done: a lesson here, an exam in its own room. */
export function hrefOf({ course, kind, id, reference }: Pick<Item, 'course' | 'kind' | 'id' | 'reference'>): string {
  return kind === 'exam' ? `/exams/${reference}` : `/courses/${course}/lessons/${id}`
}
