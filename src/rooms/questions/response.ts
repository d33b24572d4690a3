import { z } from 'zod'
import { multipleResponse, singleResponse } from './kinds/choice.ts'
import { essayResponse } from './kinds/essay.ts'
import { matchingResponse } from './kinds/matching.ts'
import { numericResponse } from './kinds/numeric.ts'
import { orderingResponse } from './kinds/ordering.ts'
import { shortAnswerResponse } from './kinds/short-answer.ts'
import { trueFalseResponse } from './kinds/true-false.ts'
import type { Question } from './question.ts'

/** What a learner answers. */
export const responseSchema = z.discriminatedUnion(
  'kind',
  [
    singleResponse,
    multipleResponse,
    trueFalseResponse,
    numericResponse,
    shortAnswerResponse,
    matchingResponse,
    orderingResponse,
    essayResponse,
  ],
  'badAnswer',
)

export type Response = z.infer<typeof responseSchema>

/** The fields of a posted form, as the web floor hands them over. */
export type FormFields = Readonly<Record<string, string | readonly string[] | undefined>>

/** The name of the select of one row, where a question has one per row. */
export function rowField(name: string, row: string): string {
  return `${name}.${row}`
}

/**
 * Reads an answer from a form without a script: `name` is the field (radio, checkboxes or text), or
 * the beginning of the fields' names, see `rowField`. An empty choice is no answer, an unknown id is
 * left out. Undefined when a text is too long or can't be stored; nothing is cut off silently.
 */
export function readResponse(
  question: Question,
  fields: FormFields,
  name = 'answer',
): Response | undefined {
  const read = responseSchema.safeParse(drafted(question, fields, name))
  return read.success ? read.data : undefined
}

/** Whether the learner has answered at all, however little. */
export function isAnswered(response: Response | null | undefined): boolean {
  switch (response?.kind) {
    case 'single':
      return response.chosen !== null
    case 'multiple':
      return response.chosen.length > 0
    case 'trueFalse':
      return response.answer !== null
    case 'numeric':
    case 'shortAnswer':
    case 'essay':
      return response.text.trim() !== ''
    case 'matching':
      return Object.keys(response.answers).length > 0
    case 'ordering':
      return Object.keys(response.places).length > 0
    case undefined:
      return false
  }
}

function drafted(question: Question, fields: FormFields, name: string): Response {
  const given = all(fields[name])
  const last = given.at(-1) ?? ''
  switch (question.kind) {
    case 'single':
      return { kind: 'single', chosen: question.options.find((one) => one.id === last)?.id ?? null }
    case 'multiple':
      return {
        kind: 'multiple',
        chosen: idsOf(question.options).filter((id) => given.includes(id)),
      }
    case 'trueFalse':
      return { kind: 'trueFalse', answer: truthOf(last) }
    case 'numeric':
    case 'shortAnswer':
    case 'essay':
      return { kind: question.kind, text: last.replaceAll('\r\n', '\n') }
    case 'matching':
      return { kind: 'matching', answers: chosenAnswers(question, fields, name) }
    case 'ordering':
      return { kind: 'ordering', places: chosenPlaces(question, fields, name) }
  }
}

function truthOf(value: string): boolean | null {
  if (value === 'true') return true
  return value === 'false' ? false : null
}

function chosenAnswers(
  question: Extract<Question, { kind: 'matching' }>,
  fields: FormFields,
  name: string,
): Record<string, string> {
  const known = idsOf(question.answers)
  const chosen = idsOf(question.rows).map((row) => [row, all(fields[rowField(name, row)]).at(-1)])
  return Object.fromEntries(chosen.filter(([, answer]) => answer && known.includes(answer)))
}

function chosenPlaces(
  question: Extract<Question, { kind: 'ordering' }>,
  fields: FormFields,
  name: string,
): Record<string, number> {
  const places = idsOf(question.items).map(
    (item) => [item, Number(all(fields[rowField(name, item)]).at(-1) ?? '')] as const,
  )
  return Object.fromEntries(places.filter(([, place]) => isPlace(place, question.items.length)))
}

function isPlace(place: number, among: number): boolean {
  return Number.isInteger(place) && place >= 1 && place <= among
}

function all(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

function idsOf(list: readonly { id: string }[]): string[] {
  return list.map((one) => one.id)
}
