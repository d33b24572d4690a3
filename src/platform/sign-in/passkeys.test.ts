import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { test } from 'node:test'
import {
  challengeOf,
  newPasskeyChallenge,
  newPasskeyHandle,
  passkeyRegistrationOptions,
  passkeySignInOptions,
  readRegistrationAnswer,
  readSignInAnswer,
  verifyPasskeyRegistration,
  verifyPasskeySignIn,
} from './passkeys.ts'

const NOMKUS = { name: 'Nomkus', host: 'nomkus.localhost', origin: 'http://nomkus.localhost:3000' }
const LAERINGSHUS = { name: 'Nordisk Læringshus', host: 'laeringshus.localhost', origin: 'http://laeringshus.localhost:3000' }

const PRESENT = 0x01
const VERIFIED = 0x04
const NEW_KEY = 0x40

test('Kari makes a passkey and signs in with it, twice', async () => {
  const kari = await someoneWithAPasskey()

  const first = await signIn(kari)
  const second = await signIn({ ...kari, passkey: { ...kari.passkey, counter: first?.counter ?? 0 } })

  assert.equal(kari.passkey.id, kari.device.id.toString('base64url'))
  assert.deepEqual(kari.passkey.transports, ['internal'])
  assert.deepEqual(first, { counter: 2, isSynced: false })
  assert.deepEqual(second, { counter: 3, isSynced: false })
})

test('Kari’s device is asked to know her face or finger, to keep the passkey, and not to say what it is', async () => {
  const options = await passkeyRegistrationOptions({
    site: NOMKUS, challenge: 'AAAA', handle: 'BBBB', account: 'kari@example.no', displayName: 'Kari Nordmann',
    known: [{ id: 'CCCC', transports: ['usb'] }],
  })

  assert.equal(options.rp.id, 'nomkus.localhost')
  assert.equal(options.challenge, 'AAAA')
  assert.equal(options.user.id, 'BBBB')
  assert.equal(options.authenticatorSelection?.userVerification, 'required')
  assert.equal(options.authenticatorSelection?.residentKey, 'required')
  assert.equal(options.attestation, 'none')
  assert.equal(options.excludeCredentials?.[0]?.id, 'CCCC')
})

test('whoever signs in is asked for any passkey of this site, so that nobody has to say who they are', async () => {
  const options = await passkeySignInOptions({ site: NOMKUS, challenge: 'AAAA' })

  assert.equal(options.rpId, 'nomkus.localhost')
  assert.equal(options.challenge, 'AAAA')
  assert.equal(options.userVerification, 'required')
  assert.equal(options.allowCredentials, undefined)
})

test('the challenge comes back with the answer, so that only its hash need be kept', async () => {
  const kari = await someoneWithAPasskey()
  const challenge = newPasskeyChallenge()

  const answer = readSignInAnswer(JSON.stringify(kari.device.signIn({ site: NOMKUS, challenge, handle: kari.handle })))

  assert.ok(answer)
  assert.equal(challengeOf(answer), challenge)
})

test('an old answer to another challenge does not let Kari’s thief in', async () => {
  assert.equal(await signIn(await someoneWithAPasskey(), { expected: newPasskeyChallenge() }), null)
})

test('an answer that a false site of another origin has passed on is refused', async () => {
  const falseSite = { ...NOMKUS, origin: 'http://n0mkus.localhost:3000' }

  assert.equal(await signIn(await someoneWithAPasskey(), { from: falseSite }), null)
})

test('a passkey of one institution is no good at another', async () => {
  assert.equal(await signIn(await someoneWithAPasskey(), { at: LAERINGSHUS }), null)
  assert.equal(await signIn(await someoneWithAPasskey(), { from: { ...NOMKUS, host: LAERINGSHUS.host } }), null)
})

test('whoever picks up Kari’s open device and only touches it is refused', async () => {
  assert.equal(await signIn(await someoneWithAPasskey(), { flags: PRESENT }), null)
})

test('a copied device, whose counter lags behind, is refused', async () => {
  const kari = await someoneWithAPasskey()

  assert.equal(await signIn({ ...kari, passkey: { ...kari.passkey, counter: 9 } }), null)
})

test('Kari’s passkey does not open Ola’s account', async () => {
  const kari = await someoneWithAPasskey()
  const ola = await someoneWithAPasskey()

  assert.equal(await signIn({ ...kari, passkey: ola.passkey }), null)
  assert.equal(await signIn(kari, { expectedHandle: ola.handle }), null)
})

