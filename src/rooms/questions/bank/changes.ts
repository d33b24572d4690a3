import { sql } from 'kysely'
import { asJson, refuseIfHeld } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { MOST_TAGS } from '../rules.ts'

export const actions = ['moved', 'tagged', 'untagged', 'graded', 'readied', 'hidden', 'shown', 'imported'] as const
export type Action = (typeof actions)[number]

/** A question as one change of many found it. */
export type Before = {
  entry: string
  category: string
  hidden: string | null
  difficulty?: string
  /** The draft that was made ready. */
  version?: string
}

export type Change = { id: string; action: Action; value: string; count: number; undone: boolean }

export type NewChange = {
  action: Exclude<Action, 'imported'>
  /** The category to move to, the tag to add or take off, or how hard they are. */
  value: string
  entries: readonly string[]
}

/** Moves, tags, grades, makes ready, hides or shows many at once, and keeps what it found, so that it can be undone. */
export async function changeMany(db: Db<'authoring'>, visit: Visit, change: NewChange): Promise<string> {
  const before = await lockEntries(db, change)
  const entries = before.map(({ entry }) => entry)
  if (entries.length > 0) await apply(db, visit.now, { ...change, entries, before })
  return keepChange(db, visit, { action: change.action, value: change.value, before })
}

/** Writes down what a change found; of an import, which questions it brought. */
export async function keepChange(
  db: Db<'authoring'>,
  { actor, now }: Visit,
  change: { action: Action; value: string; before: readonly Before[] },
): Promise<string> {
  const id = newId()
  const row = { ...change, id, author: actor, made: now, before: asJson(change.before) }
  await db.insertInto('questions.changes').values(row).execute()
  return id
}

/** The change, as long as it can be undone; undefined once it has been forgotten. */
export async function findChange(db: Db<'authoring'>, id: string): Promise<Change | undefined> {
  const row = await db
    .selectFrom('questions.changes')
    .select(['id', 'action', 'value', 'undone', sql<number>`jsonb_array_length(before)`.as('count')])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, action: row.action as Action, undone: row.undone !== null }
}

/**
 * Puts back what one change did, where nobody has changed it since; a question that came with an
 * import goes again unless it has been used or worked on.
 * @throws Refusal `notFound` (404), `undoneAlready` (409), `questionInUse` (409).
 */
export async function undoChange(db: Db<'authoring'>, id: string, now: Date): Promise<void> {
  const change = await findChange(db, id)
  if (!change) throw new Refusal('notFound', 404)
  const { numUpdatedRows } = await db
    .updateTable('questions.changes')
    .set({ undone: now })
    .where('id', '=', id)
    .where('undone', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('undoneAlready', 409)

  await refuseIfHeld('questionInUse', () => putBack(db, change))
}

async function lockEntries(db: Db<'authoring'>, { action, value, entries }: NewChange): Promise<Before[]> {
  const rows = await db
    .selectFrom('questions.entries')
    .select(['id', 'category', 'tags', 'difficulty', 'hidden'])
    .where('id', 'in', [...entries])
    .orderBy('id')
    .forUpdate()
    .execute()
  const drafts = action === 'readied' ? await draftsOf(db, entries) : new Map<string, string>()
  const concerned = {
    moved: (row: (typeof rows)[number]) => row.category !== value,
    tagged: (row: (typeof rows)[number]) => !row.tags.includes(value) && row.tags.length < MOST_TAGS,
    untagged: (row: (typeof rows)[number]) => row.tags.includes(value),
    graded: (row: (typeof rows)[number]) => row.difficulty !== value,
    readied: (row: (typeof rows)[number]) => drafts.has(row.id),
    hidden: (row: (typeof rows)[number]) => row.hidden === null,
    shown: (row: (typeof rows)[number]) => row.hidden !== null,
  }
  return rows
    .filter(concerned[action])
    .map(({ id, category, difficulty, hidden }) => {
      const version = drafts.get(id)
      return { entry: id, category, difficulty, hidden: hidden?.toISOString() ?? null, ...(version ? { version } : {}) }
    })
}

/** The newest version of each that is not ready, by its entry. */
async function draftsOf(db: Db<'authoring'>, entries: readonly string[]): Promise<Map<string, string>> {
  const newest = await db
    .selectFrom('questions.versions')
    .distinctOn('entry')
    .select(['id', 'entry', 'ready'])
    .where('entry', 'in', [...entries])
    .orderBy('entry')
    .orderBy('number', 'desc')
    .execute()
  return new Map(newest.filter(({ ready }) => ready === null).map(({ id, entry }) => [entry, id]))
}

async function apply(
  db: Db<'authoring'>,
  now: Date,
  { action, value, entries, before }: NewChange & { before: readonly Before[] },
): Promise<void> {
  if (action === 'readied') {
    const drafts = before.flatMap(({ version }) => version ?? [])
    await db.updateTable('questions.versions').set({ ready: now }).where('id', 'in', drafts).where('ready', 'is', null).execute()
    return
  }
  const set = {
    moved: { category: value },
    tagged: { tags: sql<readonly string[]>`tags || ${asJson([value])}` },
    untagged: { tags: sql<readonly string[]>`tags - ${value}::text` },
    graded: { difficulty: value },
    hidden: { hidden: now },
    shown: { hidden: null },
  }
  await db
    .updateTable('questions.entries')
    .set(set[action])
    .where('id', 'in', [...entries])
    .execute()
}

async function putBack(db: Db<'authoring'>, { id, action, value }: Change): Promise<void> {
  const was = sql`(
    select was.* from questions.changes as change,
      jsonb_to_recordset(change.before) as was (entry uuid, category text, hidden timestamptz, difficulty text, version uuid)
    where change.id = ${id}
  ) as was`
  const undo = {
    moved: sql`update questions.entries as entry set category = was.category from ${was} where entry.id = was.entry and entry.category = ${value}`,
    tagged: sql`update questions.entries as entry set tags = entry.tags - ${value}::text from ${was} where entry.id = was.entry`,
    untagged: sql`update questions.entries as entry set tags = entry.tags || ${asJson([value])} from ${was} where entry.id = was.entry and not entry.tags @> ${asJson([value])}`,
    graded: sql`update questions.entries as entry set difficulty = was.difficulty from ${was} where entry.id = was.entry and entry.difficulty = ${value}`,
    readied: sql`update questions.versions as version set ready = null from ${was} where version.id = was.version`,
    hidden: sql`update questions.entries as entry set hidden = null from ${was} where entry.id = was.entry`,
    shown: sql`update questions.entries as entry set hidden = was.hidden from ${was} where entry.id = was.entry and entry.hidden is null`,
    imported: sql`
      with gone as (
        delete from questions.versions as version using ${was}
        where version.entry = was.entry
          and not exists (select from questions.uses as use where use.entry = was.entry)
          and not exists (select from questions.versions as later where later.entry = was.entry and later.number > 1)
          and not exists (select from questions.asked as asked where asked.version = version.id)
        returning version.entry
      )
      delete from questions.entries as entry using gone where entry.id = gone.entry`,
  }
  await undo[action].execute(db)
}
