import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tables } from '../src/house.ts'
import { durations } from '../src/privacy/durations.ts'
import { readable, writable } from '../src/privacy/policies.ts'
import { purposeNames, purposes, roleOf } from '../src/privacy/purposes.ts'
import { columnsOf, edgesOf, type Table } from '../src/privacy/table.ts'
import { ownerSays } from './builders.ts'
import { aHouse } from './house.ts'
import { lockless } from './superuser.ts'

const house = await aHouse()
// Only a superuser may make an event trigger: https://www.postgresql.org/docs/current/sql-createeventtrigger.html
const skip = await lockless(house)

test('every column in the database is declared, and every declared column exists', async () => {
  const found = await ownerSays<{ line: string }>(
    house,
    `select concat(table_schema, '.', table_name, '.', column_name, ' ', data_type, ' ',
                   case is_nullable when 'YES' then 'optional' else 'required' end) as line
     from information_schema.columns
     where table_schema not in ('pg_catalog', 'information_schema', 'public', 'pgboss', 'app')
       and table_schema || '.' || table_name <> 'privacy.declared'`,
  )
  const declared = tables.flatMap((table) =>
    Object.entries(columnsOf(table)).map(([name, { type, nullable }]) => `${table.name}.${name} ${type} ${nullable ? 'optional' : 'required'}`),
  )

  assert.deepEqual(found.map(({ line }) => line).sort(), declared.sort())
})

test('a column that nobody declared is refused by the database itself, whoever adds it (D20)', { skip }, async () => {
  await assert.rejects(ownerSays(house, 'alter table accounts.persons add column shoe_size integer'), { code: '42501' })
  await assert.rejects(ownerSays(house, 'create table accounts.notes (id uuid, note text)'), { code: '42501' })
})

for (const statement of [
  'alter table accounts.persons rename column email to address',
  'create table public.notes (note text)',
  'create table app.notes (note text)',
  'create table accounts.notes as select email from accounts.persons',
  'select email into accounts.notes from accounts.persons',
  'create table accounts.copies (like accounts.persons)',
  'create table accounts.children () inherits (accounts.persons)',
  'create table accounts.parts partition of accounts.persons default',
  'create schema loot create table notes (note text)',
  'create schema loot create view everybody as select * from accounts.persons',
  'create view accounts.everybody as select id, first_name from accounts.persons',
  'create materialized view accounts.everybody as select id, first_name from accounts.persons',
]) {
  test(`not even the owner may ${statement} (D20, M19)`, { skip }, async () => {
    await assert.rejects(ownerSays(house, statement), /not declared|is not partitioned/)
  })
}

for (const table of tables) {
  test(`${table.name}: each purpose reads and writes exactly what the declaration says (D11, D12, D20, D54)`, async () => {
    const granted = await ownerSays<{ line: string }>(
      house,
      `select concat(grantee, ' ', privilege_type, ' ', column_name) as line
       from information_schema.column_privileges
       where table_schema || '.' || table_name = $1 and grantee <> current_user`,
      [table.name],
    )
    const deletes = await ownerSays<{ grantee: string }>(
      house,
      `select grantee from information_schema.table_privileges
       where table_schema || '.' || table_name = $1 and privilege_type = 'DELETE' and grantee <> current_user`,
      [table.name],
    )

    assert.deepEqual(granted.map(({ line }) => line).sort(), grantsOf(table).sort())
    assert.deepEqual(deletes.map(({ grantee }) => grantee).sort(), deletersOf(table).sort())
  })
}

test('every table with a person in it is behind forced row policies', async () => {
  const open = await ownerSays(
    house,
    `select relname from pg_class join pg_namespace as space on space.oid = relnamespace
     where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
       and nspname not in ('pg_catalog', 'information_schema', 'public', 'pgboss', 'app', 'pg_toast')
       and nspname || '.' || relname <> 'privacy.declared'`,
  )
  assert.deepEqual(open, [])
})

test('every purpose that sees people has a basis for each table, and each basis is one of the law’s (D20)', () => {
  const without = tables.flatMap(({ name, duty }) =>
    duty.about === 'nobody' ? [] : Object.entries(duty.purposes).filter(([, basis]) => basis === 'nothing personal').map(([purpose]) => `${name} ${purpose}`),
  )
  assert.deepEqual(without, [])
})

test('every row about a person ends: with the account, with its parent, or after a named time (D34)', () => {
  // What somebody merely wrote for others, such as a lesson, stays when they go: without their name.
  const goes = (table: Table) => edgesOf(table).some(([, { erase }]) => erase === 'delete')
  const endless = tables.filter((table) => goes(table) && typeof table.duty.ends === 'string').map(({ name }) => name)
  const unnamed = tables.filter(({ duty: { ends } }) => typeof ends === 'object' && 'after' in ends && !(ends.after in durations)).map(({ name }) => name)
  assert.deepEqual([endless, unnamed], [[], []])
})

test('a secret is seen only by purposes that its column names one by one, and never exported', () => {
  const open = tables.flatMap((table) =>
    Object.entries(table.columns).filter(([name, column]) => column.category === 'secret' && (column.purposes === null || readable(table, 'rights').includes(name))).map(([name]) => `${table.name}.${name}`),
  )
  assert.deepEqual(open, [])
})

test('what could reveal health or belief is sealed bytes, and nothing else (D56)', () => {
  const readableSpecial = tables.flatMap((table) =>
    Object.entries(table.columns).filter(([, { category, type }]) => category === 'special' && type !== 'bytea').map(([name]) => `${table.name}.${name}`),
  )
  assert.deepEqual(readableSpecial, [])
})

test('each purpose has a place of its own in the mask', () => {
  const places = purposeNames.map((name) => purposes[name].bit)
  assert.equal(new Set(places).size, places.length)
})

function grantsOf(table: Table): string[] {
  return purposeNames.flatMap((purpose) => {
    const { writes, columns } = writable(table, purpose)
    const lines = (right: string, names: readonly string[]) => names.map((name) => `${roleOf(purpose)} ${right} ${name}`)
    return [
      ...lines('SELECT', readable(table, purpose)),
      ...(writes.includes('insert') ? lines('INSERT', columns) : []),
      ...(writes.includes('update') ? lines('UPDATE', columns) : []),
    ]
  })
}

function deletersOf(table: Table): string[] {
  return purposeNames.filter((purpose) => writable(table, purpose).writes.includes('delete')).map(roleOf)
}

test('a person edge is never the only key to a row that others need', () => {
  const faulty = tables.filter((table) => edgesOf(table).some(([column, { erase }]) => erase === 'forget' && (table.duty.key ?? ['id']).includes(column)))
  assert.deepEqual(faulty.map(({ name }) => name), [])
})
