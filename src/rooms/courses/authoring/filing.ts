import { asJson } from '../../../platform/database.ts'
import { safeName } from '../../../platform/file-type.ts'
import type { Files } from '../../../platform/files.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../tables.ts'
import type { Upload } from '../../../web/route.ts'
import type { Visit } from '../../../web/visit.ts'
import type { CourseFile } from '../learning/rendering.ts'
import { inAddress, mostBytesOf, type Texts, transcriptOf } from '../rules.ts'

/** The files of a course, by name. */
export function filesOf(db: Db<'authoring'>, course: string): Promise<CourseFile[]> {
  return db
    .selectFrom('courses.files')
    .select(['name', 'hash', 'type', 'bytes'])
    .where('course', '=', course)
    .orderBy('name')
    .limit(500)
    .execute()
}

/**
 * Puts an uploaded file among those of a course; one of the same name is replaced wherever it is used.
 * @throws Refusal `fileTooLarge` (413) for its type.
 */
export async function addFile(
  db: Db<'authoring'>,
  { now }: Visit,
  { course, upload }: { course: string; upload: Upload },
): Promise<void> {
  const { hash, type, bytes } = upload
  const most = mostBytesOf(type)
  if (bytes > most) throw new Refusal('fileTooLarge', 413, { field: 'file', values: [most / (1024 * 1024)] })
  const content = { hash, type, bytes, added: now }
  await db
    .insertInto('courses.files')
    .values({ course, name: safeName(upload.name), ...content })
    .onConflict((conflict) => conflict.columns(['institution', 'course', 'name']).doUpdateSet(content))
    .execute()
}

/**
 * Takes a file away from a course. Its content stays in the store, which knows no courses: another
 * institution may have the same.
 * @throws Refusal `fileInUse` (409) while any version of a lesson shows or offers it.
 */
export async function removeFile(
  db: Db<'authoring'>,
  { course, name }: { course: string; name: string },
): Promise<void> {
  if (await isUsed(db, { course, name })) throw new Refusal('fileInUse', 409)
  await db.deleteFrom('courses.files').where('course', '=', course).where('name', '=', name).execute()
}

async function isUsed(db: Db<'authoring'>, { course, name }: { course: string; name: string }): Promise<boolean> {
  const [attached, versions] = await Promise.all([
    db
      .selectFrom('courses.lesson_files')
      .select('item')
      .where('course', '=', course)
      .where('name', '=', name)
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('courses.lesson_versions as version')
      .innerJoin('courses.items as item', 'item.id', 'version.item')
      .select(['version.text', 'version.video', 'version.captions'])
      .where('item.course', '=', course)
      .execute(),
  ])
  const isIn = (texts: Texts, part: string) => Object.values(texts).some((text) => text?.includes(part))
  return (
    attached !== undefined ||
    versions.some(({ text, video, captions }) => video === name || isIn(captions, name) || isIn(text, `files/${name}`) || isIn(text, `files/${inAddress(name)}`))
  )
}

type Attachment = { course: string; item: string; name: string }

/** Offers a file at the end of a lesson, under a title of its own. */
export async function attachFile(
  db: Db<'authoring'>,
  { course, item, name, title }: Attachment & { title: Texts },
): Promise<void> {
  const file = await db
    .selectFrom('courses.files')
    .select('name')
    .where('course', '=', course)
    .where('name', '=', name)
    .executeTakeFirst()
  if (!file) throw new Refusal('notFound', 404)
  await db
    .insertInto('courses.lesson_files')
    .values({ item, course, name, position: 1, title: asJson(title) })
    .onConflict((conflict) => conflict.columns(['institution', 'item', 'name']).doUpdateSet({ title: asJson(title) }))
    .execute()
}

export async function detachFile(db: Db<'authoring'>, { course, item, name }: Attachment): Promise<void> {
  await db
    .deleteFrom('courses.lesson_files')
    .where('course', '=', course)
    .where('item', '=', item)
    .where('name', '=', name)
    .execute()
}

export function attachedTo(db: Db<'authoring'>, item: string): Promise<{ name: string; title: Texts }[]> {
  return db
    .selectFrom('courses.lesson_files')
    .select(['name', 'title'])
    .where('item', '=', item)
    .orderBy('position')
    .orderBy('name')
    .limit(100)
    .execute()
}

const LONGEST_CAPTIONS = 500_000 // bytes, some ten hours of speech

/** What a file of captions says, to begin a transcript with. */
export async function spokenIn(files: Files, file: CourseFile | undefined): Promise<string> {
  if (file?.type !== 'text/vtt' || file.bytes > LONGEST_CAPTIONS) return ''
  const found = await files.open(file.hash)
  if (!found) return ''
  const chunks: Buffer[] = []
  for await (const chunk of found.stream) chunks.push(chunk as Buffer)
  return transcriptOf(Buffer.concat(chunks).toString('utf8'))
}
