import type { Db } from '../../tables.ts'
import type { Texts } from './rules.ts'

/** An item as learners see it, in the order of the course. */
export type Item = {
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
  return rows.map(({ video, kind, ...item }) => ({ ...item, kind: kind as Item['kind'], hasVideo: video !== null }))
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
