import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMembership, aPolicy, ownerSays } from '../../../../test/builders.ts'
import { aHouse, NOON } from '../../../../test/house.ts'
import { anAdministrator, aSeated, lettersTo } from '../../../../test/organisations-builders.ts'
import { codeAt, PASSWORD, setUpApp } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'
import { hashPassword } from '../../../platform/sign-in/password.ts'
import type { Held } from '../../rights/shapes.ts'

const house = await aHouse()
await aPolicy(house)
const hash = await hashPassword(PASSWORD)
const DAY = 86_400_000

test('Kari left her organisation; a new Student ID wakes her account within the thirty days, with everything she has done, by one letter (C2, N21, N35)', async () => {
  const kari = await aSeatedWithPassword((await open()).membership)
  const before = await learnt(kari)
  await kari.visitor.post('/membership/leaving', { sure: 'yes' })
  await house.drain()
  const next = await open()
  house.clock.pass(29 * DAY)

  const answer = await wake(kari, next.code.toLowerCase().replaceAll('-', ' '))

  assert.deepEqual([answer.statusCode, answer.headers.location], [303, '/sign-in?notice=noticeAwake'])
  assert.deepEqual(await stateOf(kari.person), { deactivated: null, deactivated_because: null, erase_due: null })
  const again = visitor(house)
  assert.equal((await again.post('/sign-in', { email: kari.email, password: PASSWORD })).headers.location, '/')
  assert.deepEqual(await learnt({ visitor: again }), before)
  assert.deepEqual((await lettersTo(house, kari.email)).map(({ subject }) => subject), ['Your account is deactivated', 'Your account is active again'])
})

test('Per, whose membership ended, wakes by another code: one seat, the old one free, and the old membership has no more to do with him (C2, N26)', async () => {
  const old = await open({ ends: '2026-06-01' })
  const per = await aSeatedWithPassword(old.membership)
  house.clock.set(new Date('2026-06-02T00:00:00+02:00'))
  await tickAll()
  const next = await open()

  const answer = await wake(per, next.code)
  await tickAll()

  assert.equal(answer.statusCode, 303)
  assert.deepEqual([await takenIn(old.membership), await takenIn(next.membership)], [0, 1])
  assert.equal((await stateOf(per.person)).deactivated, null)
})

test('the thirty-first day is too late, and nothing of the new seat is taken (N35)', async () => {
  const kari = await aSeatedWithPassword((await open()).membership)
  await kari.visitor.post('/membership/leaving', { sure: 'yes' })
  const next = await open()
  house.clock.pass(31 * DAY)

  const answer = await wake(kari, next.code)

  assert.equal(answer.statusCode, 409)
  assert.match(answer.body, /cannot be woken/)
  assert.equal(await takenIn(next.membership), 0)
})

test('a code that takes nobody in wakes nobody, with one answer whatever is wrong; so does an address outside its domains (C2, N26)', async () => {
  const kari = await aSeatedWithPassword((await open()).membership)
  await kari.visitor.post('/membership/leaving', { sure: 'yes' })
  const full = await open({ seats: 1 })
  await aSeated(house, full.membership)
  const over = await open({ ends: '2026-05-31' })
  const elsewhere = await open({ domains: 'havblikk.example' })
  await ownerSays(house, 'update organisations.memberships set domains_only = true where id = $1', [elsewhere.membership])
  const codes = ['NOBO-DYS0-CODE', full.code, over.code, elsewhere.code]

  const answers = []
  for (const code of codes) answers.push(await wake(kari, code))

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [422, 422, 422, 422])
  assert.equal(new Set(answers.map(({ body }, i) => body.replaceAll(codes[i] as string, ''))).size, 1)
  assert.notEqual((await stateOf(kari.person)).deactivated, null)
})

test('without the right password nobody is told that an account rests, nor by a good code (D55, C2)', async () => {
  const kari = await aSeatedWithPassword((await open()).membership)
  await kari.visitor.post('/membership/leaving', { sure: 'yes' })
  const { code, membership } = await open()

  const wrong = await wake(kari, code, 'en helt annen setning')
  const unknown = await wake({ email: 'nobody.here@fjordvik.example' }, code, 'en helt annen setning')

  assert.deepEqual([wrong.statusCode, unknown.statusCode], [422, 422])
  assert.equal(wrong.body.replaceAll(kari.email, ''), unknown.body.replaceAll('nobody.here@fjordvik.example', ''))
  assert.equal(await takenIn(membership), 0)
})

test('whoever is awake, blocked, or was deactivated by an employee is told so, and is not woken by a code (C2, N21)', async () => {
  const { code } = await open()
  const [awake, blocked, decided] = [await aSeatedWithPassword((await open()).membership), await aSeatedWithPassword((await open()).membership), await aSeatedWithPassword((await open()).membership)]
  const ada = await anAdministrator(house)
  await ada.visitor.post(`/administration/people/${blocked.person}/decisions`, { kind: 'blocked', reason: 'misuse' })
  await ada.visitor.post(`/administration/people/${decided.person}/decisions`, { kind: 'deactivated', reason: 'wrongPerson' })

  const answers = [await wake(awake, code), await wake(blocked, code), await wake(decided, code)]

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [409, 403, 409])
  assert.notEqual((await stateOf(decided.person)).deactivated, null)
})

