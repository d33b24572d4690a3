import { formatDate, localDay } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Card, PageHead, Row, Split, Stack } from '../../../web/kit/layout.tsx'
import { Details, Facts } from '../../../web/kit/lists.tsx'
import { Bar, EmptyState, Notice, Tag } from '../../../web/kit/state.tsx'
import { BigNumber, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { AgreementHistory } from '../agreement-parts.tsx'
import type { Agreement } from '../history-service.ts'
import { adviceFor, FEWEST_SHOWN, isEndingSoon, noonOf } from '../rules.ts'
import { countSaid } from '../saying-service.ts'
import { CodeToCopy, joiningText, StateTag } from '../term-parts.tsx'
import { words } from '../words.ts'
import { AskForSeats } from './ask-for-seats.tsx'

export type Told = Agreement & {
  id: string
  code: string
  begins: string
  ends: string
  state: 'active' | 'notBegun' | 'expired' | 'suspended'
  counted: string
  seats: number
  activated: number | null
  turnedAway: boolean
  joiningBegins: string | null
  joiningEnds: string | null
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
        <AskForSeats here={here} organisations={organisations} />
      </Split>
    </Page>
  )
}

type CapacityProps = { here: Here; id: string; organisation: string; told: Told; isOne: boolean }

function Capacity({ here, id, organisation, told, isOne }: CapacityProps): Html {
  const said = say(words, here.visit.language)
  const isOver = told.state === 'expired'
  return (
    <Card id={id} title={isOne ? said.numbers : organisation} hint={<StateTag here={here} state={told.state} />}>
      <Stack>
        <Numbers here={here} told={told} />
        <Facts items={factsOf(here, told)} />
        {isOver ? null : <Advice here={here} told={told} />}
        {isOver ? null : <CodeToShare here={here} told={told} />}
        <Details summary={said.agreement}>
          <Stack>
            <Muted small>{said.agreementKept}</Muted>
            <AgreementHistory here={here} agreement={told} />
          </Stack>
        </Details>
      </Stack>
    </Card>
  )
}

function factsOf({ visit: { language, site } }: Here, { begins, ends, seats, counted }: Told) {
  const said = say(words, language)
  const day = (date: string) => formatDate(noonOf(date), language, site.zone)
  return [
    { icon: 'calendar' as const, text: said.termFromTo(day(begins), day(ends)) },
    ...(seats < FEWEST_SHOWN ? [] : [{ icon: 'history' as const, text: said.countedOn(day(counted)) }]),
    { icon: 'book' as const, text: said.seatOpens },
  ]
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
  const sentence = countSaid({ seats, activated }, here.visit.language)
  if (activated === null) return <BigNumber value={sentence} />
  return (
    <Stack gap="small">
      <BigNumber value={sentence} />
      <Bar value={activated} max={seats} label={sentence} />
      <Muted>{activated === seats ? said.allActivated : said.notActivated(seats - activated)}</Muted>
    </Stack>
  )
}

/** What to do about the numbers; before a term ends, what they say about its renewal. */
function Advice({ here, told }: { here: Here; told: Told }): Html | null {
  const { language, now, site } = here.visit
  const said = say(words, language)
  if (told.turnedAway) return <Notice tone="warning" title={said.wantedSubject}>{said.wantedAdvice}</Notice>
  const advice = adviceFor(told)
  if (isEndingSoon(told.ends, localDay(now, site.zone))) {
    return <Notice tone="info" title={said.beforeRenewal}>{{ more: said.renewMore, fewer: said.renewFewer, none: said.renewSame }[advice]}</Notice>
  }
  if (advice === 'none') return null
  return <Notice tone="info">{advice === 'more' ? said.adviceMore : said.adviceFewer}</Notice>
}

function CodeToShare({ here, told: { code, joiningBegins, joiningEnds } }: { here: Here; told: Told }): Html {
  const said = say(words, here.visit.language)
  const when = joiningText(here, { joiningBegins, joiningEnds })
  return (
    <Stack gap="small">
      <Row>
        <Tag>{said.studentId}</Tag>
        <CodeToCopy here={here} code={code} />
      </Row>
      <Muted small>{said.codeForColleagues}</Muted>
      {when ? <Muted small>{when}</Muted> : null}
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

