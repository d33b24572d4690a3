import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Child, Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Checkbox } from '../../web/kit/choices.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, PageHead, Row, Split, Stack } from '../../web/kit/layout.tsx'
import { Bar } from '../../web/kit/state.tsx'
import { BigNumber, Link, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { words as frameWords } from '../../web/words.ts'
import { AskFor, CodeToCopy, StateTag, termText } from './term-parts.tsx'
import { words } from './words.ts'

type Shown = {
  organisation: { id: string; name: string }
  id: string
  code: string
  begins: string
  ends: string
  state: 'active' | 'notBegun' | 'expired' | 'suspended'
  domains: string | null
  domainsOnly: boolean
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
        <Seats here={here} shown={shown} at={at} />
        <Subject id="renew" title={said.renew} what={said.renewWhat}>
          <Form action={`${at}/term`}>
            <Stack>
              <AskFor here={here} name="ends" value={shown.ends} description={said.endsHow} />
              <Button look="secondary">{said.renew}</Button>
            </Stack>
          </Form>
        </Subject>
        <Subject id="help" title={said.domains} what={said.domainsHow}>
          <Form action={`${at}/domains`}>
            <Stack>
              <AskFor here={here} name="domains" value={shown.domains ?? ''} optional />
              <Checkbox name="only" value="yes" checked={shown.domainsOnly}>{said.domainsOnly}</Checkbox>
              <Button look="secondary">{say(frameWords, here.visit.language).save}</Button>
            </Stack>
          </Form>
        </Subject>
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
        <Bar value={taken} max={seats} label={sentence} />
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
