import { randomBytes } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'

/** The institution's site: a passkey made on one is unknown on every other. */
export type PasskeySite = {
  /** As the person's device shows it. */
  name: string
  /** The host name without port: what WebAuthn calls the relying party's id. */
  host: string
  /** Scheme, host and port, such as `https://nomkus.example`. */
  origin: string
}

/** Ids and keys as the database keeps them; `id` and `handle` are base64url. */
export type Passkey = {
  id: string
  publicKey: Uint8Array
  /** Rises with every use on devices that count; 0 for ever on those that do not. */
  counter: number
  transports: string[]
}
/** Without the make of the device, though it may say it: that would be one more thing to know about the person. */
export type NewPasskey = Passkey & {
  /** Kept in a cloud account, so that a lost device does not lose it. */
  isSynced: boolean
}
export type UsedPasskey = { counter: number; isSynced: boolean }

export type RegistrationAnswer = RegistrationResponseJSON
export type SignInAnswer = AuthenticationResponseJSON

/** EdDSA, ES256, RS256. The library would add ML-DSA, which is experimental in Node 24 and says so on every start. */
const ALGORITHMS = [-8, -7, -257]

const base64url = z.string().regex(/^[\w-]+$/).max(20_000)
const envelope = { id: base64url, rawId: base64url, type: z.literal('public-key') }
const device = z.enum(['platform', 'cross-platform']).optional().catch(undefined)

/** Only what is needed of a browser's answer; the rest (extensions, the key once more) is dropped. */
const registrationAnswer = z.object({
  ...envelope,
  authenticatorAttachment: device,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})
const signInAnswer = z.object({
  ...envelope,
  authenticatorAttachment: device,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url,
  }),
})
const clientData = z.object({ challenge: base64url })

/** 32 random bytes in base64url. Keep its hash, with an end; it is good for one answer. */
export function newPasskeyChallenge(): string {
  return randomBytes(32).toString('base64url')
}

/** 32 random bytes in base64url: the device keeps it with the passkey, so it says nothing of the person. */
export function newPasskeyHandle(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * What the browser needs to make a passkey. `account` and `displayName` are shown on the person's device
 * and stored nowhere else; `known` are the passkeys they have, so that one device does not make two.
 */
export function passkeyRegistrationOptions(wish: {
  site: PasskeySite
  challenge: string
  handle: string
  account: string
  displayName: string
  known: readonly Pick<Passkey, 'id' | 'transports'>[]
}): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: wish.site.name,
    rpID: wish.site.host,
    challenge: bytes(wish.challenge),
    userID: bytes(wish.handle),
    userName: wish.account,
    userDisplayName: wish.displayName,
    excludeCredentials: wish.known.map(({ id, transports }) => ({ id, transports })),
    supportedAlgorithmIDs: ALGORITHMS,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** What the browser needs to sign in with any passkey of this site, without a name typed first. */
export function passkeySignInOptions(wish: {
  site: PasskeySite
  challenge: string
}): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: wish.site.host,
    challenge: bytes(wish.challenge),
    userVerification: 'required',
  })
}

/** The browser's answer from a form's field, or null if it is none. */
export function readRegistrationAnswer(field: string): RegistrationAnswer | null {
  const answer = registrationAnswer.safeParse(parsed(field)).data
  if (!answer) return null
  const { transports = [], ...response } = answer.response
  return { ...withoutExtensions(answer), response: { ...response, transports } }
}

/** The browser's answer from a form's field, or null. `id` finds the passkey, `response.userHandle` its owner. */
export function readSignInAnswer(field: string): SignInAnswer | null {
  const answer = signInAnswer.safeParse(parsed(field)).data
  return answer ? { ...withoutExtensions(answer), response: answer.response } : null
}

/** The challenge that an answer claims to answer: look for its hash among those given out, and take it away. */
export function challengeOf(answer: RegistrationAnswer | SignInAnswer): string | null {
  const said = Buffer.from(answer.response.clientDataJSON, 'base64url').toString('utf8')
  return clientData.safeParse(parsed(said)).data?.challenge ?? null
}

/** The passkey to keep, or null when the answer is not right: challenge, origin, site, person verified. */
export async function verifyPasskeyRegistration(claim: {
  site: PasskeySite
  challenge: string
  answer: RegistrationAnswer
}): Promise<NewPasskey | null> {
  const verification = await nullIfRefused(
    verifyRegistrationResponse({
      response: claim.answer,
      expectedChallenge: claim.challenge,
      expectedOrigin: claim.site.origin,
      expectedRPID: claim.site.host,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!verification?.verified) return null
  const { credential, credentialBackedUp } = verification.registrationInfo
  const { id, publicKey, counter } = credential
  return { id, publicKey, counter, transports: credential.transports ?? [], isSynced: credentialBackedUp }
}

/**
 * What to store anew on the passkey, or null when the answer is not right; `passkey` and `handle` are
 * those found by the answer's id. A counter that does not rise means a copied device, and is refused.
 */
export async function verifyPasskeySignIn(claim: {
  site: PasskeySite
  challenge: string
  answer: SignInAnswer
  passkey: Passkey
  handle: string
}): Promise<UsedPasskey | null> {
  if (claim.answer.response.userHandle !== claim.handle) return null
  const { id, publicKey, counter, transports } = claim.passkey
  const verification = await nullIfRefused(
    verifyAuthenticationResponse({
      response: claim.answer,
      expectedChallenge: claim.challenge,
      expectedOrigin: claim.site.origin,
      expectedRPID: claim.site.host,
      credential: { id, publicKey: new Uint8Array(publicKey), counter, transports },
      requireUserVerification: true,
    }),
  )
  if (!verification?.verified) return null
  const { newCounter, credentialBackedUp } = verification.authenticationInfo
  return { counter: newCounter, isSynced: credentialBackedUp }
}

/**
 * The library says every no with a plain Error, from a wrong origin to bytes that are no CBOR, and does
 * nothing but judge what it was given. Its words quote the answer, so they are not kept.
 */
async function nullIfRefused<T>(verification: Promise<T>): Promise<T | null> {
  try {
    return await verification
  } catch {
    return null
  }
}

function withoutExtensions({ id, rawId, type, authenticatorAttachment }: z.infer<typeof signInAnswer | typeof registrationAnswer>) {
  const attachment = authenticatorAttachment ? { authenticatorAttachment } : {}
  return { id, rawId, type, ...attachment, clientExtensionResults: {} }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64, 'base64url'))
}
