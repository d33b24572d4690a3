import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { FolderInUse, lockFolder } from './lock.ts'
import { birthOf } from './processes.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lofte-lock-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('a second Løfte in the same folder is told which process has it', async () => {
  await lockFolder(folder)

  await assert.rejects(lockFolder(folder), (error: Error) => {
    assert.ok(error instanceof FolderInUse)
    assert.match(error.message, new RegExp(`^Another Løfte \\(process ${process.pid}\\) uses this`))
    return true
  })
})

test('a folder that was given back is free, and holds nothing more', async () => {
  const release = await lockFolder(folder)
  await release()
  await release()

  assert.deepEqual(await readdir(folder), [])
  await lockFolder(folder)
})

test('the lock of a killed Løfte is taken over', async () => {
  await writeLock(await aDeadProcess())

  await lockFolder(folder)

  assert.deepEqual(await readdir(folder), ['lofte.lock'])
})

test('a process that was given the number of a killed Løfte does not keep its lock', async () => {
  await writeLock({ pid: process.pid, birth: 'another boot 1' })

  await lockFolder(folder)
})

test('a lock that a full disk left empty is nobody’s', async () => {
  await writeFile(join(folder, 'lofte.lock'), '')

  await lockFolder(folder)
})

test('of ten who find a stale lock at once, one gets the folder', async () => {
  await writeLock(await aDeadProcess())

  const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(folder)))

  const lost = attempts.filter((attempt) => attempt.status === 'rejected')
  assert.equal(lost.length, 9)
  for (const { reason } of lost) assert.ok(reason instanceof FolderInUse, String(reason))
})

type Process = { pid: number; birth: string | undefined }

async function aDeadProcess(): Promise<Process> {
  const child = spawn('sleep', ['60'])
  const birth = await birthOf(child.pid!)
  child.kill('SIGKILL')
  await once(child, 'exit')
  return { pid: child.pid!, birth }
}

async function writeLock(holder: Process): Promise<void> {
  await writeFile(join(folder, 'lofte.lock'), JSON.stringify(holder))
}
