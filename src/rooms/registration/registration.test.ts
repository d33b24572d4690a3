import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aHouse } from '../../../test/house.ts'
import { aMembership, aPolicy, ownerSays } from '../../../test/builders.ts'
import { letterTo, PASSWORD } from '../../../test/sign-in.ts'
import { visitor } from '../../../test/visitor.ts'

const house = await aHouse()
await aPolicy(house)

test('20 colleagues register at once for 15 seats, and 15 get an account (N25)', async () => {
  const { code } = await aMembership(house, { seats: 15 })
  const version = (await visitor(house).data<{ version: string }>('/register')).version

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      visitor(house).post('/register', { firstName: 'Kari', lastName: `Nr ${i}`, email: `kari${i}@fjordvik.example`, membershipCode: code, version, accepted: 'yes' }),
    ),
  )

  assert.equal(answers.filter(({ statusCode }) => statusCode === 303).length, 15)
  assert.equal(answers.filter(({ statusCode }) => statusCode === 422).length, 5)
  assert.deepEqual(await ownerSays(house, `select count(*)::int as n from accounts.persons where email like 'kari%'`), [{ n: 15 }])
  assert.deepEqual(await ownerSays(house, 'select count(*)::int as n from organisations.seats where holder is not null'), [{ n: 15 }])
})

for (const [firstName, lastName, email] of [
  ['Ø', 'Å', 'o@fjordvik.example'],
  ['Maximiliane Alexandra Ingebjørg', 'Østergaard-Bjørnstjerne Hægg', 'maximiliane@fjordvik.example'],
  ['Anne', 'van der Berg', 'anne+kurs@fjordvik.example'],
  ['ليلى', 'حداد', 'layla@fjordvik.example'],
  ['  Kari  ', ' Nordmann ', '  Kari.Nordmann@Fjordvik.Example '],
  ['Åse', "O'Neill", 'ase@blåbær.no'],
] as const) {
  test(`${firstName.trim()} ${lastName.trim()} registers as they write it, and signs in however they type ${email.trim()} (N18)`, async () => {
    const { code } = await aMembership(house, { seats: 1 })

    assert.equal((await register({ firstName, lastName, email, membershipCode: code })).statusCode, 303)
    const letter = await letterTo(house, keptAs(email))
    await visitor(house).post(letter?.path ?? '', { newPassword: PASSWORD })
    const signedIn = await visitor(house).post('/sign-in', { email: email.toUpperCase(), password: PASSWORD })

    assert.equal(signedIn.headers['location'], '/')
    const rows = await ownerSays<{ first_name: string }>(house, 'select first_name from accounts.persons where email = $1', [keptAs(email)])
    assert.deepEqual(rows, [{ first_name: firstName.trim() }])
  })
}

test('Kari clicks twice: one account, and each letter lets her in until one has (N18)', async () => {
  const { code } = await aMembership(house, { seats: 3 })
  const kari = { firstName: 'Kari', lastName: 'Dobbel', email: 'dobbel@fjordvik.example', membershipCode: code }

  const answers = await Promise.all([register(kari), register(kari)])

  assert.deepEqual(answers.map(({ headers }) => headers['location']), ['/register/sent', '/register/sent'])
  assert.deepEqual(await ownerSays(house, `select count(*)::int as n from accounts.persons where email = $1`, [kari.email]), [{ n: 1 }])
  const letter = await letterTo(house, kari.email)
  assert.match(letter?.path ?? '', /^\/sign-in\/links\//)
  assert.equal((await visitor(house).post(letter?.path ?? '', { newPassword: PASSWORD })).headers['location'], '/')
})

test('Ola, who lost the letter, registers again, or asks for it where he would sign in, and comes in by the new one', async () => {
  const { code } = await aMembership(house, { seats: 3 })
  const ola = { firstName: 'Ola', lastName: 'Igjen', email: 'igjen@fjordvik.example', membershipCode: code }
  await register(ola)
  const first = await letterTo(house, ola.email)
  house.clock.pass(25 * HOUR)
  assert.match((await visitor(house).get(first?.path ?? '')).body, /The link no longer works/)

  await register(ola)
  const second = await letterTo(house, ola.email)
  house.clock.pass(25 * HOUR)
  await visitor(house).post('/sign-in/forgotten', { email: ola.email })
  await new Promise((later) => setTimeout(later, 50))
  const third = await letterTo(house, ola.email)

  assert.equal(new Set([first?.path, second?.path, third?.path]).size, 3)
  assert.equal((await visitor(house).post(third?.path ?? '', { newPassword: PASSWORD })).headers['location'], '/')
})

test('an account that nobody confirms is erased after seven days, its seat is free, and its address too (N60)', async () => {
  const { code, membership } = await aMembership(house, { seats: 1 })
  const glemt = { firstName: 'Glemt', lastName: 'Konto', email: 'glemt@fjordvik.example', membershipCode: code }
  await register(glemt)
  house.clock.pass(7 * 24 * HOUR + HOUR)

  await house.tick('rights.eraseDue')

  assert.deepEqual(await ownerSays(house, 'select count(*)::int as n from accounts.persons where email = $1', [glemt.email]), [{ n: 0 }])
  assert.deepEqual(await ownerSays(house, 'select holder from organisations.seats where membership = $1', [membership]), [{ holder: null }])
  assert.equal((await register(glemt)).statusCode, 303)
})

test('back in the browser after a refusal, the form stands as it was filled in, the yes alone is asked again (N31)', async () => {
  const { code } = await aMembership(house, { seats: 1 })
  const { version } = await visitor(house).data<{ version: string }>('/register')

  const answer = await visitor(house).post('/register', { firstName: 'Kari', lastName: 'Glemsk', email: 'glemsk@fjordvik.example', membershipCode: code, version })

  for (const value of ['Kari', 'Glemsk', 'glemsk@fjordvik.example', code]) assert.ok(answer.body.includes(`value="${value}"`), value)
  assert.doesNotMatch(answer.body, /<input[^>]*name="accepted"[^>]*checked/)
})

test('an empty form names every field that is missing, and gives no advice about a Student ID that nobody typed', async () => {
  const answer = await visitor(house).post('/register', { firstName: '', lastName: ' ', email: '', membershipCode: '' })

  for (const phrase of ['Write your first name', 'Write your last name', 'Write your e-mail address', 'Write the Student ID you were given']) assert.ok(answer.body.includes(phrase), phrase)
  assert.doesNotMatch(answer.body, /What may be wrong/)
})

const HOUR = 3_600_000

async function register(person: { firstName: string; lastName: string; email: string; membershipCode: string }) {
  const { version } = await visitor(house).data<{ version: string }>('/register')
  return visitor(house).post('/register', { ...person, version, accepted: 'yes' })
}

function keptAs(email: string): string {
  const [localPart, domain = ''] = email.trim().split('@')
  return `${localPart}@${domain.toLowerCase()}`
}
