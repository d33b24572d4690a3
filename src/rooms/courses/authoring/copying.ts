import { sql } from 'kysely'
import { asJson } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { getFacts, slugFor } from './authoring.ts'

/**
 * Copies a course for a new run, as a draft: its content goes along, nobody who took or taught it
 * does. Of each lesson what learners read, or else its draft. Exams stay behind: their room makes them.
 */
export async function copyCourse(db: Db<'authoring'>, visit: Visit, course: string): Promise<string> {
  const { now } = visit
  const facts = await getFacts(db, course)
  const id = newId()
  const slug = await slugFor(db, facts.title[facts.language] ?? '')
  const texts = { title: asJson(facts.title), summary: asJson(facts.summary), goals: asJson(facts.goals) }
  const { language, level, hours } = facts
  await db
    .insertInto('courses.courses')
    .values({ id, slug, language, level, hours, ...texts, created: now, changed: now })
    .execute()

  await copyFiles(db, { from: course, to: id })
  await copyPrerequisites(db, { from: course, to: id })
  for (const section of await sectionsIn(db, course)) await copySection(db, visit, { section, to: id })
  return id
}

type Copy = { from: string; to: string }

async function copyFiles(db: Db<'authoring'>, { from, to }: Copy): Promise<void> {
  const files = await db
    .selectFrom('courses.files')
    .select(['name', 'hash', 'type', 'bytes', 'added'])
    .where('course', '=', from)
    .execute()
  if (files.length > 0)
    await db
      .insertInto('courses.files')
      .values(files.map((file) => ({ ...file, course: to })))
      .execute()
}

async function copyPrerequisites(db: Db<'authoring'>, { from, to }: Copy): Promise<void> {
  const required = await db.selectFrom('courses.prerequisites').select(['required', 'choice']).where('course', '=', from).execute()
  if (required.length > 0)
    await db
      .insertInto('courses.prerequisites')
      .values(required.map((one) => ({ ...one, course: to })))
      .execute()
}

function sectionsIn(db: Db<'authoring'>, course: string) {
  return db
    .selectFrom('courses.sections')
    .select(['id', 'position', 'title'])
    .where('course', '=', course)
    .where('removed', 'is', null)
    .orderBy('position')
    .execute()
}

type Section = Awaited<ReturnType<typeof sectionsIn>>[number]

async function copySection(
  db: Db<'authoring'>,
  visit: Visit,
  { section, to }: { section: Section; to: string },
): Promise<void> {
  const id = newId()
  const { position, title } = section
  await db
    .insertInto('courses.sections')
    .values({ id, course: to, position, title: asJson(title) })
    .execute()
  for (const lesson of await lessonsIn(db, section.id)) await copyLesson(db, visit, { lesson, section: id, to })
}

const newestNumber = sql<number>`(select max(other.number) from courses.lesson_versions as other where other.item = item.id)`

/** The version learners read; without one, the newest draft there is. */
function lessonsIn(db: Db<'authoring'>, section: string) {
  return db
    .selectFrom('courses.items as item')
    .innerJoin('courses.lessons as lesson', 'lesson.item', 'item.id')
    .innerJoin('courses.lesson_versions as version', (join) =>
      join
        .onRef('version.item', '=', 'item.id')
        .on((on) =>
          on.or([
            on('version.id', '=', on.ref('lesson.published')),
            on.and([on('lesson.published', 'is', null), on('version.number', '=', newestNumber)]),
          ]),
        ),
    )
    .select(['item.id as item', 'item.position', 'item.required', 'item.sample', 'item.title', 'lesson.published'])
    .select([
      'version.text',
      'version.minutes',
      'version.video',
      'version.captions',
      'version.transcript',
      'version.captionless',
    ])
    .where('item.section', '=', section)
    .where('item.removed', 'is', null)
    .orderBy('item.position')
    .execute()
}

type Lesson = Awaited<ReturnType<typeof lessonsIn>>[number]

async function copyLesson(
  db: Db<'authoring'>,
  { actor, now }: Visit,
  { lesson, section, to }: { lesson: Lesson; section: string; to: string },
): Promise<void> {
  const [item, version] = [newId(), newId()]
  const { position, required, sample, minutes, video, captionless } = lesson
  const shown = lesson.published ? now : null
  const texts = { text: asJson(lesson.text), captions: asJson(lesson.captions), transcript: asJson(lesson.transcript) }
  await db
    .insertInto('courses.items')
    .values({ id: item, course: to, section, position, kind: 'lesson', required, sample, title: asJson(lesson.title), shown })
    .execute()
  await db
    .insertInto('courses.lesson_versions')
    .values({
      id: version,
      item,
      number: 1,
      minutes,
      video,
      captionless,
      ...texts,
      author: actor,
      saved: now,
      published: shown,
    })
    .execute()
  await db
    .insertInto('courses.lessons')
    .values({ item, published: shown && version, revision: 1 })
    .execute()

  const files = await db
    .selectFrom('courses.lesson_files')
    .select(['name', 'position', 'title'])
    .where('item', '=', lesson.item)
    .execute()
  if (files.length === 0) return
  await db
    .insertInto('courses.lesson_files')
    .values(files.map((file) => ({ ...file, item, course: to, title: asJson(file.title) })))
    .execute()
}
