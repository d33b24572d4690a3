import { sql } from 'kysely'
import { asJson, isTaken, refuseIfHeld } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { plainText } from '../../platform/markdown.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Db } from '../../tables.ts'
import type { Eyes } from '../../privacy/within.ts'
import type { Candidate, Pool } from './drawing.ts'
import type { Question } from './question.ts'
import { nameFrom } from './exchange/report.ts'
import { type Difficulty, oneLine, tagsFrom } from './rules.ts'
import { usageOf } from './using-service.ts'

/** Those who may read what a question says. A learner's purposes may not: it holds the right answers. */
export type QuestionReader = 'authoring' | 'examination'

/** One version of a question. Never changes once it is ready. */
export type Version = { id: string; entry: string; number: number; question: Question }

/** Every question that may be drawn for one of the pools now, or could at that moment: not hidden, and with a ready version. */
export async function entriesFor<P extends QuestionReader>(db: Db<P>, pools: readonly Pool[], asOf?: Date): Promise<Candidate[]> {
  const rows = await drawable(db, asOf).select(['entry.id', 'entry.category', 'entry.tags', 'entry.difficulty']).orderBy('entry.id').execute()
  const fits = (pool: Pool, row: (typeof rows)[number]) =>
    (pool.category === undefined || pool.category === row.category) &&
    (pool.tag === undefined || row.tags.includes(pool.tag)) &&
    (pool.difficulty === undefined || pool.difficulty === row.difficulty)
  return rows.filter((row) => pools.some((pool) => fits(pool, row)))
}

/** How many questions may be drawn now of a category, a tag, a difficulty, or all of them. */
export async function countBy<P extends QuestionReader>(
  db: Db<P>,
  { category, tag, difficulty }: Omit<Pool, 'count'>,
): Promise<number> {
  return (await entriesFor(db, [{ category, tag, difficulty, count: 1 }])).length
}

/** The newest version that is ready, or was at that moment, of each of these questions that has one; of hidden ones too. */
export async function latestReadyVersions<P extends QuestionReader>(
  db: Db<P>,
  entries: readonly string[],
  asOf?: Date,
): Promise<Version[]> {
  if (entries.length === 0) return []
  const rows = await (db as unknown as Db<'examination'>)
    .selectFrom('questions.versions')
    .distinctOn('entry')
    .select(['id', 'entry', 'number', 'content'])
    .where('entry', 'in', [...entries])
    .where((is) => (asOf ? is('ready', '<=', asOf) : is('ready', 'is not', null)))
    .orderBy('entry')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(asVersion)
}

/** These versions, in no order. An unknown id is left out. */
export async function getVersions<P extends QuestionReader>(db: Db<P>, ids: readonly string[]): Promise<Version[]> {
  if (ids.length === 0) return []
  const rows = await (db as unknown as Db<'examination'>)
    .selectFrom('questions.versions')
    .select(['id', 'entry', 'number', 'content'])
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(asVersion)
}

/** What an author saves. */
export type QuestionDraft = {
  /** The first words of the text, when it is empty. */
  name: string
  category: string
  tags: readonly string[]
  difficulty?: Difficulty | '' | undefined
  question: Question
  /** Whether exams may ask it, from this version on. */
  ready: boolean
}

/** Puts a new question into the bank, as its first version. */
export async function addQuestion(
  db: Db<'authoring'>,
  eyes: Eyes,
  draft: QuestionDraft,
): Promise<{ entry: string; version: string }> {
  const [added] = await addQuestions(db, eyes, [draft])
  if (!added) throw new Error('One question in, none out')
  return added
}

