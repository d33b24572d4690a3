import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { FolderInUse } from './lock.ts'
import { stopOrphan } from './orphan.ts'
import { startPostgres } from './postgres.ts'
import { commandLineOf } from './processes.ts'
import { socketPath } from './socket.ts'
import { lentAccount } from './system-account.ts'

const NO_PROCESS = 2 ** 22 + 1 // above the largest number that Linux gives
const quiet = () => undefined

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lofte-orphan-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('a server that another container runs on this folder is not joined by a second', async () => {
  const server = createServer().listen(socketPath(folder))
  await writePidFile(folder, NO_PROCESS, folder)

  await assert.rejects(stopOrphan(folder, quiet), FolderInUse)

  server.close()
})

test('a stranger who was given the number of the killed server is left alone', async () => {
  const stranger = spawn('sleep', ['60'], { ...lentAccount() })
  const first = await startPostgres({ folder, log: quiet, durable: false })
  await first.stop()
  await writePidFile(join(folder, 'postgres'), stranger.pid!, folder)

  const next = await startPostgres({ folder, log: quiet, durable: false })
  await next.stop()

  assert.ok(await commandLineOf(stranger.pid!))
  stranger.kill('SIGKILL')
})

test('a folder copied while its server ran does not stop that server', async () => {
  const original = await mkdtemp(join(tmpdir(), 'lofte-original-'))
  const postgres = await startPostgres({ folder: original, log: quiet, durable: false })
  await copyFile(join(original, 'postgres/postmaster.pid'), join(folder, 'postmaster.pid'))

  await stopOrphan(folder, quiet)

  assert.ok(await commandLineOf(postgres.pid))
  await postgres.stop()
  await rm(original, { recursive: true })
})

async function writePidFile(cluster: string, pid: number, socketFolder: string): Promise<void> {
  const lines = [pid, cluster, 1_800_000_000, 5432, socketFolder, '', '0 0', 'ready']
  await writeFile(join(cluster, 'postmaster.pid'), `${lines.join('\n')}\n`)
}
