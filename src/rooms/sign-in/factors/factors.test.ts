import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { aPersonWithPassword, codeAt, PASSWORD, setUpApp, signedIn } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'

const house = await aHouse()
let networks = 0

test('a teacher who signs in is taken to set up a second factor, and is then let on to where they were going (D55, A7)', async () => {
  const { email } = await aPersonWithPassword(house, { roles: ['teacher'] })
  const teacher = aVisitor()
  const answer = await teacher.post('/sign-in', { email, password: PASSWORD, next: '/account/sessions' })
  const page = await teacher.get(answer.headers['location'] as string)

  await teacher.post('/account/second-factor/secret', { next: '/account/sessions' })
  const { prepared } = await teacher.data<{ prepared: { secret: string } }>('/account/second-factor/app')
  const done = await teacher.post('/account/second-factor/app', { code: codeAt(prepared.secret, house.clock.now()), next: '/account/sessions' })
  const kept = await teacher.post('/account/second-factor/codes/receipt', { next: '/account/sessions' })

  assert.equal(answer.headers['location'], '/account/second-factor?next=%2Faccount%2Fsessions')
  assert.match(page.body, /Your work shows you others’ data/)
  assert.equal(done.headers['location'], '/account/second-factor/codes?next=%2Faccount%2Fsessions')
  assert.equal(kept.headers['location'], '/account/sessions')
})

test('Kari’s password alone does not let her in once she has an app; the code of the app does (A7)', async () => {
  const { email, secret } = await aPersonWithApp()
  const kari = aVisitor()
  const first = await kari.post('/sign-in', { email, password: PASSWORD, next: '/account/sessions' })
  const between = await kari.get('/account/sessions')

  const second = await kari.post('/sign-in/second-factor', { code: codeAt(secret, house.clock.now()), next: '/account/sessions' })

  assert.equal(first.headers['location'], '/sign-in/second-factor?next=%2Faccount%2Fsessions')
  assert.equal(between.statusCode, 303)
  assert.equal(second.headers['location'], '/account/sessions')
  assert.equal((await kari.get('/account/sessions')).statusCode, 200)
})

test('the first step is forgotten after ten minutes', async () => {
  const { email, secret } = await aPersonWithApp()
  const kari = aVisitor()
  await kari.post('/sign-in', { email, password: PASSWORD })
  house.clock.pass(10 * 60_000)

  const answer = await kari.post('/sign-in/second-factor', { code: codeAt(secret, house.clock.now()) })

  assert.equal(answer.headers['location'], '/sign-in?next=%2Fsign-in%2Fsecond-factor')
  assert.equal((await kari.get('/account')).statusCode, 303)
})

test('one code of the app, sent four times at the same moment, lets in once (D55)', async () => {
  const { email, secret } = await aPersonWithApp()
  const browsers = await firstStepsOf(email, 4)
  const code = codeAt(secret, house.clock.now())

  await Promise.all(browsers.map((browser) => browser.post('/sign-in/second-factor', { code })))

  const inside = await Promise.all(browsers.map(async (browser) => (await browser.get('/account')).statusCode))
  assert.deepEqual(inside.sort(), [200, 303, 303, 303])
})

test('one recovery code, sent four times at the same moment, lets in once, and is used up (D55)', async () => {
  const { email, person, codes } = await aPersonWithApp()
  const browsers = await firstStepsOf(email, 4)

  await Promise.all(browsers.map((browser) => browser.post('/sign-in/second-factor', { code: (codes[0] as string).toUpperCase().replaceAll('-', ' ') })))

  const inside = await Promise.all(browsers.map(async (browser) => (await browser.get('/account')).statusCode))
  assert.deepEqual(inside.sort(), [200, 303, 303, 303])
  assert.deepEqual(await ownerSays(house, 'select count(*)::int as n from sign_in.recovery_codes where person = $1 and used is null', [person]), [{ n: 9 }])
})

test('forty guessed codes at once are stopped after five, whichever of them is right (D55)', async () => {
  const { email, person } = await aPersonWithApp()
  const browsers = await firstStepsOf(email, 4)

  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => (browsers[i % 4] as Browser).post('/sign-in/second-factor', { code: String(100_000 + i) })))

  assert.equal(answers.filter(({ statusCode }) => statusCode === 422).length, 5)
  assert.equal(answers.filter(({ statusCode }) => statusCode === 429).length, 35)
  assert.deepEqual(await ownerSays(house, `select count(*)::int as n from security.events where person = $1 and kind = 'secondFactorRefused'`, [person]), [{ n: 5 }])
})