/** Puts many questions into the bank; the ids are in the order of the drafts. */
export async function addQuestions(
  db: Db<'authoring'>,
  eyes: Eyes,
  drafts: readonly QuestionDraft[],
): Promise<{ entry: string; version: string }[]> {
  const added = drafts.map((draft) => ({ draft, entry: newId(), version: newId() }))
  for (let from = 0; from < added.length; from += ROWS_AT_ONCE) {
    const some = added.slice(from, from + ROWS_AT_ONCE)
    await db
      .insertInto('questions.entries')
      .values(some.map(({ draft, entry }) => entryRow(eyes, draft, entry)))
      .execute()
    await db
      .insertInto('questions.versions')
      .values(some.map((one) => versionRow(eyes, { ...one, number: 1 })))
      .execute()
  }
  return added.map(({ entry, version }) => ({ entry, version }))
}

export type Revision = QuestionDraft & {
  entry: string
  /** The version the author had before them. */
  base: number
}

/**
 * Saves a question as its next version. Of two authors who both began from the same version, the
 * later is refused: the earlier one's number is taken.
 * @throws Refusal `notFound` (404), `savedMeanwhile` (409), `kindStays` (422).
 */
export async function saveQuestion(
  db: Db<'authoring'>,
  eyes: Eyes,
  revision: Revision,
): Promise<{ version: string; number: number }> {
  const { entry, base } = revision
  const before = await db
    .selectFrom('questions.versions')
    .select('content')
    .where('entry', '=', entry)
    .where('number', '=', base)
    .executeTakeFirst()
  if (!before) throw new Refusal('notFound', 404)
  if (before.content.kind !== revision.question.kind) throw new Refusal('kindStays', 422)

  const version = newId()
  const number = base + 1
  try {
    await db
      .insertInto('questions.versions')
      .values(versionRow(eyes, { draft: revision, entry, version, number }))
      .execute()
  } catch (error) {
    if (isTaken(error, 'versions_by_number')) throw new Refusal('savedMeanwhile', 409)
    throw error
  }
  const { name, category, tags, difficulty } = entryRow(eyes, revision, entry)
  await db.updateTable('questions.entries').set({ name, category, tags, difficulty }).where('id', '=', entry).execute()
  return { version, number }
}

/**
 * Deletes a question that nothing uses and nobody has been asked. It can be hidden instead.
 * @throws Refusal `notFound` (404), `questionInUse` (409).
 */
export async function deleteQuestion(db: Db<'authoring'>, entry: string): Promise<void> {
  if ((await usageOf(db, entry)).length > 0) throw new Refusal('questionInUse', 409)
  await refuseIfHeld('questionInUse', async () => {
    await db.deleteFrom('questions.versions').where('entry', '=', entry).execute()
    const { numDeletedRows } = await db.deleteFrom('questions.entries').where('id', '=', entry).executeTakeFirst()
    if (numDeletedRows === 0n) throw new Refusal('notFound', 404)
  })
}

const ROWS_AT_ONCE = 500

type NewVersion = { draft: QuestionDraft; entry: string; version: string; number: number }

function entryRow({ now }: Eyes, { name, category, tags, difficulty = '', question }: QuestionDraft, id: string) {
  const named = oneLine(name) || nameFrom(plainText(question.text))
  return { id, name: named, category: oneLine(category), tags: asJson(tagsFrom(tags.join(','))), difficulty, created: now }
}

function versionRow({ actor, now }: Eyes, { draft, entry, version, number }: NewVersion) {
  const { question, ready } = draft
  return {
    id: version,
    entry,
    number,
    content: asJson(question),
    created: now,
    ready: ready ? now : null,
    author: actor,
  }
}

function drawable<P extends QuestionReader>(db: Db<P>, asOf: Date | undefined) {
  return (db as unknown as Db<'examination'>)
    .selectFrom('questions.entries as entry')
    .where((is) => is.or([is('entry.hidden', 'is', null), ...(asOf ? [is('entry.hidden', '>', asOf)] : [])]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('questions.versions as version')
          .select(sql`1`.as('one'))
          .whereRef('version.entry', '=', 'entry.id')
          .where((is) => (asOf ? is('version.ready', '<=', asOf) : is('version.ready', 'is not', null))),
      ),
    )
}

function asVersion({ content, ...version }: { id: string; entry: string; number: number; content: Question }): Version {
  return { ...version, question: content }
}
