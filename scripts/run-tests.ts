import { mkdtemp, rm } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { startTestServer } from '../test/server.ts'

const named = process.argv.slice(2)
const files = named.length > 0 ? named : globSync(['{src,test,demonstration}/**/*.test.{ts,tsx}'])

const folder = await mkdtemp(join(tmpdir(), 'lofte-test-'))
const server = await startTestServer(folder)
process.env['LOFTE_TEST'] = JSON.stringify(server.plan)

let passed = 0
let failed = 0
const stream = run({ files: files.map((file) => join(process.cwd(), file)).sort(), concurrency: 2, execArgv: ['--import', 'tsx'], timeout: 600_000 })
stream.on('test:pass', ({ details }) => {
  if (details.type !== 'suite') passed++
})
stream.on('test:fail', ({ details }) => {
  if (details.type !== 'suite') failed++
})
stream.compose(spec).pipe(process.stdout)
await new Promise((done) => stream.on('end', done))

await server.stop()
await rm(folder, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
