import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
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
