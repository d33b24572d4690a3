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
    text: Texts
    minutes: number
    video: string | null
    captions: Texts
    transcript: Texts
    captionless: string | null
    published: Date | null
  }
  isShown: boolean
}

type At = { course: string; item: string }

export async function getDraft(db: Db<'authoring'>, { course, item }: At): Promise<Draft> {
  const [found, version] = await Promise.all([findLesson(db, { course, item }), newestOf(db, item)])
  if (!found || !version) throw new Refusal('notFound', 404)
  const { language, title, revision, shown } = found
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
 * Saves the draft, on the newest version or as a new one behind a published one. The title is one for
 * all versions and seen at once.
 * @throws Refusal `lessonChanged` (409) when somebody has saved since `base`.
 */
export async function saveDraft(
  db: Db<'authoring'>,
  visit: Visit,
  { at, base, edit }: { at: At; base: number; edit: Edit },
): Promise<void> {
  const draft = await getDraft(db, at)
  await mustBeNewest(db, { item: at.item, base })
  const { language } = edit
  const content = {
    text: { ...draft.version.text, [language]: edit.text },
    captions: { ...draft.version.captions, [language]: edit.captions ?? undefined },
    transcript: { ...draft.version.transcript, [language]: edit.transcript },
    minutes: edit.minutes,
    video: edit.video,
    captionless: edit.captionless,
  }
  await writeDraft(db, visit, { draft, content })
  await db
    .updateTable('courses.items')
    .set({ title: asJson({ ...draft.title, [language]: edit.title }) })
    .where('id', '=', at.item)
    .execute()
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
  const { version, language } = await getDraft(db, at)
  const reason = unreadyBecause(version, language)
  if (reason) throw new Refusal(reason, 409)

  await mustBeNewest(db, { item: at.item, base })
  await db
    .updateTable('courses.lesson_versions')
    .set({ published: now })
    .where('id', '=', version.id)
    .where('published', 'is', null)
    .execute()
  await db.updateTable('courses.lessons').set({ published: version.id }).where('item', '=', at.item).execute()
  await db
    .updateTable('courses.items')
    .set({ shown: now })
    .where('id', '=', at.item)
    .where('shown', 'is', null)
    .execute()
}

export type ListedVersion = { id: string; number: number; saved: Date; published: Date | null }

/** The newest first. */
export function versionsOf(db: Db<'authoring'>, item: string): Promise<ListedVersion[]> {
  return db
    .selectFrom('courses.lesson_versions')
    .select(['id', 'number', 'saved', 'published'])
    .where('item', '=', item)
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
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
  await writeDraft(db, visit, { draft, content: old })
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

type Content = Omit<Draft['version'], 'id' | 'number' | 'published'>

async function writeDraft(
  db: Db<'authoring'>,
  { actor, now }: Visit,
  { draft, content }: { draft: Draft; content: Content },
): Promise<void> {
  const { minutes, video, captionless } = content
  const texts = {
    text: asJson(content.text),
    captions: asJson(content.captions),
    transcript: asJson(content.transcript),
  }
  const row = { minutes, video, captionless, ...texts, author: actor, saved: now }
  const { version, item } = draft
  if (version.published)
    await db
      .insertInto('courses.lesson_versions')
      .values({ id: newId(), item, number: version.number + 1, ...row })
      .execute()
  else await db.updateTable('courses.lesson_versions').set(row).where('id', '=', version.id).execute()
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
    .select(['id', 'number', 'text', 'minutes', 'video', 'captions', 'transcript', 'captionless', 'published'])
    .where('item', '=', item)
}
