import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays, put } from '../../../test/builders.ts'
import { aHouse, NOON } from '../../../test/house.ts'
import { type KnownPerson, signedIn } from '../../../test/sign-in.ts'
import { visitor } from '../../../test/visitor.ts'
import { tables } from '../../house.ts'
import { newId } from '../../platform/ids.ts'
import { hashPassword } from '../../platform/sign-in/password.ts'
import { addDuration } from '../../platform/time.ts'
import { columnNames, tableNames } from '../../privacy/words.ts'
import { overdueErasures } from './due.ts'
import { groupOf, groups } from './groups.ts'
import type { Copy, Held } from './shapes.ts'

const house = await aHouse()
const PASSWORD = 'fire store flyvende tepper'
const hash = await hashPassword(PASSWORD)
const QUARTER = 15 * 60_000 + 1 // milliseconds

test('Kari sees what is kept about her, why, on what basis, from where and until when (D40, M7)', async () => {
  const kari = await aLearner()

  const held = await kari.visitor.data<Held>('/my-data')
  const page = await kari.visitor.get('/my-data')

  const account = held.groups.flatMap((group) => group.tables).find(({ table }) => table === 'accounts.persons')
  assert.equal(account?.rows, 1)
  assert.match(account?.why.map(({ why }) => why).join(' ') ?? '', /let you sign in/)
  assert.match(account?.why.map(({ basis }) => basis).join(' ') ?? '', /article 6\(1\)\(b\)/)
  assert.deepEqual([account?.source, account?.until], ['from you', 'As long as you have an account'])
  assert.match(page.body, /What we keep about you/)
  assert.match(page.body, /As long as you have an account/)
})

test('every table about people has a place, a name and words for its columns on the page (D40)', () => {
  const personal = tables.filter(({ duty }) => duty.about !== 'nobody')
  const named = (table: string) => groups.some(({ of }) => [table, table.split('.')[0]].some((name) => (of as readonly string[]).includes(name ?? '')))
  assert.deepEqual(personal.filter(({ name }) => !named(name) || !(name in tableNames)).map(({ name }) => name), [])
  const dumb = personal.flatMap(({ name, columns }) =>
    Object.entries(columns).filter(([column, { category, type }]) => category !== 'plain' && type !== 'uuid' && !(column in columnNames) && !(`${name}.${column}` in columnNames)).map(([column]) => `${name}.${column}`),
  )
  assert.deepEqual(dumb, [])
  assert.equal(groupOf('courses.teachers'), 'work')
})

test('Kari reads who may see her and who has looked, and nobody else’s log (M15, D40)', async () => {
  const kari = await aLearner()
  const ola = await aLearner()
  const marte = await signedIn(house, { roles: ['teacher'], firstName: 'Marte', lastName: 'Solberg' })
  await put(house, 'privacy.reach', { institution: house.nomkus, id: newId(), actor: marte.person, subject: kari.person, purpose: 'teaching', because: 'course', begins: NOON })
  for (let n = 0; n < 60; n++) await aLook(marte, kari, new Date(NOON.getTime() - n * 60_000))
  await aLook(marte, ola, NOON)

  const held = await kari.visitor.data<Held>('/my-data')
  const first = await kari.visitor.data<{ looks: Held['looks']; before: string }>('/my-data/looks')
  const second = await kari.visitor.data<{ looks: Held['looks']; before: null }>(`/my-data/looks?before=${first.before}`)

  assert.deepEqual(held.readers.map(({ name, roles, because }) => [name, roles, because]), [['Marte Solberg', ['teacher'], 'course']])
  assert.deepEqual([held.looks.length, first.looks.length, second.looks.length, second.before], [10, 50, 10, null])
  assert.equal(new Set([...first.looks, ...second.looks].map(({ id }) => id)).size, 60)
  const courses = held.groups.find(({ name }) => name === 'courses')?.tables.find(({ table }) => table === 'courses.enrolments')
  assert.deepEqual(courses?.seenBy, [{ name: 'Marte Solberg', roles: ['teacher'] }])
  assert.match((await kari.visitor.get('/my-data/looks')).body, /Marte Solberg/)
  assert.equal((await ola.visitor.data<Held>('/my-data')).readers.length, 0)
})

