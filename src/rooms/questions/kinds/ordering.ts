import { z } from 'zod'
import { type Chance, shuffled } from '../chance.ts'
import { areUnique, asFraction, common, id, type Mark, MOST_OPTIONS, text } from './parts.ts'

/** The items stand in their right order. No two are alike, or nobody could tell which goes first. */
export const orderingSchema = z.strictObject({
  kind: z.literal('ordering'),
  ...common,
  items: z
    .array(z.strictObject({ id, text }))
    .min(2, 'tooFewOptions')
    .max(MOST_OPTIONS, 'tooManyOptions')
    .refine(areUnique, 'idTwice')
    .refine((list) => new Set(list.map((one) => one.text)).size === list.length, 'sameTextTwice'),
})

/** Item id to place, the first is 1; an item without a place is absent, two may claim the same. */
export const orderingResponse = z.strictObject({
  kind: z.literal('ordering'),
  places: z.record(
    id,
    z.number('badAnswer').int('badAnswer').min(1, 'badAnswer').max(MOST_OPTIONS, 'badAnswer'),
  ),
})

export type OrderingQuestion = z.infer<typeof orderingSchema>
export type OrderingResponse = z.infer<typeof orderingResponse>

/** The share of the items that stand in exactly their place. */
export function markOrdering(question: OrderingQuestion, response?: OrderingResponse): Mark {
  const shares = question.items.map((one, index) => ({
    id: one.id,
    share: response?.places[one.id] === index + 1 ? 1 : 0,
  }))
  const right = shares.filter((one) => one.share === 1).length
  return {
    fraction: asFraction(right / question.items.length),
    perOption: Object.fromEntries(shares.map((one) => [one.id, one.share])),
  }
}

/** Never in the right order by chance: handing in the untouched list would be a full score. */
export function presentItems(question: OrderingQuestion, chance: Chance) {
  const items = shuffled(question.items, chance)
  const isRight = items.every((one, index) => one.id === question.items[index]?.id)
  const shown = isRight ? [...items.slice(1), ...items.slice(0, 1)] : items
  return shown.map((one) => ({ id: one.id, text: one.text }))
}
