import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays, put } from '../../test/builders.ts'
import { putEverywhere } from '../../test/everywhere.ts'
import { aHouse, NOON } from '../../test/house.ts'
import { aPerson } from '../../test/sign-in.ts'
import { tables } from '../house.ts'
import { newId } from '../platform/ids.ts'
import { addDuration } from '../platform/time.ts'
import { durations } from './durations.ts'
import { dependantsOf, endOfRow, endRuleOf } from './ends.ts'
import { deleteExpired } from './retention.ts'
import { edgesOf, type Table } from './table.ts'
import type { Eyes } from './within.ts'

const OSLO = 'Europe/Oslo'
const house = await aHouse()
const [kari, ola] = [newId(), newId()]
await putEverywhere(house, { person: kari, other: ola, at: NOON, email: 'kari@fjordvik.example' })
await putEverywhere(house, { person: ola, other: kari, at: NOON, email: 'ola@fjordvik.example' })

test('every row about a person has an end that can be computed: a moment, the account, or a parent with one (D34)', () => {
  const endless = tables.filter(({ duty }) => duty.about !== 'nobody').filter((table) => !hasEnd(table))
  assert.deepEqual(endless.map(({ name }) => name), [])
})

test('Kari’s rows stand until the moment that she was told, and are gone after it, table by table (D34, N63, M5)', async () => {
  const timed = tables
    .filter((table) => endRuleOf(table).when === 'after' && edgesOf(table).length > 0)
    .map((table) => ({ table, end: endOfRow(table, { [fromOf(table)]: NOON }, OSLO) as Date }))
    .sort((one, other) => one.end.getTime() - other.end.getTime())

  for (const [end, due] of Map.groupBy(timed, ({ end }) => end.getTime())) {
    await deleteExpired(eyesAt(new Date(end - 1)), { tables, zone: OSLO })
    for (const { table } of due) assert.ok((await countOf(table)) > 0 || hangsOnOther(table, timed), `${table.name} was still there`)
    await deleteExpired(eyesAt(new Date(end)), { tables, zone: OSLO })

    for (const { table } of due) {
      assert.equal(await countOf(table), 0, `${table.name} is gone`)
      for (const { table: child } of dependantsOf(table, tables)) assert.equal(await countOf(child), 0, `${child.name} went with it`)
    }
  }
  assert.ok((await countOf(tables.find(({ name }) => name === 'accounts.persons') as Table)) > 0, 'what goes with the account stays')
})

test('a year after 29 February is 28 February, in Oslo and not in London', async () => {
  const { person } = await aPerson(house)
  const look = (looked: string) => put(house, 'privacy.looks', { institution: house.nomkus, id: newId(), actor: null, subject: person, purpose: 'teaching', what: 'x', looked: new Date(looked) })
  await look('2028-02-28T22:30:00Z') // 23.30 on the 28th in Oslo
  await look('2028-02-28T23:30:00Z') // 00.30 on the 29th

  const looks = () => ownerSays<{ n: number }>(house, 'select count(*)::int as n from privacy.looks where subject = $1', [person])
  const left: number[] = []
  for (const now of ['2029-02-27T23:29:00Z', '2029-02-27T23:30:00Z', '2029-02-28T22:29:00Z', '2029-02-28T22:30:00Z']) {
    await deleteExpired(eyesAt(new Date(now)), { tables, zone: OSLO })
    left.push((await looks())[0]?.n ?? -1)
  }

  assert.deepEqual(left, [2, 1, 1, 0])
})

test('after three days of silence everything that has fallen due goes at once, however much it is', async () => {
  const { person } = await aPerson(house)
  const at = addDuration(NOON, 'P2Y', OSLO)
  await ownerSays(house, `insert into security.events (institution, id, happened, kind, person)
    select '${house.nomkus}', gen_random_uuid(), $1::timestamptz - make_interval(secs => n), 'signedIn', '${person}' from generate_series(1, 5000) as n`, [at])

  const gone = await deleteExpired(eyesAt(addDuration(at, 'P93D', OSLO)), { tables, zone: OSLO })

  assert.equal(gone['security.events'], 5000)
})

function eyesAt(now: Date): Eyes {
  return { means: house.means, login: 'worker', institution: house.nomkus, actor: null, now }
}

async function countOf(table: Table): Promise<number> {
  const [row] = await ownerSays<{ n: number }>(house, `select count(*)::int as n from ${table.name}`)
  return row?.n ?? -1
}

function hasEnd(table: Table): boolean {
  const rule = endRuleOf(table)
  if (rule.when === 'with the account') return true
  if (rule.when === 'after') return rule.named in durations && rule.from in table.columns
  const parent = rule.when === 'with its parent' ? tables.find(({ name }) => name === rule.table) : undefined
  // What somebody merely had a hand in ends, as far as it is about them, when they are forgotten.
  return edgesOf(table).every(([, { erase }]) => erase === 'forget') || (parent !== undefined && hasEnd(parent))
}

/** The database takes rows along whose table has an end of its own, later than what they hang on. */
function hangsOnOther(table: Table, timed: readonly { table: Table; end: Date }[]): boolean {
  return timed.some(({ table: other }) => other.name !== table.name && other.name.split('.')[0] === table.name.split('.')[0])
}

function fromOf(table: Table): string {
  const rule = endRuleOf(table)
  return rule.when === 'after' ? rule.from : ''
}
