import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../../../../test/browser.ts'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { aPersonWithPassword, PASSWORD } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'

const house = await aHouse()
let browser: Browser | undefined
let origin = ''

before(async () => {
  await house.site.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://nomkus.localhost:${(house.site.server.address() as AddressInfo).port}`
  browser = await openBrowser()
})

after(() => browser?.close())

test('Kari adds a passkey on her laptop, signs out, and is in again with one press of a button (A7)', async (t) => {
  if (!browser) return t.skip('no browser here')
  const { email, person } = await aPersonWithPassword(house)
  const page = await aDevice(browser)
  await signIn(page, email)

  await page.goto(`${origin}/account/second-factor`)
  await page.fill('input[name=label]', 'Karis bærbare')
  await page.click('passkey-registration button')
  await page.waitForURL('**/account/second-factor/codes**')
  await page.goto(`${origin}/account`)
  await page.evaluate(() => fetch('/sign-out', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }))
  await page.goto(`${origin}/sign-in?next=/account/second-factor`)
  await page.click('passkey-sign-in button')
  await page.waitForURL(({ pathname }) => pathname === '/account/second-factor')

  assert.match(await page.content(), /Karis bærbare/)
  const sessions = await ownerSays(house, 'select strong from sign_in.sessions where person = $1 and ended is null', [person])
  assert.deepEqual(sessions, [{ strong: true }])
})

test('the answer to one challenge, sent twice, lets in once', async (t) => {
  if (!browser) return t.skip('no browser here')
  const { email } = await aPersonWithPassword(house)
  const page = await aDevice(browser)
  await signIn(page, email)
  await page.goto(`${origin}/account/second-factor`)
  await page.click('passkey-registration button')
  await page.waitForURL('**/account/second-factor/codes**')
  await page.goto(`${origin}/sign-in`)
  const [sent] = await Promise.all([page.waitForRequest((request) => request.method() === 'POST'), page.click('passkey-sign-in button')])

  const answer = new URLSearchParams(sent.postData() ?? '').get('answer') as string
  const again = await visitor(house).post('/sign-in/passkey', { answer })

  assert.equal(again.statusCode, 422)
  assert.match(again.body, /The passkey was not accepted/)
})

/** A browser on a device that makes passkeys without asking. */
async function aDevice(opened: Browser): Promise<Page> {
  const page = await opened.newPage({ locale: 'en-GB' })
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return page
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${origin}/sign-in?next=/account`)
  await page.fill('input[name=email]', email)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('form[action="/sign-in"] button')
  await page.waitForURL(({ pathname }) => pathname === '/account')
}
