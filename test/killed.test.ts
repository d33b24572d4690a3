import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { connectTo } from '../bench/browser.ts'
import { makeLearners, PASSWORD } from '../bench/content.ts'
import { examDay, type Killed } from '../bench/exam-day/day.ts'
import { embeddedUrl } from '../bench/exam-day/killing.ts'
import { emailOf } from '../bench/people.ts'
import { startServer } from '../bench/servers/processes.ts'

const A_MOMENT = { learners: 8, seconds: 4, everySeconds: 0.2 }

for (const killed of ['the server', 'the server and its PostgreSQL'] satisfies Killed[]) {
  test(`${killed} is killed while eight learners answer, and every answer that was acknowledged is there (E5)`, async () => {
    const { missing, saved, refusedWhileDown } = await examDay({ ...A_MOMENT, killed })

    assert.deepEqual(missing, [])
    assert.ok(saved > 0 && refusedWhileDown > 0, `${saved} saved, ${refusedWhileDown} not`)
  })
}

test('told to stop, Løfte answers the six who are signing in, waits for no browser that says nothing, and ends in time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lofte-stopped-'))
  const server = await startServer({ run: ['src/main.ts', 'start'], env: { LOFTE_DATA: folder } })
  try {
    await makeLearners(await embeddedUrl(folder), 6)
    const silent = connect(server.port, '127.0.0.1')
    await once(silent, 'connect')
    silent.on('error', () => {})
    const line = connectTo(server.port)
    const signingIn = [1, 2, 3, 4, 5, 6].map((n) => line.browserOf(undefined).post('/sign-in', { email: emailOf(n), password: PASSWORD, next: '' }))
    // Two passwords are checked at a time: when the first is in, the others have come and wait.
    await Promise.race(signingIn)

    server.child.kill('SIGTERM')
    const answers = await Promise.all(signingIn)
    // After ten seconds it would have gone with 1, finished or not.
    const [code] = await once(server.child, 'exit')
    line.close()

    assert.deepEqual(answers.map(({ status, cookies }) => [status, cookies.length]), Array(6).fill([303, 1]))
    assert.equal(code, 0)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

test('told to stop through npm, whose shell may pass nothing on, Løfte ends all the same', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'lofte-through-npm-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const npm = spawn('npm', ['start'], { env: { ...process.env, PORT: '0', LOFTE_DATA: folder, LOFTE_DEMO: '0', DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'ignore'] })
  let printed = ''
  for await (const part of npm.stdout) {
    printed += String(part)
    if (/open at port \d+/.test(printed)) break
  }
  const answers = () => fetch(`http://127.0.0.1:${/open at port (\d+)/.exec(printed)?.[1]}/health`).then(() => true, () => false)
  assert.equal(await answers(), true)

  npm.kill('SIGTERM')

  // The folder is given back last of all; if that never comes, the run of the tests stops us.
  while (existsSync(join(folder, 'lofte.lock'))) await pause(50)
  assert.equal(await answers(), false)
})
