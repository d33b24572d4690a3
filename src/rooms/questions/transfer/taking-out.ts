import { z } from 'zod'
import type { Db } from '../../../tables.ts'
import { type Filter, filterSchema, idsMatching } from '../bank/list.ts'
import type { Files } from '../../../platform/files.ts'
import { LARGEST_MOODLE_XML } from '../exchange/decode.ts'
import { picturesIn } from '../exchange/pictures.ts'
import { contentsOf } from '../pictures/keeping.ts'
import { writeGift } from '../exchange/gift-writer.ts'
import { writeMoodleXml } from '../exchange/moodle-xml-writer.ts'
import type { ExportedQuestion, ExportReport } from '../exchange/report.ts'
import { type Difficulty, withGradeTag } from '../rules.ts'
import type { Format } from './reading.ts'

/** Which questions go out: those named one by one, or else all that a filter leaves. */
export const selectionSchema = filterSchema.extend({
  chosen: z
    .string()
    .regex(/^([0-9a-f-]{36}(,|$))*$/)
    .max(4_000)
    .catch(''),
})

export type Selection = z.output<typeof selectionSchema>

/** In bytes, in one file: more would not come in again. */
const MOST_PICTURES = LARGEST_MOODLE_XML / 2

/** The chosen questions in one file, each in its newest version, and what the format could not say of them. */
export async function takeOut(
  db: Db<'authoring'>,
  files: Files,
  { selection: { chosen, ...filter }, format }: { selection: Selection; format: Format },
): Promise<ExportReport> {
  const ids =
    chosen === ''
      ? await idsMatching(db, filter satisfies Filter)
      : chosen.split(',').filter((id) => z.uuid().safeParse(id).success)
  const questions = await newestOf(db, ids)
  if (format === 'gift') return writeGift(questions)
  const addresses = picturesIn(questions.map(({ question }) => question))
  return writeMoodleXml(questions, await contentsOf(db, files, { addresses, mostBytes: MOST_PICTURES }))
}

async function newestOf(db: Db<'authoring'>, ids: readonly string[]): Promise<ExportedQuestion[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('questions.entries as entry')
    .innerJoin('questions.versions as version', 'version.entry', 'entry.id')
    .distinctOn(['entry.category', 'entry.name', 'entry.id'])
    .select(['entry.name', 'entry.category', 'entry.tags', 'entry.difficulty', 'version.content as question'])
    .where('entry.id', 'in', [...ids])
    .orderBy('entry.category')
    .orderBy('entry.name')
    .orderBy('entry.id')
    .orderBy('version.number', 'desc')
    .execute()
  return rows.map(({ difficulty, ...row }) => ({
    ...row,
    tags: withGradeTag(row.tags, difficulty as Difficulty | ''),
    category: row.category || undefined,
  }))
}
