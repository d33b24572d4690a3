import { Readable } from 'node:stream'
import { asJson } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Language } from '../../platform/words.ts'
import type { Db } from '../../tables.ts'
import { AT_ONCE } from './opening.ts'
import { type Texts, transcriptOf } from './rules.ts'

export type CourseFileContent = { name: string; content: Buffer }

export type CourseContent = {
  slug: string
  language: Language
  title: Texts
  summary: Texts
  goals: readonly Texts[]
  level: string | null
  hours: number | null
  /** Slugs of courses that are here already. */
  prerequisites: readonly string[]
  files: readonly CourseFileContent[]
  sections: readonly { title: Texts; lessons: readonly LessonContent[] }[]
}

export type LessonContent = {
  title: Texts
  text: Texts
  minutes: number
  video: string | null
  captions: Texts
  /** Names of the course's files, and what they are called. */
  files: readonly { name: string; title: Texts }[]
}

const LARGEST = 200_000_000 // bytes

/** Makes a published course with all that is in it; one whose slug is there already stays as it is. */
export async function importCourse(eyes: Eyes, content: CourseContent): Promise<string> {
  const known = await within('authoring', eyes, (db) => findBySlug(db, content.slug))
  if (known) return known
  const files = await Promise.all(content.files.map((file) => keepFile(eyes, file)))
  return within('authoring', eyes, (db) => write(db, { eyes, content, files }))
}

/** The course of a slug, if there is one. */
export async function findBySlug(db: Db<'authoring'>, slug: string): Promise<string | undefined> {
  return (await db.selectFrom('courses.courses').select('id').where('slug', '=', slug).executeTakeFirst())?.id
}

type KeptFile = { name: string; hash: string; type: string; bytes: number; text: string }
type Writing = { eyes: Eyes; content: CourseContent; files: readonly KeptFile[] }

async function keepFile(eyes: Eyes, { name, content }: CourseFileContent): Promise<KeptFile> {
  const { hash, bytes, type } = await eyes.means.files.save(Readable.from([content]), { limitBytes: LARGEST })
  if (!type) throw new Error(`${name} is of no type that we show`)
  return { name, hash, bytes, type, text: type === 'text/vtt' ? content.toString('utf8') : '' }
}

async function write(db: Db<'authoring'>, writing: Writing): Promise<string> {
  const { eyes, content, files } = writing
  const { now } = eyes
  const course = newId()
  const { slug, language, level, hours } = content
  const texts = { title: asJson(content.title), summary: asJson(content.summary), goals: asJson(content.goals) }
  await db
    .insertInto('courses.courses')
    .values({ id: course, slug, language, level, hours, ...texts, revision: 1, created: now, changed: now, published: now })
    .execute()
  if (files.length > 0) {
    const rows = files.map(({ name, hash, type, bytes }) => ({ course, name, hash, type, bytes, added: now }))
    await db.insertInto('courses.files').values(rows).execute()
  }
  for (const required of content.prerequisites) {
    const id = await findBySlug(db, required)
    if (id) await db.insertInto('courses.prerequisites').values({ course, required: id, choice: 0 }).execute()
  }
  for (const [position, section] of content.sections.entries()) {
    const id = newId()
    await db
      .insertInto('courses.sections')
      .values({ id, course, position: position + 1, title: asJson(section.title), ...AT_ONCE })
      .execute()
    for (const [at, lesson] of section.lessons.entries())
      await writeLesson(db, { ...writing, course, section: id, position: at + 1, lesson })
  }
  return course
}

type Placed = Writing & { course: string; section: string; position: number; lesson: LessonContent }

async function writeLesson(db: Db<'authoring'>, placed: Placed): Promise<void> {
  const { eyes, course, section, position, lesson } = placed
  const item = newId()
  const title = asJson(lesson.title)
  const place = { course, section, position, kind: 'lesson', required: true, sample: false, done_by: 'read', ...AT_ONCE }
  await db
    .insertInto('courses.items')
    .values({ id: item, title, shown: eyes.now, ...place })
    .execute()
  const version = await writeVersion(db, { ...placed, item })
  await db.insertInto('courses.lessons').values({ item, published: version, revision: 1 }).execute()
  for (const [at, file] of lesson.files.entries()) {
    await db
      .insertInto('courses.lesson_files')
      .values({ item, course, name: file.name, position: at + 1, title: asJson(file.title) })
      .execute()
  }
}

async function writeVersion(
  db: Db<'authoring'>,
  { eyes, files, lesson, item }: Placed & { item: string },
): Promise<string> {
  const id = newId()
  const spoken = (name: string) => transcriptOf(files.find((file) => file.name === name)?.text ?? '')
  const transcript = Object.fromEntries(
    Object.entries(lesson.captions).map(([language, name]) => [language, spoken(name ?? '')]),
  )
  const texts = {
    text: asJson(lesson.text),
    captions: asJson(lesson.captions),
    transcript: asJson(transcript as Texts),
  }
  const { minutes, video } = lesson
  await db
    .insertInto('courses.lesson_versions')
    .values({ id, item, number: 1, minutes, video, ...texts, saved: eyes.now, published: eyes.now })
    .execute()
  return id
}
