import { renderMarkdown } from '../../../platform/markdown.ts'
import { formatDateTime } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import { type Html, trusted } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Definitions } from '../../../web/kit/lists.tsx'
import { Notice, Tag } from '../../../web/kit/state.tsx'
import { BigNumber, Link, Muted, Prose } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { Inline } from '../../questions/question-fields.tsx'
import { percentSaid, whenSaid } from '../parts.tsx'
import type { ResultShown, ReviewedLine } from './shapes.ts'
import { words } from '../words.ts'

type Part = { result: ResultShown; here: Here }

/** What came of an attempt, as much as may be known now. */
export function ResultPage({ result, here }: Part): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const { exam, course, number, lines } = result
  const because = { learner: said.becauseLearner, time: said.becauseTime, abandoned: said.becauseAbandoned }[result.because]
  return (
    <Page here={here} title={`${said.attempt(number)} – ${exam.title.text}`}>
      <exam-over data-attempt={result.attempt} />
      <Column>
        <PageHead
          kicker={<Link href={`/exams/${exam.id}`} lang={exam.title.language}>{exam.title.text}</Link>}
          title={said.attempt(number)}
          lede={because(formatDateTime(result.submitted, language, site.zone))}
        />
        <Outcome result={result} here={here} />
        <Row>
          <Button href={`/courses/${course.id}`} iconAfter="arrow-right">
            {said.toCourse}
          </Button>
          <Button href={`/exams/${exam.id}`} look="secondary">
            {said.toExam}
          </Button>
        </Row>
        {lines.map((line) => (
          <LineCard line={line} result={result} here={here} />
        ))}
      </Column>
    </Page>
  )
}

function Outcome({ result, here }: Part): Html {
  const { language } = here.visit
  const said = say(words, language)
  const { resultAt, isWithheld, state, percent, isPassed, points, most, passPercent } = result
  if (state === 'abandoned') return <Notice tone="warning">{said.abandonedText}</Notice>
  if (resultAt) return <Notice title={said.received}>{said.resultComes(whenSaid(resultAt, here))}</Notice>
  if (isWithheld) return <Notice title={said.received}>{said.resultWithheld}</Notice>
  if (state === 'waiting') return <Notice title={said.received}>{said.waitingText}</Notice>
  if (percent === null) return <Notice title={said.received}>{said.hiddenText}</Notice>
  const sum = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(points ?? 0)
  return (
    <Card id="result" title={said.result}>
      <BigNumber value={percentSaid(percent, language)}>{said.pointsOf(sum, most ?? 0)}</BigNumber>
      <Row>
        <Tag tone={isPassed ? 'success' : 'warning'}>{isPassed ? said.passed : said.notPassed}</Tag>
        <Muted>{said.passAt(passPercent)}</Muted>
      </Row>
    </Card>
  )
}

type LinePart = { line: ReviewedLine; here: Here }

function LineCard({ line, result, here }: LinePart & { result: ResultShown }): Html {
  const said = say(words, here.visit.language)
  const { language } = result
  const prose = (text: string) => <Prose lang={language}>{trusted(renderMarkdown(text, { language, firstHeading: 3 }))}</Prose>
  return (
    <Card id={`question-${line.number}`} title={said.question(line.number)} hint={line.isLate ? said.late : undefined}>
      {line.verdict ? <Verdict line={line} here={here} /> : null}
      {line.text === undefined ? null : prose(line.text)}
      {line.rows.length > 0 ? <Definitions items={line.rows.map((row) => [<RowName row={row} here={here} />, <RowSaid row={row} line={line} here={here} />] as const)} /> : null}
      {line.rows.length === 0 && !line.verdict ? <Muted>{said.verdictNotAnswered}</Muted> : null}
      {line.feedback ? prose(line.feedback) : null}
      {line.reason ? (
        <Notice title={said.markedBecause} level={3}>
          {line.reason}
        </Notice>
      ) : null}
      {line.comment ? (
        <Notice title={said.teacherSays} level={3}>
          {line.comment}
        </Notice>
      ) : null}
    </Card>
  )
}

function Verdict({ line: { verdict, fraction = 0 }, here }: LinePart): Html {
  const said = say(words, here.visit.language)
  const looks = {
    right: { tone: 'success', text: said.verdictRight },
    partlyRight: { tone: 'warning', text: said.verdictPartly(Math.round(fraction * 100)) },
    wrong: { tone: 'danger', text: said.verdictWrong },
    notAnswered: { tone: 'neutral', text: said.verdictNotAnswered },
    ignored: { tone: 'neutral', text: said.verdictIgnored },
  } as const
  const { tone, text } = looks[verdict ?? 'ignored']
  return (
    <Row>
      <Tag tone={tone}>{text}</Tag>
    </Row>
  )
}

type RowPart = { row: ReviewedLine['rows'][number]; here: Here }

function RowName({ row, here }: RowPart): Html {
  return row.text === undefined ? <>{say(words, here.visit.language).yourAnswer}</> : <Inline text={row.text} />
}

function RowSaid({ row, line, here }: RowPart & LinePart): Html {
  const said = say(words, here.visit.language)
  const isChoice = line.kind === 'single' || line.kind === 'multiple' || line.kind === 'trueFalse'
  return (
    <Stack gap="small">
      {isChoice ? <p>{choiceSaid({ row, here })}</p> : row.given === undefined ? null : <Given row={row} line={line} />}
      {!isChoice && row.expected !== undefined && row.isRight === false ? <p>{said.rightAnswer(row.expected)}</p> : null}
      {row.feedback ? <Prose>{trusted(renderMarkdown(row.feedback))}</Prose> : null}
    </Stack>
  )
}

/** What learners type is no Markdown; what they matched is the bank's. */
function Given({ row, line }: { row: RowPart['row']; line: ReviewedLine }): Html {
  const { given = '' } = row
  return line.kind === 'matching' ? <p><Inline text={given} /></p> : <>{given.split('\n').map((paragraph) => <p>{paragraph}</p>)}</>
}

/** Chosen or left; right or wrong only where that may be known. */
function choiceSaid({ row: { given, expected, isRight }, here }: RowPart): string {
  const said = say(words, here.visit.language)
  if (given !== undefined) {
    if (isRight === undefined) return said.chosen
    return expected === undefined ? said.chosenWrong : said.chosenRight
  }
  if (isRight === undefined) return ''
  return expected === undefined ? said.leftWrong : said.leftRight
}
