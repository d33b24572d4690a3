import { formatDate, localDay } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Child, Html } from '../../web/jsx-runtime.ts'
import { Button, CopyButton } from '../../web/kit/action.tsx'
import { Field } from '../../web/kit/fields.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../web/kit/layout.tsx'
import { Medal, RowItem, Rows } from '../../web/kit/lists.tsx'
import { EmptyState, Notice, Tag } from '../../web/kit/state.tsx'
import { BigNumber, Figures, Link, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { words as webWords } from '../../web/words.ts'
import type { Mine, ShownName } from './routes.tsx'
import { shownDay } from './snapshot.ts'
import { objectingWords } from './objecting/words.ts'
import { verifyingWords } from './verifying/words.ts'
import { words as holders } from './words.ts'

const words = { ...holders, ...verifyingWords, ...objectingWords }

/** All that a learner has, and what still waits for their name. */
export function MinePage(mine: Mine, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.mineTitle}>
      <PageHead title={said.mineTitle} lede={mine.papers.length > 0 ? said.mineLede : undefined} />
      <Stack gap="large">
        {mine.waiting > 0 ? <Waiting mine={mine} here={here} /> : null}
        {mine.papers.length > 0 ? <Papers mine={mine} here={here} /> : null}
        {mine.papers.length === 0 && mine.waiting === 0 ? (
          <EmptyState icon="seal" title={said.noneTitle} action={<Button href="/courses">{said.toCourses}</Button>}>
            {said.noneText}
          </EmptyState>
        ) : null}
      </Stack>
    </Page>
  )
}

function Waiting({ mine, here }: { mine: Mine; here: Here }): Html {
  const said = say(words, here.visit.language)
  if (mine.nameConfirmed) return <Notice>{said.beingIssued}</Notice>
  return (
    <Notice title={said.waitingTitle}>
      <Stack>
        <p>{said.waitingText(mine.waiting)}</p>
        <Row>
          <Button href="/certificates/name">{said.confirmName}</Button>
        </Row>
      </Stack>
    </Notice>
  )
}

type Paper = Mine['papers'][number]

function Papers({ mine, here }: { mine: Mine; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Card id="papers" title={said.certificates} flush>
      <Rows label={said.certificates}>
        {mine.papers.map((paper) => (
          <PaperRow paper={paper} nameConfirmed={mine.nameConfirmed} here={here} />
        ))}
      </Rows>
    </Card>
  )
}

type Shown = { paper: Paper; nameConfirmed: boolean; here: Here }

function PaperRow({ paper, nameConfirmed, here }: Shown): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <RowItem
      id={`certificate-${paper.code}`}
      lead={<Medal icon={paper.revoked ? 'seal-cross' : 'seal'} look={paper.revoked ? 'plain' : 'gold'} />}
      title={<span lang={paper.language}>{paper.courseTitle}</span>}
      tag={<StateTag paper={paper} here={here} />}
      detail={
        <>
          <Figures>{paper.code}</Figures>
          <br />
          {said.issuedOn(formatDate(paper.issued, language, site.zone))}
          <br />
          {endSaid(paper, here)}
          {paper.corrected ? <>{said.wasCorrectedOn(formatDate(paper.corrected.made, language, site.zone))}: {said[paper.corrected.reason]}.<br /></> : null}
          {paper.revokedBecause ? said.reasonIs(said[paper.revokedBecause]) : letterState(paper, here)}
        </>
      }
      actions={
        <>
          <ContestAction paper={paper} here={here} />
          {paper.revoked ? null : <PaperActions paper={paper} nameConfirmed={nameConfirmed} here={here} />}
        </>
      }
    />
  )
}

function StateTag({ paper, here }: { paper: Paper; here: Here }): Html | null {
  const said = say(words, here.visit.language)
  if (paper.revoked) return <Tag tone="danger">{said.revoked}</Tag>
  if (paper.expired) return <Tag tone="warning">{said.expired}</Tag>
  return paper.inOtherName ? <Tag tone="warning">{said.inOtherName}</Tag> : null
}

/** Until when it holds, and how to renew it. */
function endSaid({ validUntil, renewableFrom, revoked }: Paper, { visit: { language, now, site } }: Here): Child {
  if (validUntil === null || renewableFrom === null || revoked) return null
  const said = say(words, language)
  const isTime = localDay(now, site.zone) >= renewableFrom
  return (
    <>
      {said.holdsUntil(shownDay(validUntil, language))}. {isTime ? said.renewNow : said.renewFrom(shownDay(renewableFrom, language))}
      <br />
    </>
  )
}

