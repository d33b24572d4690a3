import assert from 'node:assert/strict'
import { chmod, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Postgres, startPostgres } from './postgres.ts'

const quiet = () => undefined
const WATERMARK = 'kari.watermark@example.no'

let folder: string
let postgres: Postgres

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lofte-postgres-'))
  postgres = await startPostgres({ folder, log: quiet, durable: false })
})

after(async () => {
  await postgres.stop()
  await rm(folder, { recursive: true })
})

test('the owner comes in with the password, and finds PostgreSQL 18 sorting as Norwegians do', async () => {
  const rows = await asked(postgres, [
    "select current_setting('server_version_num')::int / 10000 as major",
    "select string_agg(name, '' order by name) as sorted from (values ('å'), ('z'), ('ø'), ('æ'), ('a')) as letters(name)",
    "select upper('æøå') as upper",
  ])

  assert.deepEqual(rows, [{ major: 18 }, { sorted: 'azæøå' }, { upper: 'ÆØÅ' }])
})

test('a stranger who knows the name of the owner but not the password stays outside', async () => {
  const stranger = { ...postgres, owner: { ...postgres.owner, password: 'guess' } }

  await assert.rejects(asked(stranger, ['select 1']), { code: '28P01' })
})

test('nobody is trusted, on any way in', async () => {
  const rules = await asked(postgres, [
    'select distinct auth_method from pg_hba_file_rules order by 1',
    'show listen_addresses',
    'show password_encryption',
  ])

  assert.deepEqual(rules, [
    { auth_method: 'scram-sha-256' },
    { listen_addresses: '' },
    { password_encryption: 'scram-sha-256' },
  ])
})

test('what others on the machine could read is closed to them', async () => {
  const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

  assert.equal(await mode(join(folder, 'postgres-owner.password')), '600')
  assert.equal(await mode(join(folder, 'postgres.log')), '600')
  assert.equal(await mode(join(folder, 'postgres')), '700')
  assert.equal(await mode(postgres.socketFolder), '700')
})

test("Kari's address does not come into the log, whatever goes wrong with it", async () => {
  await asked(postgres, ['create table people (email text unique, age int)'])
  const insert = `insert into people values ('${WATERMARK}', 30)`
  const client = await connected(postgres)
  const wrong = [
    insert,
    `select '${WATERMARK}'::uuid`,
    `insert into people values (repeat('${WATERMARK}', 9999), 'x')`,
    `do $$ begin raise exception '${WATERMARK}'; end $$`,
    `do $$ begin raise warning '${WATERMARK}'; end $$`,
    `nonsense ${WATERMARK}`,
  ]

  await client.query(insert)
  for (const statement of wrong) await client.query(statement).catch(quiet)
  await client
    .query('insert into people values ($1, 31)', [WATERMARK])
    .then(() => assert.fail('the second of two was let in'))
    .catch((error) => assert.match(error.detail, /kari\.watermark/))
  await client.end()

  const log = await readFile(join(folder, 'postgres.log'), 'utf8')
  assert.match(log, /ready to accept connections/)
  assert.doesNotMatch(log, /watermark/)
})

test('what was running when a backend crashed does not come into the log', async () => {
  const client = await connected(postgres)
  client.on('error', quiet)
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const asleep = client.query(`select pg_sleep(60), '${WATERMARK}'`).catch(quiet)

  process.kill(rows[0].pid, 'SIGSEGV')
  await asleep
  await client.end().catch(quiet)

  const log = await logThatSays(/was terminated by signal 11/)
  assert.doesNotMatch(log, /watermark/)
})

test('when the server dies, its Løfte learns it and starts it again with all that was saved', async () => {
  const own = await mkdtemp(join(tmpdir(), 'lofte-dying-'))
  const first = await startPostgres({ folder: own, log: quiet, durable: true })
  await asked(first, ['create table kept as select 1 as one'])

  process.kill(first.pid, 'SIGKILL')
  const code = await first.exited
  const second = await startPostgres({ folder: own, log: quiet, durable: true })
  const kept = await asked(second, ['select one from kept'])
  await second.stop()

  assert.equal(code, null)
  assert.deepEqual(kept, [{ one: 1 }])
  assert.equal(await second.exited, 0)
  assert.deepEqual((await readdir(own)).sort(), [
    'postgres',
    'postgres-owner.password',
    'postgres.log',
  ])
  await rm(own, { recursive: true })
})

test('a data folder with a very long path has its socket elsewhere', async () => {
  const root = await mkdtemp(join(tmpdir(), 'lofte-long-'))
  await chmod(root, 0o755) // or all of it would stand elsewhere, not just the socket
  const own = join(root, 'læring '.repeat(12).trim(), 'and, "quoted"')
  const long = await startPostgres({ folder: own, log: quiet, durable: false })
  const rows = await asked(long, ['select 1 as one'])
  await long.stop()

  assert.deepEqual(rows, [{ one: 1 }])
  assert.ok(!long.socketFolder.startsWith(root))
  assert.ok((await readdir(own)).includes('postgres'))
  await assert.rejects(stat(long.socketFolder), { code: 'ENOENT' })
  await rm(root, { recursive: true })
})

test('a crash in the middle of making the database leaves nothing half-made', async () => {
  const own = await mkdtemp(join(tmpdir(), 'lofte-half-'))
  const crashed = await startPostgres({ folder: own, log: quiet, durable: false })
  await crashed.stop()
  await rename(join(own, 'postgres'), join(own, 'postgres.new'))
  await rm(join(own, 'postgres.new', 'PG_VERSION'))

  const next = await startPostgres({ folder: own, log: quiet, durable: false })
  await next.stop()

  assert.deepEqual((await readdir(own)).sort(), [
    'postgres',
    'postgres-owner.password',
    'postgres.log',
  ])
  await rm(own, { recursive: true })
})

/** The server writes when it has looked, which may be after the client was cut off. */
async function logThatSays(line: RegExp): Promise<string> {
  let log = ''
  for (let look = 0; look < 200 && !line.test(log); look++) {
    log = await readFile(join(folder, 'postgres.log'), 'utf8')
    await pause(25)
  }
  assert.match(log, line)
  return log
}

async function connected({ socketFolder, port, owner }: Postgres): Promise<pg.Client> {
  const client = new pg.Client({ host: socketFolder, port, database: 'postgres', ...owner })
  await client.connect()
  return client
}

/** The first row of each question's answer. */
async function asked(server: Postgres, questions: string[]): Promise<unknown[]> {
  const client = await connected(server)
  const answers: unknown[] = []
  for (const question of questions) answers.push((await client.query(question)).rows[0])
  await client.end()
  return answers
}
