import { sql } from 'kysely'
import { asJson } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { getFacts, slugFor } from './authoring/authoring.ts'
import type { Way } from './ways.ts'

export type Copied = {
  course: string
  /** By the reference of what another room knows, its new item. */
  items: ReadonlyMap<string, string>
}

/**
 * Copies a course for a new run, as a draft: its content goes along, nobody who took or taught it does,
 * and no day on the calendar. Of each lesson what learners read, or else its draft. What another room
 * knows by its reference gets the one that stands for it in `references`.
 */
export async function copyCourse(
  db: Db<'authoring'>,
  visit: Visit,
  { course, references }: { course: string; references: ReadonlyMap<string, string> },
): Promise<Copied> {
  const { now } = visit
  const facts = await getFacts(db, course)
  const id = newId()
  const slug = await slugFor(db, facts.title[facts.language] ?? '')
  const texts = { title: asJson(facts.title), summary: asJson(facts.summary), goals: asJson(facts.goals) }
  const { language, level, hours } = facts
  await db
    .insertInto('courses.courses')
    .values({ id, slug, language, level, hours, ...texts, revision: 1, created: now, changed: now })
    .execute()

  await copyFiles(db, { from: course, to: id })
  await copyPrerequisites(db, { from: course, to: id })
  const sections = await copySections(db, { from: course, to: id })
  const items = await copyItems(db, visit, { from: course, to: id, sections, references })
  return { course: id, items: new Map([...items].flatMap(([, { reference, item }]) => (reference ? [[reference, item]] : []))) }
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

/** By its id each section's copy. */
async function copySections(db: Db<'authoring'>, { from, to }: Copy): Promise<ReadonlyMap<string, string>> {
  const sections = await db
    .selectFrom('courses.sections')
    .select(['id', 'position', 'title', 'opens_after_days', 'unseen'])
    .where('course', '=', from)
    .where('removed', 'is', null)
    .execute()
  const copies = new Map(sections.map(({ id }) => [id, newId()]))
  const rows = sections.map(({ id, title, ...section }) => ({ ...section, unseen: stillUnseen(section), id: copies.get(id) ?? '', course: to, title: asJson(title) }))
  if (rows.length > 0) await db.insertInto('courses.sections').values(rows).execute()
  return copies
}

// What was unseen until a day is open at once where the day stays behind.
function stillUnseen({ unseen, opens_after_days }: { unseen: boolean; opens_after_days: number | null }): boolean {
  return unseen && opens_after_days !== null
}

type Copying = Copy & { sections: ReadonlyMap<string, string>; references: ReadonlyMap<string, string> }
type ItemCopy = { item: string; reference: string | null }

/** By its id each item's copy. An exam is shown once its own room has published it. */
async function copyItems(db: Db<'authoring'>, visit: Visit, { from, to, sections, references }: Copying): Promise<ReadonlyMap<string, ItemCopy>> {
  const items = (await itemsIn(db, from)).filter(({ section, kind, reference }) => sections.has(section) && (kind === 'lesson' || references.has(reference ?? '')))
  const copies = new Map(items.map(({ id, reference }) => [id, { item: newId(), reference: references.get(reference ?? '') ?? null }]))
  const rows = items.map(({ id, section, title, shown, done_with, done_by, ...item }) => {
    const exam = copies.get(done_with ?? '')?.item ?? null
    const copy = copies.get(id)
    const way: Way = done_by === 'passed' && !exam ? 'read' : (done_by as Way)
    const content = { title: asJson(title), unseen: stillUnseen(item), shown: item.kind === 'lesson' ? shown && visit.now : null, done_by: way, done_with: exam }
    return { ...item, ...content, id: copy?.item ?? '', reference: copy?.reference ?? null, section: sections.get(section) ?? '', course: to }
  })
  // An exam before the lessons that are done by passing it.
  const inOrder = rows.toSorted((a, b) => Number(a.done_with !== null) - Number(b.done_with !== null))
  if (inOrder.length > 0) await db.insertInto('courses.items').values(inOrder).execute()
  for (const { id, kind } of items) if (kind === 'lesson') await copyLesson(db, visit, { from: id, to: copies.get(id)?.item ?? '', course: to })
  return copies
}

function itemsIn(db: Db<'authoring'>, course: string) {
  return db
    .selectFrom('courses.items')
    .select(['id', 'section', 'position', 'kind', 'required', 'sample', 'title', 'reference', 'shown'])
    .select(['opens_after_days', 'unseen', 'done_by', 'least_minutes', 'done_with'])
    .where('course', '=', course)
    .where('removed', 'is', null)
    .execute()
}

async function copyLesson(db: Db<'authoring'>, visit: Visit, { from, to, course }: Copy & { course: string }): Promise<void> {
  const read = await versionToCopy(db, from)
  if (read) await copyVersion(db, visit, { version: read, to })

  const files = await db
    .selectFrom('courses.lesson_files')
    .select(['name', 'position', 'title'])
    .where('item', '=', from)
    .execute()
  if (files.length === 0) return
  await db
    .insertInto('courses.lesson_files')
    .values(files.map((file) => ({ ...file, item: to, course, title: asJson(file.title) })))
    .execute()
}

const newestNumber = sql<number>`(select max(other.number) from courses.lesson_versions as other where other.item = lesson.item)`

/** The version learners read; without one, the newest draft there is. */
function versionToCopy(db: Db<'authoring'>, item: string) {
  return db
    .selectFrom('courses.lessons as lesson')
    .innerJoin('courses.lesson_versions as version', (join) =>
      join
        .onRef('version.item', '=', 'lesson.item')
        .on((on) =>
          on.or([
            on('version.id', '=', on.ref('lesson.published')),
            on.and([on('lesson.published', 'is', null), on('version.number', '=', newestNumber)]),
          ]),
        ),
    )
    .select(['lesson.published', 'version.text', 'version.minutes', 'version.video', 'version.captions', 'version.transcript', 'version.captionless'])
    .where('lesson.item', '=', item)
    .executeTakeFirst()
}

type Read = NonNullable<Awaited<ReturnType<typeof versionToCopy>>>

async function copyVersion(db: Db<'authoring'>, { actor, now }: Visit, { version, to }: { version: Read; to: string }): Promise<void> {
  const id = newId()
  const { minutes, video, captionless } = version
  const shown = version.published ? now : null
  const texts = { text: asJson(version.text), captions: asJson(version.captions), transcript: asJson(version.transcript) }
  await db
    .insertInto('courses.lesson_versions')
    .values({ id, item: to, number: 1, minutes, video, captionless, ...texts, author: actor, saved: now, published: shown })
    .execute()
  await db
    .insertInto('courses.lessons')
    .values({ item: to, published: shown && id, revision: 1 })
    .execute()
}
