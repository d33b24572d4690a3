import { renderMarkdown } from '../../../platform/markdown.ts'
import { formatDate, formatDateTime } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import { type Html, trusted } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Landscape } from '../../../web/kit/art.tsx'
import { Form } from '../../../web/kit/form.tsx'
import type { IconName } from '../../../web/kit/icon.tsx'
import { Card, PageHead, Split, Stack } from '../../../web/kit/layout.tsx'
import { Facts, Feature, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Notice, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted, Prose } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { durationSaid, percentSaid, whenSaid } from '../parts.tsx'
import type { ExamShown } from './shapes.ts'
import { words } from '../words.ts'

type Part = { exam: ExamShown; here: Here }

/** Before the start: what one agrees to, and one button; afterwards: what came of each attempt. */
export function ExamPage({ exam, here }: Part): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const { title, introduction, course, passed, history } = exam
  return (
    <Page here={here} title={title.text}>
      <PageHead
        kicker={<Link href={`/courses/${course.id}`} lang={course.title.language}>{course.title.text}</Link>}
        title={<span lang={title.language}>{title.text}</span>}
      />
      {passed ? <Notice tone="success">{said.passedOn(formatDate(passed, language, site.zone))}</Notice> : null}
      <Split asideLabel={said.rules} first={<Begin exam={exam} here={here} />} aside={<Rules exam={exam} here={here} />}>
        {introduction.text.trim() === '' ? null : (
          <Card>
            <Prose lang={introduction.language}>{trusted(renderMarkdown(introduction.text, { language: introduction.language }))}</Prose>
          </Card>
        )}
        {history.length > 0 ? <History exam={exam} here={here} /> : null}
      </Split>
    </Page>
  )
}

/** The one thing to do: go on, start, or wait. */
function Begin({ exam, here }: Part): Html {
  const said = say(words, here.visit.language)
  const { open, notNow, rules, history, id } = exam
  if (open) return <GoOn open={open} here={here} />
  if (notNow) return <NotNow exam={exam} notNow={notNow} here={here} />
  return (
    <Feature id="begin" kicker={said.questionsCount(rules.questions)} title={said.ready} art={<Landscape />}>
      <Stack>
        <p>{said.readyText}</p>
        <Muted>{timeSaid(exam, here)}</Muted>
        <Form action={`/exams/${id}/attempts`}>
          <div>
            <Button iconAfter="arrow-right">{history.length > 0 ? said.startAgain : said.start}</Button>
          </div>
        </Form>
      </Stack>
    </Feature>
  )
}

function GoOn({ open, here }: { open: NonNullable<ExamShown['open']>; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Feature id="begin" kicker={said.exam} title={said.underWay} art={<Landscape />}>
      <Stack>
        <p>{said.underWayUntil(whenSaid(open.deadline, here))}</p>
        <div>
          <Button href={open.href} iconAfter="arrow-right">
            {said.goOnWith(open.question)}
          </Button>
        </div>
      </Stack>
    </Feature>
  )
}

const REASONS = {
  enrolFirst: 'mustEnrol',
  notOpenYet: 'notOpenYet',
  examClosed: 'examClosed',
  noAttemptsLeft: 'noAttemptsLeft',
  waitFirst: 'waitFirst',
} as const

function NotNow({ exam, notNow, here }: Part & { notNow: NonNullable<ExamShown['notNow']> }): Html {
  const said = say(words, here.visit.language)
  return (
    <Notice tone="info" title={said.notNow}>
      <Stack gap="small">
        <p>
          {said[REASONS[notNow.reason]]} {notNow.until ? said.fromThen(whenSaid(notNow.until, here)) : null}
        </p>
        <div>
          <Button href={`/courses/${exam.course.id}`} look="secondary">
            {said.toCourse}
          </Button>
        </div>
      </Stack>
    </Notice>
  )
}

