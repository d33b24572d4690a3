import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse, NOON } from '../../../../test/house.ts'
import { theirPolicy } from '../../../../test/policy-builders.ts'
import { anOfficer, aPerson, type KnownPerson, signedIn } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'
import { appendToLedger } from '../../../privacy/ledger.ts'
import type { Overview } from './overview.ts'

const house = await aHouse()
await theirPolicy(house, 'nomkus')
const HOUR = 3_600_000 // milliseconds

test('Ingrid sees in numbers who is overdue, when each job last ran, and what it left, and nobody’s name (N35, M5, D34)', async () => {
  const ingrid = await anOfficer(house)
  const kari = await signedIn(house, { firstName: 'Kari', lastName: 'Sjeldensen' })
  await house.tick('rights.deleteExpired')
  await isDue(kari, new Date(NOON.getTime() - HOUR))

  const before = await overviewOf(ingrid)
  const page = await ingrid.visitor.get('/oversight')
  await house.tick('rights.eraseDue')
  const after = await overviewOf(ingrid)

  assert.deepEqual([before.overdue.count, before.runs.map(({ job }) => job)], [1, ['rights.deleteExpired']])
  assert.match(page.body, /1 account should have been erased/)
  assert.doesNotMatch(page.body, new RegExp(`Sjeldensen|${kari.person}|${kari.email}`))
  assert.deepEqual(after.overdue, { count: 0, oldest: null })
  const erasing = after.runs.find(({ job }) => job === 'rights.eraseDue')
  assert.deepEqual([erasing?.gone, erasing?.overdue], [1, 0])
  assert.deepEqual(after.receipts, [{ cause: 'deactivated', count: 1 }])
  assert.deepEqual(after.ledger, { erasures: 1, back: 0 })
  assert.match((await ingrid.visitor.get('/oversight')).body, /Nothing is overdue/)
})

test('whoever reads the promises is told how many are overdue and when that was looked for; a job that has stopped says nothing of it (N35, N60)', async () => {
  const kari = await signedIn(house)
  await house.tick('rights.eraseDue')
  const none = (await visitor(house).get('/privacy/promises')).body

  await isDue(kari, new Date(NOON.getTime() - HOUR))
  await ownerSays(house, `create function app.stay() returns trigger language plpgsql as $$ begin raise exception 'stays'; end $$`)
  await ownerSays(house, 'create trigger stay before delete on accounts.persons for each row execute function app.stay()')
  await assert.rejects(house.tick('rights.eraseDue'))
  const one = (await visitor(house).get('/privacy/promises')).body
  await ownerSays(house, 'drop trigger stay on accounts.persons')
  house.clock.pass(HOUR)
  const silent = (await visitor(house).get('/privacy/promises')).body

  assert.match(none, /No account should have been erased and is not\. Last looked for 1 June 2026/)
  assert.match(one, /1 account should have been erased and is not\./)
  assert.match(silent, /has not run since 1 June 2026/)
  assert.doesNotMatch(silent, /Last looked for/)
  house.clock.set(NOON)
})

test('a learner and an administrator find no such page, and the officer of another institution sees its own numbers (D54)', async () => {
  const [kari, jonas] = [await signedIn(house), await signedIn(house, { roles: ['administrator'] })]
  await theirPolicy(house, 'laeringshus')
  const freja = await anOfficer(house, { institution: house.laeringshus })

  assert.deepEqual([(await kari.visitor.get('/oversight')).statusCode, (await jonas.visitor.get('/oversight')).statusCode], [404, 404])
  const theirs = await overviewOf(freja)
  assert.deepEqual([theirs.overdue.count, theirs.receipts, theirs.ledger.erasures], [0, [], 0])
})

test('somebody whom a backup brought back is counted until they are gone again (M20)', async () => {
  const ingrid = await anOfficer(house)
  const { person } = await aPerson(house)
  await appendToLedger(house.means.ledger, { institution: house.nomkus, person, erased: NOON.toISOString(), receipt: 'ABCD-EFGH-2345-6789' })

  assert.equal((await overviewOf(ingrid)).ledger.back, 1)
  assert.match((await ingrid.visitor.get('/oversight')).body, /came back with a backup/)
  await house.tick('rights.deleteExpired')
  assert.equal((await overviewOf(ingrid)).ledger.back, 0)
})

function overviewOf({ visitor: browser }: KnownPerson): Promise<Overview> {
  return browser.data<Overview>('/oversight')
}

async function isDue({ person }: KnownPerson, due: Date): Promise<void> {
  await ownerSays(house, `update accounts.persons set deactivated = $2, deactivated_because = 'membershipEnded', erase_due = $2 where id = $1`, [person, due])
}
