import type { Language } from '../../../platform/words.ts'
import type { Db } from '../../../tables.ts'
import { getFacts } from './authoring.ts'
import { releaseIn } from './conditions.ts'
import type { Conditions } from './conditions-form.ts'
import { getFactsDraft } from './facts.ts'
import { filesOf } from './filing.ts'
import type { CourseFile } from '../learning/rendering.ts'
import type { Release } from '../opening.ts'
import { inLanguage, type Texts, type Worded } from '../rules.ts'
import { teachersOf } from '../teaching-service.ts'
import type { Way } from '../ways.ts'

export type AuthorsItem = {
  id: string
  kind: 'lesson' | 'exam'
  title: Worded
  required: boolean
  sample: boolean
  reference: string | null
  isShown: boolean
  /** Something has been written that learners do not see yet. */
  hasDraft: boolean
  conditions: Conditions
}

export type Overview = {
  id: string
  title: Worded
  summary: Worded
  state: 'draft' | 'published' | 'retired'
  hasFactsDraft: boolean
  sections: { id: string; title: Worded; titles: Texts; release: Release; items: AuthorsItem[] }[]
  removed: { id: string; title: Worded }[]
  files: CourseFile[]
  prerequisites: { id: string; title: Worded; choice: number }[]
  /** Other courses that might be required. */
  others: { id: string; title: Worded }[]
  teachers: string[]
}

/** A course as its authors have it before them. */
export async function getOverview(
  db: Db<'authoring'>,
  { course, language }: { course: string; language: Language },
): Promise<Overview> {
  const facts = await getFacts(db, course)
  const [draft, sections, items, files, others, teachers] = await Promise.all([
    getFactsDraft(db, course),
    sectionsOf(db, course),
    itemsOf(db, course),
    filesOf(db, course),
    othersThan(db, course),
    teachersOf(db, course),
  ])
  const worded = (texts: Texts, written = facts.language) => inLanguage(texts, language, written)
  const named = others.map((other) => ({
    id: other.id,
    title: worded(other.title, other.language as Language),
    isRequired: other.required !== null,
    choice: other.choice ?? 0,
  }))
  const listed = items.map((item) => ({ ...item, title: worded(item.title) }))

  return {
    id: facts.id,
    title: worded(facts.title),
    summary: worded(facts.summary),
    state: stateOf(facts),
    hasFactsDraft: draft.isOffered && draft.version?.published === null,
    sections: sections.map(({ id, title, ...section }) => ({
      id,
      title: worded(title),
      titles: title,
      release: releaseIn(section),
      items: listed.filter(({ section, removed }) => section === id && !removed).map(shownToAuthors),
    })),
    removed: listed.filter(({ removed }) => removed !== null).map(({ id, title }) => ({ id, title })),
    files,
    prerequisites: named.filter(({ isRequired }) => isRequired),
    others: named.filter(({ isRequired }) => !isRequired),
    teachers: teachers.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
  }
}

/** Where a course is in its life. */
export function stateOf({ published, retired }: { published: Date | null; retired: Date | null }): Overview['state'] {
  if (retired) return 'retired'
  return published ? 'published' : 'draft'
}

type Listed = Omit<Awaited<ReturnType<typeof itemsOf>>[number], 'title'> & { title: Worded }

function shownToAuthors(item: Listed): AuthorsItem {
  const { id, kind, title, required, sample, reference, shown, newest, published } = item
  return {
    id,
    kind: kind as AuthorsItem['kind'],
    title,
    required,
    sample,
    reference,
    isShown: shown !== null,
    hasDraft: newest !== null && published === null,
    conditions: { ...releaseIn(item), way: item.done_by as Way, leastMinutes: item.least_minutes, doneWith: item.done_with },
  }
}

function sectionsOf(db: Db<'authoring'>, course: string) {
  return db
    .selectFrom('courses.sections')
    .select(['id', 'title', 'opens', 'opens_after_days', 'unseen'])
    .where('course', '=', course)
    .where('removed', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Each item, and its newest version: a draft, or published. */
function itemsOf(db: Db<'authoring'>, course: string) {
  return db
    .selectFrom('courses.items as item')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('courses.lesson_versions as version')
          .select(['version.id', 'version.published'])
          .whereRef('version.item', '=', 'item.id')
          .orderBy('version.number', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select([
      'item.id',
      'item.section',
      'item.kind',
      'item.title',
      'item.required',
      'item.sample',
      'item.reference',
      'item.shown',
      'item.removed',
      'item.opens',
      'item.opens_after_days',
      'item.unseen',
      'item.done_by',
      'item.least_minutes',
      'item.done_with',
      'newest.id as newest',
      'newest.published',
    ])
    .where('item.course', '=', course)
    .orderBy('item.position')
    .orderBy('item.id')
    .limit(2_000)
    .execute()
}

function othersThan(db: Db<'authoring'>, course: string) {
  return db
    .selectFrom('courses.courses as other')
    .leftJoin('courses.prerequisites as prerequisite', (join) =>
      join.onRef('prerequisite.required', '=', 'other.id').on('prerequisite.course', '=', course),
    )
    .select(['other.id', 'other.title', 'other.language', 'prerequisite.required', 'prerequisite.choice'])
    .where('other.id', '<>', course)
    .where('other.published', 'is not', null)
    .orderBy('other.slug')
    .limit(500)
    .execute()
}
