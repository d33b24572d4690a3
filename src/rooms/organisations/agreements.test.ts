import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMembership, aPolicy, ownerSays } from '../../../test/builders.ts'
import { aHouse } from '../../../test/house.ts'
import { aContact, anAdministrator, aSeated, lettersTo } from '../../../test/organisations-builders.ts'
import { visitor } from '../../../test/visitor.ts'

const house = await aHouse()
await aPolicy(house)

/** A moment of the clock on the wall in Oslo in summer. */
const summer = (day: string, time = '12:00') => new Date(`${day}T${time}+02:00`)

type Shown = {
  begins: string
  ends: string
  state: string
  seats: number
  taken: number
  terms: { begins: string; ends: string }[]
  pools: { begins: string; seats: number; because: string }[]
}

test('a top-up and a renewal are written beside what was agreed before, and rewrite none of it (C1)', async () => {
  const { at, membership, ada } = await anAgreement({ seats: 10, ends: '2026-06-30' })
  const before = await agreed(membership)

  await ada.visitor.post(`${at}/seats`, { seats: '14' })
  await ada.visitor.post(`${at}/term`, { begins: '2026-07-01', ends: '2027-06-30', termSeats: '12' })

  const { terms, pools, ...now } = await ada.visitor.data<Shown>(at)
  assert.deepEqual(terms.map(({ begins, ends }) => [begins, ends]), [['2026-07-01', '2027-06-30'], ['2026-01-01', '2026-06-30']])
  assert.deepEqual(pools.map(({ begins, seats, because }) => [begins, seats, because]), [['2026-07-01', 12, 'renewed'], ['2026-06-01', 14, 'changed'], ['2026-01-01', 10, 'agreed']])
  assert.deepEqual([now.begins, now.ends, now.seats], ['2026-01-01', '2027-06-30', 14])
  const after = await agreed(membership)
  for (const row of before) assert.ok(after.some((other) => JSON.stringify(other) === JSON.stringify(row)), JSON.stringify(row))
})

test('seats of a renewed term count from midnight on its first day, and not before (C1, C3)', async () => {
  const { at, membership, ada } = await anAgreement({ seats: 10, ends: '2026-06-30' })
  await ada.visitor.post(`${at}/term`, { ends: '2027-06-30', termSeats: '6' })

  const counted = []
  for (const moment of [summer('2026-06-30', '23:59:59'), summer('2026-07-01', '00:00')]) {
    house.clock.set(moment)
    await house.tick('organisations.watchTerms')
    counted.push(await seatsOf(membership))
  }

  assert.deepEqual(counted, [10, 6])
})

test('where a new term pays for fewer seats than are held by then, nobody loses theirs and nobody new gets in until it fits (N26, C3)', async () => {
  const { at, organisation, membership, code, ada } = await anAgreement({ seats: 8, ends: '2026-06-10' })
  const siri = await aContact(house, organisation)
  const first = await Promise.all([1, 2, 3, 4, 5].map(() => aSeated(house, membership)))
  await ada.visitor.post(`${at}/term`, { ends: '2027-06-30', termSeats: '5' })
  await Promise.all([1, 2].map(() => aSeated(house, membership)))

  house.clock.set(summer('2026-06-11'))
  await tickAll()
  const over = await anAdministrator(house)
  const shown = await over.visitor.data<Shown>(at)
  const page = await over.visitor.get(at)
  await leave(first.slice(0, 1))
  const refused = await register(code)
  await tickAll()
  await leave(first.slice(1, 3))
  await tickAll()
  const admitted = await register(code)

  assert.deepEqual([shown.seats, shown.taken], [5, 7])
  assert.match(page.body, /2 accounts more than is paid for/)
  assert.doesNotMatch(page.body, /Kari|Nordmann/)
  assert.deepEqual([refused, admitted, await seatsOf(membership)], [422, 303, 5])
  assert.doesNotMatch((await siri.visitor.get('/organisation')).body, /[67] of|of 7/)
})

