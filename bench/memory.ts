import { connectTo } from './browser.ts'
import type { Content } from './content.ts'
import type { Scenario } from './scenarios.ts'
import { startServer } from './servers/processes.ts'

const SECONDS = 20
const SOME = 30 // at once, without a pause: more than three hundred who answer every three seconds
const MEBIBYTE = 1024 * 1024

/** Resident memory of the process that `npm start` is, in MiB: when it is open, and at most while many do all things at once. */
export async function memoryUnderLoad(content: Content, scenarios: readonly Scenario[]): Promise<{ open: number; most: number }> {
  const server = await startServer({ run: ['src/main.ts', 'start'], env: content.env })
  const line = connectTo(server.port, SOME)
  const open = (await server.tell()).bytes / MEBIBYTE
  const until = performance.now() + SECONDS * 1000
  let count = 2_000_000
  const one = async (learner: number) => {
    while (performance.now() < until) {
      const scenario = scenarios[++count % scenarios.length] as Scenario
      await scenario.run(line, content, { learner, count })
    }
  }
  let most = open
  const watch = setInterval(() => void server.tell().then(({ bytes }) => (most = Math.max(most, bytes / MEBIBYTE))), 200)
  try {
    await Promise.all(Array.from({ length: SOME }, (_, i) => one(i + 1)))
  } finally {
    clearInterval(watch)
    line.close()
    await server.stop()
  }
  return { open, most }
}
