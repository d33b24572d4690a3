import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aHouse } from '../../../test/house.ts'
import { aMembership, aPolicy, ownerSays } from '../../../test/builders.ts'
import { visitor } from '../../../test/visitor.ts'

const house = await aHouse()
await aPolicy(house)

test('20 colleagues register at once for 15 seats, and 15 get an account (N25)', async () => {
  const { code } = await aMembership(house, { seats: 15 })
  const version = (await visitor(house).data<{ version: string }>('/register')).version

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      visitor(house).post('/register', { firstName: 'Kari', lastName: `Nr ${i}`, email: `kari${i}@fjordvik.example`, membershipCode: code, version, accepted: 'yes' }),
    ),
  )

  assert.equal(answers.filter(({ statusCode }) => statusCode === 303).length, 15)
  assert.equal(answers.filter(({ statusCode }) => statusCode === 422).length, 5)
  assert.deepEqual(await ownerSays(house, `select count(*)::int as n from accounts.persons where email like 'kari%'`), [{ n: 15 }])
  assert.deepEqual(await ownerSays(house, 'select count(*)::int as n from organisations.seats where holder is not null'), [{ n: 15 }])
})

test('without an express yes nothing at all is written about Ola (N31, N32)', async () => {
  const { code } = await aMembership(house, { seats: 3 })
  const before = await everyRow()
  const ola = visitor(house)
  const version = (await ola.data<{ version: string }>('/register')).version
  const form = { firstName: 'Ola', lastName: 'Vik', email: 'ola@fjordvik.example', membershipCode: code, version }

  const answers = [await ola.post('/register', form), await ola.post('/register', { ...form, accepted: 'no' }), await ola.post('/register', { ...form, version: '0'.repeat(64), accepted: 'yes' })]

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [422, 422, 409])
  assert.deepEqual(await everyRow(), before)
})

async function everyRow() {
  return ownerSays(house, `select table_schema || '.' || table_name as name, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', table_schema, table_name), false, true, '')))[1]::text as rows from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`)
}
