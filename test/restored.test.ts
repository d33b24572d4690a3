import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { learnMark } from '../src/privacy/replay.ts'
import { within } from '../src/privacy/within.ts'
import { ownerSays } from './builders.ts'
import { aHouse, type TestHouse } from './house.ts'
import { theirPolicy } from './policy-builders.ts'
import { aPersonWithPassword, aSession, PASSWORD, signedIn } from './sign-in.ts'
import { visitor } from './visitor.ts'

const house = await aHouse()
await theirPolicy(house, 'nomkus')
const health = async () => (await house.site.inject({ url: '/health', headers: { host: 'lb.internal' } })).json()

test('a backup that is restored under the open house answers nobody until Kari, whom it brings back, is gone again (M20, D57)', async () => {
  const ola = await signedIn(house)
  const { person: kari, restore } = await erasedAndInBackup()
  await restore()
  // The erasing is kept waiting, so that what is answered meanwhile can be seen.
  const hold = await holdRow('accounts.persons', kari)

  const answers = await Promise.all([
    ola.visitor.get('/'),
    ola.visitor.get('/courses', { accept: 'application/json' }),
    visitor(house).get('/privacy'),
    visitor(house).post('/sign-in', { email: 'kari@fjordvik.example', password: PASSWORD, next: '' }),
    visitor(house, { host: 'laeringshus.localhost' }).get('/'),
  ])
  const meanwhile = await visitor(house).get('/contact')
  const watched = await health()
  await hold.letGo()
  await until(async () => (await ola.visitor.get('/')).statusCode === 200)

  assert.deepEqual([...answers, meanwhile].map(({ statusCode }) => statusCode), [503, 503, 503, 503, 503, 503])
  assert.equal(answers[0]?.headers['retry-after'], '5')
  assert.equal(answers[1]?.headers['content-type'], 'application/problem+json; charset=utf-8')
  assert.deepEqual([watched.status, watched.database], ['not ready', 'older'])
  assert.deepEqual(await ownerSays(house, 'select id from accounts.persons where id = $1', [kari]), [])
  assert.deepEqual(await ownerSays(house, `select cause from privacy.receipts where cause = 'replayed'`), [{ cause: 'replayed' }])
  assert.equal((await health()).status, 'ready')
})

test('a job finds nobody on a restored backup either: no letter goes to whom it brings back (M20)', async () => {
  const { person, restore } = await erasedAndInBackup()
  await restore()
  const eyes = { means: house.means, login: 'worker', institution: house.nomkus, actor: person, now: house.clock.now() } as const

  await assert.rejects(within('communication', eyes, (db) => db.selectFrom('accounts.persons').select('email').where('id', '=', person).execute()), { code: 'LF001' })
  await until(async () => (await visitor(house).get('/')).statusCode === 200)
})

test('what another process has erased is learned, and missed on a backup from before (M20)', async () => {
  await ownerSays(house, 'update privacy.marks set erasures = erasures + 5')
  await learnMark(house.means)
  await ownerSays(house, 'update privacy.marks set erasures = erasures - 1')

  assert.equal((await visitor(house).get('/')).statusCode, 503)
  await until(async () => (await visitor(house).get('/')).statusCode === 200)
})

/** Kari, who has erased herself, and a backup from just before it. */
async function erasedAndInBackup() {
  const { person } = await aPersonWithPassword(house)
  const browser = visitor(house)
  await aSession(house, { person, institution: house.nomkus, strong: false, browser })
  const backup = await rowsOf(house, person)
  const gone = await browser.post('/my-data/deletion', { password: PASSWORD })
  assert.equal(gone.statusCode, 303)
  return {
    person,
    async restore() {
      for (const { table, row } of backup) await ownerSays(house, `insert into ${table} (${Object.keys(row)}) select ${Object.keys(row)} from jsonb_populate_record(null::${table}, $1)`, [row])
      await ownerSays(house, `delete from privacy.receipts where erased = $1 and code = $2`, [house.clock.now(), String(gone.headers['location']).split('/').at(-1)])
      await ownerSays(house, 'update privacy.marks set erasures = erasures - 1')
    },
  }
}

async function rowsOf(of: TestHouse, person: string) {
  const tables = ['accounts.persons', 'privacy.keys', 'sign_in.passwords']
  const found = await Promise.all(tables.map((table) => ownerSays<{ row: object }>(of, `select to_jsonb(one) as row from ${table} as one where $1::uuid in (${table === 'accounts.persons' ? 'id' : 'person'})`, [person])))
  const [standing] = await ownerSays<{ row: Record<string, unknown> }>(of, `select to_jsonb(one) - 'lawful' as row from privacy.standings as one where person = $1`, [person])
  const others = found.flatMap((rows, i) => rows.map(({ row }) => ({ table: tables[i] ?? '', row })))
  return [{ table: 'privacy.standings', row: standing?.row ?? {} }, ...others]
}

/** Keeps a row locked until it is let go. */
async function holdRow(table: string, id: string): Promise<{ letGo(): Promise<void> }> {
  const client = new pg.Client(house.owner)
  await client.connect()
  await client.query('begin')
  await client.query(`select from ${table} where id = $1 for update`, [id])
  return {
    async letGo() {
      await client.query('commit')
      await client.end()
    },
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((later) => setTimeout(later, 20))
}
