import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { aMembership, aPolicy, ownerSays } from '../../../../test/builders.ts'
import { aHouse, NOON } from '../../../../test/house.ts'
import { aContact, anAdministrator, aSeated, lettersTo } from '../../../../test/organisations-builders.ts'
import { visitor } from '../../../../test/visitor.ts'
import { routes } from '../../../house.ts'
import { newId } from '../../../platform/ids.ts'
import { roleOf } from '../../../privacy/purposes.ts'

const house = await aHouse()
const DAY = 86_400_000
const MONDAY_EIGHT = new Date('2026-06-08T06:00:00Z')
await aPolicy(house)

type Told = { organisations: { name: string; memberships: { counted: string; seats: number; activated: number | null }[] }[] }

test('Siri is told that 12 of 15 accounts are activated, in the three languages, as of Monday (N24, N27, N28, C4)', async () => {
  const { organisation, membership } = await aMembership(house, { seats: 15 })
  const siri = await aContact(house, organisation)
  await seat(membership, 12)

  await count(NOON)

  for (const [language, sentence] of [['nb', '12 av 15 kontoer er aktivert'], ['da', '12 af 15 konti er aktiveret'], ['en', '12 of 15 accounts are activated']] as const) {
    const page = await siri.visitor.get(`/organisation?language=${language}`)
    assert.match(page.body, new RegExp(sentence))
  }
  const [row] = await ownerSays<{ n: number }>(house, `select count(*)::int as n from organisations.seats where membership = $1 and holder is not null`, [membership])
  assert.equal(row?.n, 12)
})

test('Siri, who looks again after one colleague registered, learns nothing (N28)', async () => {
  const { organisation, membership } = await aMembership(house, { seats: 15 })
  const siri = await aContact(house, organisation)
  await seat(membership, 8)
  await count(NOON)
  const before = await siri.visitor.get('/organisation')

  await seat(membership, 1)
  await count(new Date(NOON.getTime() + DAY))
  const sameWeek = await siri.visitor.get('/organisation')
  await count(MONDAY_EIGHT)
  const nextWeek = await siri.visitor.data<Told>('/organisation')
  await seat(membership, 2)
  await count(new Date(MONDAY_EIGHT.getTime() + 7 * DAY))
  const later = await siri.visitor.data<Told>('/organisation')

  assert.equal(sameWeek.body, before.body)
  assert.deepEqual(nextWeek.organisations[0]?.memberships.map(({ counted, activated }) => ({ counted, activated })), [{ counted: '2026-06-08', activated: 8 }])
  assert.equal(later.organisations[0]?.memberships[0]?.activated, 11)
})

test('nothing points at the one colleague of an organisation with one seat, nor at four of fifteen (N30)', async () => {
  house.clock.set(NOON)
  const alone = await aMembership(house, { seats: 1 })
  const few = await aMembership(house, { seats: 15 })
  const of = { alone: await aContact(house, alone.organisation), few: await aContact(house, few.organisation) }
  await seat(alone.membership, 1)
  await seat(few.membership, 4)

  await count(NOON)

  const [one, four] = [await of.alone.visitor.get('/organisation'), await of.few.visitor.get('/organisation')]
  assert.match(one.body, /1 seat\b/)
  assert.doesNotMatch(one.body, /activated of|1 of 1|0 of 1|Counted/)
  assert.match(four.body, /Fewer than 5 of 15/)
  assert.deepEqual((await of.alone.visitor.data<Told>('/organisation')).organisations[0]?.memberships[0]?.activated, null)
})

test('not one byte that a contact can ask for names, addresses or identifies a learner, on any route (N24, N29, N30, N55, C4)', async () => {
  house.clock.set(NOON)
  const one = await aMembership(house, { seats: 1, domains: 'fjordvik.example' })
  const many = await aMembership(house, { seats: 6, domains: 'fjordvik.example' })
  const learners = [
    await aSeated(house, one.membership, { firstName: 'Åshild', lastName: 'Tveitmark', email: 'ashild.t@fjordvik.example' }),
    ...(await seat(many.membership, 6)),
  ]
  await count(NOON)
  const contacts = [await aContact(house, one.organisation), await aContact(house, many.organisation)]
  const url = (path: string) => path.replace(/:organisation/, one.organisation).replace(/:membership/, one.membership).replace(/:\w+/g, newId())

  const bytes: string[] = []
  for (const { visitor: browser } of contacts) {
    for (const { path } of routes.filter(({ kind }) => kind !== 'change')) {
      for (const accept of ['text/html', 'application/json']) bytes.push((await browser.get(url(path), { accept })).body)
    }
    assert.equal((await browser.get('/organisation')).statusCode, 200, 'still signed in after all that')
  }
  for (const { path } of routes.filter(({ kind }) => kind === 'change')) {
    // A change may sign out, or erase: each is tried by a contact of its own.
    const { visitor: browser } = await aContact(house, many.organisation)
    bytes.push((await browser.send(url(path), {})).body)
  }
  for (const { email } of contacts) bytes.push(...(await lettersTo(house, email)).map(({ text, html, subject }) => text + html + subject))

  assert.ok(bytes.length > 50)
  for (const secret of ['Åshild', 'Tveitmark', 'Nordmann', ...learners.flatMap(({ person, email }) => [person, email])]) {
    assert.deepEqual(bytes.filter((text) => text.includes(secret)).map((text) => text.slice(0, 200)), [], secret)
  }
})

