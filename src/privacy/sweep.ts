import { sql } from 'kysely'
import { addDuration } from '../platform/time.ts'
import { durations } from './durations.ts'
import { fileColumnsOf, type Table } from './table.ts'
import { type Eyes, type Means, within } from './within.ts'

/**
 * Removes the files that no row of any institution names any more: the store is one, so all are asked.
 * @returns how many went.
 */
export async function sweepFiles(means: Means, institutions: readonly string[]): Promise<number> {
  const { clock, files, tables } = means
  const now = clock.now()
  return files.sweep({
    now: clock.machineTime(now),
    before: clock.machineTime(addDuration(now, `-${durations.unfinishedWork}`, 'UTC')),
    referred: (hashes) => namedAmong(means, { hashes, institutions, tables }),
  })
}

type Asked = { hashes: readonly string[]; institutions: readonly string[]; tables: readonly Table[] }

/** Which of these files some row still names. */
export async function namedAmong(means: Means, { hashes, institutions, tables }: Asked): Promise<Set<string>> {
  const columns = tables.flatMap((table) => fileColumnsOf(table).map((column) => ({ table: table.name, column })))
  const named = new Set<string>()
  for (const institution of institutions) {
    const eyes: Eyes = { means, login: 'worker', institution, actor: null, now: means.clock.now() }
    for (const { table, column } of columns) {
      const { rows } = await within('retention', eyes, (db) =>
        sql<{ hash: string }>`select distinct ${sql.ref(column)} as hash from ${sql.table(table)} where ${sql.ref(column)} = any (${[...hashes]})`.execute(db),
      )
      for (const { hash } of rows) named.add(hash)
    }
  }
  return named
}
