import { z } from 'zod'

// Every message is the name of a phrase in words.ts, so that the author reads why in their language.

export const LONGEST_TEXT = 20_000
export const LONGEST_ANSWER = 1_000
export const LONGEST_ESSAY = 100_000
export const MOST_OPTIONS = 100

/** What a learner scored. Null: a person marks it. Each option's share of it, where it has one. */
export type Mark = { fraction: number | null; perOption?: Record<string, number> }

export const NOT_ANSWERED: Mark = { fraction: 0 }

/** Markdown, never empty. */
export const text = z
  .string('noText')
  .trim()
  .min(1, 'noText')
  .max(LONGEST_TEXT, 'textTooLong')
  .refine(isStorable, 'textNotStorable')

export const optionalText = text.exactOptional()

/** Stable through all versions of a question; responses point at it. See `optionId`. */
export const id = z.string('badId').regex(/^[a-z0-9]{1,12}$/, 'badId')

/** Per cent of the question's points. */
export const fraction = z.number('badFraction').min(-100, 'badFraction').max(100, 'badFraction')

/** Per cent of the points where nothing can be lost: a typed answer is more or less right. */
export const acceptedFraction = z
  .number('badFraction')
  .min(0, 'badFraction')
  .max(100, 'badFraction')

/** What every kind has. */
export const common = { text, feedback: optionalText }

/** What a learner typed. Kept as typed; only its length and its storability are limited. */
export function typed(longest: number) {
  return z.string('badAnswer').max(longest, 'answerTooLong').refine(isStorable, 'textNotStorable')
}

export function areUnique(list: readonly { id: string }[]): boolean {
  return new Set(list.map((one) => one.id)).size === list.length
}

/** Six decimals are finer than any fraction, and coarser than the noise of adding them up. */
export function asFraction(share: number): number {
  return Math.min(1, Math.max(0, Math.round(share * 1e6) / 1e6))
}

// PostgreSQL keeps neither a null character nor half a surrogate pair in jsonb:
// https://www.postgresql.org/docs/current/datatype-json.html
function isStorable(value: string): boolean {
  return !value.includes('\0') && value.isWellFormed()
}
