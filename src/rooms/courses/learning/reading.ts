import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { markItemDone } from '../completing-service.ts'
import { addressOf, type CourseFile, lessonHtml } from './rendering.ts'
import { hasText, inLanguage, neighboursOf, type Progress, progressOf, type Texts, type Worded } from '../rules.ts'
import { hrefOf, type Item, itemsOf, openOf, requiredOf, seenBy } from '../structure.ts'
import { secondsLeft, type Way } from '../ways.ts'
import { mustBeOpen } from './doing.ts'
import { type LearnerState, learnerOf, learnerState } from './learner-state.ts'
import { rememberVisit } from './visiting.ts'

export type Film = {
  address: string
  type: string
  captions: { language: Language; address: string }[]
  transcript: Worded | null
  captionless: string | null
  seconds: number
}

export type ShownLesson = {
  course: { id: string; title: Worded }
  item: { id: string; title: Worded; section: Worded; minutes: number; isDone: boolean }
  body: { html: string; language: Language }
  film: Film | null
  files: { title: Worded; address: string; type: string; bytes: number }[]
  previous: { title: Worded; href: string } | null
  next: { title: Worded; href: string } | null
  progress: Progress
  /** Read before the course is taken: nothing is kept, and nothing goes on from here. */
  isSample: boolean
  /** The paragraph one was at, last time. */
  paragraph: number
  /** What makes it done, and what of that is missing. */
  doing: { way: Way; leastMinutes: number | null; secondsLeft: number; exam: { title: Worded; href: string } | null }
}

export type LessonVersion = {
  id: string
  text: Texts
  minutes: number
  video: string | null
  captions: Texts
  transcript: Texts
  captionless: string | null
}

type LessonFile = { name: string; title: Texts }
type Course = { id: string; title: Texts; language: string }

/**
 * A lesson as a learner reads it. That they were here is remembered: one row each for visit and place.
 * A sample is read also before they take the course, and then nothing is kept.
 * @throws Refusal `notFound` (404), `enrolFirst` (403) for whoever does not take the course.
 */
export async function getLessonFor(
  db: Db<'teaching'>,
  visit: Visit,
  at: { course: string; item: string },
): Promise<ShownLesson> {
  const learner = visit.actor ?? ''
  const [found, items, state] = await Promise.all([
    findLesson(db, at),
    itemsOf(db, [at.course]),
    stateOf(db, { ...at, learner }),
  ])
  const item = items.find(({ id }) => id === at.item)
  if (!found || !item) throw new Refusal('notFound', 404)
  const seen = seenBy(items, learnerOf(state, visit))
  const lesson = shownLesson({ ...found, item, items: openOf(seen), visit, folder: `/courses/${at.course}/files`, isDraft: false })
  if (!seen.some(({ id }) => id === item.id)) throw new Refusal('notFound', 404)
  if (!state.enrolment && !item.sample) throw new Refusal('enrolFirst', 403)
  mustBeOpen(item, { state, visit })
  if (!state.enrolment) return { ...lesson, isSample: true, previous: null, next: null }

  await rememberVisit(db, { learner, ...at, now: visit.now })
  const isDone = state.done.some((one) => one.item === item.id)
  if (item.way !== 'opened' || isDone) return withState(lesson, { items, state })
  const isComplete = await markItemDone(db, visit, { purpose: 'teaching', learner, item: item.id, how: 'opened' })
  const done = [...state.done, { item: item.id }]
  const completion = isComplete ? { completed: visit.now.toISOString() } : state.completion
  return withState(lesson, { items, state: { ...state, done, completion } })
}

export type Known = {
  course: Course
  version: LessonVersion
  files: readonly CourseFile[]
  lessonFiles: readonly LessonFile[]
  item: Pick<Item, 'id' | 'title' | 'sectionTitle' | 'way' | 'leastMinutes' | 'doneWith'>
  /** What is open besides. */
  items: readonly Item[]
  visit: Visit
  folder: string
  isDraft: boolean
}

