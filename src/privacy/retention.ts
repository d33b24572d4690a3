import { sql } from 'kysely'
import type { Db } from '../tables.ts'
import { addDuration } from '../platform/time.ts'
import { dependantsOf, endRuleOf } from './ends.ts'
import { heldColumn, type Table } from './table.ts'
import { type Eyes, within } from './within.ts'

const AT_ONCE = 2_000 // rows in one transaction: short locks, and an interrupted night loses little

/**
 * Deletes every row whose time is up, and what hangs on it, under the purpose `retention`. What should
 * have gone while the house slept goes now. @returns how many rows went, by table, dependants not counted.
 */
export async function deleteExpired(
  eyes: Eyes,
  { tables, zone }: { tables: readonly Table[]; zone: string },
): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  for (const table of tables.toReversed()) {
    const due = dueIn(table, eyes, zone)
    if (!due) continue
    let rows: number
    do {
      rows = await within('retention', eyes, (db) => deleteSome(db, { table, due, tables }))
      if (rows > 0) gone[table.name] = (gone[table.name] ?? 0) + rows
    } while (rows === AT_ONCE)
  }
  return gone
}

type Due = ReturnType<typeof sql>

/** Which rows of a table are due, in the calendar of the institution's zone; undefined where none ever is. */
function dueIn(table: Table, { now }: Eyes, zone: string): Due | undefined {
  const rule = endRuleOf(table)
  if (rule.when !== 'after') return undefined
  const from = sql.ref(rule.from)
  const isDay = table.columns[rule.from]?.type === 'date'
  const wall = isDay ? sql`(${from} + 1)::timestamp` : sql`(${from} at time zone ${zone})`
  // The first condition lets an index help. It is generous by the days that months differ.
  const roughly = addDuration(addDuration(now, `-${rule.duration}`, zone), 'P4D', zone)
  const held = heldColumn(table)
  const isFree = held ? sql`(${sql.ref(held)} is null or ${sql.ref(held)} <= ${now})` : sql`true`
  return sql`${from} <= ${roughly} and (${wall} + ${rule.duration}::interval) at time zone ${zone} <= ${now} and ${isFree}`
}

type Work = { table: Table; due: Due; tables: readonly Table[] }

async function deleteSome(db: Db<'retention'>, { table, due, tables }: Work): Promise<number> {
  const keys = sql.join((table.duty.key ?? ['id']).map((name) => sql.ref(name)))
  const some = sql`select ${keys} from ${sql.table(table.name)} where ${due} order by ${keys} limit ${AT_ONCE}`
  await deleteDependants(db, { table, some, tables })
  const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table.name)} where (${keys}) in (${some})`.execute(db)
  return Number(numAffectedRows)
}

/** The deepest first, so that no row ever points at one that is gone. */
async function deleteDependants(
  db: Db<'retention'>,
  { table, some, tables }: { table: Table; some: Due; tables: readonly Table[] },
): Promise<void> {
  for (const { table: child, parent } of dependantsOf(table, tables)) {
    const those = sql`select id from ${sql.table(child.name)} where ${sql.ref(parent)} in (${some})`
    if (dependantsOf(child, tables).length > 0) await deleteDependants(db, { table: child, some: those, tables })
    await sql`delete from ${sql.table(child.name)} where ${sql.ref(parent)} in (${some})`.execute(db)
  }
}
