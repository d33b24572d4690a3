import { renderMarkdown } from '../../../platform/markdown.ts'
import { formatDateTime } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import { type Html, trusted } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Card, Column, PageHead } from '../../../web/kit/layout.tsx'
import { Definitions } from '../../../web/kit/lists.tsx'
import { Notice } from '../../../web/kit/state.tsx'
import { Link, Prose } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import type { Presented } from '../../questions/presenting.ts'
import { Inline } from '../../questions/question-fields.tsx'
import { percentSaid } from '../parts.tsx'
import { words } from '../words.ts'
import type { ReplayShown } from './shapes.ts'
import { replayWords } from './words.ts'

type Part = { shown: ReplayShown; here: Here }

/** One attempt as its learner had it before them: the same questions, the same order, and what was answered. */
export function ReplayPage({ shown, here }: Part): Html {
  const { language, site } = here.visit
  const said = say(replayWords, language)
  const { exam, learner, number, started, submitted } = shown
  const at = `/marking/exams/${exam}/learners/${learner.id}`
  const moment = (when: Date) => formatDateTime(when, language, site.zone)
  return (
    <Page here={here} title={`${said.replay(number)} – ${learner.name}`}>
      <PageHead kicker={<Link href={at}>{learner.name}</Link>} title={said.replay(number)} lede={said.sittingTime(moment(started), moment(submitted))}>
        <Button href={`${at}/attempts/${number}/paper`} look="secondary" icon="printer">
          {said.onPaper}
        </Button>
      </PageHead>
      <Column>
        <Notice tone={shown.isSame ? 'success' : 'warning'} title={said.drawOf(shown.draw)}>
          {shown.isSame ? said.drawnAgain : said.bankChanged}
        </Notice>
        {shown.isGiven ? null : <Notice>{said.answersLater}</Notice>}
        {shown.lines.map((line) => (
          <LineCard shown={shown} line={line} here={here} />
        ))}
      </Column>
    </Page>
  )
}

type Line = ReplayShown['lines'][number]

function LineCard({ shown, line, here }: Part & { line: Line }): Html {
  const { language, site } = here.visit
  const [said, exam] = [say(replayWords, language), say(words, language)]
  const { number, question, given, expected, saved, percent } = line
  const facts = [
    [said.answered, given === null || given === '' ? said.nothing : <Lines text={given} />],
    [said.wasRight, expected === null || expected.length === 0 ? null : <Lines text={expected.join('\n')} />],
    [said.mark, percent === null ? said.countsNot : percentSaid(percent, language)],
    [said.savedThen, saved === null ? null : `${formatDateTime(saved, language, site.zone)}${saved > shown.deadline ? ` · ${exam.late}` : ''}`],
  ] as const
  return (
    <Card id={`question-${number}`} title={exam.question(number)}>
      <Prose lang={shown.language}>{trusted(renderMarkdown(question.text, { language: shown.language, firstHeading: 3 }))}</Prose>
      <Offered question={question as Presented} lang={shown.language} />
      {shown.isGiven ? <Definitions items={facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))} /> : null}
    </Card>
  )
}

/** What there was to choose from, in the order in which it stood. */
function Offered({ question, lang }: { question: Presented; lang: string }): Html | null {
  const list = [...('options' in question ? question.options : []), ...('items' in question ? question.items : []), ...('rows' in question ? question.rows : [])]
  const answers = 'answers' in question ? question.answers : []
  if (list.length === 0) return null
  return (
    <Prose lang={lang}>
      <ol>
        {list.map(({ text }) => (
          <li><Inline text={text} /></li>
        ))}
      </ol>
      {answers.length === 0 ? null : (
        <ul>
          {answers.map(({ text }) => (
            <li><Inline text={text} /></li>
          ))}
        </ul>
      )}
    </Prose>
  )
}

function Lines({ text }: { text: string }): Html {
  return (
    <>
      {text.split(/\n+/).map((line) => (
        <p>{line}</p>
      ))}
    </>
  )
}
