import { z } from 'zod'
import { multipleSchema, singleSchema } from './kinds/choice.ts'
import { essaySchema } from './kinds/essay.ts'
import { matchingSchema } from './kinds/matching.ts'
import { numericSchema } from './kinds/numeric.ts'
import { orderingSchema } from './kinds/ordering.ts'
import { shortAnswerSchema } from './kinds/short-answer.ts'
import { trueFalseSchema } from './kinds/true-false.ts'
import { type FaultCode, faultWords } from './words.ts'

/** The content of one version of a question. */
export const questionSchema = z.discriminatedUnion(
  'kind',
  [
    singleSchema,
    multipleSchema,
    trueFalseSchema,
    numericSchema,
    shortAnswerSchema,
    matchingSchema,
    orderingSchema,
    essaySchema,
  ],
  'badKind',
)

export type Question = z.infer<typeof questionSchema>
export type Kind = Question['kind']

export const kinds = [
  'single',
  'multiple',
  'trueFalse',
  'numeric',
  'shortAnswer',
  'matching',
  'ordering',
  'essay',
] as const satisfies readonly Kind[]

/** What is wrong with a question, and where: `['options', 2, 'text']`. */
export type Fault = { code: FaultCode; path: readonly PropertyKey[] }

/** Reads what an author's form, an import or the database gives; trims texts, drops nothing. */
export function readQuestion(
  content: unknown,
): { question: Question; faults?: never } | { question?: never; faults: Fault[] } {
  const read = questionSchema.safeParse(content)
  if (read.success) return { question: read.data }
  return {
    faults: read.error.issues.map((one) => ({ code: faultCode(one.message), path: one.path })),
  }
}

function faultCode(message: string): FaultCode {
  return message in faultWords ? (message as FaultCode) : 'notValid'
}
