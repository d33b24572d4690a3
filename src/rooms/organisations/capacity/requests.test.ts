import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMembership, aPolicy, ownerSays } from '../../../../test/builders.ts'
import { aHouse, NOON } from '../../../../test/house.ts'
import { aContact, anAdministrator, aSeated, lettersTo } from '../../../../test/organisations-builders.ts'
import { visitor } from '../../../../test/visitor.ts'

const house = await aHouse()
await aPolicy(house)
const DAY = 86_400_000

type Told = { organisations: { memberships: { id: string; seats: number; turnedAway: boolean; requests: { id: string; kind: string; seats: number; answer: string | null; reason: string | null }[] }[] }[] }

test('Siri asks for five more seats; granted, there are so many at once, and each contact gets one letter (C3, C9)', async () => {
  const { at, membership, organisation, siri, ada } = await anOrganisation({ seats: 15 })
  const lars = await aContact(house, organisation)

  const asked = await siri.visitor.post('/organisation/requests', { membership, kind: 'more', seats: '5' })
  await Promise.all([house.tick('organisations.announceRequests'), house.tick('organisations.announceRequests')])
  const office = await lettersTo(house, 'hei@nomkus.example')
  const overview = await ada.visitor.get('/administration')
  const page = await ada.visitor.get(at)
  const answered = await ada.visitor.post(`${at}/requests/${await waitingOf(siri)}/answer`, { answer: 'granted' })
  await house.drain()

  assert.deepEqual([asked.statusCode, answered.statusCode], [303, 303])
  assert.deepEqual(office.map(({ subject }) => subject), ['Organisasjonen ber om 5 plasser til'])
  assert.match(office[0]?.text ?? '', new RegExp(`Fjordvik \\d+ ber om 5 plasser til[\\s\\S]*${at}`))
  assert.match(overview.body, /Organisations wait for an answer[\s\S]*5 more seats/)
  assert.match(page.body, /The organisation asks for 5 more seats/)
  assert.equal(await seatsOf(membership), 20)
  const [told] = await toldTo(siri)
  assert.deepEqual([told?.seats, told?.requests.map(({ kind, seats, answer }) => [kind, seats, answer])], [20, [['more', 5, 'granted']]])
  assert.match((await siri.visitor.get('/organisation')).body, /20 seats from 1 June 2026[\s\S]*The organisation asked for it/)
  for (const { email } of [siri, lars]) {
    const letters = await lettersTo(house, email)
    assert.deepEqual(letters.map(({ subject }) => subject), ['About the seats you asked for'])
    assert.match(letters[0]?.text ?? '', /Yes to 5 more seats/)
  }
})

test('Siri gives three unused seats back, and none that somebody holds (C5, N26)', async () => {
  const { at, membership, siri, ada } = await anOrganisation({ seats: 10 })
  await Promise.all([1, 2, 3, 4, 5].map(() => aSeated(house, membership)))

  await siri.visitor.post('/organisation/requests', { membership, kind: 'fewer', seats: '3' })
  await ada.visitor.post(`${at}/requests/${await waitingOf(siri)}/answer`, { answer: 'granted' })
  const after = await seatsOf(membership)
  await siri.visitor.post('/organisation/requests', { membership, kind: 'fewer', seats: '4' })
  const request = await waitingOf(siri)
  const tooMany = await ada.visitor.post(`${at}/requests/${request}/answer`, { answer: 'granted' })
  const noReason = await ada.visitor.post(`${at}/requests/${request}/answer`, { answer: 'declined' })
  await ada.visitor.post(`${at}/requests/${request}/answer`, { answer: 'declined', reason: 'inUse' })

  assert.deepEqual([after, await seatsOf(membership)], [7, 7])
  assert.deepEqual([tooMany.statusCode, noReason.statusCode], [409, 422])
  assert.match(tooMany.body, /5 seats are taken/)
  assert.doesNotMatch(tooMany.body, /Kari|Nordmann/)
  assert.match(/id="reason-error">([^<]*)/.exec(noReason.body)?.[1] ?? '', /Choose why/)
  assert.match((await lettersTo(house, siri.email)).map(({ text }) => text).join(), /No to 4 seats fewer: so many seats are not free\./)
})

