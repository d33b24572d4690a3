import { plainText, renderMarkdown } from '../../platform/markdown.ts'
import { type Language, say } from '../../platform/words.ts'
import { type Html, trusted } from '../../web/jsx-runtime.ts'
import { Stack } from '../../web/kit/layout.tsx'
import { Definitions } from '../../web/kit/lists.tsx'
import { Muted, Prose } from '../../web/kit/text.tsx'
import { worthSaid } from './editing/worth.ts'
import type { Question } from './question.ts'
import { Inline } from './question-fields.tsx'
import { words } from './words.ts'

/** A question with its right answers, what each answer counts and all feedback: for authors and markers only. */
export function AnswerKey({ question, language }: { question: Question; language: Language }): Html {
  const pairs = pairsOf(question, language)
  return (
    <Stack>
      <Prose>{trusted(renderMarkdown(question.text, { language }))}</Prose>
      {pairs.length > 0 ? (
        <Definitions
          items={pairs.map(({ name, meaning, feedback }) => [name, <Meaning meaning={meaning} feedback={feedback} />])}
        />
      ) : null}
      {question.feedback ? <Prose>{trusted(renderMarkdown(question.feedback, { language }))}</Prose> : null}
    </Stack>
  )
}

type Pair = { name: Html | string; meaning: Html | string; feedback?: string | undefined }

function Meaning({ meaning, feedback }: Omit<Pair, 'name'>): Html {
  return (
    <Stack gap="small">
      <p>{meaning}</p>
      {feedback ? <Muted small>{plainText(feedback)}</Muted> : null}
    </Stack>
  )
}

function pairsOf(question: Question, language: Language): Pair[] {
  const said = say(words, language)
  const worth = (fraction: number) => worthSaid(String(fraction), language)
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(({ text, fraction, feedback }) => ({
        name: <Inline text={text} />,
        meaning: worth(fraction),
        feedback,
      }))
    case 'trueFalse':
      return [
        { name: said.isTrue, meaning: worth(question.answer ? 100 : 0), feedback: question.feedbackTrue },
        { name: said.isFalse, meaning: worth(question.answer ? 0 : 100), feedback: question.feedbackFalse },
      ]
    case 'numeric':
      return question.answers.map(({ value, tolerance, fraction, feedback }) => ({
        name: numberSaid(value, tolerance, language),
        meaning: worth(fraction),
        feedback,
      }))
    case 'shortAnswer':
      return question.answers.map(({ text, fraction, feedback }) => ({
        name: text,
        meaning: worth(fraction),
        feedback,
      }))
    case 'matching':
      return question.rows.map(({ text, answer, feedback }) => ({
        name: <Inline text={text} />,
        meaning: plainText(question.answers.find(({ id }) => id === answer)?.text ?? ''),
        feedback,
      }))
    case 'ordering':
      return question.items.map(({ text }, index) => ({
        name: said.placeOf(index + 1),
        meaning: <Inline text={text} />,
      }))
    case 'essay':
      return question.modelAnswer ? [{ name: said.modelAnswer, meaning: plainText(question.modelAnswer) }] : []
  }
}

function numberSaid(value: number, tolerance: number, language: Language): string {
  const shown = (number: number) => new Intl.NumberFormat(language, { maximumSignificantDigits: 15 }).format(number)
  return tolerance === 0 ? shown(value) : say(words, language).acceptedNumber(shown(value), shown(tolerance))
}
