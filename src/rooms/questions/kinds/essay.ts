import { z } from 'zod'
import { common, LONGEST_ESSAY, type Mark, NOT_ANSWERED, optionalText, typed } from './parts.ts'

const words = z.number('badNumber').int('badNumber').min(1, 'badNumber').max(20_000, 'badNumber')

/** Marked by a person. `modelAnswer` is for markers and is never shown to a learner. */
export const essaySchema = z
  .strictObject({
    kind: z.literal('essay'),
    ...common,
    fewestWords: words.exactOptional(),
    mostWords: words.exactOptional(),
    modelAnswer: optionalText,
  })
  .refine(
    (question) => (question.fewestWords ?? 0) <= (question.mostWords ?? Infinity),
    'wordLimitsCrossed',
  )

export const essayResponse = z.strictObject({
  kind: z.literal('essay'),
  text: typed(LONGEST_ESSAY),
})

export type EssayQuestion = z.infer<typeof essaySchema>
export type EssayResponse = z.infer<typeof essayResponse>

/** Null, for the marker; nothing written is 0 without one. Word limits are the marker's to weigh. */
export function markEssay(_question: EssayQuestion, response?: EssayResponse): Mark {
  return (response?.text ?? '').trim() === '' ? NOT_ANSWERED : { fraction: null }
}

/** What has a letter or a digit in it, between spaces: 'e-post' is one word, a dash is none. */
export function wordsIn(written: string): number {
  return written.split(/\s+/u).filter((one) => /[\p{L}\p{N}]/u.test(one)).length
}