test('asking to give seats back tells nobody how many are in use: every number is taken alike (N28)', async () => {
  const { membership, siri } = await anOrganisation({ seats: 10 })
  await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => aSeated(house, membership)))

  const answers = []
  for (const seats of ['1', '3', '4', '9']) {
    const { statusCode, headers } = await siri.visitor.post('/organisation/requests', { membership, kind: 'fewer', seats })
    answers.push([statusCode, headers.location])
    await siri.visitor.post(`/organisation/requests/${await waitingOf(siri)}/withdrawal`, {})
  }
  const all = await siri.visitor.post('/organisation/requests', { membership, kind: 'fewer', seats: '10' })

  assert.equal(new Set(answers.map(String)).size, 1)
  assert.equal(answers[0]?.[0], 303)
  assert.match(/id="seats-error">([^<]*)/.exec(all.body)?.[1] ?? '', /10 seats, and at least one must remain/)
})

for (const [what, form, field] of [
  ['no number', { kind: 'more', seats: '' }, 'seats'],
  ['half a seat', { kind: 'more', seats: '1.5' }, 'seats'],
  ['nothing at all', { kind: 'more', seats: '0' }, 'seats'],
  ['something else', { kind: 'names', seats: '3' }, 'kind'],
] as const) {
  test(`who asks for ${what} is told at the field, with what they typed (C3)`, async () => {
    const { membership, siri } = await anOrganisation({ seats: 10 })

    const refused = await siri.visitor.post('/organisation/requests', { membership, ...form })

    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, new RegExp(`id="${field}-error"`))
    assert.deepEqual((await toldTo(siri))[0]?.requests, [])
  })
}

test('of two contacts who ask at once one is heard, and of two employees who answer at once one (C3)', async () => {
  const { at, membership, organisation, siri, ada } = await anOrganisation({ seats: 10 })
  const lars = await aContact(house, organisation)
  const odd = await anAdministrator(house, 'Odd')

  const asked = await Promise.all([siri, lars].map(({ visitor: contact }) => contact.post('/organisation/requests', { membership, kind: 'more', seats: '2' })))
  const path = `${at}/requests/${await waitingOf(siri)}/answer`
  const answered = await Promise.all([ada, odd].map(({ visitor: employee }) => employee.post(path, { answer: 'granted' })))

  assert.deepEqual(asked.map(({ statusCode }) => statusCode).sort(), [303, 409])
  assert.deepEqual(answered.map(({ statusCode }) => statusCode).sort(), [303, 409])
  assert.equal(await seatsOf(membership), 12)
})

test('Siri can neither ask, nor take back, for an organisation that is not hers; and no learner comes here (C4, D54)', async () => {
  const theirs = await anOrganisation({ seats: 10 })
  await theirs.siri.visitor.post('/organisation/requests', { membership: theirs.membership, kind: 'more', seats: '2' })
  const request = await waitingOf(theirs.siri)
  const { siri, membership } = await anOrganisation({ seats: 10 })
  const kari = await aSeated(house, membership)

  const answers = [
    await siri.visitor.post('/organisation/requests', { membership: theirs.membership, kind: 'more', seats: '2' }),
    await siri.visitor.post(`/organisation/requests/${request}/withdrawal`, {}),
    await kari.visitor.post('/organisation/requests', { membership, kind: 'more', seats: '2' }),
    await siri.visitor.post(`${theirs.at}/requests/${request}/answer`, { answer: 'granted' }),
  ]

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [404, 409, 404, 404])
  assert.deepEqual((await toldTo(theirs.siri))[0]?.requests.map(({ answer }) => answer), [null])
  assert.equal(await seatsOf(theirs.membership), 10)
})

