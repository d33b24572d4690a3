import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field, Select } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Definitions, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Notice, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { words as webWords } from '../../../web/words.ts'
import { WaitingObjections } from '../objecting/answering-page.tsx'
import { objectingWords } from '../objecting/words.ts'
import { givenReasons, reasons } from '../rules.ts'
import type { Overview, ShownExamined } from './routes.tsx'
import { staffWords } from './words.ts'
import { CodeForm, factsOf } from '../verifying/pages.tsx'
import { verifyingWords } from '../verifying/words.ts'
import { words } from '../words.ts'

const TONES = { valid: 'success', expired: 'warning', replaced: 'warning', revoked: 'danger' } as const

/** A search by code alone, since nobody is listed, and what waits for a second employee. */
export function StaffPage({ waiting, objections }: Overview, here: Here): Html {
  const said = say(staffWords, here.visit.language)
  return (
    <Page here={here} title={said.staffTitle}>
      <PageHead title={said.staffTitle} lede={said.staffLede} />
      <Column>
        <CodeForm here={here} action="/administration/certificates" button={said.find} />
        <Card id="waiting" title={said.waitingForSecond} flush={waiting.length > 0}>
          {waiting.length === 0 ? <Muted>{said.noneWaitingText}</Muted> : <WaitingRows waiting={waiting} here={here} />}
        </Card>
        <WaitingObjections objections={objections} here={here} />
      </Column>
    </Page>
  )
}

function WaitingRows({ waiting, here }: Pick<Overview, 'waiting'> & { here: Here }): Html {
  const { language, site } = here.visit
  const said = say(staffWords, language)
  return (
    <Rows label={said.waitingForSecond}>
      {waiting.map((one) => (
        <RowItem
          title={said.askedOn(formatDate(one.asked, language, site.zone))}
          href={`/administration/certificates/${one.certificate}`}
          detail={say(words, language).reasonIs(say(words, language)[one.reason])}
          tag={one.own ? <Tag>{said.askedByYou}</Tag> : null}
        />
      ))}
    </Rows>
  )
}

/** What one paper says, and what an employee may do about it. */
export function ExaminedPage(paper: ShownExamined, here: Here): Html {
  const { language } = here.visit
  const said = say(staffWords, language)
  const state = say({ ...words, ...verifyingWords }, language)[paper.status]
  return (
    <Page here={here} title={paper.code}>
      <PageHead title={paper.code} kicker={say(words, language).certificates} />
      <Column>
        {paper.asked ? <Second paper={paper} asked={paper.asked} here={here} /> : null}
        {paper.objected ? <Objected paper={paper} here={here} /> : null}
        <Card id="paper" title={say(words, language).paperSays}>
          <Row>
            <Tag tone={TONES[paper.status]}>{state}</Tag>
            <Tag>{said.versionNumber(paper.version)}</Tag>
          </Row>
          {paper.revokedBecause ? <Muted>{say(words, language).reasonIs(say(words, language)[paper.revokedBecause])}</Muted> : null}
          <Definitions items={factsOf(paper, here)} />
        </Card>
        {isInForce(paper) ? <Correction paper={paper} here={here} /> : null}
        {isInForce(paper) && !paper.asked ? <Revocation paper={paper} here={here} /> : null}
      </Column>
    </Page>
  )
}

type Shown = { paper: ShownExamined; here: Here }

function Second({ paper, asked, here }: Shown & { asked: NonNullable<ShownExamined['asked']> }): Html {
  const { language } = here.visit
  const said = say(staffWords, language)
  const reason = say(words, language).reasonIs(say(words, language)[asked.reason])
  return (
    <Notice tone="warning" title={said.secondTitle}>
      <Stack>
        <p>{reason}</p>
        {asked.own ? <p>{said.secondOwn}</p> : <Decision paper={paper} here={here} />}
      </Stack>
    </Notice>
  )
}

function Objected({ paper, here }: Shown): Html {
  const said = say(objectingWords, here.visit.language)
  return (
    <Notice title={said.objectionHere}>
      <Link href={`/administration/certificates/${paper.id}/objection`}>{said.toObjection}</Link>
    </Notice>
  )
}

function Decision({ paper, here }: Shown): Html {
  const said = say(staffWords, here.visit.language)
  return (
    <Form action={`/administration/certificates/${paper.id}/revocation/decision`}>
      <Row>
        <Button name="decision" value="approved" tone="danger">
          {said.approve}
        </Button>
        <Button name="decision" value="declined" look="secondary">
          {said.decline}
        </Button>
      </Row>
    </Form>
  )
}

function Correction({ paper, here }: Shown): Html {
  const said = say(staffWords, here.visit.language)
  if (paper.holderErased) return <Muted>{said.holderErased}</Muted>
  return (
    <Card id="correct" title={said.correctTitle}>
      <Form action={`/administration/certificates/${paper.id}/version`}>
        <Stack>
          <Muted>{said.correctText}</Muted>
          <CorrectionFields paper={paper} here={here} />
          <Select
            id="correction-reason"
            name="reason"
            label={said.correctionReason}
            empty={say(webWords, here.visit.language).choose}
            error={isCorrecting(here) ? here.entered.errors['reason'] : undefined}
            value={isCorrecting(here) ? String(here.entered.values['reason'] ?? '') : ''}
            options={givenReasons.map((value) => ({ value, text: say({ ...words, ...objectingWords }, here.visit.language)[value] }))}
          />
          <Row>
            <Button look="secondary">{said.issueNewVersion}</Button>
          </Row>
        </Stack>
      </Form>
    </Card>
  )
}

/** Both forms of the page ask for a reason: whose was refused is told by what else stood in it. */
function isCorrecting({ entered }: Here): boolean {
  return 'courseTitle' in entered.values
}

/** What has run out can still be corrected or revoked: it says what was. */
function isInForce({ status }: ShownExamined): boolean {
  return status === 'valid' || status === 'expired'
}

function CorrectionFields({ paper, here }: Shown): Html {
  const { language } = here.visit
  const said = say(words, language)
  const { optional } = say(webWords, language)
  const { values, errors } = here.entered
  const entered = (name: string, kept: string | number | null) => ({ name, value: String(values[name] ?? kept ?? ''), error: errors[name] })
  return (
    <>
      <Field {...entered('courseTitle', paper.courseTitle)} label={said.course} maxlength={200} />
      <Field {...entered('level', paper.level)} label={said.level} maxlength={60} optional={optional} short />
      <Field {...entered('hours', paper.hours)} label={say(staffWords, language).hoursField} type="number" min={1} max={1000} optional={optional} short />
      <Field {...entered('completed', paper.completed)} label={said.completedOn} type="date" short />
    </>
  )
}

function Revocation({ paper, here }: Shown): Html {
  const { language } = here.visit
  const said = say(staffWords, language)
  return (
    <Card id="revoke" title={said.revokeTitle}>
      <Form action={`/administration/certificates/${paper.id}/revocation`}>
        <Stack>
          <Muted>{said.revokeText}</Muted>
          <Select
            name="reason"
            label={said.reason}
            empty={say(webWords, language).choose}
            error={isCorrecting(here) ? undefined : here.entered.errors['reason']}
            value={isCorrecting(here) ? '' : String(here.entered.values['reason'] ?? '')}
            options={reasons.map((value) => ({ value, text: say(words, language)[value] }))}
          />
          <Row>
            <Button look="secondary" tone="danger">
              {said.ask}
            </Button>
          </Row>
        </Stack>
      </Form>
    </Card>
  )
}
