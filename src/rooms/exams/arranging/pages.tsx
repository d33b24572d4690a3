import { formatDateTime, localMinute } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import { type Here, NOTHING_ENTERED } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field, Select } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row } from '../../../web/kit/layout.tsx'
import { Definitions, Details, Facts, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Notice, Tag } from '../../../web/kit/state.tsx'
import { Heading, Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { words as webWords } from '../../../web/words.ts'
import { percentSaid } from '../parts.tsx'
import { replayWords } from '../replaying/words.ts'
import { attemptReasons } from '../rules.ts'
import { words } from '../words.ts'
import type { LearnerShown, LearnersShown } from './shapes.ts'
import { arrangingWords } from './words.ts'

/** Who takes an exam's course, and who has more time than others. */
export function LearnersPage({ shown, here }: { shown: LearnersShown; here: Here }): Html {
  const { language } = here.visit
  const [said, exam] = [say(arrangingWords, language), say(words, language)]
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
  const said = say(arrangingWords, here.visit.language)
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
  const { language, site } = here.visit
  const [said, web] = [say(arrangingWords, language), say(webWords, language)]
  const { exam, learner, minutes } = shown
  const { values, errors } = here.entered
  const field = (name: string, kept: string | number) => ({ name, value: typeof values[name] === 'string' ? values[name] : kept, error: errors[name] })
  const moment = (name: 'opens' | 'closes') => ({
    ...field(name, learner[name] ? localMinute(learner[name], site.zone) : ''),
    type: 'datetime-local' as const,
    optional: web.optional,
    half: true,
  })
  const ofAll = (at: Date | null) => (at ? said.openingOfAll(formatDateTime(at, language, site.zone)) : said.openingOfNone)
  return (
    <Card id="arrangement" title={said.moreTime}>
      <Muted>
        {said.usualMinutes(minutes)} {said.arrangementWhy}
      </Muted>
      <StandsNow shown={shown} here={here} />
      <Form action={`/marking/exams/${exam}/learners/${learner.id}`}>
        <Hidden name="revision" value={learner.revision} />
        <Field {...field('percentMore', percentMoreOf(learner))} label={said.percentMore} description={said.percentMoreText} inputmode="numeric" autocomplete="off" short />
        <Field {...field('extraMinutes', learner.extraMinutes)} label={said.minutesMore} inputmode="numeric" autocomplete="off" short />
        <Field {...field('extraAttempts', learner.extraAttempts)} label={said.attemptsMore} inputmode="numeric" autocomplete="off" short />
        <Select
          name="because"
          label={said.attemptsBecause}
          description={said.attemptsBecauseText}
          empty={web.choose}
          value={String(values['because'] ?? learner.because ?? '')}
          error={errors['because']}
          options={reasonsIn(here)}
        />
        <Field {...moment('opens')} label={said.ownOpening} description={ofAll(shown.opens)} />
        <Field {...moment('closes')} label={said.ownClosing} description={`${ofAll(shown.closes)} ${said.closingShows}`} />
        <div>
          <Button>{said.saveArrangement}</Button>
        </div>
      </Form>
    </Card>
  )
}

/** What a colleague has written meanwhile, beside what was typed and not saved. */
function StandsNow({ shown: { learner }, here }: Part): Html | null {
  const { language, site } = here.visit
  const said = say(arrangingWords, language)
  const sent = here.entered.values['revision']
  if (sent === undefined || Number(sent) === learner.revision) return null
  const moment = (at: Date | null) => (at ? formatDateTime(at, language, site.zone) : '–')
  return (
    <Notice tone="warning" title={said.standsNow}>
      <Definitions
        items={[
          [said.percentMore, percentMoreOf(learner)],
          [said.minutesMore, learner.extraMinutes],
          [said.attemptsMore, learner.extraAttempts],
          [said.ownOpening, moment(learner.opens)],
          [said.ownClosing, moment(learner.closes)],
        ]}
      />
    </Notice>
  )
}

function percentMoreOf({ factor }: LearnerShown['learner']): number {
  return Math.round((factor - 1) * 100)
}

function reasonsIn(here: Here): { value: string; text: string }[] {
  const said = say(arrangingWords, here.visit.language)
  return attemptReasons.map((value) => ({ value, text: said[`again_${value}`] }))
}

type Attempt = LearnerShown['attempts'][number]

function AttemptCard({ shown, attempt, here }: Part & { attempt: Attempt }): Html {
  const { language } = here.visit
  const [said, exam] = [say(arrangingWords, language), say(words, language)]
  const { number, submitted, percent, occurrences } = attempt
  return (
    <Card>
      <Heading level={2}>{exam.attempt(number)}</Heading>
      <Row>
        <Muted>{stateSaid(attempt, here)}</Muted>
        {percent === null ? null : <Tag>{percentSaid(percent, language)}</Tag>}
      </Row>
      {occurrences.length > 0 ? (
        <Details summary={said.occurrences(occurrences.length)}>
          <Facts items={occurrences.map((one) => ({ icon: 'history' as const, text: occurrenceSaid(one, here) }))} />
        </Details>
      ) : null}
      {submitted ? <Link href={`/marking/exams/${shown.exam}/learners/${shown.learner.id}/attempts/${number}`}>{say(replayWords, language).seeReplay}</Link> : null}
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

function occurrenceSaid({ kind, happened, minutes, because }: Attempt['occurrences'][number], here: Here): string {
  const { language, site } = here.visit
  const said = say(arrangingWords, language)
  const at = formatDateTime(happened, language, site.zone)
  if (kind === 'takenOver') return said.occurredTakenOver(at)
  const phrase = kind === 'minutesAdded' ? said.occurredMinutesAdded : said.occurredOpenedAgain
  return phrase(minutes ?? 0, at, said[`again_${because ?? 'agreed'}`])
}

/** More minutes for an attempt; for one that is handed in that means to open it, which cannot be taken back. */
function Extension({ shown, attempt: { number, submitted, deadline }, here }: Part & { attempt: Attempt }): Html {
  const { language } = here.visit
  const [said, web] = [say(arrangingWords, language), say(webWords, language)]
  const { errors, values } = isSent(number, here) ? here.entered : NOTHING_ENTERED
  const field = (name: 'minutes' | 'reason') => ({ name, id: errors[name] ? name : `${name}-${number}`, value: values[name] === undefined ? undefined : String(values[name]), error: errors[name] })
  return (
    <Form action={`/marking/exams/${shown.exam}/learners/${shown.learner.id}/extensions`}>
      {submitted ? <Notice tone="warning">{said.reopenMeans}</Notice> : null}
      <Hidden name="attempt" value={number} />
      <Hidden name="deadline" value={deadline.toISOString()} />
      {submitted ? <Hidden name="isOver" value="yes" /> : null}
      <Field {...field('minutes')} label={said.minutes} inputmode="numeric" autocomplete="off" short />
      <Select {...field('reason')} label={said.whyExtended} empty={web.choose} options={reasonsIn(here)} />
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
  const said = say(arrangingWords, language)
  if (!submitted) return said.runsUntil(formatDateTime(deadline, language, site.zone))
  return because === 'abandoned' ? said.notHandedInTime : said.handedIn(formatDateTime(submitted, language, site.zone))
}