/** A lesson as somebody reads it who has done nothing yet. */
export function shownLesson({
  course,
  version,
  files,
  lessonFiles,
  item,
  items,
  visit,
  folder,
  isDraft,
}: Known): ShownLesson {
  const written = course.language as Language
  const worded = (texts: Texts) => inLanguage(texts, visit.language, written)
  const { text, language } = worded(version.text)
  const { previous, next } = neighboursOf(
    items.map(({ id }) => id),
    item.id,
  )
  const linkTo = (id: string | undefined) => {
    const other = items.find((one) => one.id === id)
    return other ? { title: worded(other.title), href: hrefOf(other) } : null
  }

  return {
    course: { id: course.id, title: worded(course.title) },
    item: {
      id: item.id,
      title: worded(item.title),
      section: worded(item.sectionTitle),
      minutes: version.minutes,
      isDone: false,
    },
    body: { html: lessonHtml({ version: isDraft ? null : version.id, text, language, files, folder }), language },
    film: filmOf(version, { files, folder, worded }),
    files: lessonFiles.flatMap(({ name, title }) => {
      const file = files.find((one) => one.name === name)
      return file
        ? [{ title: worded(title), address: addressOf(folder, file), type: file.type, bytes: file.bytes }]
        : []
    }),
    previous: linkTo(previous),
    next: linkTo(next),
    progress: progressOf(requiredOf(items), new Set(), false),
    paragraph: 0,
    isSample: false,
    doing: { way: item.way, leastMinutes: item.leastMinutes, secondsLeft: secondsLeft(item.leastMinutes, 0), exam: linkTo(item.doneWith ?? undefined) },
  }
}

type Around = { files: readonly CourseFile[]; folder: string; worded: (texts: Texts) => Worded }

function filmOf(version: LessonVersion, { files, folder, worded }: Around): Film | null {
  const file = files.find(({ name }) => name === version.video)
  if (!file) return null
  const captions = Object.entries(version.captions).flatMap(([language, name]) => {
    const track = files.find((one) => one.name === name)
    return track ? [{ language: language as Language, address: addressOf(folder, track) }] : []
  })
  const transcript = worded(version.transcript)
  const isWritten = hasText({ [transcript.language]: transcript.text }, transcript.language)
  return {
    address: addressOf(folder, file),
    type: file.type,
    captions,
    transcript: isWritten ? transcript : null,
    captionless: version.captionless,
    seconds: 0,
  }
}

type State = LearnerState & {
  visit: { video_seconds: number; seconds_read: number } | null
  place: { paragraph: number } | null
}

function withState(lesson: ShownLesson, { items, state }: { items: readonly Item[]; state: State }): ShownLesson {
  const done = new Set(state.done.map(({ item }) => item))
  return {
    ...lesson,
    item: { ...lesson.item, isDone: done.has(lesson.item.id) },
    film: lesson.film && { ...lesson.film, seconds: state.visit?.video_seconds ?? 0 },
    progress: progressOf(requiredOf(items), done, state.completion !== null),
    paragraph: state.place?.paragraph ?? 0,
    doing: { ...lesson.doing, secondsLeft: secondsLeft(lesson.doing.leastMinutes, state.visit?.seconds_read ?? 0) },
  }
}

async function findLesson(db: Db<'teaching'>, { course, item }: { course: string; item: string }) {
  const row = await db
    .selectFrom('courses.items as item')
    .innerJoin('courses.courses as course', 'course.id', 'item.course')
    .innerJoin('courses.lessons as lesson', 'lesson.item', 'item.id')
    .innerJoin('courses.lesson_versions as version', 'version.id', 'lesson.published')
    .select(['course.id as courseId', 'course.title as courseTitle', 'course.language'])
    .select([
      'version.id',
      'version.text',
      'version.minutes',
      'version.video',
      'version.captions',
      'version.transcript',
      'version.captionless',
    ])
    .select(({ selectFrom }) => [
      jsonArrayFrom(
        selectFrom('courses.files as file')
          .select(['file.name', 'file.hash', 'file.type', 'file.bytes'])
          .where('file.course', '=', course),
      ).as('files'),
      jsonArrayFrom(
        selectFrom('courses.lesson_files as offered')
          .select(['offered.name', 'offered.title'])
          .where('offered.item', '=', item)
          .orderBy('offered.position')
          .orderBy('offered.name'),
      ).as('lessonFiles'),
    ])
    .where('item.id', '=', item)
    .where('item.course', '=', course)
    .where('item.removed', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { courseId, courseTitle, language, files, lessonFiles, ...version } = row
  return { course: { id: courseId, title: courseTitle, language }, version, files, lessonFiles }
}

type Asked = { learner: string; course: string; item: string }

function stateOf(db: Db<'teaching'>, { learner, course, item }: Asked): Promise<State> {
  return db
    .selectNoFrom((from) => [
      ...learnerState(from, { learner, course }),
      jsonObjectFrom(
        from.selectFrom('courses.visits').select(['video_seconds', 'seconds_read']).where('item', '=', item).where('learner', '=', learner),
      ).as('visit'),
      jsonObjectFrom(
        from.selectFrom('courses.places').select('paragraph').where('course', '=', course).where('item', '=', item).where('learner', '=', learner),
      ).as('place'),
    ])
    .executeTakeFirstOrThrow() as unknown as Promise<State>
}
