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
  value: z.number('badNumber'),
  tolerance: z.number('badNumber').min(0, 'badNumber'),
  fraction: acceptedFraction,
  feedback: optionalText,
})

/** `unit` stands behind the field; a learner may type it too, and need not. */
export const numericSchema = z.strictObject({
  kind: z.literal('numeric'),
  ...common,
  answers: z
    .array(accepted)
    .min(1, 'noRightOption')
    .max(MOST_OPTIONS, 'tooManyOptions')
    .refine(areUnique, 'idTwice')
    .refine((list) => list.some((one) => one.fraction === 100), 'noRightOption'),
  unit: z.string().trim().min(1, 'noText').max(40, 'textTooLong').exactOptional(),
})

export const numericResponse = z.strictObject({
  kind: z.literal('numeric'),
  text: typed(LONGEST_ANSWER),
})

export type AcceptedNumber = z.infer<typeof accepted>
export type NumericQuestion = z.infer<typeof numericSchema>
export type NumericResponse = z.infer<typeof numericResponse>

/** The fraction of the first accepted value that fits, as in Moodle; what is no number gives 0. */
export function markNumeric(question: NumericQuestion, response?: NumericResponse): Mark {
  const found = findAcceptedNumber(question, response?.text ?? '')
  if (!found) return NOT_ANSWERED
  return {
    fraction: asFraction(found.fraction / 100),
    perOption: { [found.id]: found.fraction / 100 },
  }
}

export function findAcceptedNumber(
  question: NumericQuestion,
  given: string,
): AcceptedNumber | undefined {
  const value = readNumber(given, question.unit)
  if (value === null) return undefined
  return question.answers.find((one) => isWithin(one, value))
}

/**
 * What people type for a number: 1234.5, 1234,5, 1 234,5 (with any kind of space), 1.234,5,
 * −3 (with a real minus sign), 1,5e3, and a unit behind it when it is the question's. One separator
 * alone is the decimal one, so 1,234 is a little more than one. Null: it is no number.
 */
export function readNumber(given: string, unit?: string): number | null {
  const plain = withoutUnit(given.normalize('NFKC').trim(), unit)
    .replace(/\s/gu, '')
    .replace(/[−‒–]/u, '-')
  const parts = /^([+-]?)([\d.,]+)(e[+-]?\d{1,3})?$/i.exec(plain)
  if (!parts) return null
  const digits = withDecimalPoint(parts[2] ?? '')
  if (digits === null) return null
  const value = Number(`${parts[1]}${digits}${parts[3] ?? ''}`)
  return Number.isFinite(value) ? value : null
}

// 0.4 is within 0.1 of 0.3, but 0.4 - 0.3 is a hair more than 0.1 in binary.
function isWithin(accepted: AcceptedNumber, value: number): boolean {
  const noise =
    1e-12 * Math.max(Math.abs(value), Math.abs(accepted.value), Math.abs(accepted.tolerance))
  return Math.abs(value - accepted.value) <= accepted.tolerance + noise
}

function withoutUnit(given: string, unit: string | undefined): string {
  const ending = unit?.normalize('NFKC').toLowerCase()
  if (ending && given.toLowerCase().endsWith(ending)) return given.slice(0, -ending.length).trim()
  return given
}

const WHOLE_OR_ONE_SEPARATOR = /^(\d+[.,]?\d*|[.,]\d+)$/
const GROUPED_BY_POINTS = /^\d{1,3}(\.\d{3})+(,\d*)?$/
const GROUPED_BY_COMMAS = /^\d{1,3}(,\d{3})+(\.\d*)?$/

function withDecimalPoint(digits: string): string | null {
  if (WHOLE_OR_ONE_SEPARATOR.test(digits)) return digits.replace(',', '.')
  if (GROUPED_BY_POINTS.test(digits)) return digits.replaceAll('.', '').replace(',', '.')
  if (GROUPED_BY_COMMAS.test(digits)) return digits.replaceAll(',', '')
  return null
}
