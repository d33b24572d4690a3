import { type ScryptOptions, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { isCommonPassword } from './common-passwords.ts'
import { turnstile } from './turnstile.ts'

export type PasswordWeakness = 'tooShort' | 'tooLong' | 'tooCommon' | 'containsName'

/** In characters as a person counts them: code points after normalisation. */
export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 200

/**
 * One of the equivalent settings that OWASP lists for scrypt. Its first, N=2^17 and p=1, takes 128 MiB
 * for each sign-in; this one takes 32 MiB and about the same work.
 * Source: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
const COST = { log2N: 15, r: 8, p: 3 } as const
const SALT_BYTES = 16
const KEY_BYTES = 32

/** Two at once: 64 MiB at the most, and two of libuv's four threads stay free for files and names. */
const hashing = turnstile({ atOnce: 2, mostWaiting: 200 })

type Cost = { log2N: number; r: number; p: number }
type Stored = { cost: Cost; salt: Buffer; key: Buffer }

/**
 * A string in the PHC format, with its settings and salt. Judge the password with `passwordWeakness` first.
 * Never await this inside a transaction: it takes hundreds of milliseconds, and rows would stay locked.
 * @throws Refusal `tooBusy` (429) when too many wait already.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, COST)
  return `$scrypt$ln=${COST.log2N},r=${COST.r},p=${COST.p}$${unpadded(salt)}$${unpadded(key)}`
}

/**
 * Whether the password is the stored one. Null stands for an account that does not exist or has no
 * password: the answer is no, after the same work, so that the time tells nobody who has an account.
 * @throws Refusal `tooBusy` (429) when too many wait already.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  if (stored === null) {
    await derive(password, randomBytes(SALT_BYTES), COST)
    return false
  } else {
    const { cost, salt, key } = read(stored)
    return timingSafeEqual(await derive(password, salt, cost), key)
  }
}

/** Whether it was made with other settings than today's: hash again at the next right password. */
export function needsRehash(stored: string): boolean {
  const { cost } = read(stored)
  return cost.log2N !== COST.log2N || cost.r !== COST.r || cost.p !== COST.p
}

/**
 * What is wrong with a new password, or null. `about` is what others know of the person: names, e-mail
 * address, the institution's name. A long password may hold a name if enough is left without it.
 */
export function passwordWeakness(password: string, about: readonly string[]): PasswordWeakness | null {
  const plain = password.normalize('NFKC')
  if (lengthOf(plain) < SHORTEST_PASSWORD) return 'tooShort'
  if (lengthOf(plain) > LONGEST_PASSWORD) return 'tooLong'
  if (isCommonPassword(plain)) return 'tooCommon'
  if (lengthOf(without(plain, about)) < SHORTEST_PASSWORD) return 'containsName'
  return null
}

async function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const N = 2 ** cost.log2N
  // Node refuses at its limit, and its limit must cover the blocks of every lane besides the large table.
  const maxmem = 128 * cost.r * (N + cost.p + 2)
  const options = { N, r: cost.r, p: cost.p, maxmem }
  // The same letter typed on two systems may be other bytes (å, or a and a ring): one form for all.
  return hashing(() => scryptAsync(password.normalize('NFKC'), salt, options))
}

function scryptAsync(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, options, (fault, key) => (fault ? reject(fault) : resolve(key)))
  })
}

function read(stored: string): Stored {
  const parts = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w+/-]+)\$([\w+/-]+)$/.exec(stored)
  if (!parts) throw new Error('A stored password hash has another form')
  const [, log2N, r, p, salt = '', key = ''] = parts
  return {
    cost: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

function lengthOf(text: string): number {
  return [...text].length
}

/** Pieces of one or two letters are left in, since they are in every text; of an address, all after the @. */
function without(password: string, about: readonly string[]): string {
  const names = about.map((text) => folded(text).replace(/@.*/, ''))
  const pieces = names.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)).filter((piece) => lengthOf(piece) > 2)
  // The longest first, so that "Kari" does not break "Karianne" before it is looked for.
  pieces.sort((one, other) => other.length - one.length)
  return pieces.reduce((left, piece) => left.replaceAll(piece, ''), folded(password))
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
