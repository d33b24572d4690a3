import { type Language, say } from '../../../platform/words.ts'
import type { Kind } from '../question.ts'
import { readNumber } from '../kinds/numeric.ts'
import { words } from '../words.ts'

/** An equal share of what is right, so that nobody divides a hundred by three. */
export const EQUAL_SHARE = 'right'

/** What an author may choose from; the fractions that Moodle knows, so that an export says the same. */
const SHARES = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5,
] as const

/** The choices for one kind, and the one that is set even if it is none of them. */
export function worthsFor(kind: Kind, set: string): string[] {
  const known = {
    single: [...SHARES, 0, -25, -33.33333, -50, -100].map(String),
    multiple: [EQUAL_SHARE, '0', ...SHARES.map(String), '-5', '-10', '-20', '-25', '-33.33333', '-50', '-100'],
    typed: SHARES.map(String),
  }
  const choices = known[kind === 'single' || kind === 'multiple' ? kind : 'typed']
  return set === '' || choices.includes(set) ? choices : [set, ...choices]
}

/** Per cent of each row. What is no number is NaN, which no question accepts. */
export function fractionsOf(worths: readonly string[]): number[] {
  const shares = worths.filter((worth) => worth === EQUAL_SHARE).length
  const others = worths.map((worth) => readNumber(worth) ?? 0).filter((worth) => worth > 0)
  const left = 100 - others.reduce((sum, worth) => sum + worth, 0)
  return worths.map((worth) =>
    worth === EQUAL_SHARE ? rounded(Math.max(0, left) / shares) : (readNumber(worth) ?? Number.NaN),
  )
}

/** The other way: several right options that are worth the same are equal shares. */
export function worthsOf(kind: Kind, fractions: readonly number[]): string[] {
  const right = fractions.filter((one) => one > 0)
  const isEqual = kind === 'multiple' && right.every((one) => Math.abs(one - 100 / right.length) < 0.01)
  return fractions.map((one) => (isEqual && one > 0 ? EQUAL_SHARE : String(rounded(one))))
}

/** What a share of the points is called. */
export function worthSaid(worth: string, language: Language): string {
  const said = say(words, language)
  const share = Number(worth)
  if (worth === EQUAL_SHARE) return said.worthShare
  if (share === 100) return said.worthRight
  if (share === 0) return said.worthWrong
  const shown = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(Math.abs(share))
  return share > 0 ? said.worthPart(shown) : said.worthMinus(shown)
}

// Five decimals, as Moodle writes them.
function rounded(perCent: number): number {
  return Math.round(perCent * 1e5) / 1e5
}
