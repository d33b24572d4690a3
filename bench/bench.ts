// `npm run bench [-- --million]`: what protection costs, by ratios within one run. README.md beside it says how to read it.
import { type Content, fillHouse } from './content.ts'
import { compareGrowth } from './growth.ts'
import { memoryUnderLoad } from './memory.ts'
import { addPeople, settle } from './people.ts'
import { openPlace } from './place.ts'
import { compare, type Rival } from './rounds.ts'
import { scenarios } from './scenarios.ts'
import { copyUnprotected } from './servers/unprotected-copy.ts'
import { postgresSeconds, type Server, startServer } from './servers/processes.ts'
import { countStatements } from './statements.ts'
import { asTable, ratio } from './table.ts'

const FEW = 1_000
const SOME = 10_000
const MANY = process.argv.includes('--million') ? 1_000_000 : 100_000
const LEARNERS = 60

const place = await openPlace()
const servers: Server[] = []
try {
  const few = await fillHouse(place, { database: 'lofte_bench_few', learners: LEARNERS, others: FEW - LEARNERS })
  const house = await grow(few, { database: 'lofte_bench_house', people: SOME })
  await showCosts(house)
  await showStatements(house)
  await showMemory(house)
  await showGrowth(few, await grow(few, { database: 'lofte_bench_many', people: MANY }))
} finally {
  for (const server of servers) await server.stop()
  await place.close()
}

async function showCosts(house: Content): Promise<void> {
  // The copies first: nobody may be in a database that is copied.
  const [unprotected, bare] = [await rivalOf('unprotected', house), await rivalOf('bare', house)]
  const rivals = [unprotected, { name: 'protected', content: house, server: await started(house) }, bare]
  const postgres = await postgresSeconds(house.url)
  const rows: string[][] = []
  for (const scenario of scenarios) {
    const costs = await compare(scenario, rivals, postgres)
    rows.push([scenario.name, ...costs.map(({ total, server, database }) => `${ratio(total)} (${ratio(server)} + ${ratio(database)})`)])
  }
  await stopAll()
  show(`Processor, of the server and of PostgreSQL together (server + PostgreSQL), with ${SOME} people`, ['', 'unprotected', 'protected', 'bare node:http'], rows)
}

async function showStatements(house: Content): Promise<void> {
  const counted = await countStatements(house, scenarios)
  show('On the wire to PostgreSQL, whose session it is included', ['', 'statements', 'round trips'], counted.map(({ name, ...one }) => [name, one.statements.toFixed(1), one.roundTrips.toFixed(1)]))
}

async function showMemory(house: Content): Promise<void> {
  const { open, most } = await memoryUnderLoad(house, scenarios)
  show('Resident memory of the process, of the 300 MiB it may have', ['', 'share'], [['open, nobody there', ratio(open / 300)], ['at most, thirty at once without a pause', ratio(most / 300)]])
}

async function showGrowth(few: Content, many: Content): Promise<void> {
  const grown = await compareGrowth(few, many)
  const rivals = [
    { name: 'few', content: few, server: await started(few) },
    { name: 'many', content: many, server: await started(many) },
  ]
  const postgres = await postgresSeconds(few.url)
  const [course] = scenarios
  const [, cost] = course ? await compare(course, rivals, postgres) : []
  await stopAll()
  const rows = grown.map(({ name, few: before, many: after }) => [name, `${before.blocks} → ${after.blocks}`, `${before.rows} → ${after.rows}`, after.scanned.join(', ') || 'none'])
  show(`From ${FEW} to ${MANY} people`, ['', 'blocks', 'rows', 'tables of people read to their end'], rows)
  show('', ['', 'processor'], [['course page', `1.00 → ${ratio(cost?.total ?? Number.NaN)}`]])
}

/** A server on a copy of the house without protection: the house itself, or the barest that answers alike. */
async function rivalOf(name: 'unprotected' | 'bare', house: Content): Promise<Rival> {
  const database = `lofte_bench_${name}`
  await copyUnprotected(place, { from: house.database, to: database, institution: house.institution })
  const url = place.urlOf(database)
  const env = { ...house.env, LOFTE_DATA: `${house.env['LOFTE_DATA']}-${name}`, DATABASE_URL: url }
  const run = name === 'bare' ? (['bench/servers/bare.ts'] as const) : (['src/main.ts', 'site'] as const)
  const server = await startServer({ run, env, before: ['./bench/servers/unprotected.ts'] })
  servers.push(server)
  return { name, content: house, server }
}

async function started({ env }: Content): Promise<Server> {
  const server = await startServer({ run: ['src/main.ts', 'site'], env })
  servers.push(server)
  return server
}

/** A copy of a house with more people in it. */
async function grow(from: Content, { database, people }: { database: string; people: number }): Promise<Content> {
  await place.make(database, from.database)
  const url = place.urlOf(database)
  await addPeople(url, { institution: from.institution, first: FEW + 1, last: people })
  await settle(url)
  return { ...from, database, url, env: { ...from.env, LOFTE_DATA: `${from.env['LOFTE_DATA']}-${people}`, DATABASE_URL: url } }
}

async function stopAll(): Promise<void> {
  for (const server of servers.splice(0)) await server.stop()
}

function show(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}\n${asTable([head, ...rows])}`)
}

