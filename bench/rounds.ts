import { connectTo, type Line } from './browser.ts'
import type { Content } from './content.ts'
import type { Scenario } from './scenarios.ts'
import type { Server } from './servers/processes.ts'

/** Something that is compared: a server, and what its database has used of the processor so far. */
export type Rival = { name: string; server: Server; content: Content }

/** What one turn of a scenario costs the processor, as a ratio to the first rival. */
export type Cost = { rival: string; total: number; server: number; database: number }

type Seconds = Omit<Cost, 'rival'>

const ROUNDS = 9
let count = 1

/**
 * Warms up, then lets the rivals take turns in short rounds. Each round is compared by itself and the
 * median of the rounds is given, so that whatever else this machine does meets all alike.
 */
export async function compare(scenario: Scenario, rivals: readonly Rival[], postgres: () => number): Promise<Cost[]> {
  const lines = rivals.map((rival) => ({ rival, line: connectTo(rival.server.port) }))
  for (const one of lines) await play(scenario, { ...one, times: scenario.times * 2 })
  const rounds: Seconds[][] = []
  for (let round = 0; round < ROUNDS; round++) {
    const costs: Seconds[] = []
    for (const one of turned(lines, round)) costs[lines.indexOf(one)] = await measure(scenario, { ...one, postgres })
    rounds.push(costs)
  }
  for (const { line } of lines) line.close()
  return rivals.map(({ name }, place) => ({ rival: name, ...medianRatios(rounds, place) }))
}

type Playing = { rival: Rival; line: Line }

async function measure(scenario: Scenario, { rival, line, postgres }: Playing & { postgres: () => number }): Promise<Seconds> {
  const [before, databaseBefore] = [await rival.server.tell(), postgres()]
  await play(scenario, { rival, line, times: scenario.times })
  const server = ((await rival.server.tell()).seconds - before.seconds) / scenario.times
  const database = (postgres() - databaseBefore) / scenario.times
  return { total: server + database, server, database }
}

/** So many turns, so many of them at once, by half of the learners in rotation. */
export async function play(scenario: Scenario, { rival, line, times }: Playing & { times: number }): Promise<void> {
  let left = times
  const one = async () => {
    while (left-- > 0) {
      const turn = ++count
      await scenario.run(line, rival.content, { learner: (turn % (rival.content.learners / 2)) + 1, count: turn })
    }
  }
  await Promise.all(Array.from({ length: scenario.atOnce }, one))
}

function turned<T>(all: readonly T[], round: number): T[] {
  const first = round % all.length
  return [...all.slice(first), ...all.slice(0, first)]
}

/** Server and database as shares of what the first costs in all. */
function medianRatios(rounds: readonly Seconds[][], place: number): Seconds {
  const ratioOf = (part: keyof Seconds) => median(rounds.map((costs) => (costs[place]?.[part] ?? 0) / (costs[0]?.total ?? 1)))
  return { total: ratioOf('total'), server: ratioOf('server'), database: ratioOf('database') }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
