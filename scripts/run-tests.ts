import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { globSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { testsByPromise } from '../src/rooms/policy/proofs.ts'
import { startTestServer } from '../test/server.ts'
import { getBrowser, installFromDebian } from './browser.ts'
import { writeProofs } from './write-proofs.ts'

// `npm run prove`: when everything has passed, the page of promises is told so, with the day.
const proving = process.argv.includes('--proofs')
const named = process.argv.slice(2).filter((argument) => argument !== '--proofs')
const files = named.length > 0 ? named : globSync(['{src,test,demonstration}/**/*.test.{ts,tsx}'])

const wanting = (text: string) => files.some((file) => readFileSync(file, 'utf8').includes(text))
const missing: string[] = []
if (wanting('openBrowser')) {
  const sought = getBrowser()
  process.env['CHROMIUM'] = 'path' in sought ? sought.path : ''
  if ('missing' in sought) missing.push(sought.missing)
}
if (wanting('WITH_POPPLER') && spawnSync('pdfinfo', ['-v']).error) {
  const refused = installFromDebian('poppler-utils')
  if (refused) missing.push(`no poppler-utils to read PDFs with (${refused})`)
}

const folder = await mkdtemp(join(tmpdir(), 'lofte-test-'))
const server = await startTestServer(folder)
process.env['LOFTE_TEST'] = JSON.stringify(server.plan)

const titles: string[] = []
let passed = 0
let skipped = 0
let failed = 0
const stream = run({ files: files.map((file) => join(process.cwd(), file)).sort(), concurrency: 2, execArgv: ['--import', 'tsx'], timeout: 600_000 })
stream.on('test:pass', ({ name, details, skip }) => {
  if (details.type === 'suite') return
  if (skip !== undefined) return void skipped++
  passed++
  titles.push(name)
})
stream.on('test:fail', ({ details }) => {
  if (details.type !== 'suite') failed++
})
stream.compose(spec).pipe(process.stdout)
await new Promise((done) => stream.on('end', done))

await server.stop()
await rm(folder, { recursive: true, force: true })
if (proving && failed === 0 && named.length === 0) writeProofs({ proved: new Date().toISOString().slice(0, 10), tests: testsByPromise(titles) })
if (skipped > 0) console.log(`${skipped} skipped: ${missing.join('; ') || 'see above'}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