test('fewer seats than are held cannot be agreed at a renewal either (N26)', async () => {
  const { at, membership, ada } = await anAgreement({ seats: 8, ends: '2026-06-30' })
  await Promise.all([1, 2, 3].map(() => aSeated(house, membership)))

  const refused = await ada.visitor.post(`${at}/term`, { ends: '2027-06-30', termSeats: '2' })

  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /id="termSeats-error">\s*3 seats are taken/)
  assert.deepEqual((await ada.visitor.data<Shown>(at)).terms.length, 1)
})

for (const [what, form, field, said] of [
  ['begins before the last one is over', { begins: '2026-06-30', ends: '2027-06-30' }, 'begins', /must begin after/],
  ['ends before it begins', { begins: '2026-08-01', ends: '2026-07-31' }, 'ends', /cannot be before the first/],
  ['ends no later than the last', { ends: '2026-06-30' }, 'ends', /later than the last one agreed/],
  ['lasts longer than anybody means', { ends: '2062-06-30' }, 'ends', /more than five years/],
  ['has no day', { ends: 'tomorrow' }, 'ends', /date/],
] as const) {
  test(`a term that ${what} is refused at its field, and nothing is agreed (C1)`, async () => {
    const { at, ada } = await anAgreement({ seats: 8, ends: '2026-06-30' })

    const refused = await ada.visitor.post(`${at}/term`, { ...form, termSeats: '8' })

    assert.equal(refused.statusCode, 422)
    assert.match(new RegExp(`id="${field}-error">([^<]*)`).exec(refused.body)?.[1] ?? '', said)
    assert.equal((await ada.visitor.data<Shown>(at)).terms.length, 1)
  })
}

test('two employees who renew in the same moment agree one term, and the other is told (C1)', async () => {
  const { at, ada } = await anAgreement({ seats: 8, ends: '2026-06-30' })
  const odd = await anAdministrator(house, 'Odd')

  const answers = await Promise.all([ada, odd].map(({ visitor: employee }) => employee.post(`${at}/term`, { begins: '2026-07-01', ends: '2027-06-30', termSeats: '8' })))

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 422])
  assert.equal((await ada.visitor.data<Shown>(at)).terms.length, 2)
})

test('accounts rest in the days between two terms and wake when the next begins, with one letter each (C6, C9, N21)', async () => {
  const { at, membership, ada } = await anAgreement({ seats: 8, ends: '2026-06-10' })
  const liv = await aSeated(house, membership)
  await ada.visitor.post(`${at}/term`, { begins: '2026-06-20', ends: '2027-06-19' })

  const seen = []
  for (const day of ['2026-06-10', '2026-06-11', '2026-06-19', '2026-06-20', '2026-06-21']) {
    house.clock.set(summer(day, '00:00'))
    await tickAll()
    seen.push((await stateOf(liv.person)) === null)
  }

  assert.deepEqual(seen, [true, false, false, true, true])
  const subjects = (await lettersTo(house, liv.email)).map(({ subject }) => subject)
  assert.deepEqual(subjects.filter((subject) => /account/.test(subject)), ['Your account is deactivated', 'Your account is active again'])
})

test('nobody is told of the end of a term that another follows the day after; of the last one they are (C6)', async () => {
  const { at, organisation, membership, ada } = await anAgreement({ seats: 8, ends: '2026-06-25' })
  const siri = await aContact(house, organisation)
  const ida = await aSeated(house, membership)
  await ada.visitor.post(`${at}/term`, { ends: '2026-09-30' })

  for (const day of ['2026-06-18', '2026-06-25', '2026-06-26', '2026-08-01', '2026-08-31']) {
    house.clock.set(summer(day))
    await tickAll()
  }

  assert.deepEqual((await lettersTo(house, siri.email)).map(({ subject }) => subject), ['The membership lasts until 30 September 2026', 'The membership lasts until 30 September 2026'])
  assert.deepEqual((await lettersTo(house, ida.email)).map(({ subject }) => subject), ['The membership lasts until 30 September 2026'])
  assert.equal(await stateOf(ida.person), null)
})

