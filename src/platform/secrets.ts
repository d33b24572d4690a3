import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export type Secrets = {
  /** 32 bytes for one use alone: knowing one key tells nothing of another. Always the same for a use. */
  key(use: string): Buffer
}

const BYTES = 32
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const SALT = 'lofte'

/** A seal was broken, or belongs to another key or another context. Which, nobody is told. */
export class BadSeal extends Error {
  constructor() {
    super('This was sealed with another key or for another place, or it was changed since.')
  }
}

/**
 * The installation's secret, from which all keys are made: `secret` where it is set, otherwise the
 * file of that name in the folder, made at the first start. Whoever loses it loses what is sealed.
 * @throws Error when others on the machine may read the file, or when it is damaged.
 */
export function openSecrets({ folder, secret }: { folder: string; secret?: string | undefined }): Secrets {
  const root = secret === undefined ? secretIn(folder) : Buffer.from(secret, 'utf8')
  return {
    key: (use) => Buffer.from(hkdfSync('sha256', root, SALT, use, BYTES)),
  }
}

/**
 * Encrypts with AES-256-GCM. The context says where the result belongs, such as table, column and
 * row: moved elsewhere, it does not open. Random nonces bear some four billion seals per key.
 * Source: NIST SP 800-38D, section 8.3.
 */
export function seal(key: Buffer, plaintext: string | Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(boundTo(context))
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, sealed, cipher.getAuthTag()])
}

/** The plaintext of a seal. @throws BadSeal */
export function unseal(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== VERSION) throw new BadSeal()
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(boundTo(context))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const plaintext = decipher.update(sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES))
  try {
    return Buffer.concat([plaintext, decipher.final()])
  } catch {
    throw new BadSeal()
  }
}

/** For a cookie or a link: 256 random bits, safe in an address. Keep only its `tokenHash`. */
export function token(): string {
  return randomBytes(BYTES).toString('base64url')
}

/** What is stored of a token. It needs no salt and no slowness, since a token cannot be guessed. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Compares without telling by its duration where the two differ; lengths are not hidden. */
export function constantEquals(one: string | Buffer, other: string | Buffer): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The version is bound too, so that a later format cannot be passed off as this one. */
function boundTo(context: string): Buffer {
  return Buffer.concat([Buffer.of(VERSION), Buffer.from(context)])
}

function secretIn(folder: string): Buffer {
  const file = join(folder, 'secret')
  const kept = readSecret(file)
  if (kept) return kept
  mkdirSync(folder, { recursive: true })
  makeSecret(file)
  return readSecret(file) ?? Buffer.alloc(0)
}

function readSecret(file: string): Buffer | undefined {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode
  if (mode === undefined) return undefined
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`Others may read ${file}. If nobody has, close it with: chmod 600 ${file}`)
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (secret.length !== BYTES) throw new Error(`${file} is damaged. Restore it from a backup: it opens what is sealed.`)
  return secret
}

/** Two processes may start at once: the link is made by one of them only, and never half a file. */
function makeSecret(file: string): void {
  const draft = `${file}.${process.pid}.${token()}`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, `${randomBytes(BYTES).toString('base64url')}\n`)
    fsyncSync(handle)
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(handle)
    rmSync(draft)
  }
}
