import assert from 'node:assert/strict'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../../../test/browser.ts'
import {
  newPasskeyChallenge,
  newPasskeyHandle,
  passkeyRegistrationOptions,
  passkeySignInOptions,
  readRegistrationAnswer,
  readSignInAnswer,
  verifyPasskeyRegistration,
  verifyPasskeySignIn,
} from '../../platform/sign-in/passkeys.ts'

const browser = await openBrowser()
const skip = browser ? false : 'no browser here'

let script = ''
let posted = ''
let markup = ''
const server = createServer(async (request, response) => {
  if (request.method === 'POST') posted = new URLSearchParams(await bodyOf(request)).get('answer') ?? ''
  const isScript = request.url === '/enhance.js'
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
  response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'; form-action 'self'")
  response.end(isScript ? script : `<!doctype html><title>Nomkus</title><script type="module" src="/enhance.js"></script>${markup}`)
})

before(async () => {
  if (skip) return
  const bundle = await build({ entryPoints: ['src/rooms/sign-in/enhance.ts'], bundle: true, format: 'esm', write: false })
  script = bundle.outputFiles[0]?.text ?? ''
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

after(async () => {
  await browser?.close()
  server.close()
})

test('Kari makes a passkey in her browser and signs in with it', { skip }, async () => {
  const { page, site } = await aPageWithADevice()
  const handle = newPasskeyHandle()
  const challenge = newPasskeyChallenge()

  await press(page, 'passkey-registration', await passkeyRegistrationOptions({
    site, challenge, handle, account: 'kari@example.no', displayName: 'Kari', known: [],
  }))
  const made = readRegistrationAnswer(posted)
  const passkey = made && (await verifyPasskeyRegistration({ site, challenge, answer: made }))
  assert.ok(passkey)

  await press(page, 'passkey-sign-in', await passkeySignInOptions({ site, challenge }))
  const shown = readSignInAnswer(posted)
  const used = shown && (await verifyPasskeySignIn({ site, challenge, answer: shown, passkey, handle }))
  assert.ok(used)
  assert.ok(used.counter > passkey.counter)

  await page.close()
})

test('Kari’s device that has a passkey already says so, in the words of the page', { skip }, async () => {
  const { page, site } = await aPageWithADevice()
  const wish = { site, challenge: newPasskeyChallenge(), handle: newPasskeyHandle(), account: 'kari', displayName: 'Kari' }
  await press(page, 'passkey-registration', await passkeyRegistrationOptions({ ...wish, known: [] }))
  const id = readRegistrationAnswer(posted)?.id ?? ''

  await open(page, 'passkey-registration', await passkeyRegistrationOptions({ ...wish, known: [{ id, transports: ['internal'] }] }))
  await page.click('button')

  await page.getByText('Already known').waitFor()
  await page.close()
})

test('Ola, whose browser knows no passkeys, does not see the button', { skip }, async () => {
  const { page } = await aPageWithADevice()
  await page.addInitScript('delete window.PublicKeyCredential')

  await open(page, 'passkey-sign-in', {})

  assert.equal(await page.locator('button').isVisible(), false)
  await page.close()
})

async function aPageWithADevice() {
  const port = (server.address() as AddressInfo).port
  const origin = `http://nomkus.localhost:${port}`
  const page = await (browser as Browser).newPage({ baseURL: origin })
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  })
  return { page, site: { name: 'Nomkus', host: 'nomkus.localhost', origin } }
}

async function open(page: Page, element: string, options: object): Promise<void> {
  const said = JSON.stringify(options).replaceAll('"', '&quot;')
  markup =
    `<${element} hidden data-options="${said}" data-known="Already known" data-stopped="Stopped" data-failed="Failed">` +
    `<form method="post"><input type="hidden" name="answer"><button>Passkey</button><p role="alert"></p></form></${element}>`
  await page.goto('/')
}

async function press(page: Page, element: string, options: object): Promise<void> {
  await open(page, element, options)
  // Once the page that answers is there: a page asked for before would be cut off by it.
  await Promise.all([page.waitForEvent('load'), page.click('button')])
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
