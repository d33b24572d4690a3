import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMembership, aPolicy, ownerSays } from '../../../../test/builders.ts'
import { aHouse, type TestHouse } from '../../../../test/house.ts'
import { aPersonWithPassword, letterTo, PASSWORD, setUpApp, signedIn } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'

const NEW = 'fire røde båter i fjæra'

const house = await aHouse()
const version = await aPolicy(house)
let networks = 0

test('Ola registers, opens the link in his letter, chooses a password and is in (N05)', async () => {
  const ola = await aRegistered('ola@fjordvik.example')
  const link = await letterTo(house, 'ola@fjordvik.example')
  const page = await ola.get(link?.path as string)

  const answer = await ola.post(link?.path as string, { newPassword: NEW })

  assert.match(page.body, /Confirm the address and choose a password/)
  assert.deepEqual([answer.statusCode, answer.headers['location']], [303, '/'])
  assert.equal((await ola.get('/account')).statusCode, 200)
})

test('a scanner that opens every link in the post uses none of them up', async () => {
  const ola = await aRegistered('scanned@fjordvik.example')
  const link = await letterTo(house, 'scanned@fjordvik.example')
  for (let visit = 0; visit < 3; visit++) await visitor(house).get(link?.path as string)

  assert.equal((await ola.post(link?.path as string, { newPassword: NEW })).statusCode, 303)
})

test('until the address is confirmed there is no password that fits', async () => {
  const ola = await aRegistered('early@fjordvik.example')

  assert.equal((await ola.post('/sign-in', { email: 'early@fjordvik.example', password: NEW })).statusCode, 422)
})

test('a weak password is refused with the reason, and the link is still good', async () => {
  const ola = await aRegistered('weak@fjordvik.example')
  const { path } = (await letterTo(house, 'weak@fjordvik.example')) as { path: string }

  const refused = []
  for (const newPassword of ['kort', 'password123456', 'Ola Vik 12']) refused.push(await ola.post(path, { newPassword }))
  const taken = await ola.post(path, { newPassword: NEW })

  assert.deepEqual(refused.map(({ statusCode }) => statusCode), [422, 422, 422])
  assert.match(refused[0]?.body as string, /at least ten characters/)
  assert.equal(taken.statusCode, 303)
})

test('one link used twice at the same moment works once (D55)', async () => {
  await aRegistered('twice@fjordvik.example')
  const { path } = (await letterTo(house, 'twice@fjordvik.example')) as { path: string }

  const answers = await Promise.all(Array.from({ length: 4 }, () => aVisitor().post(path, { newPassword: NEW })))

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 410, 410, 410])
  assert.match(answers.find(({ statusCode }) => statusCode === 410)?.body as string, /The link no longer works.*name="email"/s)
})

test('a link that is a day old is gone, and its page sends a new one', async () => {
  const ola = await aRegistered('late@fjordvik.example')
  const old = (await letterTo(house, 'late@fjordvik.example')) as { path: string }
  house.clock.pass(24 * 3_600_000)
  const gone = await ola.get(old.path)

  await ola.post('/sign-in/forgotten', { email: 'late@fjordvik.example' })
  const fresh = await eventually(async () => other(await letterTo(house, 'late@fjordvik.example'), old.path))

  assert.match(gone.body, /The link no longer works/)
  assert.equal((await ola.post(fresh.path, { newPassword: NEW })).statusCode, 303)
})

test('Kari forgets her password, chooses a new one, and everybody else is signed out (D55)', async () => {
  const { email } = await aPersonWithPassword(house)
  const thief = aVisitor()
  await thief.post('/sign-in', { email, password: PASSWORD })
  const kari = aVisitor()
  await kari.post('/sign-in/forgotten', { email })
  const { path } = await eventually(() => letterTo(house, email))

  await kari.post(path, { newPassword: NEW })

  assert.equal((await kari.get('/account')).statusCode, 200)
  assert.equal((await thief.get('/account')).statusCode, 303)
  assert.equal((await thief.post('/sign-in', { email, password: PASSWORD })).statusCode, 422)
})

