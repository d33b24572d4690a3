import assert from 'node:assert/strict'
import { test } from 'node:test'
import type pg from 'pg'
import { newId } from '../src/platform/ids.ts'
import { logins, type Login, loginRole, type PurposeName, purposeNames, purposes, roleOf } from '../src/privacy/purposes.ts'
import { tables } from '../src/house.ts'
import { readable } from '../src/privacy/policies.ts'
import { allowedIn } from '../src/privacy/standing.ts'
import { columnsOf } from '../src/privacy/table.ts'
import { asLogin, asVisitor, DENIED } from './as-login.ts'
import { ownerSays, put } from './builders.ts'
import { aHouse, NOON } from './house.ts'

const house = await aHouse()
const kari = await aPerson(house.nomkus, 'Kari')
const ola = await aPerson(house.nomkus, 'Ola')
const mette = await aPerson(house.laeringshus, 'Mette')

for (const login of logins) {
  test(`the ${login} login is nobody by itself: it reads no table and may become only its own purposes (D54)`, async () => {
    await as(login, async (client) => {
      for (const { name } of tables) await assert.rejects(client.query(`select from ${name}`), DENIED)
      for (const purpose of purposeNames) {
        const may = (purposes[purpose].logins as readonly Login[]).includes(login)
        if (may) await client.query(`set role ${roleOf(purpose)}`)
        else await assert.rejects(client.query(`set role ${roleOf(purpose)}`), DENIED, purpose)
        await client.query('reset role')
      }
      for (const other of logins.filter((one) => one !== login)) await assert.rejects(client.query(`set role ${loginRole(other)}`), DENIED)
      await assert.rejects(client.query(`set role ${house.owner.user}`), DENIED)
      await assert.rejects(client.query(`set session authorization ${house.owner.user}`), DENIED)
    })
  })
}

test('nothing is seen where nobody has said for which institution', async () => {
  await as('web', async (client) => {
    await client.query(`set role ${roleOf('account')}`)
    assert.deepEqual((await client.query('select id from accounts.persons')).rows, [])
  })
})

test('Kari sees herself, and neither Ola nor anybody at the other institution', async () => {
  await visiting(kari, 'account', async (client) => {
    assert.deepEqual((await client.query('select id from accounts.persons')).rows, [{ id: kari }])
    assert.deepEqual((await client.query('select id from accounts.persons where id = any ($1)', [[ola, mette]])).rows, [])
    assert.equal((await client.query('update accounts.persons set first_name = $1 where id = $2', ['X', ola])).rowCount, 0)
  })
})

test('Kari cannot be moved to another institution, nor written into it', async () => {
  await visiting(kari, 'registration', async (client) => {
    const row = ['Eve', 'Moss', 'eve@moss.example']
    const insert = 'insert into accounts.persons (institution, id, first_name, last_name, email, language, created) values ($1, $2, $3, $4, $5, $6, now())'
    await assert.rejects(client.query(insert, [house.laeringshus, kari, ...row, 'nb']), DENIED)
  })
})

test('a column that a purpose may not see is refused wherever it is asked for', async () => {
  const asks = [
    'select email from accounts.persons',
    'select first_name from accounts.persons where email is not null',
    'select first_name from accounts.persons order by email',
    'select first_name from accounts.persons group by first_name, email',
    'select * from accounts.persons',
    'select person from accounts.persons as person',
    'select to_jsonb(person) from accounts.persons as person',
    'select row_to_json(person) from accounts.persons as person',
    'select person::text from accounts.persons as person',
    'select count(*) filter (where email is not null) from accounts.persons',
    'select first_name from accounts.persons join (select email from accounts.persons) as other on true',
    'copy accounts.persons (email) to stdout',
    'copy accounts.persons to stdout',
    'update accounts.persons set language = email',
    'update accounts.persons set language = language returning email',
    'create temporary table loot as select first_name from accounts.persons',
    'explain analyze select email from accounts.persons',
  ]
  for (const ask of asks) await visiting(kari, 'teaching', (client) => assert.rejects(client.query(ask), DENIED, ask))
})

test('marketing and improvement read no security event, and neither does the account itself (N09)', async () => {
  await visiting(kari, 'account', (client) => assert.rejects(client.query('select kind from security.events'), DENIED))
  await as('worker', async (client) => {
    await client.query(`set role ${roleOf('improvement')}`)
    await assert.rejects(client.query('select kind from security.events'), DENIED)
  })
})

