import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMembership, aPolicy, ownerSays } from '../../../../test/builders.ts'
import { aHouse, NOON } from '../../../../test/house.ts'
import { anAdministrator, aSeated, lettersTo } from '../../../../test/organisations-builders.ts'
import { visitor } from '../../../../test/visitor.ts'
import type { Held } from '../../rights/shapes.ts'

const house = await aHouse()
await aPolicy(house)

test('Kari moves to her new employer’s membership: one seat, the old one free, and everything she has is still hers (C2, C5, N23)', async () => {
  const old = await aMembership(house, { seats: 5 })
  const next = await aMembership(house, { seats: 5 })
  const kari = await aSeated(house, old.membership)
  const before = await held(kari)

  const answer = await kari.visitor.post('/membership', { membershipCode: next.code.toLowerCase() })

  assert.deepEqual([answer.statusCode, answer.headers.location], [303, '/membership?notice=noticeMoved'])
  assert.deepEqual(await takenIn(old.membership, next.membership), [0, 1])
  const after = await held(kari)
  assert.deepEqual(after.filter(({ table }) => table !== 'security.events'), before.filter(({ table }) => table !== 'security.events'))
  assert.match((await kari.visitor.get('/account/security')).body, /You changed membership/)
  assert.deepEqual(await lettersTo(house, kari.email), [])
})

test('a code that takes nobody in leaves Kari where she is, with the same answer whatever is wrong (C2, N26)', async () => {
  const own = await aMembership(house, { seats: 5 })
  const full = await aMembership(house, { seats: 1 })
  const over = await aMembership(house, { seats: 5, ends: '2026-05-31' })
  const kari = await aSeated(house, own.membership)
  await aSeated(house, full.membership)

  const answers = []
  for (const code of [full.code, over.code, 'NOBO-DYS0-CODE']) answers.push(await kari.visitor.post('/membership', { membershipCode: code }))
  const again = await kari.visitor.post('/membership', { membershipCode: own.code })

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [422, 422, 422])
  assert.equal(new Set(answers.map(({ body }, i) => body.replaceAll([full.code, over.code, 'NOBO-DYS0-CODE'][i] as string, ''))).size, 1)
  assert.match(again.body, /You hold a seat of this membership already/)
  assert.deepEqual(await takenIn(own.membership, full.membership, over.membership), [1, 1, 0])
})

test('whoever tries codes from within is stopped like whoever tries from outside (C2)', async () => {
  const own = await aMembership(house, { seats: 5 })
  const kari = await aSeated(house, own.membership)

  const codes = []
  for (let i = 0; i < 12; i++) codes.push((await kari.visitor.post('/membership', { membershipCode: 'SAME-SAME-SAME' })).statusCode)

  assert.deepEqual(codes.slice(-1), [429])
})

test('a membership for work addresses alone lets no other address in, neither new nor from another membership (C2)', async () => {
  const { organisation, membership, code } = await aMembership(house, { seats: 5, domains: 'havblikk.example' })
  const elsewhere = await aMembership(house, { seats: 5 })
  const ada = await anAdministrator(house)
  const at = `/administration/organisations/${organisation}/memberships/${membership}`
  const kari = await aSeated(house, elsewhere.membership, { email: 'kari.b@fjordvik.example' })
  const nina = await aSeated(house, elsewhere.membership, { email: 'nina@HAVBLIKK.example' })

  await ada.visitor.post(`${at}/joining`, { domains: 'havblikk.example', only: 'yes' })
  const [outside, inside] = [await registers('ola@private.example', code), await registers('ola@havblikk.example', code)]
  const [moved, refused] = [await nina.visitor.post('/membership', { membershipCode: code }), await kari.visitor.post('/membership', { membershipCode: code })]
  await ada.visitor.post(`${at}/joining`, { domains: 'havblikk.example' })

  assert.deepEqual([outside, inside, moved.statusCode, refused.statusCode], [422, 303, 303, 422])
  assert.equal(await registers('per@private.example', code), 303)
})

async function registers(email: string, membershipCode: string): Promise<number> {
  const stranger = visitor(house, { network: `192.0.2.${email.length}` })
  const { version } = await stranger.data<{ version: string }>('/register')
  return (await stranger.post('/register', { firstName: 'Ola', lastName: 'Vik', email, membershipCode, version, accepted: 'yes' })).statusCode
}

async function held(who: { visitor: { data<T>(path: string): Promise<T> } }) {
  house.clock.set(NOON)
  const { groups } = await who.visitor.data<Held>('/my-data')
  return groups.flatMap(({ tables }) => tables).map(({ table, rows }) => ({ table, rows }))
}

async function takenIn(...memberships: string[]): Promise<number[]> {
  const counts = []
  for (const membership of memberships) {
    const [row] = await ownerSays<{ n: number }>(house, 'select count(holder)::int as n from organisations.seats where membership = $1', [membership])
    counts.push(row?.n ?? -1)
  }
  return counts
}
