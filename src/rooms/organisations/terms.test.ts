import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMembership, ownerSays, put } from '../../../test/builders.ts'
import { aHouse } from '../../../test/house.ts'
import { aContact, anAdministrator, aSeated, lettersTo } from '../../../test/organisations-builders.ts'
import { newId } from '../../platform/ids.ts'

const house = await aHouse()
const DAY = 86_400_000

/** A moment of the clock on the wall in Oslo in summer. */
const summer = (day: string, time: string) => new Date(`${day}T${time}+02:00`)

test('at 24:00 on the last day accounts rest, with one letter in their language, however often it is looked (N21, N35, C6)', async () => {
  house.clock.set(summer('2026-06-01', '12:00'))
  const { membership } = await aMembership(house, { seats: 15, ends: '2026-06-10' })
  const kari = await aSeated(house, membership, { language: 'nb', email: 'kari@fjordvik.example' })
  await tickAll()

  house.clock.set(summer('2026-06-10', '23:59:59'))
  await tickAll()
  const before = await stateOf(kari.person)
  house.clock.set(summer('2026-06-11', '00:00'))
  await Promise.all([house.tick('organisations.watchTerms'), house.tick('organisations.watchTerms')])
  await tickAll()

  assert.equal(before.deactivated, null)
  assert.deepEqual(await stateOf(kari.person), {
    deactivated: summer('2026-06-11', '00:00'),
    deactivated_because: 'membershipEnded',
    erase_due: summer('2026-07-12', '00:00'),
  })
  const letters = (await lettersTo(house, kari.email)).filter(({ subject }) => /deaktivert/.test(subject))
  assert.equal(letters.length, 1)
  assert.match(letters[0]?.text ?? '', /til og med 11\. juli 2026/)
  assert.match(letters[0]?.from.name ?? '', /Nomkus/)
})

test('a session of a learner whose membership ended ends on the server at once (N35)', async () => {
  house.clock.set(summer('2026-06-01', '12:00'))
  const { membership } = await aMembership(house, { seats: 15, ends: '2026-06-03' })
  const per = await aSeated(house, membership)
  const before = await per.visitor.get('/membership')

  house.clock.set(summer('2026-06-04', '00:01'))
  await tickAll()

  assert.equal(before.statusCode, 200)
  assert.equal((await per.visitor.get('/membership')).statusCode, 303)
  assert.deepEqual(await ownerSays(house, 'select count(*)::int as n from sign_in.sessions where person = $1 and ended is null', [per.person]), [{ n: 0 }])
})

test('a house that was shut for three days catches up, and counts the rest from the day it noticed (N35)', async () => {
  house.clock.set(summer('2026-06-01', '12:00'))
  const { membership } = await aMembership(house, { seats: 15, ends: '2026-06-05' })
  const nina = await aSeated(house, membership)

  house.clock.set(summer('2026-06-08', '15:00'))
  await tickAll()

  assert.equal((await stateOf(nina.person)).erase_due?.toISOString(), summer('2026-07-09', '00:00').toISOString())
  assert.equal((await lettersTo(house, nina.email)).filter(isDeactivation).length, 1)
})

test('thirty days across the change to winter time still end at midnight in Oslo (N35)', async () => {
  house.clock.set(summer('2026-10-01', '12:00'))
  const { membership } = await aMembership(house, { seats: 15, ends: '2026-10-10' })
  const odd = await aSeated(house, membership)

  house.clock.set(summer('2026-10-11', '09:00'))
  await tickAll()

  assert.equal((await stateOf(odd.person)).erase_due?.toISOString(), new Date('2026-11-11T00:00+01:00').toISOString())
})

test('a renewal on day 29 brings everybody back with one letter each, and on day 31 nobody (N21, N35, C6)', async () => {
  house.clock.set(summer('2026-06-01', '12:00'))
  const { organisation, membership } = await aMembership(house, { seats: 15, ends: '2026-06-02' })
  const late = await aMembership(house, { seats: 15, ends: '2026-06-02' })
  const liv = await aSeated(house, membership)
  const jan = await aSeated(house, membership)
  const eva = await aSeated(house, late.membership)
  house.clock.set(summer('2026-06-03', '00:05'))
  await tickAll()

  house.clock.pass(29 * DAY)
  const { visitor } = await anAdministrator(house)
  const answer = await visitor.post(`/administration/organisations/${organisation}/memberships/${membership}/term`, { ends: '2027-06-02' })
  await tickAll()
  house.clock.pass(2 * DAY)
  const second = await anAdministrator(house)
  await second.visitor.post(`/administration/organisations/${late.organisation}/memberships/${late.membership}/term`, { ends: '2027-06-02' })
  await tickAll()

  assert.equal(answer.statusCode, 303)
  for (const { person, email } of [liv, jan]) {
    assert.deepEqual(await stateOf(person), { deactivated: null, deactivated_because: null, erase_due: null })
    assert.deepEqual((await lettersTo(house, email)).map(({ subject }) => subject), ['Your account is deactivated', 'Your account is active again'])
  }
  assert.equal((await stateOf(eva.person)).deactivated_because, 'membershipEnded')
  assert.equal((await lettersTo(house, eva.email)).length, 1)
})