test('Kari, whom Marte teaches in three courses, reads once for what Marte may see her (D40)', async () => {
  const kari = await aLearner()
  const marte = await signedIn(house, { roles: ['teacher'], firstName: 'Marte', lastName: 'Solberg' })
  for (let course = 0; course < 3; course++) await put(house, 'privacy.reach', { institution: house.nomkus, id: newId(), actor: marte.person, subject: kari.person, purpose: 'teaching', because: 'course', reference: newId(), begins: NOON })

  const page = await kari.visitor.get('/my-data')

  assert.match(page.body, /Teaches a course you take \(Teaching\)/)
})

test('Marte’s name goes from the log when her account does; the look stays', async () => {
  const kari = await aLearner()
  const marte = await signedIn(house, { roles: ['teacher'], firstName: 'Marte', lastName: 'Solberg' })
  await aLook(marte, kari, NOON)

  const gone = await marte.visitor.post('/my-data/deletion', {})

  assert.equal(gone.statusCode, 303)
  assert.deepEqual((await kari.visitor.data<Held>('/my-data')).looks.map(({ name }) => name), [null])
})

test('Kari downloads everything right after signing in; later only with her password, and the address ends (D40)', async () => {
  const kari = await aLearner()

  const fresh = await kari.visitor.data<{ copy: Copy; key: string }>('/my-data/copy')
  const file = await kari.visitor.get(`/my-data/copy/file?key=${fresh.key}`)
  house.clock.pass(QUARTER)
  const later = await kari.visitor.data<{ copy: null }>('/my-data/copy')
  const ended = await kari.visitor.get(`/my-data/copy/file?key=${fresh.key}`)
  const wrong = await kari.visitor.post('/my-data/copy', { password: 'guess' })
  const proved = await kari.visitor.post('/my-data/copy', { password: PASSWORD })
  const page = await kari.visitor.get(String(proved.headers.location))
  const stolen = await (await aLearner()).visitor.get(String(proved.headers.location))
  house.clock.set(NOON)

  assert.match(String(file.headers['content-disposition']), /attachment; filename\*=UTF-8''nomkus-2026-06-01\.json/)
  const row = (file.json() as Copy).groups[0]?.tables[0]?.rows[0]?.values
  assert.deepEqual([row?.['email'], row?.['first_name'], row?.['id']], [kari.email, 'Kari', 'you'])
  assert.equal((file.json() as Copy).format, 'lofte.person.1')
  assert.deepEqual([later.copy, ended.statusCode, wrong.statusCode, proved.statusCode], [null, 422, 422, 303])
  assert.match(wrong.body, /The password is wrong/)
  assert.ok(page.body.includes(kari.email))
  assert.match(page.body, /<td[^>]*>learner<\/td>/, 'a role is a word, and not somebody else')
  assert.ok(!stolen.body.includes(kari.email))
  const kinds = await ownerSays(house, `select kind from security.events where person = $1 and kind = 'dataDownloaded'`, [kari.person])
  assert.equal(kinds.length, 3)
})

test('Kari deletes her account: one page, her password, one button; at once, with a receipt that says no name (N33, N36, D42, C8, M3)', async () => {
  const kari = await aLearner()
  const page = await kari.visitor.get('/my-data/deletion')

  const wrong = await kari.visitor.post('/my-data/deletion', { password: 'guess' })
  const done = await kari.visitor.post('/my-data/deletion', { password: PASSWORD })
  const again = await kari.visitor.get('/my-data')
  const receipt = await visitor(house).get(String(done.headers.location))

  assert.match(page.body, /This is erased/)
  assert.match(page.body, /No law makes us keep anything about you/)
  assert.deepEqual([wrong.statusCode, done.statusCode], [422, 303])
  assert.equal(kari.visitor.cookies.has('session'), false)
  assert.deepEqual([again.statusCode, again.headers.location], [303, '/sign-in?next=%2Fmy-data'])
  assert.equal(receipt.statusCode, 200)
  assert.match(receipt.body, /You asked for it/)
  assert.ok(!receipt.body.includes('Kari') && !receipt.body.includes(kari.person))
  assert.deepEqual(await ownerSays(house, 'select 1 from accounts.persons where id = $1', [kari.person]), [])
})

