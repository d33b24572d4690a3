import { z } from 'zod'
import { type Chance, shuffledAroundPinned } from '../chance.ts'
import {
  areUnique,
  asFraction,
  common,
  fraction,
  id,
  type Mark,
  MOST_OPTIONS,
  NOT_ANSWERED,
  optionalText,
  text,
} from './parts.ts'

const option = z.strictObject({
  id,
  text,
  fraction,
  feedback: optionalText,
  pinned: z.boolean().exactOptional(),
})

const options = z
  .array(option)
  .min(2, 'tooFewOptions')
  .max(MOST_OPTIONS, 'tooManyOptions')
  .refine(areUnique, 'idTwice')

/** Radio buttons. At least one option is worth everything, and one less than that. */
export const singleSchema = z.strictObject({
  kind: z.literal('single'),
  ...common,
  shuffle: z.boolean(),
  options: options
    .refine((list) => list.some((one) => one.fraction === 100), 'noRightOption')
    .refine((list) => list.some((one) => one.fraction < 100), 'noWrongOption'),
})

/** Checkboxes. The right ones add up to 100 %, give or take what rounding thirds leaves. */
export const multipleSchema = z.strictObject({
  kind: z.literal('multiple'),
  ...common,
  shuffle: z.boolean(),
  options: options.refine((list) => Math.abs(worthOf(list) - 100) <= 1, 'fractionsNot100'),
})

export const singleResponse = z.strictObject({ kind: z.literal('single'), chosen: id.nullable() })
export const multipleResponse = z.strictObject({
  kind: z.literal('multiple'),
  chosen: z.array(id).max(MOST_OPTIONS, 'badAnswer'),
})

export type ChoiceOption = z.infer<typeof option>
export type SingleQuestion = z.infer<typeof singleSchema>
export type MultipleQuestion = z.infer<typeof multipleSchema>
export type SingleResponse = z.infer<typeof singleResponse>
export type MultipleResponse = z.infer<typeof multipleResponse>

/** The fraction of the chosen option; one that takes points away gives 0. */
export function markSingle(question: SingleQuestion, response?: SingleResponse): Mark {
  const chosen = question.options.find((one) => one.id === response?.chosen)
  if (!chosen) return NOT_ANSWERED
  return {
    fraction: asFraction(chosen.fraction / 100),
    perOption: { [chosen.id]: chosen.fraction / 100 },
  }
}

/**
 * The sum of the fractions of what was chosen, never below 0, over the sum of the right ones: that
 * is 100, but for 33.33 three times, where everything right still has to be everything.
 */
export function markMultiple(question: MultipleQuestion, response?: MultipleResponse): Mark {
  const chosen = question.options.filter((one) => response?.chosen.includes(one.id))
  const sum = chosen.reduce((total, one) => total + one.fraction, 0)
  return {
    fraction: asFraction(sum / worthOf(question.options)),
    perOption: Object.fromEntries(chosen.map((one) => [one.id, one.fraction / 100])),
  }
}

/** Id and text of each option, and nothing that tells which is right. */
export function presentOptions(question: SingleQuestion | MultipleQuestion, chance: Chance) {
  const inOrder = question.shuffle
    ? shuffledAroundPinned(question.options, chance)
    : question.options
  return inOrder.map((one) => ({ id: one.id, text: one.text }))
}

function worthOf(list: readonly { fraction: number }[]): number {
  return list.reduce((total, one) => total + Math.max(0, one.fraction), 0)
}
