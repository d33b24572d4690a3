import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testsByPromise } from '../../src/rooms/policy/proofs.ts'
import { startTestServer } from '../../test/server.ts'
import { getBrowser, installFromDebian } from '../browser.ts'
import { writeProofs } from '../write-proofs.ts'
import { type Outcome, runFile, stopAll } from './file.ts'
import { failuresOf, printed, titlesOf } from './print.ts'

const AT_ONCE = 2
const PATIENCE = { silence: 300_000, going: 10_000 } // milliseconds; no single test takes so long on a slow machine

// `npm run prove`: when everything has passed, the page of promises is told so, with the day.
const proving = process.argv.includes('--proofs')
const named = process.argv.slice(2).filter((argument) => argument !== '--proofs')
const found = named.length > 0 ? named : globSync(['{src,test,demonstration}/**/*.test.{ts,tsx}']).sort()

const thatSay = (text: string) => found.filter((file) => readFileSync(file, 'utf8').includes(text))
const inBrowser = thatSay('openBrowser')
// These take longest: begun last, one of them would run on alone.
const files = [...inBrowser, ...found.filter((file) => !inBrowser.includes(file))]
const missing: string[] = []
if (inBrowser.length > 0) {
  const sought = getBrowser()
  process.env['CHROMIUM'] = 'path' in sought ? sought.path : ''
  if ('missing' in sought) missing.push(sought.missing)
}
if (thatSay('WITH_POPPLER').length > 0 && spawnSync('pdfinfo', ['-v']).error) {
  const refused = installFromDebian('poppler-utils')
  if (refused) missing.push(`no poppler-utils to read PDFs with (${refused})`)
}

const folder = await mkdtemp(join(tmpdir(), 'lofte-test-'))
const server = await startTestServer(folder)
process.env['LOFTE_TEST'] = JSON.stringify(server.plan)
let breaking: Promise<never> | undefined
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => (breaking ??= breakOff()))

const outcomes = await runAll(files)
await close()

const [titles, skipped, failures] = [titlesOf(outcomes, 'passed'), titlesOf(outcomes, 'skipped'), outcomes.flatMap(failuresOf)]
if (proving && failures.length === 0 && named.length === 0) writeProofs({ proved: new Date().toISOString().slice(0, 10), tests: testsByPromise(titles) })
if (failures.length > 0) console.log(`\nFailed:\n\n${failures.join('\n')}`)
if (skipped.length > 0) console.log(`${skipped.length} skipped: ${missing.join('; ') || 'see above'}`)
console.log(`${titles.length} passed, ${failures.length} failed`)
process.exit(failures.length > 0 || titles.length === 0 ? 1 : 0)

/** In the order in which they end. */
async function runAll(waiting: readonly string[]): Promise<Outcome[]> {
  const queue = [...waiting]
  const done: Outcome[] = []
  const work = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const outcome = await runFile(file, { folder, patience: PATIENCE })
      done.push(outcome)
      process.stdout.write(printed(outcome))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return done
}

async function close(): Promise<void> {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function breakOff(): Promise<never> {
  stopAll()
  await close()
  process.exit(1)
}
