import { createHash, randomInt } from 'node:crypto'

const CODES = 10
const GROUPS = 4
const SIZE_OF_A_GROUP = 4

/** Without what is mistaken for something else on paper: 0 o, 1 i l, 2 z, 5 s, 8 b, 9 g q, u v. */
const ALPHABET = '34679acdefhjkmnprtwxy'

/** Ten codes such as `k7mr-3xwa-pd9h-ec4t`, to be shown once and kept as hashes only. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, newRecoveryCode)
}

/**
 * What is stored of a code, 32 bytes; the same however it is typed: capitals, spaces, hyphens.
 * A plain SHA-256 is enough: a code is 16 random characters of 21, which is 70 bits, so there is no list to
 * try and trying them all takes centuries. Slow hashes are for what people think up themselves.
 */
export function recoveryCodeHash(code: string): Buffer {
  return createHash('sha256').update(plain(code)).digest()
}

function newRecoveryCode(): string {
  return Array.from({ length: GROUPS }, newGroup).join('-')
}

function newGroup(): string {
  return Array.from({ length: SIZE_OF_A_GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

function plain(code: string): string {
  return code.normalize('NFKC').toLowerCase().replace(/[\s\p{Dash}]/gu, '')
}
