import assert from 'node:assert/strict'
import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { asLogin } from '../../test/as-login.ts'
import { ownerSays } from '../../test/builders.ts'
import { putEverywhere } from '../../test/everywhere.ts'
import { aHouse, NOON } from '../../test/house.ts'
import { aPerson } from '../../test/sign-in.ts'
import { tables } from '../house.ts'
import { newId } from '../platform/ids.ts'
import { listLetters } from '../platform/mail/mailbox.ts'
import { erasePerson, planErasure, previewErasure } from './erase.ts'
import { exportPerson } from './export.ts'
import { appendToLedger, linesOfLedger } from './ledger.ts'
import { mustReplay, replayErasures } from './replay.ts'
import { edgesOf } from './table.ts'
import { type Eyes, within } from './within.ts'

const house = await aHouse()

function eyesOf(person: string): Eyes {
  return { means: house.means, login: 'web', institution: house.nomkus, actor: person, now: house.clock.now() }
}

/** Kari and Ola, each in every table, each the other's teacher, author and reader. */
async function kariAndOla() {
  const [kari, ola] = [newId(), newId()]
  return {
    kari,
    ola,
    email: `${kari.slice(0, 8)}@fjordvik.example`,
    marks: [
      ...(await putEverywhere(house, { person: kari, other: ola, at: NOON, email: `${kari.slice(0, 8)}@fjordvik.example` })),
      ...(await putEverywhere(house, { person: ola, other: kari, at: NOON, email: `${ola.slice(0, 8)}@fjordvik.example` })),
    ],
  }
}

test('Kari is told everything that is hers exactly once, and nothing of anybody else (D40)', async () => {
  const { kari, ola, marks } = await kariAndOla()

  const exported = await within('rights', eyesOf(kari), (db) =>
    exportPerson(db, eyesOf(kari), { tables, language: 'en', zone: 'Europe/Oslo' }),
  )

  const text = JSON.stringify(exported)
  const told = (mark: string) => text.split(mark).length - 1
  const faulty = marks.filter((mark) => told(mark.text) !== (mark.whole.includes(kari) ? 1 : 0)).map(({ place, text }) => `${place} ${told(text)}`)
  assert.deepEqual(faulty, [])
  assert.ok(marks.some(({ sealed, whole }) => sealed && whole.includes(kari)), 'something was sealed')
  assert.ok(!text.includes(ola), 'nobody else’s id is told')
  const personal = tables.filter(({ duty }) => duty.about !== 'nobody').map(({ name }) => name)
  assert.deepEqual(exported.map(({ table }) => table), personal)
})

test('erased, Kari has left no trace but her id in the ledger, and Ola has lost nothing (D42, N36, N60)', async (t) => {
  const logged: string[] = []
  t.mock.method(console, 'error', (line: string) => logged.push(line))
  t.mock.method(console, 'log', (line: string) => logged.push(line))
  const { kari, ola, marks, email } = await kariAndOla()
  await house.means.mail.send({ to: email, subject: 'Hei', text: 'Hei', html: '<p>Hei</p>' })
  await waitingJob(kari)

  const receipt = await erasePerson({ eyes: eyesOf(kari), tables, cause: 'asked' })

  const found = await everyWord()
  const hers = [kari, ...marks.filter(({ whole, staysForgotten }) => whole.includes(kari) && !staysForgotten).map(({ text }) => text)]
  assert.deepEqual(hers.filter((text) => found.includes(text)), [])
  assert.deepEqual((await listLetters(join(house.dataFolder, 'mail'), { limit: 100 })).filter(({ to }) => to === email), [])
  assert.deepEqual(logged.filter((line) => hers.some((text) => line.includes(text))), [])
  const lines = (await linesOfLedger(house.means.ledger)).filter(({ person }) => person === kari)
  assert.deepEqual(lines, [{ institution: house.nomkus, person: kari, erased: NOON.toISOString(), receipt: receipt?.code }])
  const his = marks.filter(({ whole, sealed }) => whole.includes(ola) && !whole.includes(kari) && !sealed)
  assert.deepEqual(his.filter(({ text }) => !found.includes(text)).map(({ place }) => place), [])
})

test('what the preview says is what happens, and the receipt says the same', async () => {
  const { kari } = await kariAndOla()

  const preview = await within('rights', eyesOf(kari), (db) => previewErasure(db, eyesOf(kari), tables))
  const receipt = await erasePerson({ eyes: eyesOf(kari), tables, cause: 'asked' })

  assert.deepEqual(receipt?.outcome, preview)
  const all = new Set([...Object.keys(preview.deleted), ...Object.keys(preview.forgotten)])
  assert.deepEqual(tables.filter((table) => edgesOf(table).length > 0 && !all.has(table.name)).map(({ name }) => name), [])
})

test('the plan goes backwards through the house, and the standing last of all', () => {
  const plan = planErasure(tables)
  const places = plan.map(({ table }) => tables.findIndex(({ name }) => name === table))

  assert.equal(plan.at(-1)?.table, 'privacy.standings')
  assert.deepEqual(places.slice(0, -1), places.slice(0, -1).toSorted((one, other) => other - one))
})

test('Kari presses the button twice at once: one receipt, and one answer that she is gone already', async () => {
  const { person } = await aPerson(house)

  const receipts = await Promise.all([1, 2].map(() => erasePerson({ eyes: eyesOf(person), tables, cause: 'asked' })))

  assert.equal(receipts.filter(Boolean).length, 1)
})