test('ten resting colleagues who wake at once for three seats: three are awake, and each of those holds one (N25, C3)', async () => {
  const gone = await open({ seats: 10 })
  const colleagues = []
  for (let i = 0; i < 10; i++) colleagues.push(await aSeatedWithPassword(gone.membership))
  for (const { visitor: browser } of colleagues) await browser.post('/membership/leaving', { sure: 'yes' })
  const { code, membership } = await open({ seats: 3 })

  const answers = await Promise.all(colleagues.map((one, i) => wake(one, code, PASSWORD, `198.51.100.${100 + i}`)))

  assert.equal(answers.filter(({ statusCode }) => statusCode === 303).length, 3)
  assert.equal(await takenIn(membership), 3)
  const awake = await ownerSays<{ n: number }>(house, 'select count(*)::int as n from accounts.persons where id = any ($1) and deactivated is null', [colleagues.map(({ person }) => person)])
  assert.deepEqual(awake, [{ n: 3 }])
})

test('Kari clicks twice: she is awake once, with one seat and one letter (C9)', async () => {
  const kari = await aSeatedWithPassword((await open()).membership)
  await kari.visitor.post('/membership/leaving', { sure: 'yes' })
  const { code, membership } = await open()

  const answers = await Promise.all([wake(kari, code), wake(kari, code)])

  assert.ok(answers.some(({ statusCode }) => statusCode === 303), answers.map(({ statusCode }) => statusCode).join())
  assert.equal(await takenIn(membership), 1)
  assert.equal((await lettersTo(house, kari.email)).filter(({ subject }) => /active again/.test(subject)).length, 1)
})

test('guesses at Student IDs, and at passwords, are stopped here as at the other doors (C2, D55)', async () => {
  const kari = await aSeatedWithPassword((await open()).membership)
  await kari.visitor.post('/membership/leaving', { sure: 'yes' })

  const codes = []
  for (let i = 0; i < 12; i++) codes.push((await wake(kari, 'SAME-SAME-SAME', PASSWORD, '203.0.113.5')).statusCode)
  const passwords = []
  for (let i = 0; i < 12; i++) passwords.push((await wake(kari, 'AAAA-BBBB-CCCC', `gjett ${i}`, '203.0.113.6')).statusCode)

  assert.deepEqual([codes.at(-1), passwords.at(-1)], [429, 429])
})

test('a second step stays a second step: waking shows nothing, and signing in asks for the code of the app (D55)', async () => {
  const kari = await aSeatedWithPassword((await open()).membership)
  const { code } = await open()
  const secret = await setUpApp(house, kari)
  await kari.visitor.post('/membership/leaving', { sure: 'yes' })
  const browser = visitor(house)

  await browser.post('/membership/waking', { email: kari.email, password: PASSWORD, membershipCode: code })
  const home = await browser.get('/my-data')
  const door = await browser.post('/sign-in', { email: kari.email, password: PASSWORD })
  const inside = await browser.post('/sign-in/second-factor', { code: codeAt(secret, house.clock.now()) })

  assert.equal(home.statusCode, 303)
  assert.match(String(door.headers.location), /second-factor/)
  assert.equal(inside.headers.location, '/')
})

test('the letter, the page of the door and the page itself lead there, in three languages (C6)', async () => {
  const kari = await aSeatedWithPassword((await open()).membership)
  await kari.visitor.post('/membership/leaving', { sure: 'yes' })

  const [letter] = await lettersTo(house, kari.email)
  const door = await visitor(house).get('/sign-in')

  assert.match(letter?.text ?? '', /\/membership\/waking/)
  assert.match(door.body, /href="\/membership\/waking"/)
  for (const [language, said] of [['nb', 'Vekk kontoen din'], ['da', 'Væk din konto'], ['en', 'Wake your account']] as const) {
    assert.match((await visitor(house).get(`/membership/waking?language=${language}`)).body, new RegExp(said))
  }
})

async function open(how: { seats?: number; ends?: string; domains?: string } = {}) {
  house.clock.set(NOON)
  return aMembership(house, { seats: 5, ...how })
}

async function aSeatedWithPassword(membership: string) {
  const seated = await aSeated(house, membership)
  await ownerSays(house, 'insert into sign_in.passwords (institution, person, hash, changed) values ($1, $2, $3, $4)', [house.nomkus, seated.person, hash, house.clock.now()])
  return seated
}

function wake({ email }: { email: string }, membershipCode: string, password = PASSWORD, network = '192.0.2.1') {
  return visitor(house, { network }).post('/membership/waking', { email, password, membershipCode })
}

/** What is theirs to keep, without what the doors themselves wrote. */
async function learnt(who: { visitor: { data<T>(path: string): Promise<T> } }) {
  const { groups } = await who.visitor.data<Held>('/my-data')
  return groups.flatMap(({ tables }) => tables).filter(({ table }) => !/^(security|sign_in|privacy|organisations)\./.test(table)).map(({ table, rows }) => ({ table, rows }))
}

async function takenIn(membership: string): Promise<number> {
  const [row] = await ownerSays<{ n: number }>(house, 'select count(holder)::int as n from organisations.seats where membership = $1', [membership])
  return row?.n ?? -1
}

async function stateOf(person: string) {
  const [state] = await ownerSays<{ deactivated: Date | null }>(house, 'select deactivated, deactivated_because, erase_due from accounts.persons where id = $1', [person])
  assert.ok(state)
  return state
}

async function tickAll(): Promise<void> {
  await house.tick('organisations.watchTerms')
  await house.drain()
}
