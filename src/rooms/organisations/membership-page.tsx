import { localDay } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Child, Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Checkbox, Fieldset } from '../../web/kit/choices.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, PageHead, Row, Split, Stack } from '../../web/kit/layout.tsx'
import { Bar, Notice } from '../../web/kit/state.tsx'
import { BigNumber, Link, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { words as frameWords } from '../../web/words.ts'
import { AgreementHistory } from './agreement-parts.tsx'
import type { Agreement } from './history-service.ts'
import { dayAfter } from './rules.ts'
import { AskFor, CodeToCopy, StateTag, termText } from './term-parts.tsx'
import { WaitingRequests } from './waiting-requests.tsx'
import { words } from './words.ts'

export type Shown = Agreement & {
  organisation: { id: string; name: string }
  id: string
  code: string
  begins: string
  ends: string
  state: 'active' | 'notBegun' | 'expired' | 'suspended'
  domains: string | null
  domainsOnly: boolean
  joiningBegins: string | null
  joiningEnds: string | null
  seats: number
  taken: number
  activated: number
}

/** One membership for an employee: its numbers, its code, and what can be changed about it. */
export function MembershipPage(shown: Shown, here: Here): Html {
  const { organisation, id, state } = shown
  const said = say(words, here.visit.language)
  const at = `/administration/organisations/${organisation.id}/memberships/${id}`
  return (
    <Page here={here} title={`${said.membership}, ${organisation.name}`}>
      <PageHead
        title={said.membership}
        lede={termText(here, shown)}
        kicker={<Link href={`/administration/organisations/${organisation.id}`}>{organisation.name}</Link>}
      >
        <StateTag here={here} state={state} />
      </PageHead>
      <Split aside={<Aside here={here} shown={shown} at={at} />} asideLabel={said.studentId}>
        <WaitingRequests here={here} requests={shown.requests} at={at} />
        <Seats here={here} shown={shown} at={at} />
        <Renewal here={here} shown={shown} at={at} />
        <Subject id="agreement" title={said.agreement} what={said.agreementKept}>
          <AgreementHistory here={here} agreement={shown} />
          <Muted small>{said.seatOpens}</Muted>
        </Subject>
        <Joining here={here} shown={shown} at={at} />
      </Split>
    </Page>
  )
}

type Part = { here: Here; shown: Shown; at: string }

function Seats({ here, shown: { seats, taken, activated }, at }: Part): Html {
  const said = say(words, here.visit.language)
  const sentence = said.numbersTaken(taken, seats)
  return (
    <Card id="capacity" title={said.numbers}>
      <Stack>
        <BigNumber value={sentence} />
        <Bar value={Math.min(taken, seats)} max={seats} label={sentence} />
        {taken > seats ? <Notice tone="warning">{said.moreThanPaid(taken - seats)}</Notice> : null}
        <p>{said.numbersActivated(activated)}</p>
        <Muted small>{said.numbersNoNames}</Muted>
        <Form action={`${at}/seats`}>
          <Stack>
            <AskFor here={here} name="seats" value={seats} />
            <Button look="secondary">{said.changeSeats}</Button>
          </Stack>
        </Form>
      </Stack>
    </Card>
  )
}

function Renewal({ here, shown: { terms, seats }, at }: Part): Html {
  const { now, site, language } = here.visit
  const said = say(words, language)
  const begins = dayAfter(terms[0]?.ends ?? '', localDay(now, site.zone))
  return (
    <Subject id="renew" title={said.renew} what={said.renewWhat}>
      <Form action={`${at}/term`}>
        <Stack>
          <Fieldset legend={said.renew} hideLegend columns>
            <AskFor here={here} name="begins" value={begins} half />
            <AskFor here={here} name="ends" description={said.endsHow} half />
          </Fieldset>
          <AskFor here={here} name="termSeats" value={seats} description={said.termSeatsHow} />
          <Button look="secondary">{said.renew}</Button>
        </Stack>
      </Form>
    </Subject>
  )
}

function Joining({ here, shown: { domains, domainsOnly, joiningBegins, joiningEnds }, at }: Part): Html {
  const said = say(words, here.visit.language)
  return (
    <Subject id="joining" title={said.joining} what={said.joiningWhat}>
      <Form action={`${at}/joining`}>
        <Stack>
          <AskFor here={here} name="domains" value={domains ?? ''} description={said.domainsHow} optional />
          <Checkbox name="only" value="yes" checked={domainsOnly}>{said.domainsOnly}</Checkbox>
          <Fieldset legend={said.joiningDays} description={said.joiningDaysHow} columns>
            <AskFor here={here} name="joiningBegins" value={joiningBegins ?? ''} optional half />
            <AskFor here={here} name="joiningEnds" value={joiningEnds ?? ''} optional half />
          </Fieldset>
          <Button look="secondary">{say(frameWords, here.visit.language).save}</Button>
        </Stack>
      </Form>
    </Subject>
  )
}

function Aside({ here, shown: { code, state }, at }: Part): Html {
  const said = say(words, here.visit.language)
  const isPaused = state === 'suspended'
  return (
    <>
      <Card id="code" title={said.studentId}>
        <Stack>
          <Row>
            <CodeToCopy here={here} code={code} />
          </Row>
          <Muted small>{said.rotateWhat}</Muted>
          <Form action={`${at}/code`}>
            <Button look="secondary" icon="repeat">{said.rotateCode}</Button>
          </Form>
        </Stack>
      </Card>
      <Subject id="pause" title={isPaused ? said.resume : said.suspend} what={isPaused ? said.resumeWhat : said.suspendWhat}>
        <Form action={isPaused ? `${at}/resumption` : `${at}/suspension`}>
          <Button look="secondary" icon={isPaused ? 'play' : 'pause'}>{isPaused ? said.resume : said.suspend}</Button>
        </Form>
      </Subject>
    </>
  )
}

function Subject({ id, title, what, children }: { id: string; title: string; what: string; children: Child }): Html {
  return (
    <Card id={id} title={title}>
      <Stack>
        <Muted>{what}</Muted>
        {children}
      </Stack>
    </Card>
  )
}
