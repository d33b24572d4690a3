import { erasePerson } from './erase.ts'
import { type LedgerLine, linesOfLedger } from './ledger.ts'
import type { Table } from './table.ts'
import { type Eyes, type Means, within } from './within.ts'

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

/** Erases everybody again whom the ledger says to be erased, under their own receipts. @returns how many. */
export async function replayErasures(means: Means, tables: readonly Table[]): Promise<number> {
  const back = await mustReplay(means)
  for (const { institution, person, receipt } of back) {
    const eyes = { ...eyesOf(means, institution), actor: person }
    await erasePerson({ eyes, tables, cause: 'replayed', code: receipt })
  }
  return back.length
}

async function backAmong(means: Means, institution: string, lines: readonly LedgerLine[]): Promise<LedgerLine[]> {
  const firstByPerson = new Map(lines.toReversed().map((line) => [line.person, line]))
  const here = await within('timekeeping', eyesOf(means, institution), (db) =>
    db.selectFrom('privacy.standings').select('person').where('person', 'in', [...firstByPerson.keys()]).execute(),
  )
  return here.flatMap(({ person }) => firstByPerson.get(person) ?? [])
}

function eyesOf(means: Means, institution: string): Eyes {
  return { means, login: 'worker', institution, actor: null, now: means.clock.now() }
}