test('recovery codes are shown until they are kept, and then nobody can show them', async () => {
  const kari = await signedIn(house)
  await setUpApp(house, kari)
  const shown = await kari.visitor.data<{ codes: string[] }>('/account/second-factor/codes')
  const file = await kari.visitor.get('/account/second-factor/codes.txt')

  await kari.visitor.post('/account/second-factor/codes/receipt', {})
  const after = await kari.visitor.data<{ codes: string[] }>('/account/second-factor/codes')
  const stored = await ownerSays<{ line: string }>(house, 'select row_to_json(c)::text as line from sign_in.recovery_codes c where person = $1', [kari.person])

  assert.equal(shown.codes.length, 10)
  assert.ok(shown.codes.every((code) => file.body.includes(code)))
  assert.deepEqual(after.codes, [])
  assert.ok(stored.every(({ line }) => !shown.codes.some((code) => line.includes(code))))
})

test('the database cannot read the secret of the app: it is sealed under Kari’s own key (D55)', async () => {
  const { secret } = await aPersonWithApp()

  const rows = await ownerSays<{ text: string }>(house, `select encode(secret, 'escape') as text from sign_in.factors`)

  assert.ok(rows.every(({ text }) => !text.includes(secret)))
})

test('an officer cannot remove the last factor; a learner can', async () => {
  const officer = await signedIn(house, { roles: ['officer'] })
  const learner = await signedIn(house)
  for (const person of [officer, learner]) await setUpApp(house, person)

  const refused = await officer.visitor.post('/account/second-factor/removal', { factor: 'app' })
  const taken = await learner.visitor.post('/account/second-factor/removal', { factor: 'app' })

  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /Add something else first/)
  assert.equal(taken.statusCode, 303)
  assert.deepEqual(await ownerSays(house, 'select count(*)::int as n from sign_in.recovery_codes where person = $1', [learner.person]), [{ n: 0 }])
})

test('a session from before the app must show it before anything about the second step can be changed', async () => {
  const kari = await aPersonWithPassword(house)
  const [early, careful] = [aVisitor(), aVisitor()]
  for (const browser of [early, careful]) await browser.post('/sign-in', { email: kari.email, password: PASSWORD })
  const secret = await setUpApp(house, { visitor: careful })

  const asked = await early.get('/account/second-factor')
  await early.post('/account/second-factor/secret', {})
  const before = early.cookies.get('session')
  const shown = await early.post('/sign-in/step-up', { code: codeAt(secret, house.clock.now()), next: '/account/second-factor' })

  assert.equal(asked.headers['location'], '/sign-in/step-up?next=%2Faccount%2Fsecond-factor')
  assert.deepEqual(await ownerSays(house, 'select count(*)::int as n from sign_in.factors where person = $1', [kari.person]), [{ n: 1 }])
  assert.equal(shown.headers['location'], '/account/second-factor')
  assert.equal((await early.get('/account/second-factor')).statusCode, 200)
  assert.notEqual(early.cookies.get('session'), before)
})

type Browser = ReturnType<typeof aVisitor>

function aVisitor() {
  return visitor(house, { network: `192.0.2.${++networks % 250}` })
}

/** Somebody with a password and an app; their codes are shown still. */
async function aPersonWithApp() {
  const { email, person } = await aPersonWithPassword(house)
  const browser = aVisitor()
  await browser.post('/sign-in', { email, password: PASSWORD })
  const secret = await setUpApp(house, { visitor: browser })
  const { codes } = await browser.data<{ codes: string[] }>('/account/second-factor/codes')
  return { email, person, secret, codes }
}

/** So many browsers that have shown the right password, and nothing more. */
async function firstStepsOf(email: string, count: number): Promise<Browser[]> {
  const browsers = Array.from({ length: count }, () => aVisitor())
  await Promise.all(browsers.map((browser) => browser.post('/sign-in', { email, password: PASSWORD })))
  return browsers
}
