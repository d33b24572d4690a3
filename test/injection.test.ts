import assert from 'node:assert/strict'
import { test } from 'node:test'
import type pg from 'pg'
import { newId } from '../src/platform/ids.ts'
import { type Login, logins, type PurposeName, purposeNames, purposes, roleOf } from '../src/privacy/purposes.ts'
import { asLogin, asVisitor, DENIED } from './as-login.ts'
import { ownerSays } from './builders.ts'
import { aHouse, NOON } from './house.ts'
import { aPerson } from './sign-in.ts'
import { lockless } from './superuser.ts'

const house = await aHouse()
const skip = await lockless(house)
const { person: kari } = await aPerson(house)
const { person: ola } = await aPerson(house)

/** Every purpose by every login that may become it. */
const eyes = purposeNames.flatMap((purpose) => purposes[purpose].logins.map((login: Login) => ({ purpose, login, actor: kari })))

test('whatever is smuggled into a statement still asks as Kari, for her institution and purpose (D54)', { skip }, async () => {
  const forgeries = [
    `select set_config('app.actor', '${ola}', true)`,
    `select set_config('app.institution', '${house.laeringshus}', true)`,
    `select set_config('role', 'purpose_administration', true)`,
    `select set_config('app.look', 'class', true)`,
    `update pg_settings set setting = '${ola}' where name = 'app.actor'`,
    `select query_to_xml('select set_config(''app.actor'', ''${ola}'', true)', true, true, '')`,
  ]
  for (const one of eyes) {
    await asVisitor(house, one, async (client) => {
      for (const forgery of forgeries) await client.query(forgery).catch(() => {})
      await assert.rejects(client.query(forgeries[0] as string), DENIED)
      const { rows } = await client.query(`select current_user as role, current_setting('app.actor') as actor, current_setting('app.institution') as institution, current_setting('app.look') as look`)
      assert.deepEqual(rows, [{ role: roleOf(one.purpose), actor: kari, institution: house.nomkus, look: '' }])
    })
  }
})

test('nobody lets themselves see everybody, or somebody else, by writing reach (D54)', async () => {
  const insert = 'insert into privacy.reach (id, actor, subject, purpose, because, begins) values ($1, $2, $3, $4, $5, $6)'
  for (const purpose of ['teaching', 'examination'] as const) {
    await asVisitor(house, { login: 'web', purpose, actor: kari, look: 'class' }, async (client) => {
      for (const [subject, asked] of [[null, purpose], [null, 'administration'], [ola, purpose], [kari, 'administration']]) {
        await assert.rejects(client.query(insert, [newId(), kari, subject, asked, 'course', NOON]), DENIED, `${subject} ${asked}`)
      }
      await client.query(insert, [newId(), ola, kari, purpose, 'course', NOON])
    })
  }
})

test('a look is written by whoever looks, and a decision by whoever decides: in nobody else’s name (M15)', async () => {
  const look = 'insert into privacy.looks (id, actor, subject, purpose, what, looked) values ($1, $2, $3, $4, $5, $6)'
  await asVisitor(house, { login: 'web', purpose: 'teaching', actor: kari }, async (client) => {
    await assert.rejects(client.query(look, [newId(), ola, kari, 'teaching', 'marking', NOON]), DENIED)
    await client.query(look, [newId(), kari, ola, 'teaching', 'marking', NOON])
  })
  await asVisitor(house, { login: 'web', purpose: 'administration', actor: kari }, async (client) => {
    const decision = 'insert into people.decisions (id, person, kind, reason, decided, employee) values ($1, $2, $3, $4, $5, $6)'
    await assert.rejects(client.query(decision, [newId(), kari, 'blocked', 'misuse', NOON, ola]), DENIED)
  })
})

test('who may not be listed is told to nobody by id either, least of all to an organisation (D43, N24)', async () => {
  await ownerSays(house, 'update privacy.standings set restricted = now() where person = $1', [ola])
  for (const login of logins) {
    await asLogin(house, login, async (client) => {
      await client.query('select set_config($1, $2, false)', ['app.institution', house.nomkus])
      for (const asked of ["app.barred('teaching', 3)", "app.reached('teaching', 3)", "app.reaches_all('teaching', 3)", 'app.self(3)']) {
        await assert.rejects(client.query(`select ${asked}`), DENIED, `${login} ${asked}`)
      }
    })
  }
  for (const one of eyes.filter(({ purpose }) => purposes[purpose].reach === 'person')) {
    await asVisitor(house, { ...one, look: 'class' }, async (client) => {
      assert.deepEqual((await client.query("select app.barred('teaching', 3)")).rows, [])
    })
  }
  await ownerSays(house, 'update privacy.standings set restricted = null where person = $1', [ola])
})

