import { z } from 'zod'

const LONGEST = 100

// Signs that turn text around or cannot be seen, so that a name would look like another. What joins or
// parts letters (U+200C, U+200D) is part of names in Persian and Hindi, and stays.
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/gu
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u

/**
 * A first or last name as people write theirs, in any script: one letter is enough, and no part of a name
 * is too short, too foreign or too hyphened. Space around and doubled is taken away.
 */
export const personName = z
  .string()
  .max(1_000)
  .overwrite(tidy)
  .min(1)
  .max(LONGEST)
  .refine(isName, '#nameFaulty')

function tidy(name: string): string {
  return name.normalize('NFC').replace(UNSEEN, '').replace(/[\s\u00a0]+/gu, ' ').trim()
}

function isName(name: string): boolean {
  return name.isWellFormed() && /\p{L}/u.test(name) && !/[\p{Cc}\p{Co}]/u.test(name) && !TURNING.test(name)
}