test('Kari signs in somewhere, and is looked at, in the very moment of her erasure: nothing is left over', async () => {
  const { person: lars } = await aPerson(house, { roles: ['teacher'] })
  for (let round = 0; round < 5; round++) {
    const { person } = await aPerson(house)
    const session = (n: number) => `insert into sign_in.sessions (institution, id, person, token_hash, started, used, ends, strong, device)
      values ('${house.nomkus}', gen_random_uuid(), '${person}', decode(md5('${person}${n}'), 'hex'), now(), now(), now(), false, '–')`
    const look = `insert into privacy.looks (institution, id, actor, subject, purpose, what, looked)
      values ('${house.nomkus}', gen_random_uuid(), '${lars}', '${person}', 'teaching', 'marking', now())`
    const event = `insert into security.events (institution, id, happened, kind, person) values ('${house.nomkus}', gen_random_uuid(), now(), 'signedIn', '${person}')`

    const [erased] = await Promise.allSettled([
      erasePerson({ eyes: eyesOf(person), tables, cause: 'asked' }),
      ...[1, 2, 3].flatMap((n) => [ownerSays(house, session(n)), ownerSays(house, look), ownerSays(house, event)]),
    ])

    assert.equal(erased.status, 'fulfilled', String((erased as PromiseRejectedResult).reason))
    assert.ok(!(await everyWord()).includes(person))
  }
})

test('the house falls between the ledger and the commit: Kari is erased at the next start, under her receipt', async () => {
  const { person } = await aPerson(house)
  await ownerSays(house, `create function app.wait() returns trigger language plpgsql as $$ begin perform pg_sleep(20); return null; end $$`)
  await ownerSays(house, `create constraint trigger wait after delete on accounts.persons deferrable initially deferred for each row execute function app.wait()`)

  const erasing = erasePerson({ eyes: eyesOf(person), tables, cause: 'asked' })
  erasing.catch(() => {})
  while (!(await readLedger()).includes(person)) await new Promise((later) => setTimeout(later, 20))
  // A login may end its own connections; the owner of a server of one's own perhaps no other's.
  await asLogin(house, 'rights', (client) => client.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and datname = current_database() and pid <> pg_backend_pid()'))
  await assert.rejects(erasing)
  await ownerSays(house, 'drop trigger wait on accounts.persons')
  const [line] = await mustReplay(house.means)
  const replayed = await replayErasures(house.means, tables)

  assert.deepEqual([line?.person, replayed], [person, 1])
  assert.deepEqual([await mustReplay(house.means), (await everyWord()).includes(person)], [[], false])
  assert.deepEqual(await ownerSays(house, 'select cause from privacy.receipts where code = $1', [line?.receipt]), [{ cause: 'replayed' }])
})

test('a restored backup brings Kari back, and the ledger takes her away again; its torn last line harms nobody', async () => {
  const { person } = await aPerson(house)
  await appendToLedger(house.means.ledger, { institution: house.nomkus, person, erased: NOON.toISOString(), receipt: 'ABCD-EFGH-2345-6789' })
  await appendFile(join(house.means.ledger, 'erasures.jsonl'), '\n{"institution":"')

  assert.equal(await replayErasures(house.means, tables), 1)
  assert.ok(!(await everyWord()).includes(person))
  const { person: ola } = await aPerson(house)
  await erasePerson({ eyes: eyesOf(ola), tables, cause: 'asked' })
  assert.equal((await linesOfLedger(house.means.ledger)).at(-1)?.person, ola)
})

test('every edge to a person is held by a key: no row outlives whom it is about (N60)', async () => {
  const held = await ownerSays<{ place: string }>(
    house,
    `select distinct format('%s.%s', con.conrelid::regclass, attribute.attname) as place
     from pg_constraint as con join pg_attribute as attribute on attribute.attrelid = con.conrelid and attribute.attnum = any (con.conkey)
     where con.contype = 'f' and con.confrelid in ('accounts.persons'::regclass, 'privacy.standings'::regclass)`,
  )
  const places = new Set(held.map(({ place }) => place))
  const accounts = ['privacy.standings.person', 'accounts.persons.id']

  const loose = tables.flatMap((table) => edgesOf(table).map(([column]) => `${table.name}.${column}`)).filter((place) => !places.has(place) && !accounts.includes(place))

  assert.deepEqual(loose, [])
})

/** Everything that stands anywhere in the database, the queue included, as text; bytes also as letters. */
async function everyWord(): Promise<string> {
  const columns = await ownerSays<{ table: string; column: string; type: string }>(
    house,
    `select format('%I.%I', table_schema, table_name) as table, column_name as column, data_type as type
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const texts = [...Map.groupBy(columns, ({ table }) => table)].map(([table, those]) => {
    const said = those.map(({ column, type }) => (type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`))
    return `select string_agg(concat_ws(' ', ${said.join(', ')}), ' ') as said from ${table}`
  })
  const rows = await ownerSays<{ said: string | null }>(house, texts.join(' union all '))
  return rows.map(({ said }) => said).join(' ')
}

async function waitingJob(person: string): Promise<void> {
  await ownerSays(house, `insert into pgboss.job (name, data) select name, jsonb_build_object('person', $1::text) from pgboss.queue limit 1`, [person])
}

async function readLedger(): Promise<string> {
  return readFile(join(house.means.ledger, 'erasures.jsonl'), 'utf8').catch(() => '')
}
