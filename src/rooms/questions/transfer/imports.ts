import { asJson } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { keepChange } from '../bank/changes.ts'
import type { ImportReport, ImportRow } from '../exchange/report.ts'
import { keepPictures } from '../pictures/keeping.ts'
import { gradeIn } from '../rules.ts'
import { addQuestions, type QuestionDraft } from '../service.ts'
import type { Format } from './reading.ts'

export type Import = { id: string; format: Format; fileName: string; report: ImportReport }

/** Keeps what was read until its author has answered, for a day at most. */
export async function keepImport(
  db: Db<'authoring'>,
  { actor, now }: Visit,
  { format, fileName, report }: Omit<Import, 'id'>,
): Promise<string> {
  if (actor === null) throw new Refusal('signInFirst', 401)
  const id = newId()
  const row = { id, author: actor, made: now, format, file_name: fileName, report: asJson(report) }
  await db.insertInto('questions.imports').values(row).execute()
  return id
}

/** What waits for its author's yes. @throws Refusal `notFound` (404): another's, answered, or forgotten. */
export async function getImport(db: Db<'authoring'>, id: string): Promise<Import> {
  const row = await db
    .selectFrom('questions.imports')
    .select(['id', 'format', 'file_name as fileName', 'report'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('notFound', 404)
  return { ...row, format: row.format as Format }
}

export type Wishes = { category: string; tag: string; ready: boolean }

/**
 * Puts what was read into the bank, once, however often the yes is sent; says by which change.
 * @throws Refusal `notFound` (404), `noneToTake` (422).
 */
export async function takeImport(
  db: Db<'authoring'>,
  visit: Visit,
  { id, wishes }: { id: string; wishes: Wishes },
): Promise<string> {
  const { fileName, report } = await removeImport(db, id)
  const drafts = report.rows.flatMap((row) => draftOf(row, wishes) ?? [])
  if (drafts.length === 0) throw new Refusal('noneToTake', 422)

  const { means, now } = visit
  await keepPictures(db, { files: means.files, now }, report.rows.flatMap(({ pictures = [] }) => pictures))
  const added = await addQuestions(db, visit, drafts)
  const before = added.map(({ entry }) => ({ entry, category: '', hidden: null }))
  return keepChange(db, visit, { action: 'imported', value: fileName, before })
}

/** Forgets what was read. */
export async function removeImport(db: Db<'authoring'>, id: string): Promise<Pick<Import, 'fileName' | 'report'>> {
  const [gone] = await db
    .deleteFrom('questions.imports')
    .where('id', '=', id)
    .returning(['file_name as fileName', 'report'])
    .execute()
  if (!gone) throw new Refusal('notFound', 404)
  return gone
}

function draftOf({ question, name, category = '', tags: written }: ImportRow, wishes: Wishes): QuestionDraft | undefined {
  if (!question) return undefined
  const { tags, difficulty } = gradeIn(written)
  const withTag = wishes.tag === '' ? tags : [...tags, wishes.tag]
  return { name, question, category: wishes.category || category, tags: withTag, difficulty, ready: wishes.ready }
}