function letterState({ delivery }: Paper, { visit: { language, site } }: Here): string | null {
  const said = say(words, language)
  if (!delivery) return null
  const day = formatDate(delivery.sent, language, site.zone)
  if (delivery.outcome === 'sent') return said.letterSent(day)
  if (delivery.outcome === 'delayed') return said.letterDelayed
  return delivery.outcome === 'refused' ? said.letterRefused(day) : said.letterWithheld
}

function PaperActions({ paper, nameConfirmed, here }: Shown): Html {
  const said = say(words, here.visit.language)
  return (
    <>
      {paper.inOtherName ? <NewName paper={paper} nameConfirmed={nameConfirmed} here={here} /> : null}
      {paper.delivery?.outcome === 'refused' || paper.delivery?.outcome === 'withheld' ? (
        <Form action={`/certificates/${paper.id}/delivery`}>
          <Button look="tertiary" icon="envelope" label={`${said.sendAgain}: ${paper.courseTitle}`}>
            {said.sendAgain}
          </Button>
        </Form>
      ) : null}
      <Button look="tertiary" icon="download" href={`/certificates/${paper.id}/paper`} label={said.pdfOf(paper.courseTitle)}>
        {said.pdf}
      </Button>
      <Button look="tertiary" icon="shield" href={new URL(paper.address).pathname}>
        {said.check}
      </Button>
      <CopyButton value={paper.address} text={said.share} copied={said.shared} />
    </>
  )
}

/** The way to say that what we did with it is wrong, and to the answer. */
function ContestAction({ paper: { contest, courseTitle }, here }: { paper: Paper; here: Here }): Html | null {
  if (!contest) return null
  const said = say(words, here.visit.language)
  const texts = { open: said.mayObject, waiting: said.objectionWaits, answered: said.seeAnswer }
  return (
    <Button look="tertiary" icon="chat" href={`/certificates/${contest.certificate}/objection`} label={`${texts[contest.state]}: ${courseTitle}`}>
      {texts[contest.state]}
    </Button>
  )
}

function NewName({ paper, nameConfirmed, here }: Shown): Html {
  const said = say(words, here.visit.language)
  if (!nameConfirmed) {
    return (
      <Button look="tertiary" icon="pencil" href="/certificates/name">
        {said.confirmName}
      </Button>
    )
  }
  return (
    <Form action={`/certificates/${paper.id}/version`}>
      <Button look="tertiary" icon="repeat">
        {said.inNewName}
      </Button>
    </Form>
  )
}

/** The name large, as on the paper, and what makes it so. */
export function NamePage(name: ShownName, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.nameTitle}>
      <PageHead title={said.nameTitle} lede={said.nameLede} />
      <Column>
        <Card id="on-paper" title={said.onPaper}>
          <BigNumber value={name.printed} />
        </Card>
        <Form action="/certificates/name">
          <Stack>
            <NamePart name="firstName" kept={name.firstName} here={here} />
            <NamePart name="lastName" kept={name.lastName} here={here} />
            <Field
              name="latinName"
              label={said.latinName}
              description={said.latinNameWhen}
              value={String(here.entered.values['latinName'] ?? name.latinName)}
              error={here.entered.errors['latinName']}
              optional={say(webWords, language).optional}
              maxlength={100}
              spellcheck={false}
            />
            {name.confirmed ? <Muted>{said.nameConfirmed(formatDate(name.confirmed, language, site.zone))}</Muted> : null}
            <Row>
              <Button>{said.thisIsMyName}</Button>
            </Row>
          </Stack>
        </Form>
        <Link href="/certificates">{said.mineTitle}</Link>
      </Column>
    </Page>
  )
}

function NamePart({ name, kept, here }: { name: 'firstName' | 'lastName'; kept: string; here: Here }): Html {
  const said = say(words, here.visit.language)
  const { values, errors } = here.entered
  return (
    <Field
      name={name}
      label={said[name]}
      value={String(values[name] ?? kept)}
      error={errors[name]}
      maxlength={100}
      autocomplete={name === 'firstName' ? 'given-name' : 'family-name'}
      spellcheck={false}
      why={name === 'lastName' ? said.whyName : undefined}
    />
  )
}
