import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { aMembership, aPolicy, ownerSays, put } from '../../../test/builders.ts'
import { aHouse } from '../../../test/house.ts'
import { aPerson, letterTo } from '../../../test/sign-in.ts'
import { visitor } from '../../../test/visitor.ts'

const MARK = 'Vannmerke'
const EMAIL = 'vannmerke@fjordvik.example'
const house = await aHouse()
await aPolicy(house)
const { version } = await visitor(house).data<{ version: string }>('/register')
const { code } = await aMembership(house, { seats: 5 })
const filled = { firstName: MARK, lastName: 'Nordmann', email: EMAIL, membershipCode: code, version }

for (const [what, form, status] of [
  ['no yes', {}, 422],
  ['a no', { accepted: 'no' }, 422],
  ['two answers at once', { accepted: ['yes', 'yes'] }, 422],
  ['a yes to a version that never was', { accepted: 'yes', version: '0'.repeat(64) }, 409],
  ['a yes to something that is no version', { accepted: 'yes', version: 'newest' }, 422],
  ['no yes and an address that is none', { email: `${EMAIL} nei` }, 422],
  ['no yes and no name', { firstName: '' }, 422],
  ['no yes and a wrong Student ID', { membershipCode: 'WRNG-WRNG-WRNG' }, 422],
  ['a yes and a null character', { accepted: 'yes', lastName: 'Nord\u0000mann' }, 422],
  ['a yes and a fifth field', { accepted: 'yes', phone: '99 99 99 99' }, 422],
  ['a yes and a role of one’s own choosing', { accepted: 'yes', role: 'administrator' }, 422],
] as const) {
  test(`with ${what} nothing at all is written: no row, no line, no letter, no file (N18, N31, N32)`, async () => {
    const before = await everyCount()

    const { answer, printed } = await printedWhile(() => visitor(house, { network: '203.0.113.77' }).post('/register', { ...filled, ...form }))
    await house.drain()

    assert.equal(answer.statusCode, status)
    assert.deepEqual(await everyCount(), before)
    assert.deepEqual(await rowsSaying(`%(${MARK}|203.0.113.77)%`), [])
    assert.equal(printed, '')
    assert.deepEqual(filesSaying(/vannmerke|203\.0\.113\.77/i), [])
  })
}