test('a receipt that is nobody’s is answered like any address that is none', async () => {
  const unknown = await visitor(house).get('/my-data/receipts/ABCD-EFGH-2345-6789')
  const malformed = await visitor(house).get('/my-data/receipts/what')
  const elsewhere = await visitor(house).get('/my-data/nothing')

  assert.deepEqual([unknown.statusCode, malformed.statusCode, elsewhere.statusCode], [404, 404, 404])
  assert.equal(unknown.body.replaceAll(/\/my-data\/[\w/-]+/g, ''), malformed.body.replaceAll(/\/my-data\/[\w/-]+/g, ''))
})

test('Kari, deactivated, is there on day 29 and gone when day 30 is over; an outage of three days is seen and caught up (N35, C7)', async () => {
  const kari = await aLearner()
  const due = addDuration(NOON, 'P31D', 'Europe/Oslo')
  await ownerSays(house, `update accounts.persons set deactivated = $2, deactivated_because = 'membershipEnded', erase_due = $3 where id = $1`, [kari.person, NOON, due])

  house.clock.set(new Date(due.getTime() - 1))
  await house.tick('rights.eraseDue')
  const before = await isHere(kari)
  house.clock.set(addDuration(due, 'P3D', 'Europe/Oslo'))
  const overdue = await overdueErasures(workers())
  await house.tick('rights.eraseDue')
  const [receipt] = await ownerSays<{ cause: string; due: string }>(house, `select cause, outcome->>'due' as due from privacy.receipts where cause = 'deactivated'`)

  assert.deepEqual([before, overdue, await isHere(kari), await overdueErasures(workers())], [true, { count: 1, oldest: due }, false, { count: 0, oldest: null }])
  assert.deepEqual(receipt, { cause: 'deactivated', due: due.toISOString() })
  house.clock.set(NOON)
})

test('an account that nobody confirms goes on its day; one that is let in again at the last moment stays (N35, N60)', async () => {
  const [ola, kari] = [await aLearner(), await aLearner()]
  const due = addDuration(NOON, 'P7D', 'Europe/Oslo')
  await ownerSays(house, 'update accounts.persons set email_confirmed = null, unconfirmed_until = $2 where id = any ($1)', [[ola.person, kari.person], due])
  await ownerSays(house, 'update accounts.persons set email_confirmed = $2 where id = $1', [kari.person, due])

  house.clock.set(due)
  await house.tick('rights.eraseDue')
  await house.tick('rights.eraseDue')
  house.clock.set(NOON)

  assert.deepEqual([await isHere(ola), await isHere(kari)], [false, true])
})

test('what has had its time goes by night, by itself (M5)', async () => {
  const kari = await aLearner()
  await aLook(kari, kari, NOON)

  house.clock.set(addDuration(NOON, 'P1Y', 'Europe/Oslo'))
  await house.tick('rights.deleteExpired')
  house.clock.set(NOON)

  assert.deepEqual(await ownerSays(house, 'select 1 from privacy.looks where subject = $1', [kari.person]), [])
})

async function aLearner(): Promise<KnownPerson> {
  const kari = await signedIn(house)
  await put(house, 'sign_in.passwords', { institution: house.nomkus, person: kari.person, hash, changed: NOON })
  return kari
}

async function aLook(actor: KnownPerson, subject: KnownPerson, looked: Date): Promise<void> {
  await put(house, 'privacy.looks', { institution: house.nomkus, id: newId(), actor: actor.person, subject: subject.person, purpose: 'teaching', what: 'marking', looked })
}

async function isHere({ person }: KnownPerson): Promise<boolean> {
  return (await ownerSays(house, 'select 1 from accounts.persons where id = $1', [person])).length === 1
}

function workers() {
  return { means: house.means, login: 'worker' as const, institution: house.nomkus, actor: null, now: house.clock.now() }
}