test('a renewal and the end of the term in the same moment leave everybody awake (C6)', async () => {
  house.clock.set(summer('2026-06-01', '12:00'))
  const { organisation, membership } = await aMembership(house, { seats: 10, ends: '2026-06-02' })
  const learners = []
  for (let i = 0; i < 10; i++) learners.push(await aSeated(house, membership))
  house.clock.set(summer('2026-06-03', '00:00'))
  const { visitor } = await anAdministrator(house)

  await Promise.all([
    house.tick('organisations.watchTerms'),
    visitor.post(`/administration/organisations/${organisation}/memberships/${membership}/term`, { ends: '2027-06-02' }),
    house.tick('organisations.watchTerms'),
  ])
  await tickAll()

  for (const { person, email } of learners) {
    assert.equal((await stateOf(person)).deactivated, null)
    const subjects = (await lettersTo(house, email)).map(({ subject }) => subject)
    assert.ok(subjects.length <= 2 && new Set(subjects).size === subjects.length, subjects.join())
  }
})

test('Marte, who teaches here and once came as a learner, keeps her account when that membership ends, and when she leaves it (N35)', async () => {
  house.clock.set(summer('2026-06-01', '12:00'))
  const { membership } = await aMembership(house, { seats: 5, ends: '2026-06-02' })
  const other = await aMembership(house, { seats: 5 })
  const [marte, tor, liv] = [await aSeated(house, membership), await aSeated(house, membership), await aSeated(house, other.membership)]
  for (const { person } of [marte, liv]) await put(house, 'accounts.appointments', { institution: house.nomkus, id: newId(), person, role: 'teacher', begins: house.clock.now() })

  await liv.visitor.post('/membership/leaving', { sure: 'yes' })
  const learnsNoMore = await liv.visitor.get('/membership')
  house.clock.set(summer('2026-06-03', '00:00'))
  await tickAll()

  const resting = await Promise.all([marte, tor, liv].map(async ({ person }) => (await stateOf(person)).deactivated !== null))
  assert.deepEqual(resting, [false, true, false])
  assert.equal(learnsNoMore.statusCode, 404)
  assert.deepEqual(await ownerSays(house, 'select count(holder)::int as n from organisations.seats where membership = $1', [other.membership]), [{ n: 0 }])
  assert.deepEqual([await lettersTo(house, marte.email), await lettersTo(house, liv.email)], [[], []])
})

test('an erased learner gets no letter any more, and the seat is free (N21, C5)', async () => {
  house.clock.set(summer('2026-06-01', '12:00'))
  const { membership } = await aMembership(house, { seats: 5, ends: '2026-06-02' })
  const tor = await aSeated(house, membership)
  house.clock.set(summer('2026-06-03', '00:00'))
  await house.tick('organisations.watchTerms')
  await ownerSays(house, 'update organisations.seats set holder = null, claimed = null where holder = $1', [tor.person])
  await ownerSays(house, 'delete from sign_in.sessions where person = $1', [tor.person])
  await ownerSays(house, 'delete from accounts.appointments where person = $1', [tor.person])
  await ownerSays(house, 'delete from accounts.persons where id = $1', [tor.person])

  await tickAll()

  assert.deepEqual(await lettersTo(house, tor.email), [])
})

test('contacts are told 60, 30 and 7 days before, learners 30 and 7, once each (C6)', async () => {
  house.clock.set(summer('2026-06-01', '12:00'))
  const { organisation, membership } = await aMembership(house, { seats: 5, ends: '2026-09-30' })
  const siri = await aContact(house, organisation)
  const ida = await aSeated(house, membership)

  for (const day of ['2026-08-01', '2026-08-02', '2026-08-31', '2026-09-01', '2026-09-23', '2026-09-29']) {
    house.clock.set(summer(day, '08:00'))
    await tickAll()
  }

  const toSiri = await lettersTo(house, siri.email)
  const toIda = await lettersTo(house, ida.email)
  assert.deepEqual(toSiri.map(({ at }) => at.toISOString().slice(0, 10)), ['2026-08-01', '2026-08-31', '2026-09-23'])
  assert.deepEqual(toIda.map(({ at }) => at.toISOString().slice(0, 10)), ['2026-08-31', '2026-09-23'])
  assert.match(toIda[0]?.text ?? '', /Download your results and certificates/)
  assert.doesNotMatch(toSiri.map(({ text }) => text).join(), /Kari|Nordmann/)
})

function isDeactivation({ subject }: { subject: string }): boolean {
  return /deactivated/.test(subject)
}

async function tickAll(): Promise<void> {
  await house.tick('organisations.watchTerms')
  await house.drain()
}

type State = { deactivated: Date | null; deactivated_because: string | null; erase_due: Date | null }

async function stateOf(person: string): Promise<State> {
  const [state] = await ownerSays<State>(house, 'select deactivated, deactivated_because, erase_due from accounts.persons where id = $1', [person])
  assert.ok(state)
  return state
}