test('a new password by letter does not get anybody past the second step (A7)', async () => {
  const kari = await signedIn(house)
  await setUpApp(house, kari)
  const reader = aVisitor()
  await reader.post('/sign-in/forgotten', { email: kari.email })
  const { path } = await eventually(() => letterTo(house, kari.email))

  const answer = await reader.post(path, { newPassword: NEW })

  assert.match(answer.headers['location'] as string, /^\/sign-in\/second-factor/)
  assert.equal((await reader.get('/account')).statusCode, 303)
})

test('whoever asks for a link learns nothing of who has an account', async () => {
  const { email } = await aPersonWithPassword(house)

  const answers = [await aVisitor().post('/sign-in/forgotten', { email }), await aVisitor().post('/sign-in/forgotten', { email: 'nobody@fjordvik.example' })]

  assert.deepEqual(answers.map(({ statusCode, headers }) => [statusCode, headers['location']]), Array(2).fill([303, '/sign-in/forgotten/sent']))
})

test('the owner of an address that somebody registers anew is told by letter', async () => {
  const { email } = await aPersonWithPassword(house)
  await aRegistered(email)

  assert.match((await letterTo(house, email))?.text as string, /Somebody tried to use your address for a new account/)
})

test('Kari’s new address is proved by a letter to it, and the old one is told', async () => {
  const { email, person } = await aPersonWithPassword(house)
  const kari = aVisitor()
  await kari.post('/sign-in', { email, password: PASSWORD })
  await kari.post('/account/email', { email: 'kari.ny@fjordvik.example', password: PASSWORD })
  const link = await letterTo(house, 'kari.ny@fjordvik.example')
  const note = await letterTo(house, email)
  const before = await addressOf(person)

  await aVisitor().post(link?.path as string, {})

  assert.match(note?.text as string, /asked to change to another e-mail address/)
  assert.ok(!note?.text.includes('/sign-in/links/'))
  assert.deepEqual([before, await addressOf(person)], [email, 'kari.ny@fjordvik.example'])
})

test('Kari cannot take an address that is somebody’s, and does not learn that it is', async () => {
  const kari = await aPersonWithPassword(house)
  const owner = await aPersonWithPassword(house)
  const browser = aVisitor()
  await browser.post('/sign-in', { email: kari.email, password: PASSWORD })

  const answer = await browser.post('/account/email', { email: owner.email, password: PASSWORD })

  assert.equal(answer.headers['location'], '/account?notice=noticeEmailAsked')
  assert.match((await letterTo(house, owner.email))?.text as string, /You have an account already/)
})

test('the database has only the hash of a link that went out by post', async () => {
  await aRegistered('hash@fjordvik.example')
  const { path } = (await letterTo(house, 'hash@fjordvik.example')) as { path: string }

  const rows = await ownerSays<{ line: string }>(house, 'select row_to_json(l)::text as line from sign_in.links l')
  const jobs = await ownerSays<{ line: string }>(house, 'select row_to_json(j)::text as line from pgboss.job j')

  assert.deepEqual([...rows, ...jobs].filter(({ line }) => line.includes(path.split('/').at(-1) as string)), [])
})

/** Somebody who has just sent the registration form. */
async function aRegistered(email: string) {
  const { code } = await aMembership(house, { seats: 1 })
  const browser = aVisitor()
  await browser.post('/register', { firstName: 'Ola', lastName: 'Vik', email, membershipCode: code, version, accepted: 'yes' })
  return browser
}

function aVisitor() {
  return visitor(house as TestHouse, { network: `192.0.2.${++networks}` })
}

async function addressOf(person: string): Promise<string | undefined> {
  const [row] = await ownerSays<{ email: string }>(house, 'select email from accounts.persons where id = $1', [person])
  return row?.email
}

function other<T extends { path: string }>(letter: T | undefined, than: string): T | undefined {
  return letter?.path === than ? undefined : letter
}

/** The link is made when the answer has gone. */
async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 50; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('It did not come')
}
