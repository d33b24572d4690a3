import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { addressOf, type CourseFile, lessonHtml } from './rendering.ts'
import { hasText, inLanguage, neighboursOf, type Progress, progressOf, type Texts, type Worded } from '../rules.ts'
import { rememberPlace } from '../service.ts'
import { hrefOf, type Item, itemsOf, requiredOf } from '../structure.ts'

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
  const lesson = shownLesson({ ...found, item, items, visit, folder: `/courses/${at.course}/files`, isDraft: false })
  if (!state.enrolment) {
    if (!item.sample) throw new Refusal('enrolFirst', 403)
    return { ...lesson, isSample: true, previous: null, next: null }
  }

  await rememberVisit(db, { learner, ...at, now: visit.now })
  return withState(lesson, { items, state })
}

export type Known = {
  course: Course
  version: LessonVersion
  files: readonly CourseFile[]
  lessonFiles: readonly LessonFile[]
  item: Pick<Item, 'id' | 'title' | 'sectionTitle'>
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

type State = {
  enrolment: { course: string } | null
  completion: { id: string } | null
  visit: { video_seconds: number } | null
  place: { paragraph: number } | null
  done: readonly { item: string }[]
}

function withState(lesson: ShownLesson, { items, state }: { items: readonly Item[]; state: State }): ShownLesson {
  const done = new Set(state.done.map(({ item }) => item))
  return {
    ...lesson,
    item: { ...lesson.item, isDone: done.has(lesson.item.id) },
    film: lesson.film && { ...lesson.film, seconds: state.visit?.video_seconds ?? 0 },
    progress: progressOf(requiredOf(items), done, state.completion !== null),
    paragraph: state.place?.paragraph ?? 0,
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
    .selectNoFrom(({ selectFrom }) => [
      jsonObjectFrom(
        selectFrom('courses.enrolments')
          .select('course')
          .where('course', '=', course)
          .where('learner', '=', learner)
          .where('left_course', 'is', null),
      ).as('enrolment'),
      jsonObjectFrom(
        selectFrom('courses.completions').select('id').where('course', '=', course).where('learner', '=', learner),
      ).as('completion'),
      jsonObjectFrom(
        selectFrom('courses.visits').select('video_seconds').where('item', '=', item).where('learner', '=', learner),
      ).as('visit'),
      jsonObjectFrom(
        selectFrom('courses.places')
          .select('paragraph')
          .where('course', '=', course)
          .where('item', '=', item)
          .where('learner', '=', learner),
      ).as('place'),
      jsonArrayFrom(
        selectFrom('courses.item_completions')
          .select('item')
          .where('course', '=', course)
          .where('learner', '=', learner),
      ).as('done'),
    ])
    .executeTakeFirstOrThrow() as unknown as Promise<State>
}

async function rememberVisit(db: Db<'teaching'>, { learner, course, item, now }: Asked & { now: Date }): Promise<void> {
  const visited = db
    .insertInto('courses.visits')
    .values({ learner, course, item, first_visited: now, last_visited: now, video_seconds: 0 })
    .onConflict((conflict) => conflict.columns(['institution', 'learner', 'item']).doUpdateSet({ last_visited: now }))
    .execute()
  await Promise.all([visited, rememberPlace(db, { learner, course, item, now })])
}

/** How far into the film, or into the text, one is: whichever the browser tells. */
export async function rememberPosition(
  db: Db<'teaching'>,
  { learner, course, item, seconds, paragraph }: Asked & { seconds: number | undefined; paragraph: number | undefined },
): Promise<void> {
  if (seconds !== undefined) {
    await db
      .updateTable('courses.visits')
      .set({ video_seconds: seconds })
      .where('learner', '=', learner)
      .where('item', '=', item)
      .execute()
  }
  if (paragraph !== undefined) {
    const place = db.updateTable('courses.places').set({ paragraph }).where('learner', '=', learner)
    await place.where('course', '=', course).where('item', '=', item).execute()
  }
}
