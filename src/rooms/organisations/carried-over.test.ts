import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import pg from 'pg'
import { aHouse } from '../../../test/house.ts'
import { asOwner } from '../../../test/server.ts'
import { newId } from '../../platform/ids.ts'

const house = await aHouse()
const database = `${house.owner.database}_older`
const migrations = readdirSync('migrations').filter((name) => name.endsWith('.sql')).sort()

test('a membership that was agreed before terms and seats had records of their own keeps both, and its code (C1)', async () => {
  await asOwner(house.owner, [`create database ${database}`])
  after(() => asOwner(house.owner, [`drop database if exists ${database} with (force)`]))
  const client = new pg.Client({ ...house.owner, database })
  await client.connect()
  for (const name of migrations.filter((one) => one < '0065')) await client.query(readFileSync(`migrations/${name}`, 'utf8'))
  const [institution, organisation, membership] = [newId(), newId(), newId()]
  await client.query(`insert into institutions.sites (id, slug, name, legal_name, organisation_number, address, contact_email, privacy_email, jurisdiction, zone, language, theme, hosts)
    values ('${institution}', 'nomkus', 'Nomkus', 'Nomkus AS', '1', 'Oslo', 'a@b.example', 'a@b.example', 'NO', 'Europe/Oslo', 'nb', 'nomkus', '{nomkus.localhost}')`)
  await client.query(`insert into organisations.organisations (institution, id, name, organisation_number, created) values ('${institution}', '${organisation}', 'Fjordvik', '1', '2025-12-01')`)
  await client.query(`insert into organisations.memberships (institution, id, organisation, code, begins, ends, domains) values ('${institution}', '${membership}', '${organisation}', 'FJOR-DVIK-2026', '2026-01-01', '2026-12-31', 'fjordvik.example')`)
  for (let seat = 0; seat < 3; seat++) await client.query(`insert into organisations.seats (institution, id, membership) values ('${institution}', '${newId()}', '${membership}')`)

  for (const name of migrations.filter((one) => one >= '0065')) await client.query(readFileSync(`migrations/${name}`, 'utf8'))

  await client.query(`select set_config('app.institution', '${institution}', false)`)
  const { rows: terms } = await client.query('select membership, begins, ends from organisations.terms')
  const { rows: pools } = await client.query('select membership, number, begins, seats, because, applied is not null as applied from organisations.pools')
  const { rows: counts } = await client.query(`select begins, ends from organisations.term_on('${membership}', '2026-06-01')`)
  const { rows: kept } = await client.query('select code, domains from organisations.memberships')
  await client.end()

  assert.deepEqual(terms, [{ membership, begins: '2026-01-01', ends: '2026-12-31' }])
  assert.deepEqual(pools, [{ membership, number: 1, begins: '2026-01-01', seats: 3, because: 'agreed', applied: true }])
  assert.deepEqual(counts, [{ begins: '2026-01-01', ends: '2026-12-31' }])
  assert.deepEqual(kept, [{ code: 'FJOR-DVIK-2026', domains: 'fjordvik.example' }])
})
