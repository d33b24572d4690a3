import { z } from 'zod'
import { type Chance, shuffled } from '../chance.ts'
import {
  areUnique,
  asFraction,
  common,
  id,
  type Mark,
  MOST_OPTIONS,
  optionalText,
  text,
} from './parts.ts'

const row = z.strictObject({
  id,
  text,
  /** The id of the answer that belongs here; two rows may have the same. */
  answer: id,
  feedback: optionalText,
})

/** More answers than rows make it harder. Answers are always shuffled, rows when `shuffle` says so. */
export const matchingSchema = z
  .strictObject({
    kind: z.literal('matching'),
    ...common,
    shuffle: z.boolean(),
    rows: z
      .array(row)
      .min(2, 'tooFewOptions')
      .max(MOST_OPTIONS, 'tooManyOptions')
      .refine(areUnique, 'idTwice'),
    answers: z
      .array(z.strictObject({ id, text }))
      .min(2, 'tooFewOptions')
      .max(MOST_OPTIONS, 'tooManyOptions')
      .refine(areUnique, 'idTwice'),
  })
  .refine(
    (question) => question.rows.every((one) => question.answers.some((a) => a.id === one.answer)),
    'answerMissing',
  )

/** Row id to answer id; a row without an answer is absent. */
export const matchingResponse = z.strictObject({
  kind: z.literal('matching'),
  answers: z.record(id, id),
})

export type MatchingQuestion = z.infer<typeof matchingSchema>
export type MatchingResponse = z.infer<typeof matchingResponse>

/** The share of the rows that have their right answer. A wrong row takes nothing away. */
export function markMatching(question: MatchingQuestion, response?: MatchingResponse): Mark {
  const isRight = (one: (typeof question.rows)[number]) => response?.answers[one.id] === one.answer
  return {
    fraction: asFraction(question.rows.filter(isRight).length / question.rows.length),
    perOption: Object.fromEntries(question.rows.map((one) => [one.id, isRight(one) ? 1 : 0])),
  }
}

export function presentMatching(question: MatchingQuestion, chance: Chance) {
  const answers = shuffled(question.answers, chance)
  const rows = question.shuffle ? shuffled(question.rows, chance) : question.rows
  return {
    rows: rows.map((one) => ({ id: one.id, text: one.text })),
    answers: answers.map((one) => ({ id: one.id, text: one.text })),
  }
}
