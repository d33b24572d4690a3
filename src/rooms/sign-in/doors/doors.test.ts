import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse, NOON } from '../../../../test/house.ts'
import { aPersonWithPassword, PASSWORD, signedIn } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'

const house = await aHouse()
let networks = 0

test('Kari signs in once, and 20 clicks later nobody has asked her again (N05, A1)', async () => {
  const { email } = await aPersonWithPassword(house)
  const kari = aVisitor()
  const answer = await kari.post('/sign-in', { email: ` ${email.toUpperCase()}`.trim(), password: PASSWORD })

  const clicks = []
  for (let click = 0; click < 20; click++) clicks.push((await kari.get('/account')).statusCode)

  assert.equal(answer.statusCode, 303)
  assert.deepEqual(clicks, Array(20).fill(200))
})

test('the one cookie is out of reach of scripts, other sites and other paths, and the database knows only its hash (N05, N11)', async () => {
  const { email, person } = await aPersonWithPassword(house)

  const answer = await aVisitor().post('/sign-in', { email, password: PASSWORD })

  const [cookie, ...others] = answer.cookies
  assert.deepEqual(others, [])
  assert.deepEqual({ ...cookie, value: '' }, { name: 'session', value: '', path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 14 * 24 * 3600 })
  const [row] = await ownerSays<{ line: string }>(house, 'select row_to_json(s)::text as line from sign_in.sessions s where person = $1', [person])
  assert.ok(!row?.line.includes(cookie?.value as string))
})

test('over TLS the cookie is for this host alone, and never goes unencrypted (N11)', async () => {
  const { email } = await aPersonWithPassword(house)

  const answer = await aVisitor().post('/sign-in', { email, password: PASSWORD }, { 'x-forwarded-proto': 'https', origin: 'https://nomkus.localhost' })

  assert.equal(answer.cookies[0]?.name, '__Host-session')
  assert.equal(answer.cookies[0]?.secure, true)
})

test('whoever erases or blocks Kari in the database ends her visit at the next click (N05)', async () => {
  const blocked = await signedIn(house)
  const erased = await signedIn(house)
  await ownerSays(house, 'update accounts.persons set blocked = $2 where id = $1', [blocked.person, NOON])
  for (const table of ['sign_in.sessions', 'accounts.appointments', 'privacy.keys', 'privacy.standings']) await ownerSays(house, `delete from ${table} where person = $1`, [erased.person])
  await ownerSays(house, 'delete from accounts.persons where id = $1', [erased.person])

  for (const { visitor: browser } of [blocked, erased]) {
    assert.equal((await browser.get('/account')).headers['location'], '/sign-in?next=%2Faccount')
    assert.equal((await browser.get('/account', { accept: 'application/json' })).statusCode, 401)
  }
})

test('Kari follows a link deep into the site and is there once she has signed in (N07, A2)', async () => {
  const { email } = await aPersonWithPassword(house)
  const kari = aVisitor()
  const sent = await kari.get('/account/sessions?language=nb')
  const page = await kari.get(sent.headers['location'] as string)

  const answer = await kari.post('/sign-in', { email, password: PASSWORD, next: hiddenNext(page.body) })

  assert.equal(answer.headers['location'], '/account/sessions?language=nb')
})

test('after a wrong password Kari still comes to where she was going (A2)', async () => {
  const { email } = await aPersonWithPassword(house)

  const answer = await aVisitor().post('/sign-in', { email, password: 'feil', next: '/account/sessions' })

  assert.equal(answer.statusCode, 422)
  assert.equal(hiddenNext(answer.body), '/account/sessions')
  assert.ok(!answer.body.includes('value="feil"'))
})

test('unknown, unconfirmed and wrong are answered with the same words (D55)', async () => {
  const { email } = await aPersonWithPassword(house)
  const waiting = await aPersonWithPassword(house)
  await ownerSays(house, 'delete from sign_in.passwords where person = $1', [waiting.person])

  const answers = []
  for (const tried of [email, waiting.email, 'nobody@fjordvik.example']) answers.push(await aVisitor().post('/sign-in', { email: tried, password: 'en helt annen setning' }))

  const [wrong, unconfirmed, unknown] = answers.map(({ statusCode, body }) => statusCode + textOf(body))
  assert.equal(wrong, unconfirmed)
  assert.equal(wrong, unknown)
})

test('five wrong passwords are five events for security alone, and Kari reads them in words (N09, A6)', async () => {
  const kari = await aPersonWithPassword(house)
  const browser = aVisitor('198.51.100.77')
  for (let guess = 0; guess < 5; guess++) await browser.post('/sign-in', { email: kari.email, password: `gjett ${guess}` })

  const [count] = await ownerSays(house, `select count(*)::int as n from security.events where person = $1 and kind = 'signInRefused'`, [kari.person])
  await browser.post('/sign-in', { email: kari.email, password: PASSWORD })
  const page = await browser.get('/account/security')

  assert.deepEqual(count, { n: 5 })
  assert.equal(page.body.match(/Sign-in refused: wrong password/g)?.length, 5)
  assert.match(page.body, /198\.51\.…/)
  assert.ok(!page.body.includes('198.51.100.77'))
})

