import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { inLanguage, nextItem, type Progress, progressOf, type Texts, type Worded } from '../rules.ts'
import { hrefOf, type Item, itemsOf, openOf, requiredOf, type SeenItem, seenBy } from '../structure.ts'
import type { Way } from '../ways.ts'
import { type LearnerState, learnerOf, learnerState, requirementsFor } from './learner-state.ts'
import type { Teacher } from '../teaching-service.ts'

export type ShownItem = {
  id: string
  kind: Item['kind']
  title: Worded
  href: string
  minutes: number | null
  hasVideo: boolean
  required: boolean
  sample: boolean
  isDone: boolean
  isNext: boolean
  /** What makes a lesson done. */
  way: Way
  leastMinutes: number | null
  /** The exam by which a lesson is done. */
  doneWith: { title: Worded; href: string } | null
  /** Nothing where it is open. */
  opens: { from: Date | null; afterDays: number | null } | null
}

export type ShownCourse = {
  id: string
  title: Worded
  summary: Worded
  goals: Worded[]
  level: string | null
  hours: number | null
  isRetired: boolean
  teachers: string[]
  prerequisites: { id: string; title: Worded; isMet: boolean; isExempt: boolean; choice: number }[]
  /** Whether one has asked to begin without them, and what came of it. */
  application: { asked: Date; decided: Date | null; outcome: string | null } | null
  sections: { id: string; title: Worded; items: ShownItem[] }[]
  enrolled: Date | null
  completed: Date | null
  progress: Progress
  next: ShownItem | null
  /** What is required besides, and not even named yet. */
  laterRequired: number
}

/**
 * A course as one learner sees it: three questions in one transaction, however many learners there are.
 * @throws Refusal `notFound` (404).
 */
export async function getCourseFor(db: Db<'teaching'>, visit: Visit, id: string): Promise<ShownCourse> {
  const learner = visit.actor ?? NO_ONE
  const [course, items, state] = await Promise.all([
    findCourse(db, { id, learner }),
    itemsOf(db, [id]),
    stateOf(db, { id, learner }),
  ])
  if (!course) throw new Refusal('notFound', 404)
  return shownCourse({ course, items, state, visit })
}

/** The same as an author sees it beforehand: as somebody who has just enrolled. */
export function previewCourse(course: Facts, { items, visit }: { items: readonly Item[]; visit: Visit }): ShownCourse {
  const state = { enrolment: { enrolled: visit.now.toISOString() }, completion: null, place: null, application: null, done: [], early: [] }
  return shownCourse({ course: { ...course, prerequisites: [], teachers: [] }, items, state, visit })
}

// A visitor is compared with an id that nobody has.
const NO_ONE = '00000000-0000-0000-0000-000000000000'

type Facts = {
  id: string
  language: string
  title: Texts
  summary: Texts
  goals: readonly Texts[]
  level: string | null
  hours: number | null
  retired: Date | null
}

type FoundCourse = Facts & {
  prerequisites: readonly { id: string; title: Texts; language: string; choice: number; completion: string | null; exemption: string | null }[]
  teachers: readonly Teacher[]
}

type State = LearnerState & { place: { item: string } | null; application: { asked: string; decided: string | null; outcome: string | null } | null }

type Asked = { id: string; learner: string }

function findCourse(db: Db<'teaching'>, { id, learner }: Asked): Promise<FoundCourse | undefined> {
  return db
    .selectFrom('courses.courses as course')
    .select([
      'course.id',
      'course.language',
      'course.title',
      'course.summary',
      'course.goals',
      'course.level',
      'course.hours',
      'course.retired',
    ])
    .select(jsonArrayFrom(requirementsFor(db, { learner, course: id }).limit(20)).as('prerequisites'))
    .select(teachersOfThis.as('teachers'))
    .where('course.id', '=', id)
    .executeTakeFirst()
}

const teachersOfThis = sql<Teacher[]>`(
  select coalesce(json_agg(json_build_object('person', person, 'firstName', first_name, 'lastName', last_name)), '[]')
  from courses.teachers_of(course.id)
)`

