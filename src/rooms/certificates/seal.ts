import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Secrets } from '../../platform/secrets.ts'
import type { Language } from '../../platform/words.ts'
import { nameHash } from './rules.ts'
import type { Snapshot } from './snapshot.ts'

/** What a paper says, as the paper itself carries it: proof that outlives our row. A name is in it only as a hash. */
export type Told = Pick<Snapshot, 'courseTitle' | 'level' | 'hours' | 'outcome' | 'score' | 'completed'> & {
  language: Language
  issued: Date
  validUntil: string | null
  issuer: string
}

export type Sealed = Told & { name: Buffer }

/** Which paper: a seal of another code, or of another institution, is none. */
export type Of = { secrets: Secrets; institution: string; code: string }

const NAME_BYTES = 16
// The fixed head of an Ed25519 private key in PKCS #8. Source: RFC 8410, section 7.
const HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The seal on what a paper says; the same paper has the same seal for ever. */
export function sealOf(of: Of, told: Told, name: string): string {
  const { language, courseTitle, level, hours, outcome, score, completed, issued, validUntil, issuer } = told
  const hash = hashOf(of, name).toString('base64url')
  const facts = [language, courseTitle, level, hours, outcome, score, completed, Math.round(issued.getTime() / 1000), validUntil, issuer, hash]
  const text = Buffer.from(JSON.stringify(facts))
  return `${text.toString('base64url')}.${sign(null, bound(of, text), keyOf(of)).toString('base64url')}`
}

/** What a seal says, or undefined where it is not ours, not of this paper, or was changed. */
export function readSeal(of: Of, seal: string): Sealed | undefined {
  const [text = '', signature = ''] = seal.split('.')
  const said = Buffer.from(text, 'base64url')
  if (!verify(null, bound(of, said), createPublicKey(keyOf(of)), Buffer.from(signature, 'base64url'))) return undefined
  const [language, courseTitle, level, hours, outcome, score, completed, issued, validUntil, issuer, name] = JSON.parse(said.toString()) as Facts
  return { language, courseTitle, level, hours, outcome, score, completed, issued: new Date(issued * 1000), validUntil, issuer, name: Buffer.from(name, 'base64url') }
}

/** What a typed name must equal to be the one in the seal. */
export function hashOf({ secrets, code }: Of, name: string): Buffer {
  return nameHash(secrets.key('certificate names'), code, name).subarray(0, NAME_BYTES)
}

/** The key with which anybody can check our seals without us: an Ed25519 public key, base64url. */
export function publicKeyOf(secrets: Secrets): string {
  return createPublicKey(keyOf({ secrets })).export({ format: 'jwk' }).x ?? ''
}

type Facts = [Language, string, string | null, number | null, Told['outcome'], number | null, string, number, string | null, string, string]

function keyOf({ secrets }: Pick<Of, 'secrets'>): KeyObject {
  return createPrivateKey({ key: Buffer.concat([HEAD, secrets.key('certificate seals')]), format: 'der', type: 'pkcs8' })
}

function bound({ institution, code }: Of, text: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`certificate ${institution} ${code} `), text])
}