test('the organisation’s login has no column about a person in any table (N24, N30, C4)', async () => {
  const seen = tables.filter((table) => table.duty.about !== 'nobody' && readable(table, 'capacity').length > 0)
  assert.deepEqual(seen.map(({ name }) => name), [])
  await as('organisation', async (client) => {
    await client.query(`set role ${roleOf('capacity')}`)
    for (const { name } of tables.filter(({ duty }) => duty.about !== 'nobody')) await assert.rejects(client.query(`select count(*) from ${name}`), DENIED, name)
  })
})

test('a teacher without a stated look sees nobody; with one, those within reach and only now', async () => {
  await put(house, 'privacy.reach', { institution: house.nomkus, id: newId(), actor: ola, subject: kari, purpose: 'teaching', because: 'course', begins: NOON, ends: new Date(NOON.getTime() + 3_600_000) })
  const names = (client: pg.Client) => client.query('select first_name from accounts.persons order by 1').then(({ rows }) => rows.map((row) => row.first_name))

  await visiting(ola, 'teaching', async (client) => assert.deepEqual(await names(client), ['Ola']))
  await visiting(ola, 'teaching', async (client) => assert.deepEqual(await names(client), ['Kari', 'Ola']), { look: 'class' })
  await visiting(ola, 'examination', async (client) => assert.deepEqual(await names(client), ['Ola']), { look: 'class' })
  await visiting(ola, 'teaching', async (client) => assert.deepEqual(await names(client), ['Ola']), { look: 'class', now: new Date(NOON.getTime() + 3_600_000) })
})

test('restricted, Kari is gone from every list at commit, and is not deleted', async () => {
  await ownerSays(house, 'update privacy.standings set restricted = now() where person = $1', [kari])
  await visiting(ola, 'teaching', async (client) => assert.equal((await client.query('select id from accounts.persons')).rowCount, 1), { look: 'class' })
  await visiting(kari, 'rights', async (client) => assert.equal((await client.query('select id from accounts.persons')).rowCount, 1))
  await ownerSays(house, 'update privacy.standings set restricted = null where person = $1', [kari])
})

test('Kari cannot give herself reach over Ola, nor Ola’s data to anybody', async () => {
  const insert = 'insert into privacy.reach (id, actor, subject, purpose, because, begins) values ($1, $2, $3, $4, $5, $6)'
  await visiting(kari, 'teaching', (client) => assert.rejects(client.query(insert, [newId(), kari, ola, 'teaching', 'course', NOON]), DENIED))
})

test('no purpose creates, drops, alters or switches off anything', async () => {
  for (const ask of ['create table public.loot (id int)', 'drop table accounts.persons', 'alter table accounts.persons disable row level security', 'set row_security = off; select id from accounts.persons', 'create function public.f() returns int language sql as $$ select 1 $$']) {
    await visiting(kari, 'account', (client) => assert.rejects(client.query(ask), /./, ask))
  }
})

test('every column that a purpose does not read is refused to it, in every table (D11, D54)', async () => {
  for (const purpose of purposeNames) {
    await as(purposes[purpose].logins[0], async (client) => {
      await client.query(`set role ${roleOf(purpose)}`)
      for (const table of tables) {
        const reads = readable(table, purpose)
        for (const column of Object.keys(columnsOf(table))) {
          const asked = client.query(`select ${column} from ${table.name} limit 0`)
          if (reads.includes(column)) await asked
          else await assert.rejects(asked, DENIED, `${purpose} ${table.name}.${column}`)
        }
      }
    })
  }
})

function as(login: Login, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  return asLogin(house, login, work)
}

/** As a person, under a purpose, by the first login that may become it. */
function visiting(actor: string, purpose: PurposeName, work: (client: pg.Client) => Promise<unknown>, more: { look?: string; now?: Date } = {}): Promise<void> {
  return asVisitor(house, { login: purposes[purpose].logins[0], purpose, actor, ...more }, work)
}

async function aPerson(institution: string, firstName: string): Promise<string> {
  const id = newId()
  await put(house, 'privacy.standings', { institution, person: id, allowed: allowedIn('active') })
  await put(house, 'accounts.persons', { institution, id, first_name: firstName, last_name: 'Vik', email: `${id}@example.com`, language: 'nb', created: NOON })
  return id
}