test('a field that holds something else is no answer, and no fault either', async () => {
  const garbage = JSON.stringify({ id: 'AA', rawId: 'AA', type: 'public-key', response: { clientDataJSON: 'AA', attestationObject: 'AA' } })
  const answer = readRegistrationAnswer(garbage)

  for (const field of ['', 'null', '[]', '{"id":1}', '{']) {
    assert.equal(readRegistrationAnswer(field), null)
    assert.equal(readSignInAnswer(field), null)
  }
  assert.ok(answer)
  assert.equal(challengeOf(answer), null)
  assert.equal(await verifyPasskeyRegistration({ site: NOMKUS, challenge: 'AAAA', answer }), null)
})

type Device = ReturnType<typeof aDevice>
type Someone = Awaited<ReturnType<typeof someoneWithAPasskey>>
type Site = typeof NOMKUS
type Twist = { expected?: string; expectedHandle?: string; from?: Site; at?: Site; flags?: number }

async function someoneWithAPasskey() {
  const device = aDevice()
  const handle = newPasskeyHandle()
  const challenge = newPasskeyChallenge()
  const answer = readRegistrationAnswer(JSON.stringify(device.register({ site: NOMKUS, challenge })))
  assert.ok(answer)
  assert.equal(challengeOf(answer), challenge)
  const passkey = await verifyPasskeyRegistration({ site: NOMKUS, challenge, answer })
  assert.ok(passkey)
  return { device, handle, passkey }
}

async function signIn({ device, handle, passkey }: Omit<Someone, 'device'> & { device: Device }, twist: Twist = {}) {
  const challenge = newPasskeyChallenge()
  const signed = device.signIn({ site: twist.from ?? NOMKUS, challenge, handle, flags: twist.flags })
  const answer = readSignInAnswer(JSON.stringify(signed))
  assert.ok(answer)
  return verifyPasskeySignIn({
    site: twist.at ?? NOMKUS,
    challenge: twist.expected ?? challenge,
    answer,
    passkey,
    handle: twist.expectedHandle ?? handle,
  })
}

/** An authenticator in software: one ES256 key, a counter, and the bytes that WebAuthn prescribes. */
function aDevice() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let counter = 0

  function register({ site, challenge }: { site: Site; challenge: string }) {
    counter += 1
    const key = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey(publicKey)])
    const data = Buffer.concat([authenticatorData(site, PRESENT | VERIFIED | NEW_KEY, counter), key])
    const attestation = cborMap([['fmt', cborText('none')], ['attStmt', cborMap([])], ['authData', cborBytes(data)]])
    return answerOf(id, {
      clientDataJSON: clientData('webauthn.create', site, challenge),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    })
  }

  function signIn(wish: { site: Site; challenge: string; handle: string; flags?: number | undefined }) {
    counter += 1
    const data = authenticatorData(wish.site, wish.flags ?? PRESENT | VERIFIED, counter)
    const said = clientData('webauthn.get', wish.site, wish.challenge)
    const signed = Buffer.concat([data, sha256(Buffer.from(said, 'base64url'))])
    return answerOf(id, {
      clientDataJSON: said,
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, privateKey).toString('base64url'),
      userHandle: wish.handle,
    })
  }

  return { id, register, signIn }
}

function answerOf(id: Buffer, response: object) {
  const name = id.toString('base64url')
  return { id: name, rawId: name, type: 'public-key', response, clientExtensionResults: {} }
}

function clientData(type: string, site: Site, challenge: string): string {
  const said = JSON.stringify({ type, challenge, origin: site.origin, crossOrigin: false })
  return Buffer.from(said).toString('base64url')
}

function authenticatorData(site: Site, flags: number, counter: number): Buffer {
  const tail = Buffer.alloc(5)
  tail.writeUInt8(flags)
  tail.writeUInt32BE(counter, 1)
  return Buffer.concat([sha256(Buffer.from(site.host)), tail])
}

/** RFC 9053: kty 2 (two coordinates), alg -7 (ES256), crv 1 (P-256), x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01])
  return Buffer.concat([
    head, Buffer.from([0x21]), cborBytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]), cborBytes(Buffer.from(y, 'base64url')),
  ])
}

function cborMap(entries: [string, Buffer][]): Buffer {
  return Buffer.concat([Buffer.from([0xa0 + entries.length]), ...entries.flatMap(([key, value]) => [cborText(key), value])])
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
}

/** For 24 to 255 bytes, which is all we need. */
function cborBytes(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, content.length]), content])
}

function sha256(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest()
}