test('a body that cannot be read leaves no trace either (N32)', async () => {
  const before = await everyCount()

  const { answer, printed } = await printedWhile(() =>
    house.site.inject({ method: 'POST', url: '/register', headers: { host: 'nomkus.localhost', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, payload: `{"email": "${EMAIL}", ` }),
  )

  assert.equal(answer.statusCode, 400)
  assert.deepEqual(await everyCount(), before)
  assert.equal(printed, '')
})

test('wrong, full, expired, suspended, not begun: the same page for all, and of whoever tried only that somebody did (C2, N22)', async () => {
  const full = await aMembership(house, { seats: 1 })
  await visitor(house).post('/register', { ...filled, email: 'first@fjordvik.example', membershipCode: full.code, accepted: 'yes' })
  const expired = await aMembership(house, { seats: 3, begins: '2025-01-01', ends: '2025-12-31' })
  const notBegun = await aMembership(house, { seats: 3, begins: '2026-09-01' })
  const suspended = await aMembership(house, { seats: 3 })
  await ownerSays(house, 'update organisations.memberships set suspended = $2 where id = $1', [suspended.membership, house.clock.now()])
  const codes = ['WRNG-WRNG-WRNG', full.code, expired.code, suspended.code, notBegun.code]

  const pages = await Promise.all(codes.map(async (membershipCode) => visitor(house).post('/register', { ...filled, membershipCode, accepted: 'yes' })))

  assert.deepEqual(pages.map(({ statusCode }) => statusCode), [422, 422, 422, 422, 422])
  assert.equal(new Set(pages.map(({ body }, i) => body.replaceAll(codes[i] ?? '', 'CODE'))).size, 1)
  assert.deepEqual(await rowsSaying(`%${EMAIL}%`), [])
})

test('whether an address has an account is told by no Student ID, full or not (N30, D55)', async () => {
  const { email } = await aPerson(house)
  const open = await aMembership(house, { seats: 3 })
  const full = await aMembership(house, { seats: 0 })
  const answers = async (membershipCode: string, at: string) => {
    const { statusCode, headers, body } = await visitor(house).post('/register', { ...filled, email: at, membershipCode, accepted: 'yes' })
    return { statusCode, location: headers['location'], body: body.replaceAll(at, 'ADDRESS') }
  }

  assert.deepEqual(await answers(open.code, email), await answers(open.code, 'new.here@fjordvik.example'))
  assert.deepEqual(await answers(full.code, email), await answers(full.code, 'nobody.here@fjordvik.example'))
})

test('the owner of a known address is told three times a day, and then left in peace', async () => {
  const { email } = await aPerson(house)
  const open = await aMembership(house, { seats: 3 })
  const before = await lettersWritten()

  for (let i = 0; i < 6; i++) assert.equal((await visitor(house).post('/register', { ...filled, email, membershipCode: open.code, accepted: 'yes' })).statusCode, 303)

  assert.match((await letterTo(house, email))?.subject ?? '', /account/)
  assert.equal((await lettersWritten()) - before, 3)
})

test('whoever guesses Student IDs is stopped, from wherever on their own line they try, and nobody else is (C2)', async () => {
  const guess = (i: number, network: string) => visitor(house, { network }).post('/register', { ...filled, membershipCode: `GUES-${1000 + i}-XXXX`, accepted: 'yes' })
  for (let i = 0; i < 40; i++) await guess(i, `2001:db8:aa:bb::${i + 1}`)

  assert.equal((await guess(99, '2001:db8:aa:bb:1:2:3:4')).statusCode, 429)
  assert.equal((await guess(99, '2001:db8:aa:cc::1')).statusCode, 422)
})

test('help goes by letter to a colleague’s own address, and never more than three a day', async () => {
  const institution = house.nomkus
  const full = await aMembership(house, { seats: 0, domains: 'hjelp.example' })
  await put(house, 'organisations.contacts', { institution, organisation: full.organisation, person: (await aPerson(house, { roles: ['contact'] })).person })
  const before = await lettersWritten()

  for (let i = 0; i < 5; i++) await visitor(house, { network: '198.51.100.9' }).post('/register', { ...filled, email: 'kari@hjelp.example', membershipCode: full.code, accepted: 'yes' })
  await visitor(house, { network: '198.51.100.9' }).post('/register', { ...filled, email: 'kari@elsewhere.example', membershipCode: full.code, accepted: 'yes' })
  await new Promise((later) => setTimeout(later, 200))

  assert.match((await letterTo(house, 'kari@hjelp.example'))?.text ?? '', /seats/)
  assert.equal(await letterTo(house, 'kari@elsewhere.example'), undefined)
  assert.equal((await lettersWritten()) - before, 3)
})

/** What the process itself prints: a log line would be one. */
async function printedWhile<T>(work: () => Promise<T>): Promise<{ answer: T; printed: string }> {
  const lines: string[] = []
  const real = { log: console.log, error: console.error, warn: console.warn }
  Object.assign(console, { log: keep, error: keep, warn: keep })
  function keep(...said: unknown[]): void {
    lines.push(said.join(' '))
  }
  try {
    return { answer: await work(), printed: lines.join('\n') }
  } finally {
    Object.assign(console, real)
  }
}

async function everyCount() {
  return ownerSays(house, await eachTable((name) => `select '${name}' as name, count(*)::int as rows from ${name}`))
}

async function rowsSaying(pattern: string) {
  return ownerSays(house, await eachTable((name) => `select '${name}' as name from ${name} as each where lower(each::text) similar to lower($1)`), [pattern])
}

/** One question to all tables at once. */
async function eachTable(select: (name: string) => string): Promise<string> {
  const rows = await ownerSays<{ name: string }>(house, `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
  // The queue keeps a clock of its own.
  const ours = rows.map(({ name }) => name).filter((name) => !/^pgboss\.(?!job)/.test(name))
  return ours.map(select).join(' union all ')
}

function filesSaying(pattern: RegExp): string[] {
  const paths = readdirSync(house.dataFolder, { recursive: true, encoding: 'utf8' }).map((path) => join(house.dataFolder, path))
  return paths.filter((path) => statSync(path).isFile() && pattern.test(readFileSync(path, 'latin1')))
}

async function lettersWritten(): Promise<number> {
  await house.drain()
  return readdirSync(join(house.dataFolder, 'mail')).filter((name) => name.endsWith('.eml')).length
}
