import { z } from 'zod'
import { mark } from '../../questions/marking.ts'
import type { Question } from '../../questions/question.ts'
import type { Response } from '../../questions/response.ts'
import { scoreOf } from '../rules.ts'

/** What is done about a faulty question. */
export const remedySchema = z.object({
  /** `accept`: these answers are right too. `full`: everybody gets it. `ignore`: it does not count. */
  kind: z.enum(['accept', 'full', 'ignore']),
  /** Option ids, `true`/`false`, texts or numbers, by the kind of question. */
  accepted: z.array(z.string().max(1_000)).max(100),
  /** Nobody's result gets worse by it. */
  nobodyDrops: z.boolean(),
})

export type Remedy = z.output<typeof remedySchema>

/** What an answer to the question is worth by the remedy; null where it no longer counts. */
export function remedied(remedy: Remedy, question: Question, response: Response | null): number | null {
  if (remedy.kind === 'ignore') return null
  if (remedy.kind === 'full') return 1
  return isAccepted(remedy.accepted, response) ? 1 : mark(question, response).fraction
}

/** The marks of one attempt, as they stand and as they would be. */
export type Regraded = { fractions: (number | null)[]; before: number; after: number; changes: boolean }

/** Puts a new fraction in its place; an attempt that would drop stays as it was where nobody may. */
export function regraded(fractions: readonly (number | null)[], place: number, { fraction, nobodyDrops }: { fraction: number | null; nobodyDrops: boolean }): Regraded {
  const before = scoreOf(fractions).percent
  const replaced = fractions.map((one, index) => (index === place ? fraction : one))
  const after = scoreOf(replaced).percent
  if (nobodyDrops && after < before) return { fractions: [...fractions], before, after: before, changes: false }
  return { fractions: replaced, before, after, changes: fractions[place] !== fraction }
}

/** Which remedies a kind of question has: an order or a row cannot be named in one word. */
export function canAcceptMore({ kind }: Question): boolean {
  return kind === 'single' || kind === 'multiple' || kind === 'trueFalse' || kind === 'numeric' || kind === 'shortAnswer'
}

function isAccepted(accepted: readonly string[], response: Response | null): boolean {
  switch (response?.kind) {
    case 'single':
      return response.chosen !== null && accepted.includes(response.chosen)
    case 'multiple':
      return sameSet(response.chosen, accepted)
    case 'trueFalse':
      return accepted.includes(String(response.answer))
    case 'numeric':
    case 'shortAnswer':
      return accepted.some((one) => plain(one) === plain(response.text))
    default:
      return false
  }
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each))
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
}