test('who guesses at one account is stopped kindly, right guess or wrong, and let in again later (D55)', async () => {
  const kari = await aPersonWithPassword(house)
  const guesser = visitor(house, { network: '198.51.100.1' })
  for (let guess = 0; guess < 10; guess++) await guesser.post('/sign-in', { email: kari.email, password: `gjett ${guess}` })

  const stopped = await guesser.post('/sign-in', { email: kari.email, password: PASSWORD })
  house.clock.pass(16 * 60_000)
  const later = await guesser.post('/sign-in', { email: kari.email, password: PASSWORD })

  assert.equal(stopped.statusCode, 429)
  assert.match(stopped.body, /Wait 15 minutes, then try again/)
  assert.equal(later.statusCode, 303)
})

test('thirty guesses at once get no further than ten after one another (D55)', async () => {
  const kari = await aPersonWithPassword(house)
  const guesses = Array.from({ length: 29 }, (_, i) => `gjett ${i}`)

  const answers = await Promise.all([...guesses, PASSWORD].map((password) => visitor(house, { network: '198.51.100.2' }).post('/sign-in', { email: kari.email, password })))

  assert.ok(answers.filter(({ statusCode }) => statusCode === 429).length >= 1)
  assert.equal(answers.at(-1)?.statusCode, 429)
})

test('strangers everywhere guess at Kari’s account: they are stopped, and she is not shut out where she has been before (D55)', async () => {
  const kari = await aPersonWithPassword(house)
  const home = { network: '203.0.113.5' }
  await visitor(house, home).post('/sign-in', { email: kari.email, password: PASSWORD })
  await visitor(house, { network: '198.51.100.3' }).post('/sign-in', { email: kari.email, password: 'gjett i vei' })
  await ownerSays(
    house,
    `insert into security.events (institution, id, happened, kind, key, network)
     select institution, gen_random_uuid(), happened, kind, key, '198.51.100.' || number
     from security.events, generate_series(100, 148) as number
     where kind = 'signInRefused' and person = $1`,
    [kari.person],
  )

  const stranger = await visitor(house, { network: '198.51.100.200' }).post('/sign-in', { email: kari.email, password: PASSWORD })
  const herself = await visitor(house, home).post('/sign-in', { email: kari.email, password: PASSWORD })

  assert.equal(stranger.statusCode, 429)
  assert.equal(herself.headers['location'], '/')
})

test('a deactivated account is explained to whoever has its password, and to nobody else (N35)', async () => {
  const kari = await aPersonWithPassword(house)
  await ownerSays(house, `update accounts.persons set deactivated = $2, deactivated_because = 'membershipEnded', erase_due = $3 where id = $1`, [kari.person, NOON, '2026-07-01T22:00:00Z'])
  await ownerSays(house, 'update privacy.standings set allowed = 4100 where person = $1', [kari.person])

  const right = await aVisitor().post('/sign-in', { email: kari.email, password: PASSWORD })
  const wrong = await aVisitor().post('/sign-in', { email: kari.email, password: 'en helt annen setning' })

  assert.equal(right.statusCode, 403)
  assert.match(right.body, /deactivated since 1 June 2026.*until 2 July 2026, when it is erased.*hei@nomkus\.example/)
  assert.ok(!wrong.body.includes('deactivated'))
})

test('a teacher who has left the machine alone for half a day is signed out, a learner is not', async () => {
  const teacher = await signedIn(house, { roles: ['teacher'] })
  const learner = await signedIn(house)
  house.clock.pass(12 * 3_600_000)

  assert.equal((await teacher.visitor.get('/account')).statusCode, 303)
  assert.equal((await learner.visitor.get('/account')).statusCode, 200)
})

test('Kari’s session, and its cookie, last two weeks from her last visit', async () => {
  const kari = await signedIn(house)
  house.clock.pass(10 * 24 * 3_600_000)
  const renewed = await kari.visitor.get('/account')
  house.clock.pass(10 * 24 * 3_600_000)
  const still = await kari.visitor.get('/account')
  house.clock.pass(15 * 24 * 3_600_000)

  assert.equal(renewed.cookies.find(({ name }) => name === 'session')?.maxAge, 14 * 24 * 3600)
  assert.equal(still.statusCode, 200)
  assert.equal((await kari.visitor.get('/account')).statusCode, 303)
})

test('Kari signs out, and the token she had opens nothing (N05)', async () => {
  const kari = await signedIn(house)
  const kept = kari.visitor.cookies.get('session') as string
  await kari.visitor.post('/sign-out', {})

  kari.visitor.cookies.set('session', kept)

  assert.equal((await kari.visitor.get('/account')).statusCode, 303)
})

test('a visitor who only looks at the sign-in page gets no cookie (N10)', async () => {
  const answer = await aVisitor().get('/sign-in')

  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['set-cookie'], undefined)
})

test('a password manager finds where passwords are changed', async () => {
  const answer = await aVisitor().get('/.well-known/change-password')

  assert.deepEqual([answer.statusCode, answer.headers['location']], [303, '/account/password'])
})

test('no password is stored as anything but a slow, salted hash (D55)', async () => {
  const weak = await ownerSays(house, String.raw`select person from sign_in.passwords where hash !~ '^\$scrypt\$ln=1[5-9],r=8,p=\d+\$[\w+/]{22,}\$[\w+/]{43}$'`)

  assert.deepEqual(weak, [])
})

/** From a network of their own, so that tests do not use up each other's limits. */
function aVisitor(network = `192.0.2.${++networks}`) {
  return visitor(house, { network })
}

function hiddenNext(body: string): string {
  return (/name="next" value="([^"]*)"/.exec(body)?.[1] ?? '').replaceAll('&amp;', '&')
}

function textOf(body: string): string {
  return body.replace(/<main[\s\S]*?<form/, (main) => main).replace(/data-options="[^"]*"/g, '').replace(/value="[^"]*"/g, '')
}