function Rules({ exam, here }: Part): Html {
  const said = say(words, here.visit.language)
  const { rules } = exam
  const isYetToOpen = rules.opens !== null && rules.opens > here.visit.now
  const items: { icon: IconName; text: string }[] = [
    { icon: 'list', text: said.questionsCount(rules.questions) },
    { icon: 'clock', text: `${timeSaid(exam, here)}. ${said.timeCounts}` },
    { icon: 'check-circle', text: said.passAt(rules.passPercent) },
    { icon: 'repeat', text: attemptsSaid(exam, here) },
    { icon: 'timer', text: upSaid(exam, here) },
    ...(rules.opens && isYetToOpen ? [{ icon: 'calendar' as const, text: (rules.isOwnOpening ? said.opensForYou : said.opensAt)(whenSaid(rules.opens, here)) }] : []),
    ...(rules.closes ? [{ icon: 'calendar' as const, text: (rules.isOwnClosing ? said.closesForYou : said.closesAt)(whenSaid(rules.closes, here)) }] : []),
    { icon: 'padlock-locked', text: said.savedAsYouGo },
  ]
  return (
    <Card id="rules" title={said.rules}>
      <Facts items={items} />
    </Card>
  )
}

function timeSaid({ rules }: ExamShown, here: Here): string {
  const { language } = here.visit
  const said = say(words, language)
  const { minutes, extendedFrom } = rules
  if (extendedFrom === null) return durationSaid(minutes, language)
  // Side by side in minutes they are compared at a glance, while minutes are few.
  if (minutes <= 120) return said.minutesExtended(minutes, extendedFrom)
  return said.timeExtended(durationSaid(minutes, language), durationSaid(extendedFrom, language))
}

const COUNTS = { first: 'countsFirst', last: 'countsLast', highest: 'countsHighest', average: 'countsAverage' } as const

function attemptsSaid({ rules }: ExamShown, here: Here): string {
  const { language } = here.visit
  const said = say(words, language)
  const wait = rules.waitMinutes > 0 ? [said.waitRule(durationSaid(rules.waitMinutes, language))] : []
  const many = rules.attempts > 1 ? [said[COUNTS[rules.whichCounts]], ...wait] : []
  return [said.attemptsRule(rules.attemptsLeft, rules.attempts), ...many].join(' ')
}

function upSaid({ rules: { onTimeUp, graceSeconds } }: ExamShown, here: Here): string {
  const said = say(words, here.visit.language)
  if (onTimeUp === 'submit') return said.upSubmit
  if (onTimeUp === 'abandon') return said.upAbandon
  return said.upGrace(graceSeconds % 60 === 0 ? said.minutes(graceSeconds / 60) : said.seconds(graceSeconds))
}

function History({ exam, here }: Part): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Card id="history" title={said.history} flush>
      <Rows label={said.history}>
        {exam.history.map((attempt) => (
          <RowItem
            title={said.attempt(attempt.number)}
            href={attempt.state === 'open' ? undefined : `/exams/attempts/${attempt.id}`}
            detail={formatDateTime(attempt.submitted ?? attempt.started, language, site.zone)}
            end={attempt.percent === null ? undefined : percentSaid(attempt.percent, language) + (attempt.counts ? ` · ${said.counting}` : '')}
            tag={<StateTag attempt={attempt} here={here} />}
          />
        ))}
      </Rows>
    </Card>
  )
}

const STATES = { open: 'stateOpen', waiting: 'stateWaiting', abandoned: 'stateAbandoned', marked: 'stateMarked' } as const

function StateTag({ attempt, here }: { attempt: ExamShown['history'][number]; here: Here }): Html {
  const said = say(words, here.visit.language)
  if (attempt.resultAt || attempt.isWithheld) return <Tag tone="info">{said.stateHidden}</Tag>
  if (attempt.isPassed === null) return <Tag tone={attempt.state === 'abandoned' ? 'warning' : 'info'}>{said[STATES[attempt.state]]}</Tag>
  return attempt.isPassed ? <Tag tone="success">{said.passed}</Tag> : <Tag>{said.notPassed}</Tag>
}
