import { markMultiple, markSingle } from './kinds/choice.ts'
import { markEssay } from './kinds/essay.ts'
import { markMatching } from './kinds/matching.ts'
import { markNumeric } from './kinds/numeric.ts'
import { markOrdering } from './kinds/ordering.ts'
import type { Mark } from './kinds/parts.ts'
import { markShortAnswer } from './kinds/short-answer.ts'
import { markTrueFalse } from './kinds/true-false.ts'
import type { Question } from './question.ts'
import type { Response } from './response.ts'

export type { Mark }

/**
 * How right an answer is, from 0 to 1, with six decimals; null when a person has to mark it. Partial
 * credit stands at each kind's own function. No answer is 0, and so is the answer to another kind of
 * question (its kind was changed by a new version meanwhile).
 */
export function mark(question: Question, response: Response | null | undefined): Mark {
  switch (question.kind) {
    case 'single':
      return markSingle(question, ofKind('single', response))
    case 'multiple':
      return markMultiple(question, ofKind('multiple', response))
    case 'trueFalse':
      return markTrueFalse(question, ofKind('trueFalse', response))
    case 'numeric':
      return markNumeric(question, ofKind('numeric', response))
    case 'shortAnswer':
      return markShortAnswer(question, ofKind('shortAnswer', response))
    case 'matching':
      return markMatching(question, ofKind('matching', response))
    case 'ordering':
      return markOrdering(question, ofKind('ordering', response))
    case 'essay':
      return markEssay(question, ofKind('essay', response))
  }
}

/** Whether some answers to it wait for a person. */
export function isMarkedByHand(question: Question): boolean {
  return question.kind === 'essay'
}

/** The response when it answers this kind of question. */
export function ofKind<K extends Response['kind']>(
  kind: K,
  response: Response | null | undefined,
): Extract<Response, { kind: K }> | undefined {
  return response?.kind === kind ? (response as Extract<Response, { kind: K }>) : undefined
}
