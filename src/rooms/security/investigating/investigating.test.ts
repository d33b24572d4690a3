import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse, NOON } from '../../../../test/house.ts'
import { aPerson, aPersonWithPassword, aSession, anOfficer, type KnownPerson, PASSWORD, signedIn } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'
import { tables } from '../../../house.ts'
import { newId } from '../../../platform/ids.ts'
import { put } from '../../../../test/builders.ts'
import { addDuration, localDay } from '../../../platform/time.ts'
import { deleteExpired } from '../../../privacy/retention.ts'
import type { Eyes } from '../../../privacy/within.ts'

const house = await aHouse()
const DAY = 86_400_000 // milliseconds
const OSLO = 'Europe/Oslo'

type Log = { rows: { id: string; kind: string; person: string | null; network: string; heldUntil: string | null }[]; before: string | null }
type Holds = { holds: { id: string; reason: string; by: string | null; rows: number; until: string }[] }

test('Ingrid finds the rows of one account by its address, without a name, and its owner reads that she looked (A6, M15)', async () => {
  const ingrid = await anOfficer(house)
  const kari = await aVisited()

  const log = await ingrid.visitor.data<Log>(`/oversight/security-log?email=${encodeURIComponent(kari.email.toUpperCase())}`)
  const page = await ingrid.visitor.get(`/oversight/security-log?email=${encodeURIComponent(kari.email)}`)

  assert.deepEqual(log.rows.map(({ kind, person }) => [kind, person]), [['signedIn', kari.person], ['signInRefused', kari.person]])
  assert.match(page.body, /Refused sign-in/)
  assert.doesNotMatch(page.body, /Nordmann/)
  const { looks } = await kari.visitor.data<{ looks: { what: string; purpose: string }[] }>('/my-data/looks')
  assert.deepEqual(looks[0], { ...looks[0], what: 'Read the security log to investigate something', purpose: 'security' })
  const nobody = await ingrid.visitor.data<Log>('/oversight/security-log?email=nobody@fjordvik.example')
  assert.deepEqual(nobody.rows, [])
})

test('the rows that Ingrid names stay until the day she sets, the rest of the log goes at its own, and she sees why, by whom and till when (A6, N61)', async () => {
  const ingrid = await anOfficer(house)
  const kari = await aVisited()
  const [held, other] = (await logOf(ingrid, kari)).rows
  const until = localDay(addDuration(NOON, 'P120D', OSLO), OSLO)

  const placed = await ingrid.visitor.post('/oversight/holds', { events: held?.id ?? '', reason: 'Somebody else was in an account', until })

  assert.equal(placed.headers['location'], '/oversight/holds?notice=noticeHeld')
  const { holds: [hold] } = await ingrid.visitor.data<Holds>('/oversight/holds')
  assert.deepEqual(hold, { ...hold, reason: 'Somebody else was in an account', by: 'Ingrid Bakkejord', rows: 1, until: '2026-09-29T22:00:00.000Z' })
  await expireAt(addDuration(NOON, 'P119D', OSLO))
  assert.deepEqual(await left([held?.id, other?.id]), [held?.id])
  await expireAt(new Date('2026-09-29T22:00:00Z'))
  assert.deepEqual(await left([held?.id, other?.id]), [])
})

test('a hold that Ingrid ends early lets go what is past its own end, and keeps nothing younger any longer (A6)', async () => {
  const ingrid = await anOfficer(house)
  const kari = await aVisited()
  const [row] = (await logOf(ingrid, kari)).rows
  await ingrid.visitor.post('/oversight/holds', { events: row?.id ?? '', reason: 'A false alarm', until: localDay(addDuration(NOON, 'P150D', OSLO), OSLO) })
  const { holds } = await ingrid.visitor.data<Holds>('/oversight/holds')
  const hold = holds.find(({ reason }) => reason === 'A false alarm')

  const ended = await ingrid.visitor.post(`/oversight/holds/${hold?.id}/end`, {})
  const again = await ingrid.visitor.post(`/oversight/holds/${hold?.id}/end`, {})

  assert.deepEqual([ended.statusCode, again.statusCode], [303, 404])
  await expireAt(new Date(NOON.getTime() + 89 * DAY))
  assert.deepEqual(await left([row?.id]), [row?.id])
  await expireAt(new Date(NOON.getTime() + 91 * DAY))
  assert.deepEqual(await left([row?.id]), [])
})