/** What the learner has done here, in one question; empty for whoever is not enrolled. */
async function stateOf(db: Db<'teaching'>, { id, learner }: Asked): Promise<State> {
  return db
    .selectNoFrom((from) => [
      ...learnerState(from, { learner, course: id }),
      jsonObjectFrom(
        from.selectFrom('courses.places').select('item').where('course', '=', id).where('learner', '=', learner),
      ).as('place'),
      jsonObjectFrom(
        from.selectFrom('courses.applications').select(['asked', 'decided', 'outcome']).where('course', '=', id).where('learner', '=', learner),
      ).as('application'),
    ])
    .executeTakeFirstOrThrow() as unknown as Promise<State>
}

type Known = { course: FoundCourse; items: readonly Item[]; state: State; visit: Visit }

function shownCourse({ course, items, state, visit }: Known): ShownCourse {
  const learner = learnerOf(state, visit)
  const seen = seenBy(items, learner)
  const open = nextItem(
    openOf(seen).map(({ id }) => id),
    learner.done,
    state.place?.item,
  )
  const written = course.language as Language
  const worded = (texts: Texts) => inLanguage(texts, visit.language, written)
  const shown = seen.map((item) => ({
    item,
    shown: shownItem(item, { isDone: learner.done.has(item.id), isNext: item.id === open, worded, seen }),
  }))
  const later = items.filter(({ id, required }) => required && !seen.some((one) => one.id === id))

  return {
    id: course.id,
    title: worded(course.title),
    summary: worded(course.summary),
    goals: course.goals.map(worded),
    level: course.level,
    hours: course.hours,
    isRetired: course.retired !== null,
    teachers: course.teachers.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
    prerequisites: course.prerequisites.map((one) => ({
      id: one.id,
      title: inLanguage(one.title, visit.language, one.language as Language),
      isMet: one.completion !== null || one.exemption !== null,
      isExempt: one.completion === null && one.exemption !== null,
      choice: one.choice,
    })),
    application: applicationIn(state),
    sections: sectionsOf(shown, worded),
    enrolled: momentOf(state.enrolment?.enrolled),
    completed: momentOf(state.completion?.completed),
    progress: progressOf(requiredOf(items), learner.done, state.completion !== null),
    laterRequired: later.length,
    next: shown.find(({ item }) => item.id === open)?.shown ?? null,
  }
}

type Beside = { isDone: boolean; isNext: boolean; worded: (texts: Texts) => Worded; seen: readonly SeenItem[] }

function shownItem(item: SeenItem, { isDone, isNext, worded, seen }: Beside): ShownItem {
  const { id, kind, minutes, hasVideo, required, sample, way, leastMinutes, opening } = item
  const { isOpen, from, afterDays } = opening
  const exam = seen.find((one) => one.id === item.doneWith)
  return {
    ...{ id, kind, minutes, hasVideo, required, sample, isDone, isNext, way, leastMinutes },
    title: worded(item.title),
    href: hrefOf(item),
    doneWith: exam ? { title: worded(exam.title), href: hrefOf(exam) } : null,
    opens: isOpen ? null : { from, afterDays },
  }
}

function sectionsOf(
  items: readonly { item: Item; shown: ShownItem }[],
  worded: (texts: Texts) => Worded,
): ShownCourse['sections'] {
  const sections = new Map<string, ShownCourse['sections'][number]>()
  for (const { item, shown } of items) {
    const section = sections.get(item.section) ?? { id: item.section, title: worded(item.sectionTitle), items: [] }
    section.items.push(shown)
    sections.set(item.section, section)
  }
  return [...sections.values()]
}

function applicationIn({ application }: State): ShownCourse['application'] {
  if (!application || application.outcome === 'withdrawn') return null
  return { asked: new Date(application.asked), decided: momentOf(application.decided ?? undefined), outcome: application.outcome }
}

// Inside JSON the database writes moments as text.
function momentOf(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text)
}
