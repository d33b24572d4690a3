import { plainText, renderMarkdown } from '../../platform/markdown.ts'
import { type Language, say } from '../../platform/words.ts'
import { type Html, trusted } from '../../web/jsx-runtime.ts'
import { Definitions } from '../../web/kit/lists.tsx'
import { Stack } from '../../web/kit/layout.tsx'
import { Notice } from '../../web/kit/state.tsx'
import { Prose, Strong } from '../../web/kit/text.tsx'
import { type Explanation, type ExplainedRow, explain, type Verdict } from './explaining.ts'
import type { Kind, Question } from './question.ts'
import { Inline } from './question-fields.tsx'
import type { Response } from './response.ts'
import { words } from './words.ts'

/**
 * A question with its answer and what was right: for a learner after the release, and for an author
 * who tries it. Says right and wrong in words, never by colour alone.
 */
export function MarkedQuestion(props: { question: Question; response: Response | null | undefined; language: Language }): Html {
  const { question, response, language } = props
  const explanation = explain(question, response, language)
  return (
    <Stack>
      <Prose>{trusted(renderMarkdown(question.text, { language }))}</Prose>
      <Notice tone={MOODS[explanation.verdict]}>
        <Strong>{verdictSaid(explanation, language)}</Strong>
      </Notice>
      <Definitions items={explanation.rows.map((row) => rowOf({ row, kind: question.kind, language }))} />
      {explanation.feedback ? <Prose>{trusted(renderMarkdown(explanation.feedback, { language }))}</Prose> : null}
    </Stack>
  )
}

const MOODS: Record<Verdict, 'success' | 'warning' | 'danger' | 'info'> = {
  right: 'success',
  partlyRight: 'warning',
  wrong: 'danger',
  notAnswered: 'info',
  markedByHand: 'info',
}

function verdictSaid({ said, fraction, verdict }: Explanation, language: Language): string {
  if (verdict !== 'partlyRight' || fraction === null) return said
  return say(words, language).verdictWithShare(said, Math.round(fraction * 100))
}

function rowOf(props: RowProps): readonly [Html, Html] {
  return [<RowName {...props} />, <RowVerdict {...props} />]
}

type RowProps = { row: ExplainedRow; kind: Kind; language: Language }

function RowName({ row, language }: RowProps): Html {
  return row.text === undefined ? <>{say(words, language).yourAnswer}</> : <Inline text={row.text} />
}

function RowVerdict(props: RowProps): Html {
  const { row, kind, language } = props
  const isChoice = kind === 'single' || kind === 'multiple' || kind === 'trueFalse'
  return (
    <Stack gap="small">
      {isChoice ? <p>{choiceSaid(row, language)}</p> : <Answered {...props} />}
      {row.feedback ? <Prose>{trusted(renderMarkdown(row.feedback, { language }))}</Prose> : null}
    </Stack>
  )
}

/** An option that could be chosen or left. */
function choiceSaid(row: ExplainedRow, language: Language): string {
  const said = say(words, language)
  if (row.given === undefined) return row.expected === undefined ? said.leftWrong : said.leftRight
  return row.expected === undefined ? said.choseWrong : said.choseRight
}

/** What was written, matched or placed, and what it should have been. What learners type is no Markdown. */
function Answered({ row, kind, language }: RowProps): Html {
  const said = say(words, language)
  const shown = (text: string) => (kind === 'matching' ? plainText(text) : text)
  return (
    <>
      <p>{row.given === undefined ? said.notAnswered : shown(row.given)}</p>
      {row.expected === undefined || row.isRight ? null : <p>{said.rightAnswerIs(shown(row.expected))}</p>}
    </>
  )
}