test('a colleague who is turned away makes the organisation ask itself for more: with Monday’s count, once, and nobody’s name (C3, N28, N30)', async () => {
  const { membership, code, siri } = await anOrganisation({ seats: 5 })
  await Promise.all([1, 2, 3, 4, 5].map(() => aSeated(house, membership)))

  await register(code, 'Ragnhild')
  await untilWanted(membership)
  const sameDay = await siri.visitor.get('/organisation')
  house.clock.pass(7 * DAY)
  await Promise.all([house.tick('organisations.count'), house.tick('organisations.count')])
  await house.tick('organisations.count')
  const again = (await siri.visitor.get('/organisation')).body
  house.clock.pass(7 * DAY)
  await house.tick('organisations.count')

  assert.doesNotMatch(sameDay.body, /No seat is free/)
  assert.match(again, /No seat is free/)
  const letters = await lettersTo(house, siri.email)
  assert.deepEqual(letters.map(({ subject }) => subject), ['No seat is free'])
  assert.doesNotMatch(letters.map(({ text, html }) => text + html).join() + again, /Ragnhild|Nordmann|fjordvik\.example/)
  assert.deepEqual(await ownerSays(house, 'select wanted, turned_away from organisations.capacities where membership = $1', [membership]), [{ wanted: null, turned_away: false }])
})

test('where there are few seats, or there is one again by Monday, nobody is told that they were full (N28, N30)', async () => {
  const few = await anOrganisation({ seats: 1 })
  const more = await anOrganisation({ seats: 5 })
  await aSeated(house, few.membership)
  await Promise.all([1, 2, 3, 4, 5].map(() => aSeated(house, more.membership)))
  for (const { membership, code } of [few, more]) {
    await register(code, 'Ragnhild')
    await untilWanted(membership)
  }
  await more.ada.visitor.post(`${more.at}/seats`, { seats: '6' })

  house.clock.pass(7 * DAY)
  await house.tick('organisations.count')

  for (const { siri } of [few, more]) assert.deepEqual(await lettersTo(house, siri.email), [])
})

async function anOrganisation({ seats }: { seats: number }) {
  house.clock.set(NOON)
  const made = await aMembership(house, { seats })
  const siri = await aContact(house, made.organisation)
  const ada = await anAdministrator(house)
  await house.tick('organisations.count')
  return { ...made, siri, ada, at: `/administration/organisations/${made.organisation}/memberships/${made.membership}` }
}

type Contact = Awaited<ReturnType<typeof aContact>>

async function toldTo({ visitor: browser }: Contact) {
  return (await browser.data<Told>('/organisation')).organisations.flatMap(({ memberships }) => memberships)
}

async function waitingOf(contact: Contact): Promise<string> {
  return (await toldTo(contact)).flatMap(({ requests }) => requests).find(({ answer }) => answer === null)?.id ?? ''
}

async function seatsOf(membership: string): Promise<number> {
  const [row] = await ownerSays<{ n: number }>(house, 'select count(*)::int as n from organisations.seats where membership = $1', [membership])
  return row?.n ?? -1
}

let applicants = 0

async function register(membershipCode: string, firstName: string): Promise<void> {
  const stranger = visitor(house, { network: `198.51.100.${++applicants}` })
  const { version } = await stranger.data<{ version: string }>('/register')
  const form = { firstName, lastName: 'Vik', email: `ragnhild${applicants}@fjordvik.example`, membershipCode, version, accepted: 'yes' }
  assert.equal((await stranger.post('/register', form)).statusCode, 422)
}

/** It is written when the answer has gone. */
async function untilWanted(membership: string): Promise<void> {
  for (;;) {
    const [row] = await ownerSays<{ wanted: string | null }>(house, 'select wanted from organisations.capacities where membership = $1', [membership])
    if (row?.wanted) return
    await new Promise((later) => setTimeout(later, 20))
  }
}
