import { sql } from 'kysely'
import type { Db } from '../../tables.ts'
import type { Pool } from './drawing.ts'

/** Where a question is used: by an exam, say, which asks this very question or may draw it. */
export type Use = {
  usedBy: string
  reference: string
  title: string
  path: string
  /** The pinned version; none where the newest ready one is followed. */
  version: string | null
  isDrawn: boolean
  since: Date
}

/** Where a question is used, by title, as it stands now: one that fits a draw is in use. */
export async function usageOf(db: Db<'authoring'>, entry: string): Promise<Use[]> {
  const asked = await db
    .selectFrom('questions.uses')
    .select(['used_by as usedBy', 'reference', 'title', 'path', 'version', 'since'])
    .where('entry', '=', entry)
    .limit(200)
    .execute()
  const drawn = await db
    .selectFrom('questions.draws as draw')
    .innerJoin('questions.entries as entry', (join) => join.on(fits))
    .select(['draw.used_by as usedBy', 'draw.reference', 'draw.title', 'draw.path', 'draw.since'])
    .distinct()
    .where('entry.id', '=', entry)
    .limit(200)
    .execute()
  const others = drawn.filter((one) => !asked.some(({ reference }) => reference === one.reference))
  return [...asked.map((one) => ({ ...one, isDrawn: false })), ...others.map((one) => ({ ...one, version: null, isDrawn: true }))].sort(byTitle)
}

/** How often a question of the query around it, `entry`, is used. */
export const usesCounted = sql<number>`(
  select count(*) from (
    select use.used_by, use.reference from questions.uses as use where use.entry = entry.id
    union
    select draw.used_by, draw.reference from questions.draws as draw where ${sql.raw(fitting())}
  ) as used)`

/** Whether anybody has ever been asked a question, in whichever of its versions. */
export async function hasBeenAsked(db: Db<'authoring'>, entry: string): Promise<boolean> {
  const found = await db
    .selectFrom('questions.asked as asked')
    .innerJoin('questions.versions as version', 'version.id', 'asked.version')
    .select('asked.version')
    .where('version.entry', '=', entry)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export type NewUses = {
  /** What uses them, and which one: `exam` and its id. */
  usedBy: string
  reference: string
  /** What an author reads, and where it leads. */
  title: string
  path: string
  /** All that it asks and draws from now on; none when it goes. */
  questions: readonly { entry: string; version?: string | null }[]
  pools: readonly Pool[]
  now: Date
}

/** Says what something uses, in place of whatever was said of it before. */
export async function recordUses(db: Db<'authoring'>, { questions, pools, ...use }: NewUses): Promise<void> {
  const { usedBy: used_by, reference, title, path, now: since } = use
  const shared = { used_by, reference, title, path, since }
  await db.deleteFrom('questions.uses').where('used_by', '=', used_by).where('reference', '=', reference).execute()
  await db.deleteFrom('questions.draws').where('used_by', '=', used_by).where('reference', '=', reference).execute()
  if (questions.length > 0) {
    await db.insertInto('questions.uses').values(questions.map(({ entry, version = null }) => ({ ...shared, entry, version }))).execute()
  }
  if (pools.length > 0) {
    const rows = pools.map(({ category = '', tag = '', difficulty = '' }, index) => ({ ...shared, place: index + 1, category, tag, difficulty }))
    await db.insertInto('questions.draws').values(rows).execute()
  }
}

/** Says that somebody is asked these versions: from then on they are kept. */
export async function recordAsked(db: Db<'examination'>, versions: readonly string[], now: Date): Promise<void> {
  await db
    .insertInto('questions.asked')
    // In one order, so that no two who start at once wait for each other.
    .values([...versions].sort().map((version) => ({ version, first: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const fits = sql<boolean>`${sql.raw(fitting())}`

/** Whether a draw may take a question: it has what the draw names, is shown, and has a version to ask. */
function fitting(): string {
  return `entry.hidden is null
    and draw.category in ('', entry.category)
    and (draw.tag = '' or entry.tags ? draw.tag)
    and draw.difficulty in ('', entry.difficulty)
    and exists (select from questions.versions as ready where ready.entry = entry.id and ready.ready is not null)`
}

function byTitle(one: Use, other: Use): number {
  return one.title.localeCompare(other.title) || (one.reference < other.reference ? -1 : 1)
}
