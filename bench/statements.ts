import { join } from 'node:path'
import { ownerAddress } from '../src/logins.ts'
import { connectTo } from './browser.ts'
import type { Content } from './content.ts'
import type { Scenario } from './scenarios.ts'
import { startServer } from './servers/processes.ts'
import { type Counted, layWire } from './wire.ts'

const TURNS = 20

/** Statements and round trips of one turn of each scenario, counted on the wire between house and database. */
export async function countStatements(content: Content, scenarios: readonly Scenario[]): Promise<(Counted & { name: string })[]> {
  const { host, port, ...owner } = ownerAddress(content.url)
  const wire = await layWire(host.startsWith('/') ? join(host, `.s.PGSQL.${port}`) : { host, port })
  const url = `postgres://${owner.user}:${encodeURIComponent(owner.password)}@127.0.0.1:${wire.port}/${owner.database}`
  const server = await startServer({ run: ['src/main.ts', 'site'], env: { ...content.env, DATABASE_URL: url } })
  const line = connectTo(server.port)
  const counted: (Counted & { name: string })[] = []
  let count = 1_000_000
  try {
    for (const scenario of scenarios) counted.push({ name: scenario.name, ...(await counting(scenario)) })
  } finally {
    line.close()
    await server.stop()
    wire.close()
  }
  return counted

  async function counting(scenario: Scenario): Promise<Counted> {
    const turn = () => scenario.run(line, content, { learner: (++count % 10) + 1, count })
    // Every connection is told the head once, and every learner starts an attempt.
    for (let again = 0; again < TURNS; again++) await turn()
    const before = { ...wire.count }
    for (let again = 0; again < TURNS; again++) await turn()
    return { statements: (wire.count.statements - before.statements) / TURNS, roundTrips: (wire.count.roundTrips - before.roundTrips) / TURNS }
  }
}