test('a contact of one organisation sees nothing of another, and no employee’s page (C4)', async () => {
  const other = await aMembership(house, { seats: 15 })
  const { organisation } = await aMembership(house, { seats: 15 })
  const siri = await aContact(house, organisation)
  await count(NOON)

  assert.equal((await siri.visitor.data<Told>('/organisation')).organisations.length, 1)
  assert.equal((await siri.visitor.get(`/administration/organisations/${other.organisation}`)).statusCode, 404)
  assert.doesNotMatch((await siri.visitor.get('/organisation')).body, new RegExp(other.code))
})

test('the database itself refuses the organisation’s login every person (N24, C4)', async () => {
  const client = new pg.Client(house.addresses.organisation as pg.ClientConfig)
  await client.connect()
  try {
    for (const table of ['accounts.persons', 'organisations.seats', 'organisations.contacts', 'privacy.standings', 'sign_in.sessions', 'security.events']) {
      for (const asked of [`select count(*) from ${table}`, `select to_jsonb(one) from ${table} as one`]) {
        await client.query('begin')
        await client.query(`set local role ${roleOf('capacity')}`)
        await assert.rejects(client.query(asked), { code: '42501' }, asked)
        await client.query('rollback')
      }
    }
    for (const role of [roleOf('administration'), roleOf('account'), roleOf('timekeeping')]) await assert.rejects(client.query(`set role ${role}`), { code: '42501' })
    await client.query('begin')
    await client.query(`set local role ${roleOf('capacity')}`)
    await assert.rejects(client.query('select organisations.activated_in($1)', [newId()]), { code: '42501' })
    await client.query('rollback')
  } finally {
    await client.end()
  }
})

test('a count that was missed on Monday is made up for when the house opens (C4)', async () => {
  house.clock.set(NOON)
  const { organisation, membership } = await aMembership(house, { seats: 15 })
  const siri = await aContact(house, organisation)
  await count(NOON)
  await seat(membership, 10)

  await count(new Date('2026-06-11T18:00:00Z'))

  const [told] = (await siri.visitor.data<Told>('/organisation')).organisations[0]?.memberships ?? []
  assert.deepEqual([told?.counted, told?.activated], ['2026-06-11', 10])
})

test('fewer seats than are held is refused with numbers, and no answer names anybody (N26)', async () => {
  house.clock.set(NOON)
  const { organisation, membership } = await aMembership(house, { seats: 8 })
  await seat(membership, 6)
  const ada = await anAdministrator(house)
  const at = `/administration/organisations/${organisation}/memberships/${membership}`

  const refused = await ada.visitor.post(`${at}/seats`, { seats: '5' })
  const fewer = await ada.visitor.post(`${at}/seats`, { seats: '6' })
  const more = await ada.visitor.post(`${at}/seats`, { seats: '9' })

  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /6 seats are taken/)
  assert.doesNotMatch(refused.body, /Kari|Nordmann|fjordvik\.example/)
  assert.deepEqual([fewer.statusCode, more.statusCode], [303, 303])
  assert.match((await ada.visitor.get(at)).body, /6 of 9 seats are taken/)
})

test('a rotated code is refused at once, and those who joined with it notice nothing (N22, C2)', async () => {
  const { organisation, membership, code } = await aMembership(house, { seats: 8 })
  const [kari] = await seat(membership, 1)
  const ada = await anAdministrator(house)

  await ada.visitor.post(`/administration/organisations/${organisation}/memberships/${membership}/code`, {})

  const stranger = visitor(house)
  const { version } = await stranger.data<{ version: string }>('/register')
  const form = { firstName: 'Ola', lastName: 'Vik', email: 'ola@fjordvik.example', membershipCode: code, version, accepted: 'yes' }
  const answer = await stranger.post('/register', form)
  assert.equal(answer.statusCode, 422)
  assert.equal((await kari?.visitor.get('/membership'))?.statusCode, 200)
})

test('a paused membership takes nobody new in, and those who are in stay (C2)', async () => {
  const { organisation, membership, code } = await aMembership(house, { seats: 8 })
  const [kari] = await seat(membership, 1)
  const ada = await anAdministrator(house)
  const at = `/administration/organisations/${organisation}/memberships/${membership}`
  const stranger = visitor(house)
  const { version } = await stranger.data<{ version: string }>('/register')
  const form = { firstName: 'Ola', lastName: 'Vik', email: 'ola.vik@fjordvik.example', membershipCode: code, version, accepted: 'yes' }

  await ada.visitor.post(`${at}/suspension`, {})
  await house.tick('organisations.watchTerms')
  const paused = await stranger.post('/register', form)
  await ada.visitor.post(`${at}/resumption`, {})
  const resumed = await stranger.post('/register', form)

  assert.deepEqual([paused.statusCode, resumed.statusCode], [422, 303])
  assert.equal((await kari?.visitor.get('/membership'))?.statusCode, 200)
})

test('Kari leaves her organisation: the seat is free, her account rests, and one letter says so (C5, N21)', async () => {
  const { membership } = await aMembership(house, { seats: 5 })
  const [kari] = await seat(membership, 1)
  assert.ok(kari)

  const unsure = await kari.visitor.post('/membership/leaving', {})
  const answer = await kari.visitor.post('/membership/leaving', { sure: 'yes' })

  assert.deepEqual([unsure.statusCode, answer.statusCode], [422, 303])
  assert.deepEqual(await ownerSays(house, 'select count(holder)::int as n from organisations.seats where membership = $1', [membership]), [{ n: 0 }])
  assert.deepEqual((await lettersTo(house, kari.email)).map(({ subject }) => subject), ['Your account is deactivated'])
})

async function seat(membership: string, learners: number) {
  const seated = []
  for (let i = 0; i < learners; i++) seated.push(await aSeated(house, membership))
  return seated
}

async function count(moment: Date): Promise<void> {
  house.clock.set(moment)
  await house.tick('organisations.count')
}