test('every narrow door is open to the purposes that it names, and to no login by itself', async () => {
  const doors = await ownerSays<{ door: string; open: boolean; logins: string[] }>(
    house,
    `select format('%s.%s', space.nspname, proname) as door, has_function_privilege('public', p.oid, 'execute') as open,
            array(select rolname::text from pg_roles where rolname = any ($1) and has_function_privilege(rolname, p.oid, 'execute')) as logins
     from pg_proc as p join pg_namespace as space on space.oid = pronamespace
     where space.nspname not in ('pgboss', 'information_schema', 'public') and space.nspname !~ '^pg_'`,
    [logins.map((login) => `lofte_${login}`)],
  )

  // What every transaction asks at its head, before it has a purpose, is whether the database has been set back.
  const atTheHead = 'app.must_not_be_older'
  assert.ok(doors.length > 15)
  assert.deepEqual(doors.filter(({ door, open, logins: may }) => open || (may.length > 0 && door !== atTheHead)), [])
})

test('no login or purpose makes anything, anywhere: nothing can stand in the way of a name that a door uses', async () => {
  const roles = [...logins.map((login) => `lofte_${login}`), 'lofte_queue', ...purposeNames.map(roleOf)]
  const may = await ownerSays(
    house,
    `select role, nspname from unnest($1::text[]) as role, pg_namespace
     where has_schema_privilege(role, oid, 'create') or has_database_privilege(role, current_database(), 'create, temporary')`,
    [roles],
  )
  const powers = await ownerSays(house, 'select rolname from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit or rolreplication)', [roles])
  const owned = await ownerSays(house, `select relname from pg_class where pg_get_userbyid(relowner) = any ($1)`, [roles])

  assert.deepEqual([may, powers, owned], [[], [], []])
})

// These only a superuser can shut.
const WITHOUT_LOCK = {
  'a large object': `select lo_from_bytea(0, 'loot')`,
  'a new large object': 'select lo_create(0)',
  'code of its own': `do language plpgsql $$ begin perform set_config('app.actor', '', true); end $$`,
}

/** What PostgreSQL leaves open to everybody unless somebody shuts it. */
const backDoors: Readonly<Record<string, string>> = {
  'a file of the server': `select pg_read_file('PG_VERSION')`,
  'a folder of the server': `select pg_ls_dir('.')`,
  'a program': `copy (select 1) to program 'cat'`,
  'a file to write': `copy (select 1) to '/tmp/loot'`,
  ...(skip ? {} : WITHOUT_LOCK),
  'a file as a large object': `select lo_import('/etc/passwd')`,
  'the statistics behind the statistics': 'select * from pg_statistic',
  'who is who': 'select rolpassword from pg_authid',
  'a table of its own': 'create temporary table loot (id int)',
  'the policies off': 'alter table accounts.persons disable row level security',
  'the jobs': 'select data from pgboss.job',
  'what is declared': 'delete from privacy.declared',
  'the migrations': 'delete from public.migrations',
}

test('no purpose reaches past the declarations, to the server’s files, its programs, objects, roles or jobs (D54)', async () => {
  for (const one of eyes) {
    await asVisitor(house, one, async (client) => {
      for (const [what, ask] of Object.entries(backDoors)) await assert.rejects(client.query(ask), DENIED, `${one.purpose}: ${what}`)
    })
  }
})

test('neither statistics, other people’s statements nor a plan tell what stands in a column (D54)', async () => {
  await ownerSays(house, 'analyze accounts.persons')
  for (const one of eyes) {
    await asVisitor(house, one, async (client) => {
      assert.deepEqual((await client.query(`select most_common_vals, histogram_bounds from pg_stats where schemaname not in ('pg_catalog', 'information_schema')`)).rows, [])
      const { rows } = await client.query(`select query from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`)
      assert.deepEqual(rows.filter(({ query }) => query !== '<insufficient privilege>' && query !== null && query !== ''), [])
    })
  }
})

test('an error that quotes a value quotes one that Kari sees anyway', async () => {
  const said = async (client: pg.Client, ask: string) => client.query(ask).then(() => '', ({ message, detail, where }: pg.DatabaseError) => [message, detail, where].join())
  await ownerSays(house, `update accounts.persons set first_name = 'Mariann' where id = $1`, [ola])
  for (const one of eyes) {
    await asVisitor(house, { ...one, look: 'class' }, async (client) => {
      for (const ask of ['select first_name::int from accounts.persons', `select 1 from accounts.persons where (first_name || last_name)::int > 0`, `select 1 / (length(first_name) - 7) from accounts.persons`]) {
        assert.doesNotMatch(await said(client, ask), /Mariann|division by zero/, `${one.purpose} ${ask}`)
      }
    })
  }
})

test('a purpose that may not send cannot shout either: no other login listens to what one transaction says', { skip }, async () => {
  const heard: string[] = []
  await asLogin(house, 'organisation', async (listener) => {
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''))
    await listener.query('listen loot')
    for (const one of eyes) await asVisitor(house, one, (client) => client.query(`select pg_notify('loot', '${kari}')`).catch(() => {}))
    await listener.query('select 1')
  })
  assert.deepEqual(heard, [])
})

test('what a purpose is denied, another of the same login is denied too inside that transaction (D54)', async () => {
  const readers: readonly PurposeName[] = ['teaching', 'account']
  for (const purpose of readers) {
    await asVisitor(house, { login: 'web', purpose, actor: kari }, async (client) => {
      await assert.rejects(client.query(`with other as (select set_config('role', 'purpose_security', true)) select kind from other, security.events`), DENIED)
    })
  }
})
