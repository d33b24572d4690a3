import { sql } from 'kysely'
import { erasePerson } from './erase.ts'
import { type LedgerLine, linesOfLedger } from './ledger.ts'
import { raise } from './mark.ts'
import type { Table } from './table.ts'
import { ask, type Eyes, type Means, within } from './within.ts'

/**
 * Who stands in the ledger of erasures and is here nevertheless: a backup brought them back, or the
 * house fell between the ledger and the commit. While there is anyone, the site may answer only 503.
 */
export async function mustReplay(means: Means): Promise<LedgerLine[]> {
  const lines = await linesOfLedger(means.ledger)
  const byInstitution = Map.groupBy(lines, ({ institution }) => institution)
  const back = await Promise.all([...byInstitution].map(([institution, those]) => backAmong(means, institution, those)))
  return back.flat()
}

/**
 * Erases everybody again whom the ledger says to be erased, under their own receipts; then the database
 * counts as having come as far as the ledger, and may answer. @returns how many.
 */
export async function replayErasures(means: Means, tables: readonly Table[]): Promise<number> {
  const back = await mustReplay(means)
  for (const { institution, person, receipt } of back) {
    const eyes = { ...eyesOf(means, institution), actor: person }
    await erasePerson({ eyes, tables, cause: 'replayed', code: receipt })
  }
  await catchUp(means)
  return back.length
}

/** Learns how far the database has come, so that an older one is noticed from now on. */
export async function learnMark(means: Means): Promise<void> {
  const eyes: Eyes = { means, login: 'web', institution: '', actor: null, now: means.clock.now() }
  const [row] = await ask('information', eyes, (db) => db.selectFrom('privacy.marks').select('erasures').compile())
  raise(means.mark, row?.erasures ?? 0)
}

async function catchUp(means: Means): Promise<void> {
  const atLeast = Math.max((await linesOfLedger(means.ledger)).length, means.mark.least)
  const { rows } = await within('rights', eyesOf(means, ''), (db) => sql<{ mark: number }>`/* writes */ select privacy.catch_up(${atLeast}) as mark`.execute(db))
  raise(means.mark, rows[0]?.mark ?? 0)
}

async function backAmong(means: Means, institution: string, lines: readonly LedgerLine[]): Promise<LedgerLine[]> {
  const firstByPerson = new Map(lines.toReversed().map((line) => [line.person, line]))
  const here = await within('timekeeping', eyesOf(means, institution), (db) =>
    db.selectFrom('privacy.standings').select('person').where('person', 'in', [...firstByPerson.keys()]).execute(),
  )
  return here.flatMap(({ person }) => firstByPerson.get(person) ?? [])
}

function eyesOf(means: Means, institution: string): Eyes {
  return { means, login: 'worker', institution, actor: null, now: means.clock.now(), repeating: true }
}
