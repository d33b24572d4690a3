import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { FolderInUse } from './lock.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { commandLineOf } from './processes.ts'

const SCRIPT = fileURLToPath(new URL('./started-by-a-child.ts', import.meta.url))
const ORDINARY = { uid: 1000, gid: 1000 }
const isRoot = process.getuid?.() === 0
const asRoot = { skip: !isRoot && 'only root may become another account' }
const onLinux = { skip: process.platform !== 'linux' && 'looks for the watcher in /proc' }

type Started = { child: ChildProcess; postgres: Postgres }

const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

test('when Løfte is killed, its PostgreSQL stops by itself and closes the books', async () => {
  const folder = await aFolder()
  const { child, postgres } = await started(folder)

  child.kill('SIGKILL')
  await hasGone(postgres.pid)

  assert.match(await readFile(join(folder, 'postgres.log'), 'utf8'), /system is shut down\n$/)
})

test('a PostgreSQL that outlived its Løfte is stopped at the next start', onLinux, async () => {
  const folder = await aFolder()
  const { child, postgres } = await started(folder)
  await ask(postgres, 'create table kept as select 1 as one')
  process.kill(await watcherOf(postgres.pid), 'SIGKILL')
  child.kill('SIGKILL')
  await once(child, 'exit')
  assert.ok(await commandLineOf(postgres.pid))

  const lines: string[] = []
  const next = await startPostgres({ folder, log: (line) => lines.push(line), durable: true })
  const kept = await ask(next, 'select one from kept')
  await next.stop()

  assert.deepEqual(kept, [{ one: 1 }])
  assert.match(lines.join(), new RegExp(`Stopping the PostgreSQL \\(process ${postgres.pid}\\)`))
  assert.equal(await commandLineOf(postgres.pid), undefined)
})

test('when both are killed at once, every acknowledged answer is there again', async () => {
  const folder = await aFolder()
  const { child, postgres } = await started(folder)
  const client = await connected(postgres)
  await client.query('create table answers (number int)')
  for (let number = 1; number <= 50; number++) {
    await client.query('insert into answers values ($1)', [number])
  }

  process.kill(postgres.pid, 'SIGKILL')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = await startPostgres({ folder, log: () => undefined, durable: true })
  const saved = await ask(next, 'select count(*)::int as saved from answers')
  await next.stop()

  assert.deepEqual(saved, [{ saved: 50 }])
})

test('a query that still runs after its server was killed is waited for', async () => {
  const folder = await aFolder()
  const { child, postgres } = await started(folder)
  const client = await connected(postgres)
  const busy = client.query('select count(*) from generate_series(1, 12000000)').catch(() => 0)
  await pause(100)

  process.kill(postgres.pid, 'SIGKILL')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = await startPostgres({ folder, log: () => undefined, durable: true })
  await busy
  await next.stop()
})

test('a second Løfte on the same folder is refused and does no harm to the first', async () => {
  const folder = await aFolder()
  const { child, postgres } = await started(folder)

  await assert.rejects(
    startPostgres({ folder, log: () => undefined, durable: true }),
    (error: Error) => error instanceof FolderInUse && error.message.includes(`${child.pid}`),
  )
  assert.deepEqual(await ask(postgres, 'select 1 as one'), [{ one: 1 }])

  child.kill('SIGTERM')
  assert.deepEqual(await once(child, 'exit'), [0, null])
})

test('an ordinary account runs it all as itself, killed and started again', asRoot, async () => {
  const folder = await aFolder()
  await chown(folder, ORDINARY.uid, ORDINARY.gid)
  const first = await started(folder, ORDINARY)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const second = await started(folder, ORDINARY)
  const rows = await ask(second.postgres, 'select 1 as one')
  second.child.kill('SIGTERM')
  await once(second.child, 'exit')

  assert.deepEqual(rows, [{ one: 1 }])
})

test('root does not take over the database of an ordinary account', asRoot, async () => {
  const folder = await aFolder()
  await chown(folder, ORDINARY.uid, ORDINARY.gid)
  const { child } = await started(folder, ORDINARY)
  child.kill('SIGTERM')
  await once(child, 'exit')

  await assert.rejects(
    startPostgres({ folder, log: () => undefined, durable: true }),
    /belongs to system account 1000/,
  )
})

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lofte-killed-'))
  folders.push(folder)
  return folder
}

async function started(folder: string, account = {}): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, folder, 'durable'], account)
  let out = ''
  let error = ''
  child.stdout.on('data', (text) => (out += text))
  child.stderr.on('data', (text) => (error += text))
  while (!out.includes('\n') && child.exitCode === null) await pause(10)
  assert.ok(out, error)
  return { child, postgres: JSON.parse(out) as Postgres }
}

async function hasGone(pid: number): Promise<void> {
  for (let look = 0; look < 400 && (await commandLineOf(pid)); look++) await pause(25)
  assert.equal(await commandLineOf(pid), undefined)
}

async function watcherOf(postgres: number): Promise<number> {
  for (const pid of (await readdir('/proc')).map(Number).filter(Boolean)) {
    if ((await commandLineOf(pid))?.endsWith(`lofte-watch ${postgres}`)) return pid
  }
  return assert.fail('nobody watches')
}

async function connected({ socketFolder, port, owner }: Postgres): Promise<pg.Client> {
  const client = new pg.Client({ host: socketFolder, port, database: 'postgres', ...owner })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function ask(postgres: Postgres, question: string): Promise<unknown[]> {
  const client = await connected(postgres)
  const { rows } = await client.query(question)
  await client.end()
  return rows
}
