import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { aPersonWithPassword, PASSWORD, signedIn } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'

const NEW = 'fire røde båter i fjæra'
const house = await aHouse()

test('Kari sees where she is signed in, and signs out there from here (A1)', async () => {
  const { email } = await aPersonWithPassword(house)
  const [phone, laptop] = [visitor(house), visitor(house)]
  await phone.post('/sign-in', { email, password: PASSWORD }, { 'user-agent': 'Mozilla/5.0 (iPhone; CPU) Version/18.0 Safari/605.1' })
  await laptop.post('/sign-in', { email, password: PASSWORD }, { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' })
  const { sessions } = await laptop.data<{ sessions: { id: string; device: string; current: boolean }[] }>('/account/sessions')

  await laptop.post(`/account/sessions/${sessions[1]?.id}/end`, {})

  assert.deepEqual(sessions.map(({ device, current }) => [device, current]), [['Firefox, Linux', true], ['Safari, iPhone', false]])
  assert.equal((await phone.get('/account')).statusCode, 303)
  assert.equal((await laptop.get('/account')).statusCode, 200)
})

test('Kari signs out everywhere but here', async () => {
  const { email } = await aPersonWithPassword(house)
  const browsers = [visitor(house), visitor(house), visitor(house)]
  for (const browser of browsers) await browser.post('/sign-in', { email, password: PASSWORD })

  await browsers[0]?.post('/account/sessions/others/end', {})

  const after = await Promise.all(browsers.map(async (browser) => (await browser.get('/account')).statusCode))
  assert.deepEqual(after, [200, 303, 303])
})

test('nobody ends another’s session by knowing its id', async () => {
  const kari = await signedIn(house)
  const ola = await signedIn(house)

  await ola.visitor.post(`/account/sessions/${kari.session}/end`, {})

  assert.equal((await kari.visitor.get('/account')).statusCode, 200)
})

test('Kari changes her password: the old one is asked for, others are signed out, her own token is new (D55)', async () => {
  const { email } = await aPersonWithPassword(house)
  const [kari, other] = [visitor(house), visitor(house)]
  for (const browser of [kari, other]) await browser.post('/sign-in', { email, password: PASSWORD })
  const before = kari.cookies.get('session')

  const refused = await kari.post('/account/password', { oldPassword: 'feil passord', newPassword: NEW })
  const taken = await kari.post('/account/password', { oldPassword: PASSWORD, newPassword: NEW })

  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /The password is wrong/)
  assert.equal(taken.headers['location'], '/account?notice=noticePassword')
  assert.notEqual(kari.cookies.get('session'), before)
  assert.equal((await kari.get('/account')).statusCode, 200)
  assert.equal((await other.get('/account')).statusCode, 303)
  assert.equal((await visitor(house).post('/sign-in', { email, password: NEW })).statusCode, 303)
})

test('Kari mends her name; whether certificates may carry it is asked anew', async () => {
  const kari = await signedIn(house)
  await ownerSays(house, 'update accounts.persons set name_confirmed = created where id = $1', [kari.person])

  await kari.visitor.post('/account/name', { firstName: 'Kari Ann', lastName: 'Østby' })

  const rows = await ownerSays(house, 'select first_name, last_name, name_confirmed from accounts.persons where id = $1', [kari.person])
  assert.deepEqual(rows, [{ first_name: 'Kari Ann', last_name: 'Østby', name_confirmed: null }])
})

test('Mette chooses Danish, and pages and letters are Danish from then on', async () => {
  const mette = await signedIn(house)
  await mette.visitor.post('/account/language', { language: 'da' })

  assert.match((await mette.visitor.get('/account')).body, /<html lang="da"/)
  assert.deepEqual(await ownerSays(house, 'select language from accounts.persons where id = $1', [mette.person]), [{ language: 'da' }])
})

test('Kari reads what happened at her own door, and nothing of Ola’s (A6)', async () => {
  const kari = await aPersonWithPassword(house)
  const ola = await signedIn(house)
  await ola.visitor.post('/sign-out', {})
  const browser = visitor(house)
  await browser.post('/sign-in', { email: kari.email, password: PASSWORD })

  const { events } = await browser.data<{ events: { kind: string }[] }>('/account/security')

  assert.deepEqual(events.map(({ kind }) => kind), ['signedIn'])
})
