import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMembership, aPolicy, ownerSays } from '../../../test/builders.ts'
import { aHouse } from '../../../test/house.ts'
import { aContact, anAdministrator, aSeated } from '../../../test/organisations-builders.ts'
import { visitor } from '../../../test/visitor.ts'

const house = await aHouse()
await aPolicy(house)

let applicants = 0

test('two employees who set the number of seats in the same moment get that number, up or down (C3)', async () => {
  const { organisation, membership } = await aMembership(house, { seats: 20 })
  const staff = [await anAdministrator(house), await anAdministrator(house), await anAdministrator(house)]
  const at = `/administration/organisations/${organisation}/memberships/${membership}/seats`

  const reached = []
  for (const seats of ['12', '30', '12', '7']) {
    await Promise.all(staff.map(({ visitor: employee }) => employee.post(at, { seats })))
    reached.push((await seatsOf(membership)).seats)
  }

  assert.deepEqual(reached, [12, 30, 12, 7])
})

for (let round = 1; round <= 4; round++) {
  test(`colleagues who register, move in and leave while seats go and the code is changed: nobody sits on what is not paid for, round ${round} (N25, N26, C3)`, async () => {
    const { organisation, membership, code } = await aMembership(house, { seats: 10 })
    const elsewhere = await aMembership(house, { seats: 10 })
    const [ada, odd] = [await anAdministrator(house), await anAdministrator(house)]
    const at = `/administration/organisations/${organisation}/memberships/${membership}`
    const inside = await Promise.all([1, 2, 3].map(() => aSeated(house, membership)))
    const movers = await Promise.all([1, 2, 3].map(() => aSeated(house, elsewhere.membership)))

    const answers = await Promise.all([
      ...Array.from({ length: 12 }, () => register(code)),
      ...movers.map(({ visitor: learner }) => learner.post('/membership', { membershipCode: code }).then(({ statusCode }) => statusCode)),
      ...inside.map(({ visitor: learner }) => learner.post('/membership/leaving', { sure: 'yes' }).then(({ statusCode }) => statusCode)),
      ...['8', '5', '9'].map((seats) => ada.visitor.post(`${at}/seats`, { seats }).then(({ statusCode }) => statusCode)),
      ...(round % 2 === 0 ? [odd.visitor.post(`${at}/code`, {}).then(({ statusCode }) => statusCode)] : []),
    ])

    const { seats, taken } = await seatsOf(membership)
    assert.ok(answers.every((status) => [303, 409, 422].includes(status)), answers.join())
    assert.ok(taken <= seats && [10, 8, 5, 9].includes(seats), `${taken} of ${seats}`)
    const homeless = await ownerSays(
      house,
      `select id from accounts.persons as person
       where deactivated is null and email like 'applicant%' and not exists (select from organisations.seats where holder = person.id)`,
    )
    assert.deepEqual(homeless, [])
    const movedOrStayed = await ownerSays<{ n: number }>(house, 'select count(*)::int as n from organisations.seats where holder = any ($1)', [movers.map(({ person }) => person)])
    assert.deepEqual(movedOrStayed, [{ n: 3 }])
  })
}

test('a contact is never told of more accounts than there are seats, also when seats go between two counts (N27, N28)', async () => {
  const { organisation, membership } = await aMembership(house, { seats: 15 })
  const siri = await aContact(house, organisation)
  const learners = await Promise.all(Array.from({ length: 8 }, () => aSeated(house, membership)))
  await house.tick('organisations.count')
  await ownerSays(house, `update organisations.seats set holder = null, claimed = null where holder = any ($1)`, [learners.slice(0, 2).map(({ person }) => person)])
  const ada = await anAdministrator(house)

  await ada.visitor.post(`/administration/organisations/${organisation}/memberships/${membership}/seats`, { seats: '6' })

  assert.match((await siri.visitor.get('/organisation')).body, /6 of 6 accounts/)
})

test('a learner who is restricted, objects or is blocked is counted in no number (D43, N24)', async () => {
  const { membership } = await aMembership(house, { seats: 15 })
  const learners = await Promise.all(Array.from({ length: 9 }, () => aSeated(house, membership)))
  const [restricted, objecting, blocked] = learners.map(({ person }) => person)
  await ownerSays(house, 'update privacy.standings set restricted = now() where person = $1', [restricted])
  await ownerSays(house, 'update privacy.standings set objected = 1 << 10 where person = $1', [objecting])
  await ownerSays(house, 'update privacy.standings set allowed = 4102 where person = $1', [blocked])

  await house.tick('organisations.count')

  assert.deepEqual(await ownerSays(house, 'select activated from organisations.capacities where membership = $1', [membership]), [{ activated: 6 }])
})

async function register(membershipCode: string): Promise<number> {
  const stranger = visitor(house, { network: `198.51.100.${++applicants}` })
  const { version } = await stranger.data<{ version: string }>('/register')
  const form = { firstName: 'Ola', lastName: 'Vik', email: `applicant${applicants}@fjordvik.example`, membershipCode, version, accepted: 'yes' }
  return (await stranger.post('/register', form)).statusCode
}

async function seatsOf(membership: string): Promise<{ seats: number; taken: number }> {
  const [row] = await ownerSays<{ seats: number; taken: number }>(house, 'select count(*)::int as seats, count(holder)::int as taken from organisations.seats where membership = $1', [membership])
  return row ?? { seats: -1, taken: -1 }
}
