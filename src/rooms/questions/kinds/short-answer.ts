import { z } from 'zod'
import {
  acceptedFraction,
  areUnique,
  asFraction,
  common,
  id,
  LONGEST_ANSWER,
  type Mark,
  MOST_OPTIONS,
  NOT_ANSWERED,
  optionalText,
  typed,
} from './parts.ts'

const accepted = z.strictObject({
  id,
  /** Plain text. A star stands for anything, `\*` for a star, as in Moodle. */
  text: typed(LONGEST_ANSWER).trim().min(1, 'noText'),
  fraction: acceptedFraction,
  feedback: optionalText,
})

export const shortAnswerSchema = z.strictObject({
  kind: z.literal('shortAnswer'),
  ...common,
  answers: z
    .array(accepted)
    .min(1, 'noRightOption')
    .max(MOST_OPTIONS, 'tooManyOptions')
    .refine(areUnique, 'idTwice')
    .refine((list) => list.some((one) => one.fraction === 100), 'noRightOption'),
  matchCase: z.boolean(),
  /** Off: any run of spaces counts as one. Spaces around the answer never count. */
  matchSpaces: z.boolean(),
})

export const shortAnswerResponse = z.strictObject({
  kind: z.literal('shortAnswer'),
  text: typed(LONGEST_ANSWER),
})

export type AcceptedText = z.infer<typeof accepted>
export type ShortAnswerQuestion = z.infer<typeof shortAnswerSchema>
export type ShortAnswerResponse = z.infer<typeof shortAnswerResponse>

/** The fraction of the first accepted text that fits, as in Moodle. */
export function markShortAnswer(
  question: ShortAnswerQuestion,
  response?: ShortAnswerResponse,
): Mark {
  const found = findAcceptedText(question, response?.text ?? '')
  if (!found) return NOT_ANSWERED
  return {
    fraction: asFraction(found.fraction / 100),
    perOption: { [found.id]: found.fraction / 100 },
  }
}

export function findAcceptedText(
  question: ShortAnswerQuestion,
  given: string,
): AcceptedText | undefined {
  const plain = comparable(question, given)
  if (plain === '') return undefined
  return question.answers.find((one) => fits(comparable(question, one.text), plain))
}

function comparable(question: ShortAnswerQuestion, given: string): string {
  const trimmed = given.normalize('NFC').trim()
  const spaced = question.matchSpaces ? trimmed : trimmed.replace(/\s+/gu, ' ')
  return question.matchCase ? spaced : spaced.toLowerCase()
}

/**
 * Two fingers, one step back to the last star: at worst the one length times the other. A regular
 * expression made from the author's pattern could be made to run for ever.
 */
function fits(pattern: string, given: string): boolean {
  const signs = pattern.match(/\\\*|[\s\S]/g) ?? []
  let sign = 0
  let place = 0
  let star = -1
  let placeAtStar = 0
  while (place < given.length) {
    if (signs[sign] === '*') {
      star = sign++
      placeAtStar = place
    } else if (sign < signs.length && literal(signs[sign]) === given[place]) {
      sign++
      place++
    } else if (star >= 0) {
      sign = star + 1
      place = ++placeAtStar
    } else {
      return false
    }
  }
  return signs.slice(sign).every((one) => one === '*')
}

function literal(sign: string | undefined): string | undefined {
  return sign === '\\*' ? '*' : sign
}
