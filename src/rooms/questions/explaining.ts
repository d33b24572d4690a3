import { type Language, say } from '../../platform/words.ts'
import type { ChoiceOption } from './kinds/choice.ts'
import { findAcceptedNumber } from './kinds/numeric.ts'
import { findAcceptedText } from './kinds/short-answer.ts'
import { mark, ofKind } from './marking.ts'
import type { Question } from './question.ts'
import { isAnswered, type Response } from './response.ts'
import { words } from './words.ts'

export type Verdict = 'right' | 'partlyRight' | 'wrong' | 'notAnswered' | 'markedByHand'

/** One option, row or item. Texts are Markdown, but `given` and `expected` of typed answers plain. */
export type ExplainedRow = {
  text?: string
  /** What the learner chose or wrote here. */
  given?: string
  /** What was right here. */
  expected?: string
  /** Whether the learner's choice or silence here was right. */
  isRight: boolean
  feedback?: string
}

export type Explanation = {
  verdict: Verdict
  said: string
  fraction: number | null
  rows: ExplainedRow[]
  feedback?: string
}

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>
type Answer = Response | null | undefined

/**
 * What was right and why, for a learner after the release. An option's feedback is there when the
 * learner chose it. A model answer is not: that is for markers.
 */
export function explain(question: Question, response: Answer, language: Language): Explanation {
  const { fraction } = mark(question, response)
  const verdict = isAnswered(response) ? verdictOf(fraction) : 'notAnswered'
  return {
    verdict,
    said: say(words, language)[verdict],
    fraction,
    rows: rowsOf(question, response, language),
    ...(question.feedback ? { feedback: question.feedback } : {}),
  }
}

function verdictOf(fraction: number | null): Verdict {
  if (fraction === null) return 'markedByHand'
  if (fraction === 1) return 'right'
  return fraction === 0 ? 'wrong' : 'partlyRight'
}

function rowsOf(question: Question, response: Answer, language: Language): ExplainedRow[] {
  switch (question.kind) {
    case 'single': {
      const chosen = ofKind('single', response)?.chosen
      const isAnyRight = question.options.some((one) => one.id === chosen && one.fraction === 100)
      return question.options.map((one) => {
        const row = optionRow(one, one.id === chosen, one.fraction === 100)
        return isAnyRight ? { ...row, isRight: true } : row
      })
    }
    case 'multiple': {
      const chosen = ofKind('multiple', response)?.chosen ?? []
      return question.options.map((one) =>
        optionRow(one, chosen.includes(one.id), one.fraction > 0),
      )
    }
    case 'trueFalse':
      return trueFalseRows(question, response, language)
    case 'numeric':
      return [numericRow(question, response, language)]
    case 'shortAnswer':
      return [shortAnswerRow(question, response, language)]
    case 'matching':
      return matchingRows(question, response)
    case 'ordering':
      return orderingRows(question, response, language)
    case 'essay':
      return [{ ...given(ofKind('essay', response)?.text), isRight: false }]
  }
}

function optionRow(option: ChoiceOption, isChosen: boolean, isRightOption: boolean): ExplainedRow {
  return {
    text: option.text,
    ...given(isChosen ? option.text : undefined),
    ...(isRightOption ? { expected: option.text } : {}),
    isRight: isChosen === isRightOption,
    ...(isChosen && option.feedback ? { feedback: option.feedback } : {}),
  }
}

function trueFalseRows(
  question: Of<'trueFalse'>,
  response: Answer,
  language: Language,
): ExplainedRow[] {
  const { isTrue, isFalse } = say(words, language)
  const answer = ofKind('trueFalse', response)?.answer
  return [
    { value: true, text: isTrue, feedback: question.feedbackTrue },
    { value: false, text: isFalse, feedback: question.feedbackFalse },
  ].map(({ value, text, feedback }) => ({
    text,
    ...given(answer === value ? text : undefined),
    ...(question.answer === value ? { expected: text } : {}),
    isRight: (answer === value) === (question.answer === value),
    ...(answer === value && feedback ? { feedback } : {}),
  }))
}

function numericRow(question: Of<'numeric'>, response: Answer, language: Language): ExplainedRow {
  const said = say(words, language)
  const text = ofKind('numeric', response)?.text
  const found = findAcceptedNumber(question, text ?? '')
  const write = (value: number) => numberIn(language, value)
  const accepted = question.answers
    .filter((one) => one.fraction === 100)
    .map(({ value, tolerance }) =>
      tolerance > 0 ? said.acceptedNumber(write(value), write(tolerance)) : write(value),
    )
  const expected = said.eitherOf(accepted)
  return {
    ...given(text),
    expected: question.unit ? `${expected} ${question.unit}` : expected,
    isRight: found?.fraction === 100,
    ...(found?.feedback ? { feedback: found.feedback } : {}),
  }
}

function shortAnswerRow(
  question: Of<'shortAnswer'>,
  response: Answer,
  language: Language,
): ExplainedRow {
  const text = ofKind('shortAnswer', response)?.text
  const found = findAcceptedText(question, text ?? '')
  const accepted = question.answers.filter((one) => one.fraction === 100).map((one) => one.text)
  return {
    ...given(text),
    expected: say(words, language).eitherOf(accepted),
    isRight: found?.fraction === 100,
    ...(found?.feedback ? { feedback: found.feedback } : {}),
  }
}

function matchingRows(question: Of<'matching'>, response: Answer): ExplainedRow[] {
  const chosen = ofKind('matching', response)?.answers ?? {}
  const textOf = (id?: string) => question.answers.find((one) => one.id === id)?.text
  return question.rows.map((row) => ({
    text: row.text,
    ...given(textOf(chosen[row.id])),
    expected: textOf(row.answer) ?? '',
    isRight: chosen[row.id] === row.answer,
    ...(chosen[row.id] && row.feedback ? { feedback: row.feedback } : {}),
  }))
}

function orderingRows(
  question: Of<'ordering'>,
  response: Answer,
  language: Language,
): ExplainedRow[] {
  const { placeOf } = say(words, language)
  const places = ofKind('ordering', response)?.places ?? {}
  return question.items.map((item, index) => {
    const place = places[item.id]
    return {
      text: item.text,
      ...given(place === undefined ? undefined : placeOf(place)),
      expected: placeOf(index + 1),
      isRight: place === index + 1,
    }
  })
}

function given(text: string | undefined): { given?: string } {
  return text === undefined || text.trim() === '' ? {} : { given: text }
}

function numberIn(language: Language, value: number): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 15 }).format(value)
}
