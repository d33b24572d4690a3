import type { Language } from '../../../platform/words.ts'
import { type ExplainedRow, explain } from '../../questions/explaining.ts'
import type { Question } from '../../questions/question.ts'
import { isAnswered, type Response } from '../../questions/response.ts'
import type { Shown } from '../plan.ts'
import type { ReviewedLine } from './shapes.ts'

/** One question of an attempt with the mark in force: a fraction, null where it does not count. */
export type Reviewed = {
  number: number
  question: Question
  response: Response | null
  fraction: number | null
  comment: string | null
  /** Why a person marked it anew, or decided on the question. */
  reason: string | null
  isLate: boolean
}

/** What a learner may see of one question now: each part only where its own switch says so. */
export function reviewLine(reviewed: Reviewed, shown: Shown, language: Language): ReviewedLine {
  const { number, question, response, comment, reason, isLate } = reviewed
  const { rows, feedback } = explain(question, response, language)
  const hasText = shown.ownAnswers || shown.rightAnswers || shown.feedback
  return {
    number,
    kind: question.kind,
    isLate,
    ...(hasText ? { text: question.text } : {}),
    ...(shown.marks ? markOf(reviewed) : {}),
    ...(shown.marks && reason ? { reason } : {}),
    rows: rowsFor(question, rows, shown),
    ...(shown.feedback && feedback ? { feedback } : {}),
    ...(shown.feedback && comment ? { comment } : {}),
  }
}

function markOf({ fraction, response }: Reviewed): Pick<ReviewedLine, 'verdict' | 'fraction'> {
  if (fraction === null) return { verdict: 'ignored' }
  if (fraction === 1) return { verdict: 'right', fraction }
  if (fraction > 0) return { verdict: 'partlyRight', fraction }
  return { verdict: isAnswered(response) ? 'wrong' : 'notAnswered', fraction }
}

/**
 * Where right answers stay hidden, so does everything that was not chosen, and the order: items that
 * are to be put in order stand in the right one in the bank.
 */
function rowsFor(question: Question, rows: readonly ExplainedRow[], shown: Shown): ReviewedLine['rows'] {
  const told = shown.rightAnswers ? rows : rows.filter(({ given }) => given !== undefined)
  const ordered = question.kind === 'ordering' && !shown.rightAnswers ? told.toSorted((a, b) => inPlaces(a.given, b.given)) : told
  return ordered.map((row) => rowFor(row, shown)).filter((row) => Object.keys(row).length > 0)
}

function rowFor({ text, given, expected, isRight, feedback }: ExplainedRow, shown: Shown): ReviewedLine['rows'][number] {
  return {
    ...(text !== undefined && (shown.ownAnswers || shown.rightAnswers) ? { text } : {}),
    ...(given !== undefined && shown.ownAnswers ? { given } : {}),
    ...(expected !== undefined && shown.rightAnswers ? { expected } : {}),
    ...(shown.rightAnswers ? { isRight } : {}),
    ...(feedback !== undefined && shown.feedback ? { feedback } : {}),
  }
}

function inPlaces(one: string | undefined, other: string | undefined): number {
  return (one ?? '').localeCompare(other ?? '', undefined, { numeric: true })
}
