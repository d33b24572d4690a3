import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { runFile } from '../scripts/tests/file.ts'
import { failuresOf } from '../scripts/tests/print.ts'

// Milliseconds: enough to begin in on a machine that has much to do, and less where nothing has to be heard.
const PATIENCE = { silence: 5_000, going: 500 }
const LITTLE = { silence: 1_000, going: 500 }
const HEAD = `import { spawn } from 'node:child_process'; import { writeFileSync } from 'node:fs'; import { test } from 'node:test';`
const FOR_EVER = `setInterval(() => {}, 1000)`

/** Files that a person may write by mistake, and what the run says of each. */
const MISTAKES = [
  { what: 'waits for ever in a test and does not listen', patience: PATIENCE, code: `process.on('SIGTERM', () => {}); ${FOR_EVER}; test('Kari waits', () => new Promise(() => {}))`, said: /said nothing for too long and was stopped, during: Kari waits/ },
  { what: 'turns in circles', patience: LITTLE, code: `test('Kari waits', () => { for (;;); })`, said: /was stopped: it turns in circles/ },
  { what: 'leaves something open', patience: LITTLE, code: `test('Kari comes', () => {}); ${FOR_EVER}`, said: /was stopped: .+ or left something open/ },
  { what: 'goes in the middle of a test', patience: PATIENCE, code: `test('Kari comes', () => {}); test('Kari leaves', () => process.exit(0))`, said: /ended with 0\b/ },
  { what: 'cannot be read', patience: PATIENCE, code: `import './nowhere.ts'`, said: /ended with 1\b/ },
  { what: 'has no test', patience: PATIENCE, code: '', said: /ended with 0, without a test/ },
  { what: 'is killed', patience: PATIENCE, code: `test('Kari waits', () => process.kill(process.pid, 'SIGKILL'))`, said: /ended with SIGKILL\b/ },
]

for (const { what, patience, code, said } of MISTAKES) {
  test(`a test file that ${what} has failed, and the run goes on and says so`, async (t) => {
    const folder = await aFolder(t)
    const outcome = await runFile(await written(folder, code), { folder, patience })

    const failures = failuresOf(outcome)
    assert.equal(failures.length, 1, failures.join('\n'))
    assert.match(failures[0] ?? '', said)
  })
}

test('what a stopped file has started goes with it, and what it found out until then is told', async (t) => {
  const folder = await aFolder(t)
  const file = await written(folder, `
    const child = spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); ${FOR_EVER}"], { stdio: 'inherit' })
    writeFileSync('${join(folder, 'number')}', String(child.pid))
    test('Kari comes', () => console.log('Kari was here'))
    test('Kari waits', () => new Promise(() => {}))`)
  const outcome = await runFile(file, { folder, patience: PATIENCE })

  assert.deepEqual(outcome.told.flatMap((one) => (one.kind === 'passed' ? [one.title] : [])), ['Kari comes'])
  assert.equal(outcome.printed, 'Kari was here\n')
  assert.equal(await isGone(Number(await readFile(join(folder, 'number'), 'utf8'))), true)
})

test('a test that fails is counted once, with its reason', async (t) => {
  const folder = await aFolder(t)
  const outcome = await runFile(await written(folder, `test('Kari comes', () => { throw new Error('Kari is ill') })`), { folder, patience: PATIENCE })

  assert.equal(failuresOf(outcome).length, 1)
  assert.match(failuresOf(outcome)[0] ?? '', /✖ Kari comes[\s\S]+Kari is ill/)
})

async function aFolder(t: { after(done: () => Promise<void>): void }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lofte-running-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function written(folder: string, code: string): Promise<string> {
  const file = join(folder, 'kari.test.ts')
  await writeFile(file, `${HEAD}\n${code}\n`)
  return file
}

/** A process that nobody has buried yet has gone as well. */
async function isGone(pid: number): Promise<boolean> {
  for (;;) {
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').then((stat) => stat.slice(stat.lastIndexOf(')') + 2)[0], () => 'X')
    if (state === 'X' || state === 'Z') return true
  }
}
