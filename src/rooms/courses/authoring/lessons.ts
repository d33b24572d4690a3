import { asJson } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { type Texts, unreadyBecause } from '../rules.ts'

/** A lesson as its authors have it before them: the newest version, published or not. */
export type Draft = {
  item: string
  course: string
  language: Language
  title: Texts
  /** How often anybody has saved; who saves an older one is told. */
  revision: number
  version: {
    id: string
    number: number
    title: Texts | null
    text: Texts
    minutes: number
    video: string | null
    captions: Texts
    transcript: Texts
    captionless: string | null
    published: Date | null
    saved: Date
    author: string | null
  }
  isShown: boolean
}

type At = { course: string; item: string }

export async function getDraft(db: Db<'authoring'>, { course, item }: At): Promise<Draft> {
  const [found, version] = await Promise.all([findLesson(db, { course, item }), newestOf(db, item)])
  if (!found || !version) throw new Refusal('notFound', 404)
  const { language, revision, shown } = found
  const title = version.title ?? found.title
  return { item, course, language: language as Language, title, revision, version, isShown: shown !== null }
}

/** What one language of a lesson says, and what all of them share. */
export type Edit = {
  language: Language
  title: string
  text: string
  minutes: number
  video: string | null
  captions: string | null
  transcript: string
  captionless: string | null
}

/**
 * Saves the draft. Behind a published version it is a new one, and so it is after somebody else or
 * after a pause, so that there is a way back from what was written over.
 * @throws Refusal `lessonChanged` (409) when somebody has saved since `base`, `fieldMissing` (422).
 */
export async function saveDraft(
  db: Db<'authoring'>,
  visit: Visit,
  { at, base, edit }: { at: At; base: number; edit: Edit },
): Promise<void> {
  const draft = await getDraft(db, at)
  const { language } = edit
  // A translation may wait for its title, the lesson itself may not.
  if (edit.title === '' && language === draft.language) throw new Refusal('fieldMissing', 422, { field: 'title' })
  await mustBeNewest(db, { item: at.item, base })
  const title = { ...draft.title, [language]: edit.title || undefined }
  const content = {
    title,
    text: { ...draft.version.text, [language]: edit.text },
    captions: { ...draft.version.captions, [language]: edit.captions ?? undefined },
    transcript: { ...draft.version.transcript, [language]: edit.transcript },
    minutes: edit.minutes,
    video: edit.video,
    captionless: edit.captionless,
  }
  if (isGoneOn(draft, visit)) await overwrite(db, visit, { draft, content })
  else await writeNext(db, visit, { draft, content })
  // What learners see is called as it was published; before that the name is only the authors'.
  if (!draft.isShown) await renameItem(db, at.item, title)
}

async function renameItem(db: Db<'authoring'>, item: string, title: Texts): Promise<void> {
  await db.updateTable('courses.items').set({ title: asJson(title) }).where('id', '=', item).execute()
}

/**
 * Shows the draft to learners, in place of what they have read so far.
 * @throws Refusal `lessonEmpty`, `captionsMissing` (409), `lessonChanged` (409).
 */
export async function publishDraft(
  db: Db<'authoring'>,
  { now }: Visit,
  { at, base }: { at: At; base: number },
): Promise<void> {
  const { version, language, title } = await getDraft(db, at)
  const reason = unreadyBecause(version, language)
  if (reason) throw new Refusal(reason, 409, { field: reason === 'captionsMissing' ? 'captions' : 'text' })

  await mustBeNewest(db, { item: at.item, base })
  await db
    .updateTable('courses.lesson_versions')
    .set({ published: now })
    .where('id', '=', version.id)
    .where('published', 'is', null)
    .execute()
  await db.updateTable('courses.lessons').set({ published: version.id }).where('item', '=', at.item).execute()
  await renameItem(db, at.item, title)
  await db
    .updateTable('courses.items')
    .set({ shown: now })
    .where('id', '=', at.item)
    .where('shown', 'is', null)
    .execute()
}

