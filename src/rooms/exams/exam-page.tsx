import { renderMarkdown } from '../../platform/markdown.ts'
import { formatDateTime } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import { type Html, trusted } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, Column, PageHead, Stack } from '../../web/kit/layout.tsx'
import { Facts, RowItem, Rows } from '../../web/kit/lists.tsx'
import { Notice, Tag } from '../../web/kit/state.tsx'
import { Link, Prose } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import type { NotNow } from './rules.ts'
import { words } from './words.ts'

export type ShownExam = {
  id: string
  course: string
  title: string
  introduction: string
  questions: number
  minutes: number
  usualMinutes: number
  passPercent: number
  attemptsLeft: number
  open: { id: string; at: number } | null
  notNow: NotNow | null
  attempts: { id: string; number: number; submitted: Date; percent: number | null; isPassed: boolean }[]
}

/** What an exam asks, before one starts it; and what came of earlier tries. */
export function ExamPage(exam: ShownExam, here: Here): Html {
  const said = say(words, here.visit.language)
  const time = exam.minutes === exam.usualMinutes ? said.time(exam.minutes) : said.extended(exam.minutes, exam.usualMinutes)
  return (
    <Page here={here} title={exam.title}>
      <Column>
        <Stack>
          <Link href={`/courses/${exam.course}`}>{said.toCourse}</Link>
          <PageHead kicker={said.exam} title={exam.title} />
          <Prose>{trusted(renderMarkdown(exam.introduction))}</Prose>
          <Card id="rules" title={said.rules}>
            <Facts
              items={[
                { icon: 'list', text: said.questions(exam.questions) },
                { icon: 'clock', text: time },
                { icon: 'check-circle', text: said.pass(exam.passPercent) },
                { icon: 'history', text: said.left(exam.attemptsLeft) },
                { icon: 'information', text: said.saves },
              ]}
            />
            <Starting exam={exam} here={here} />
          </Card>
          <Attempts exam={exam} here={here} />
        </Stack>
      </Column>
    </Page>
  )
}

function Starting({ exam, here }: { exam: ShownExam; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  if (exam.open) return <Button href={`/exams/attempts/${exam.open.id}/questions/${exam.open.at}`}>{said.goOn}</Button>
  if (exam.notNow) {
    const { reason, until } = exam.notNow
    return (
      <Notice tone="info" title={said[reason]}>
        {until ? said.until(formatDateTime(until, language, site.zone)) : ''}
      </Notice>
    )
  }
  return (
    <Form action={`/exams/${exam.id}/attempts`}>
      <Button iconAfter="arrow-right">{said.start}</Button>
    </Form>
  )
}

function Attempts({ exam, here }: { exam: ShownExam; here: Here }): Html | null {
  const { language, site } = here.visit
  const said = say(words, language)
  if (exam.attempts.length === 0) return null
  return (
    <Card id="attempts" title={said.attempts} flush>
      <Rows label={said.attempts}>
        {exam.attempts.map((one) => (
          <RowItem
            title={said.attempt(one.number)}
            href={`/exams/attempts/${one.id}`}
            detail={formatDateTime(one.submitted, language, site.zone)}
            end={one.percent === null ? undefined : said.percent(one.percent)}
            tag={<Verdict one={one} here={here} />}
          />
        ))}
      </Rows>
    </Card>
  )
}

function Verdict({ one, here }: { one: ShownExam['attempts'][number]; here: Here }): Html {
  const said = say(words, here.visit.language)
  if (one.percent === null) return <Tag tone="info">{said.waiting}</Tag>
  return one.isPassed ? <Tag tone="success">{said.passed}</Tag> : <Tag tone="warning">{said.notPassed}</Tag>
}