test('Kari deletes her account while a row is held: she is told before and after which law keeps it till when, and it stands without her (A6, N63)', async () => {
  const ingrid = await anOfficer(house)
  const kari = await aVisited()
  const [held, other] = (await logOf(ingrid, kari)).rows
  await ingrid.visitor.post('/oversight/holds', { events: held?.id ?? '', reason: 'Misuse', until: '2026-07-01' })

  const preview = await kari.visitor.get('/my-data/deletion')
  const gone = await kari.visitor.post('/my-data/deletion', { password: PASSWORD })
  const receipt = await kari.visitor.get(String(gone.headers['location']))

  for (const page of [preview, receipt]) assert.match(page.body, /Named rows in an investigation, without your account \(GDPR article 17\(3\)\(e\)\), until 2 July 2026/)
  assert.deepEqual(await ownerSays(house, 'select id, person, kind from security.events where id = any ($1)', [[held?.id, other?.id]]), [{ id: held?.id, person: null, kind: 'signedIn' }])
  assert.deepEqual(await ownerSays(house, 'select id from accounts.persons where id = $1', [kari.person]), [])
  assert.equal((await ingrid.visitor.data<Log>('/oversight/security-log?kind=signedIn')).rows.filter(({ id, person }) => id === held?.id && person === null).length, 1)
})

test('Kari reads in her copy until when a row is held (A6, D40)', async () => {
  const ingrid = await anOfficer(house)
  const kari = await aVisited()
  const [held] = (await logOf(ingrid, kari)).rows
  await ingrid.visitor.post('/oversight/holds', { events: held?.id ?? '', reason: 'Misuse', until: '2026-11-30' })

  const { copy } = await kari.visitor.data<{ copy: { groups: { tables: { table: string; rows: { values: { id: string }; until: string }[] }[] }[] } }>('/my-data/copy')

  const rows = copy.groups.flatMap(({ tables: all }) => all).find(({ table }) => table === 'security.events')?.rows ?? []
  assert.equal(rows.find(({ values }) => values.id === held?.id)?.until, '2026-11-30T23:00:00.000Z')
})

test('a hold without a row, a reason or a day that can be is refused at the field, and what was chosen stays (A6)', async () => {
  const ingrid = await anOfficer(house)
  const kari = await aVisited()
  const [row] = (await logOf(ingrid, kari)).rows
  const good = { events: row?.id ?? '', reason: 'Misuse', until: '2026-07-01' }

  const refused = []
  for (const wrong of [{ events: '' }, { reason: ' ' }, { until: 'soon' }, { until: '2026-05-31' }, { until: '2026-12-02' }]) {
    refused.push(await ingrid.visitor.post(`/oversight/holds?account=${kari.person}`, { ...good, ...wrong }))
  }
  const { events: _, ...without } = good
  refused.push(await ingrid.visitor.post('/oversight/holds', without))

  assert.deepEqual(refused.map(({ statusCode }) => statusCode), [422, 422, 422, 422, 422, 422])
  assert.match(refused[1]?.body ?? '', new RegExp(`value="${row?.id}"[^>]* checked`))
  assert.match(refused[4]?.body ?? '', /No row can be held as long as that/)
  assert.match(refused[5]?.body ?? '', /Choose at least one row/)
})

test('Ingrid and Tom hold the same row at once: it is in one hold, and the other is told (A6)', async () => {
  const [ingrid, tom] = [await anOfficer(house), await anOfficer(house, { firstName: 'Tom' })]
  const kari = await aVisited()
  const [row] = (await logOf(ingrid, kari)).rows
  const form = { events: row?.id ?? '', reason: 'At once', until: '2026-07-01' }

  const answers = await Promise.all([ingrid, tom].map(({ visitor: browser }) => browser.post('/oversight/holds', form)))

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  assert.equal((await ownerSays(house, `select id from security.holds where reason = 'At once'`)).length, 1)
})

