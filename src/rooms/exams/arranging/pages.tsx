import { formatDateTime } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field, Select } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row } from '../../../web/kit/layout.tsx'
import { Details, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Notice, Tag } from '../../../web/kit/state.tsx'
import { Heading, Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import type { LearnerShown, LearnersShown } from '../marking/shapes.ts'
import { markingWords } from '../marking/words.ts'
import { words as webWords } from '../../../web/words.ts'
import { percentSaid } from '../parts.tsx'
import { attemptReasons } from '../rules.ts'
import { words } from '../words.ts'

/** Who takes an exam's course, and who has more time than others. */
export function LearnersPage({ shown, here }: { shown: LearnersShown; here: Here }): Html {
  const { language } = here.visit
  const [said, exam] = [say(markingWords, language), say(words, language)]
  return (
    <Page here={here} title={said.learners}>
      <PageHead
        kicker={<Link href={`/marking/exams/${shown.exam}`} lang={shown.title.language}>{shown.title.text}</Link>}
        title={said.learners}
        lede={`${said.learnersText} ${said.usualMinutes(shown.minutes)}`}
      />
      {shown.learners.length === 0 ? (
        <EmptyState icon="person-group" title={said.noLearners} />
      ) : (
        <Card flush>
          <Rows label={said.learners}>
            {shown.learners.map((learner) => (
              <RowItem
                title={learner.name}
                href={`/marking/exams/${shown.exam}/learners/${learner.id}`}
                detail={`${said.attemptsColumn}: ${learner.attempts}`}
                end={learner.minutes > shown.minutes ? exam.minutesExtended(learner.minutes, shown.minutes) : undefined}
                tag={learner.passed === null ? undefined : <Tag tone="success">{exam.passed}</Tag>}
              />
            ))}
          </Rows>
        </Card>
      )}
    </Page>
  )
}

type Part = { shown: LearnerShown; here: Here }

/** One learner: what they get more than others, and each attempt. */
export function LearnerPage({ shown, here }: Part): Html {
  const said = say(markingWords, here.visit.language)
  const { exam, learner, attempts } = shown
  return (
    <Page here={here} title={`${learner.name} – ${shown.title.text}`}>
      <PageHead kicker={<Link href={`/marking/exams/${exam}/learners`}>{said.learners}</Link>} title={learner.name} lede={shown.title.text} />
      <Column>
        <ArrangementForm shown={shown} here={here} />
        {attempts.map((attempt) => (
          <AttemptCard shown={shown} attempt={attempt} here={here} />
        ))}
      </Column>
    </Page>
  )
}

function ArrangementForm({ shown, here }: Part): Html {
  const said = say(markingWords, here.visit.language)
  const { exam, learner, minutes } = shown
  const { values, errors } = here.entered
  const field = (name: string, kept: number) => ({ name, value: typeof values[name] === 'string' ? String(values[name]) : kept, error: errors[name] })
  return (
    <Card id="arrangement" title={said.moreTime}>
      <Muted>
        {said.usualMinutes(minutes)} {said.arrangementWhy}
      </Muted>
      <Form action={`/marking/exams/${exam}/learners/${learner.id}`}>
        <Field {...field('percentMore', Math.round((learner.factor - 1) * 100))} label={said.percentMore} description={said.percentMoreText} inputmode="numeric" autocomplete="off" short />
        <Field {...field('extraMinutes', learner.extraMinutes)} label={said.minutesMore} inputmode="numeric" autocomplete="off" short />
        <Field {...field('extraAttempts', learner.extraAttempts)} label={said.attemptsMore} inputmode="numeric" autocomplete="off" short />
        <Select
          name="because"
          label={said.attemptsBecause}
          description={said.attemptsBecauseText}
          empty={say(webWords, here.visit.language).choose}
          value={String(values['because'] ?? learner.because ?? '')}
          error={errors['because']}
          options={attemptReasons.map((value) => ({ value, text: said[`again_${value}`] }))}
        />
        <div>
          <Button>{said.saveArrangement}</Button>
        </div>
      </Form>
    </Card>
  )
}

type Attempt = LearnerShown['attempts'][number]

function AttemptCard({ shown, attempt, here }: Part & { attempt: Attempt }): Html {
  const { language } = here.visit
  const [said, exam] = [say(markingWords, language), say(words, language)]
  const { number, submitted, percent } = attempt
  return (
    <Card>
      <Heading level={2}>{exam.attempt(number)}</Heading>
      <Row>
        <Muted>{stateSaid(attempt, here)}</Muted>
        {percent === null ? null : <Tag>{percentSaid(percent, language)}</Tag>}
      </Row>
      {submitted ? (
        <Details summary={said.reopen} open={isSent(number, here)}>
          <Extension shown={shown} attempt={attempt} here={here} />
        </Details>
      ) : (
        <Extension shown={shown} attempt={attempt} here={here} />
      )}
    </Card>
  )
}

/** More minutes for an attempt; for one that is handed in that means to open it, which cannot be taken back. */
function Extension({ shown, attempt: { number, submitted }, here }: Part & { attempt: Attempt }): Html {
  const said = say(markingWords, here.visit.language)
  const [error, typed] = isSent(number, here) ? [here.entered.errors['minutes'], here.entered.values['minutes']] : []
  return (
    <Form action={`/marking/exams/${shown.exam}/learners/${shown.learner.id}/extensions`}>
      {submitted ? <Notice tone="warning">{said.reopenMeans}</Notice> : null}
      <Hidden name="attempt" value={number} />
      <Field
        name="minutes"
        id={error ? 'minutes' : `minutes-${number}`}
        label={said.minutes}
        value={typed === undefined ? undefined : String(typed)}
        error={error}
        inputmode="numeric"
        autocomplete="off"
        short
      />
      <div>
        <Button look="secondary">{submitted ? said.reopenNow : said.addMinutes}</Button>
      </div>
    </Form>
  )
}

/** The same form stands at each attempt: what came back belongs to the one that was sent. */
function isSent(attempt: number, here: Here): boolean {
  return here.entered.values['attempt'] === String(attempt)
}

function stateSaid({ submitted, because, deadline }: Attempt, here: Here): string {
  const { language, site } = here.visit
  const said = say(markingWords, language)
  if (!submitted) return said.runsUntil(formatDateTime(deadline, language, site.zone))
  return because === 'abandoned' ? said.notHandedInTime : said.handedIn(formatDateTime(submitted, language, site.zone))
}
