import pg from 'pg'
import type { OpenHouse } from '../src/open-house.ts'
import type { OwnerAddress } from '../src/logins.ts'
import { edgesOf } from '../src/privacy/table.ts'

/** What the database did for one turn of something, as it has counted itself. */
export type Touched = {
  /** Tables that grow with the people in them, and were read from end to end. */
  scanned: string[]
  /** Blocks of tables and indexes, whether they were in memory or not. */
  blocks: number
  rows: number
  /** Different statements that were sent, but the head. */
  statements: number
}

const TURNS = 20
/** From the sixth time on PostgreSQL may plan a prepared statement for all values alike. Source: its manual, PREPARE */
const UNTIL_PLANNED = 8

/**
 * What one turn of `work` touches, by the server's own counters: these see into functions and row
 * policies, where a plan shows nothing.
 */
export async function touchedBy(house: OpenHouse, owner: OwnerAddress, work: (turn: number) => Promise<void>): Promise<Touched> {
  const { pool } = house.means.logins.web
  const clients = new Set<pg.PoolClient>()
  const statements = new Set<string>()
  const meet = (client: pg.PoolClient) => {
    if (!clients.has(client)) listenTo(client, statements)
    clients.add(client)
  }
  pool.on('acquire', meet)
  for (let turn = 0; turn < UNTIL_PLANNED; turn++) await work(turn)
  const before = await countersOf(house, owner, clients)
  statements.clear()
  for (let turn = 0; turn < TURNS; turn++) await work(UNTIL_PLANNED + turn)
  const sent = statements.size
  const after = await countersOf(house, owner, clients)
  pool.off('acquire', meet)
  return { ...difference(before, after), statements: sent }
}

const HEAD = /^(begin|commit|rollback|select set_config)/

function listenTo(client: pg.PoolClient, statements: Set<string>): void {
  const asked = client as unknown as { query: (question: { text?: string } | string, ...rest: unknown[]) => unknown }
  const query = asked.query.bind(client)
  asked.query = (question, ...rest) => {
    const text = typeof question === 'string' ? question : (question.text ?? '')
    if (!HEAD.test(text)) statements.add(text)
    return query(question, ...rest)
  }
}

type Counter = { table: string; scans: number; blocks: number; rows: number }

/** A connection tells its counts now and then; asked, it does at once. */
async function countersOf(house: OpenHouse, owner: OwnerAddress, clients: ReadonlySet<pg.PoolClient>): Promise<Counter[]> {
  for (const client of clients) await client.query('select pg_stat_force_next_flush()')
  const asker = new pg.Client(owner)
  await asker.connect()
  const { rows } = await asker.query<Counter>(COUNTERS, [house.means.tables.map(({ name }) => name)])
  await asker.end()
  // An author shows no row: what they wrote grows with the courses.
  const aboutPeople = new Set(house.means.tables.filter((table) => edgesOf(table).some(([, edge]) => edge.shows)).map(({ name }) => name))
  return rows.map((row) => ({ ...row, scans: aboutPeople.has(row.table) ? row.scans : 0 }))
}

const COUNTERS = `
  select
    told.schemaname || '.' || told.relname as table,
    told.seq_scan as scans,
    coalesce(told.seq_tup_read, 0) + coalesce(told.idx_tup_fetch, 0) as rows,
    coalesce(io.heap_blks_hit, 0) + coalesce(io.heap_blks_read, 0) + coalesce(io.idx_blks_hit, 0) + coalesce(io.idx_blks_read, 0) as blocks
  from pg_stat_user_tables as told
  join pg_statio_user_tables as io on io.relid = told.relid
  where told.schemaname || '.' || told.relname = any ($1)
  order by 1
`

function difference(before: readonly Counter[], after: readonly Counter[]): Omit<Touched, 'statements'> {
  const deltas = after.map((row, i) => ({ table: row.table, scans: row.scans - (before[i]?.scans ?? 0), blocks: row.blocks - (before[i]?.blocks ?? 0), rows: row.rows - (before[i]?.rows ?? 0) }))
  const perTurn = (part: 'blocks' | 'rows') => Math.round((deltas.reduce((sum, row) => sum + row[part], 0) / TURNS) * 10) / 10
  return { scanned: deltas.filter(({ scans }) => scans > 0).map(({ table }) => table), blocks: perTurn('blocks'), rows: perTurn('rows') }
}