test('the log is nobody’s but the officers’: not an administrator’s, nor another institution’s, nor an officer’s whose work is over (A6, D54)', async () => {
  const kari = await aVisited()
  const jonas = await signedIn(house, { roles: ['administrator'] })
  const freja = await anOfficer(house, { institution: house.laeringshus })
  const former = await anOfficer(house)
  await ownerSays(house, 'update privacy.reach set ends = $2 where actor = $1', [former.person, NOON])

  assert.deepEqual([(await kari.visitor.get('/oversight/security-log')).statusCode, (await jonas.visitor.get('/oversight/holds')).statusCode], [404, 404])
  assert.deepEqual((await freja.visitor.data<Log>(`/oversight/security-log?account=${kari.person}`)).rows, [])
  assert.deepEqual((await former.visitor.data<Log>(`/oversight/security-log?account=${kari.person}`)).rows, [])
  const [row] = await ownerSays<{ id: string }>(house, 'select id from security.events where person = $1', [kari.person])
  assert.equal((await former.visitor.post('/oversight/holds', { events: row?.id ?? '', reason: 'Curious', until: '2026-07-01' })).statusCode, 409)
  assert.equal((await freja.visitor.post('/oversight/holds', { events: row?.id ?? '', reason: 'Curious', until: '2026-07-01' })).statusCode, 409)
  assert.deepEqual(await ownerSays(house, `select id from security.holds where reason = 'Curious'`), [])
})

test('the log says when a door was shut to somebody, once for as long as it stays shut (A6)', async () => {
  const ola = await aPersonWithPassword(house)
  const browser = visitor(house, { network: '203.0.113.9' })

  for (let tries = 0; tries < 13; tries++) await browser.post('/sign-in', { email: ola.email, password: `feil ${tries}`, next: '' })

  const kinds = await ownerSays<{ kind: string; n: number }>(house, 'select kind, count(*)::int as n from security.events where person = $1 group by kind order by kind', [ola.person])
  assert.deepEqual(kinds, [{ kind: 'lockedOut', n: 1 }, { kind: 'signInRefused', n: 10 }])
})

test('the log says that somebody looked at many people at once, and nothing of who looked at a few (A6)', async () => {
  const ingrid = await anOfficer(house)
  const at = new Date(NOON.getTime() + DAY)
  for (let n = 0; n < 22; n++) {
    const { person } = await aPerson(house)
    await put(house, 'security.events', { institution: house.nomkus, id: newId(), happened: at, kind: 'signedOut', person })
  }

  await ingrid.visitor.get('/oversight/security-log?kind=lockedOut')
  await house.drain()
  assert.deepEqual(await eventsOf(ingrid, 'manySeen'), [])
  await ingrid.visitor.get('/oversight/security-log?kind=signedOut')
  await house.drain()
  await house.drain()

  assert.equal((await eventsOf(ingrid, 'manySeen')).length, 1)
})

test('older rows come one page after the other, each once (A6)', async () => {
  const ingrid = await anOfficer(house)
  const { person } = await aPerson(house)
  for (let n = 0; n < 70; n++) await put(house, 'security.events', { institution: house.nomkus, id: newId(), happened: new Date(NOON.getTime() - Math.floor(n / 3)), kind: 'signedOut', person })

  const first = await ingrid.visitor.data<Log>(`/oversight/security-log?account=${person}`)
  const second = await ingrid.visitor.data<Log>(`/oversight/security-log?account=${person}&before=${first.before}`)

  assert.deepEqual([first.rows.length, second.rows.length, second.before], [50, 20, null])
  assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 70)
})

/** Kari, whom a door has refused once and let in once; her own browser has a session of its own. */
async function aVisited(): Promise<KnownPerson> {
  const { person, email } = await aPersonWithPassword(house)
  const door = visitor(house)
  await door.post('/sign-in', { email, password: 'feil', next: '' })
  house.clock.pass(1)
  await door.post('/sign-in', { email, password: PASSWORD, next: '' })
  house.clock.set(NOON)
  const browser = visitor(house)
  const session = await aSession(house, { person, institution: house.nomkus, strong: false, browser })
  return { visitor: browser, person, email, session }
}

function logOf({ visitor: browser }: KnownPerson, { person }: KnownPerson): Promise<Log> {
  return browser.data<Log>(`/oversight/security-log?account=${person}`)
}

async function expireAt(now: Date): Promise<void> {
  const eyes: Eyes = { means: house.means, login: 'worker', institution: house.nomkus, actor: null, now }
  await deleteExpired(eyes, { tables, zone: OSLO })
}

async function left(ids: readonly (string | undefined)[]): Promise<string[]> {
  return (await ownerSays<{ id: string }>(house, 'select id from security.events where id = any ($1)', [ids])).map(({ id }) => id)
}

async function eventsOf({ person }: KnownPerson, kind: string) {
  return ownerSays(house, 'select id from security.events where person = $1 and kind = $2', [person, kind])
}