export type ListedVersion = { id: string; number: number; saved: Date; published: Date | null; isMine: boolean }

/** The newest first. */
export async function versionsOf(db: Db<'authoring'>, { actor }: Visit, item: string): Promise<ListedVersion[]> {
  const rows = await db
    .selectFrom('courses.lesson_versions')
    .select(['id', 'number', 'saved', 'published', 'author'])
    .where('item', '=', item)
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ author, ...row }) => ({ ...row, isMine: author !== null && author === actor }))
}

/** Makes an older version the draft again; learners see it once it is published. */
export async function restoreVersion(
  db: Db<'authoring'>,
  visit: Visit,
  { at, version, base }: { at: At; version: string; base: number },
): Promise<void> {
  const [draft, old] = await Promise.all([getDraft(db, at), findVersion(db, { item: at.item, version })])
  if (!old) throw new Refusal('notFound', 404)
  await mustBeNewest(db, { item: at.item, base })
  await writeNext(db, visit, { draft, content: old })
}

// One conditional write: of two who save at once, one is told.
async function mustBeNewest(db: Db<'authoring'>, { item, base }: { item: string; base: number }): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('courses.lessons')
    .set({ revision: base + 1 })
    .where('item', '=', item)
    .where('revision', '=', base)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('lessonChanged', 409)
}

type Content = Omit<Draft['version'], 'id' | 'number' | 'published' | 'saved' | 'author'>
type Writing = { draft: Draft; content: Content }

const ONE_SITTING = 10 * 60_000 // milliseconds

/** Whether what is saved goes on with what the same author has just saved: one version, however often. */
export function isGoneOn({ version }: { version: Pick<Draft['version'], 'published' | 'author' | 'saved'> }, { actor, now }: Visit): boolean {
  return !version.published && version.author === actor && now.getTime() - version.saved.getTime() < ONE_SITTING
}

async function overwrite(db: Db<'authoring'>, visit: Visit, { draft, content }: Writing): Promise<void> {
  await db.updateTable('courses.lesson_versions').set(rowOf(visit, content)).where('id', '=', draft.version.id).execute()
}

async function writeNext(db: Db<'authoring'>, visit: Visit, { draft, content }: Writing): Promise<void> {
  const { item, version } = draft
  await db
    .insertInto('courses.lesson_versions')
    .values({ id: newId(), item, number: version.number + 1, ...rowOf(visit, content) })
    .execute()
}

function rowOf({ actor, now }: Visit, content: Content) {
  const { minutes, video, captionless } = content
  const texts = {
    title: content.title && asJson(content.title),
    text: asJson(content.text),
    captions: asJson(content.captions),
    transcript: asJson(content.transcript),
  }
  return { minutes, video, captionless, ...texts, author: actor, saved: now }
}

function findLesson(db: Db<'authoring'>, { course, item }: At) {
  return db
    .selectFrom('courses.items as item')
    .innerJoin('courses.courses as course', 'course.id', 'item.course')
    .innerJoin('courses.lessons as lesson', 'lesson.item', 'item.id')
    .select(['course.language', 'item.title', 'item.shown', 'lesson.revision'])
    .where('item.id', '=', item)
    .where('item.course', '=', course)
    .executeTakeFirst()
}

function newestOf(db: Db<'authoring'>, item: string) {
  return contents(db, item).orderBy('number', 'desc').limit(1).executeTakeFirst()
}

function findVersion(db: Db<'authoring'>, { item, version }: { item: string; version: string }) {
  return contents(db, item).where('id', '=', version).executeTakeFirst()
}

function contents(db: Db<'authoring'>, item: string) {
  return db
    .selectFrom('courses.lesson_versions')
    .select(['id', 'number', 'title', 'text', 'minutes', 'video', 'captions', 'transcript', 'captionless', 'published', 'saved', 'author'])
    .where('item', '=', item)
}
