import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Checkbox } from '../../web/kit/choices.tsx'
import { Field } from '../../web/kit/fields.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Split, Stack } from '../../web/kit/layout.tsx'
import { Details, Facts } from '../../web/kit/lists.tsx'
import { Bar, EmptyState, Notice, Tag } from '../../web/kit/state.tsx'
import { BigNumber, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { adviceFor, DAYS_AT_REST, FEWEST_SHOWN, noonOf } from './rules.ts'
import { CodeToCopy, StateTag } from './term-parts.tsx'
import { words } from './words.ts'

type Told = {
  code: string
  begins: string
  ends: string
  state: 'active' | 'notBegun' | 'expired' | 'suspended'
  counted: string
  seats: number
  activated: number | null
}

/** What a contact sees of their organisation: numbers as of the last count. */
export function CapacityPage({ organisations }: { organisations: readonly { name: string; memberships: readonly Told[] }[] }, here: Here): Html {
  const said = say(words, here.visit.language)
  const [only] = organisations
  return (
    <Page here={here} title={said.yourOrganisation}>
      <PageHead title={organisations.length === 1 && only ? only.name : said.yourOrganisation} lede={said.contactLede} />
      <Split aside={<WhatYouSee here={here} />} asideLabel={said.whatYouSee}>
        {organisations.flatMap(({ name, memberships }, place) =>
          memberships.map((told, index) => <Capacity here={here} id={`seats-${place}-${index}`} organisation={name} told={told} isOne={organisations.length === 1} />),
        )}
        {organisations.some(({ memberships }) => memberships.length > 0) ? null : (
          <EmptyState icon="buildings" title={said.noMembership}>{said.noMembershipWhy}</EmptyState>
        )}
      </Split>
    </Page>
  )
}

type CapacityProps = { here: Here; id: string; organisation: string; told: Told; isOne: boolean }

function Capacity({ here, id, organisation, told, isOne }: CapacityProps): Html {
  const { visit } = here
  const said = say(words, visit.language)
  const day = (date: string) => formatDate(noonOf(date), visit.language, visit.site.zone)
  const isOver = told.state === 'expired'
  return (
    <Card id={id} title={isOne ? said.numbers : organisation} hint={<StateTag here={here} state={told.state} />}>
      <Stack>
        <Numbers here={here} told={told} />
        <Facts
          items={[
            { icon: 'calendar', text: said.termFromTo(day(told.begins), day(told.ends)) },
            ...(told.seats < FEWEST_SHOWN ? [] : [{ icon: 'history' as const, text: said.countedOn(day(told.counted)) }]),
          ]}
        />
        {isOver ? null : <Advice here={here} told={told} />}
        {isOver ? null : <AskForSeats here={here} organisation={organisation} />}
        {isOver ? null : <CodeToShare here={here} code={told.code} />}
      </Stack>
    </Card>
  )
}

function Numbers({ here, told: { seats, activated } }: { here: Here; told: Told }): Html {
  const said = say(words, here.visit.language)
  if (seats < FEWEST_SHOWN) {
    return (
      <Stack gap="small">
        <BigNumber value={said.seatsPaid(seats)} />
        <Muted>{said.tooFewToCount}</Muted>
      </Stack>
    )
  }
  if (activated === null) return <BigNumber value={said.fewActivatedOf(seats)} />
  const sentence = said.activatedOf(activated, seats)
  return (
    <Stack gap="small">
      <BigNumber value={sentence} />
      <Bar value={activated} max={seats} label={sentence} />
      <Muted>{activated === seats ? said.allActivated : said.notActivated(seats - activated)}</Muted>
    </Stack>
  )
}

function Advice({ here, told }: { here: Here; told: Told }): Html | null {
  const said = say(words, here.visit.language)
  const advice = adviceFor(told)
  if (advice === 'none') return null
  return <Notice tone="info">{advice === 'more' ? said.adviceMore : said.adviceFewer}</Notice>
}

function AskForSeats({ here, organisation }: { here: Here; organisation: string }): Html {
  const said = say(words, here.visit.language)
  const subject = encodeURIComponent(said.askForSeatsSubject(organisation))
  return (
    <Stack gap="small">
      <Row>
        <Button look="secondary" icon="envelope" href={`mailto:${here.visit.site.contactEmail}?subject=${subject}`}>
          {said.askForSeats}
        </Button>
      </Row>
      <Muted small>{said.askWithoutNames}</Muted>
    </Stack>
  )
}

function CodeToShare({ here, code }: { here: Here; code: string }): Html {
  const said = say(words, here.visit.language)
  return (
    <Stack gap="small">
      <Row>
        <Tag>{said.studentId}</Tag>
        <CodeToCopy here={here} code={code} />
      </Row>
      <Muted small>{said.codeForColleagues}</Muted>
    </Stack>
  )
}

function WhatYouSee({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Card title={said.whatYouSee}>
      <Facts
        items={[
          { icon: 'bar-chart', text: said.seeNumbers },
          { icon: 'eye-slash', text: said.seeNoNames },
          { icon: 'shield', text: said.seeLater },
        ]}
      />
    </Card>
  )
}

type Own = { organisation: string; begins: string; ends: string } | null

/** A learner's own membership: who pays, until when, and how to leave. */
export function OwnMembershipPage({ membership }: { membership: Own }, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const day = (date: string) => formatDate(noonOf(date), language, site.zone)
  return (
    <Page here={here} title={said.membershipTitle}>
      <PageHead title={said.membershipTitle} />
      <Column>
        {membership ? (
          <>
            <Card id="membership" title={membership.organisation}>
              <Facts
                items={[
                  { icon: 'buildings', text: said.membershipPaidBy(membership.organisation) },
                  { icon: 'calendar', text: said.termFromTo(day(membership.begins), day(membership.ends)) },
                  { icon: 'eye-slash', text: said.membershipSees },
                ]}
              />
            </Card>
            <Moving here={here} />
            <Leaving here={here} />
          </>
        ) : (
          <>
            <EmptyState icon="buildings" title={said.noSeat}>{said.noSeatWhy}</EmptyState>
            <Moving here={here} />
          </>
        )}
      </Column>
    </Page>
  )
}

function Moving({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  const { values, errors } = here.entered
  const error = errors['membershipCode']
  return (
    <Details summary={said.move} open={error !== undefined}>
      <Stack>
        <p>{said.moveWhat}</p>
        <Form action="/membership">
          <Stack>
            <Field
              name="membershipCode"
              label={said.membershipCode}
              value={String(values['membershipCode'] ?? '')}
              error={error}
              maxlength={60}
              autocapitalize="characters"
              autocomplete="off"
              spellcheck={false}
            />
            <Button look="secondary">{said.move}</Button>
          </Stack>
        </Form>
      </Stack>
    </Details>
  )
}

function Leaving({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  const error = here.entered.errors['sure']
  return (
    <Details summary={said.leave} open={error !== undefined}>
      <Stack>
        <p>{said.leaveWhat(DAYS_AT_REST)}</p>
        <Row>
          <Button look="secondary" icon="download" href="/my-data">{said.downloadData}</Button>
        </Row>
        <Form action="/membership/leaving">
          <Stack>
            <Checkbox name="sure" value="yes" error={error}>{said.leaveSure}</Checkbox>
            <Button tone="danger" look="secondary">{said.leave}</Button>
          </Stack>
        </Form>
      </Stack>
    </Details>
  )
}
