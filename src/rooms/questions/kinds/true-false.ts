import { z } from 'zod'
import { common, type Mark, NOT_ANSWERED, optionalText } from './parts.ts'

/** `feedbackTrue` is for those who answered 'true', whether that is right or not. */
export const trueFalseSchema = z.strictObject({
  kind: z.literal('trueFalse'),
  ...common,
  answer: z.boolean('noRightOption'),
  feedbackTrue: optionalText,
  feedbackFalse: optionalText,
})

export const trueFalseResponse = z.strictObject({
  kind: z.literal('trueFalse'),
  answer: z.boolean().nullable(),
})

export type TrueFalseQuestion = z.infer<typeof trueFalseSchema>
export type TrueFalseResponse = z.infer<typeof trueFalseResponse>

/** All or nothing. */
export function markTrueFalse(question: TrueFalseQuestion, response?: TrueFalseResponse): Mark {
  if (response?.answer === undefined || response.answer === null) return NOT_ANSWERED
  return { fraction: response.answer === question.answer ? 1 : 0 }
}