test('before a renewal Siri reads how many seats are used, on her page and in the letter, as coarse as ever (C5, C6, N28, N29)', async () => {
  const { organisation, membership } = await anAgreement({ seats: 15, ends: '2026-07-31' })
  const siri = await aContact(house, organisation)
  await Promise.all([1, 2, 3, 4, 5, 6].map(() => aSeated(house, membership)))
  await house.tick('organisations.count')
  await tickAll()

  const page = await siri.visitor.get('/organisation')
  const [letter] = await lettersTo(house, siri.email)

  assert.match(page.body, /Before you renew[\s\S]*choose fewer for the next term/)
  assert.match(letter?.text ?? '', /6 of 15 accounts are activated\s+You use far from all seats/)
  assert.doesNotMatch(letter?.text ?? '', /Kari|Nordmann/)
})

test('between its own first and last day a Student ID lets people in, and those who are in stay (C2)', async () => {
  const { at, organisation, membership, code, ada } = await anAgreement({ seats: 8, ends: '2026-12-31' })
  const siri = await aContact(house, organisation)
  const kari = await aSeated(house, membership)
  await ada.visitor.post(`${at}/joining`, { domains: '', joiningBegins: '2026-06-03', joiningEnds: '2026-06-05' })
  await house.tick('organisations.count')

  const answers = []
  for (const day of ['2026-06-02', '2026-06-03', '2026-06-05', '2026-06-06']) {
    house.clock.set(summer(day))
    answers.push(await register(code))
  }
  const wrongWay = await (await anAdministrator(house)).visitor.post(`${at}/joining`, { domains: '', joiningBegins: '2026-06-05', joiningEnds: '2026-06-03' })

  assert.deepEqual(answers, [422, 303, 303, 422])
  assert.equal((await kari.visitor.get('/membership')).statusCode, 200)
  assert.match((await siri.visitor.get('/organisation')).body, /Newcomers can register from 3 June 2026 to the end of 5 June 2026/)
  assert.match(/id="joiningEnds-error">([^<]*)/.exec(wrongWay.body)?.[1] ?? '', /before the first/)
})

async function anAgreement({ seats, ends }: { seats: number; ends: string }) {
  house.clock.set(summer('2026-06-01'))
  const made = await aMembership(house, { seats, ends })
  const ada = await anAdministrator(house)
  return { ...made, ada, at: `/administration/organisations/${made.organisation}/memberships/${made.membership}` }
}

/** All that was agreed, as it lies in the database. */
async function agreed(membership: string): Promise<unknown[]> {
  const terms = await ownerSays(house, 'select begins, ends, made from organisations.terms where membership = $1', [membership])
  const pools = await ownerSays(house, 'select number, begins, seats, because, made from organisations.pools where membership = $1', [membership])
  return [...terms, ...pools]
}

async function seatsOf(membership: string): Promise<number> {
  const [row] = await ownerSays<{ n: number }>(house, 'select count(*)::int as n from organisations.seats where membership = $1', [membership])
  return row?.n ?? -1
}

async function leave(people: readonly { visitor: { post(path: string, form: Record<string, string>): Promise<unknown> } }[]): Promise<void> {
  for (const { visitor: learner } of people) await learner.post('/membership/leaving', { sure: 'yes' })
}

let applicants = 0

async function register(membershipCode: string): Promise<number> {
  const stranger = visitor(house, { network: `198.51.100.${++applicants}` })
  const { version } = await stranger.data<{ version: string }>('/register')
  const form = { firstName: 'Ola', lastName: 'Vik', email: `ola${applicants}@fjordvik.example`, membershipCode, version, accepted: 'yes' }
  return (await stranger.post('/register', form)).statusCode
}

async function stateOf(person: string): Promise<Date | null> {
  const [row] = await ownerSays<{ deactivated: Date | null }>(house, 'select deactivated from accounts.persons where id = $1', [person])
  return row?.deactivated ?? null
}

async function tickAll(): Promise<void> {
  await house.tick('organisations.watchTerms')
  await house.drain()
}
