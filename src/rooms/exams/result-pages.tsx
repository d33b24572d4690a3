import { formatDateTime } from '../../platform/time.ts'
import { type Language, say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../web/kit/lists.tsx'
import { Notice, Tag } from '../../web/kit/state.tsx'
import { BigNumber, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { MarkedQuestion } from '../questions/marked-question.tsx'
import type { Question } from '../questions/question.ts'
import type { Response } from '../questions/response.ts'
import { TimeLeft } from './question-page.tsx'
import type { Step } from './sheet.ts'
import { words } from './words.ts'

export type Submission = { attempt: string; title: string; deadline: Date; now: Date; steps: Step[] }

/** The last look before handing in: what is answered, what is not. */
export function SubmissionPage(submission: Submission, here: Here): Html {
  const said = say(words, here.visit.language)
  const { attempt, steps, title } = submission
  const answered = steps.filter(({ isAnswered }) => isAnswered).length
  return (
    <Page here={here} title={said.handIn} focus={{ title, right: <TimeLeft {...submission} here={here} /> }}>
      <Column>
        <Stack>
          <PageHead title={said.handIn} lede={said.handInText(answered, steps.length)} />
          <Card id="questions" title={said.questions(steps.length)} flush>
            <Rows label={said.questions(steps.length)}>
              {steps.map((step) => (
                <RowItem
                  title={said.questionOf(step.number, steps.length)}
                  href={`/exams/attempts/${attempt}/questions/${step.number}`}
                  tag={step.isFlagged ? <Tag tone="brand1">{said.flagged}</Tag> : undefined}
                  end={step.isAnswered ? said.answered : said.open}
                />
              ))}
            </Rows>
          </Card>
          <Form action={`/exams/attempts/${attempt}/submission`}>
            <Row align="between">
              <Button href={`/exams/attempts/${attempt}/questions/1`} look="secondary">
                {said.back}
              </Button>
              <Button>{said.handInNow}</Button>
            </Row>
          </Form>
        </Stack>
      </Column>
    </Page>
  )
}

export type Result = {
  attempt: string
  exam: string
  course: string
  title: string
  language: Language
  isOpen: boolean
  submitted: Date | null
  because: 'learner' | 'time' | 'abandoned' | null
  percent: number | null
  isPassed: boolean | null
  isWaiting: boolean
  lines: { number: number; question: unknown; response: Response | null }[]
}

/** What came of an attempt: as much as the exam's rules let the learner know by now. */
export function ResultPage(result: Result, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={`${said.result} – ${result.title}`}>
      <Column>
        <Stack>
          <PageHead kicker={result.title} title={said.result} />
          <Card id="result">
            {result.percent === null ? null : <BigNumber value={said.percent(result.percent)}>{result.isPassed ? said.passed : said.notPassed}</BigNumber>}
            {result.isWaiting ? <Notice tone="info">{said.waiting}</Notice> : null}
            {result.submitted ? <Muted>{said.received(formatDateTime(result.submitted, language, site.zone))}</Muted> : null}
            {result.because === 'time' ? <Muted>{said.byTime}</Muted> : null}
            {result.because === 'abandoned' ? <Muted>{said.byAbandon}</Muted> : null}
            <Row>
              {result.isOpen ? <Button href={`/exams/attempts/${result.attempt}/questions/1`}>{said.goOn}</Button> : null}
              <Button href={`/courses/${result.course}`} look="secondary">
                {said.toCourse}
              </Button>
              <Button href={`/exams/${result.exam}`} look="tertiary">
                {said.toExam}
              </Button>
            </Row>
          </Card>
          {result.lines.map((line) => (
            <Card id={`question-${line.number}`} title={said.questionOf(line.number, result.lines.length)}>
              <MarkedQuestion question={line.question as Question} response={line.response} language={result.language} />
            </Card>
          ))}
        </Stack>
      </Column>
    </Page>
  )
}
