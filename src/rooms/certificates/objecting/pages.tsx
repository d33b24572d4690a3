import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Child, Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { TextArea } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Definitions } from '../../../web/kit/lists.tsx'
import { Notice } from '../../../web/kit/state.tsx'
import { Code, Link, Muted, Prose } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { words as holders } from '../words.ts'
import type { ShownContested } from './routes.tsx'
import { objectingWords } from './words.ts'

const words = { ...holders, ...objectingWords }

type Shown = { contested: ShownContested; here: Here }

/** What we did with a paper, its holder's objection to it, and what became of that. */
export function ObjectionPage(contested: ShownContested, here: Here): Html {
  const said = say(words, here.visit.language)
  const { objection } = contested
  return (
    <Page here={here} title={said.objectionTitle}>
      <PageHead title={said.objectionTitle} kicker={<span lang={contested.language}>{contested.courseTitle}</span>} />
      <Column>
        {objection?.decision ? <Decided decision={objection.decision} contested={contested} here={here} /> : null}
        <WhatWasDone contested={contested} here={here} />
        {objection ? <Said objection={objection} here={here} /> : <ObjectionForm contested={contested} here={here} />}
        <Link href="/certificates">{said.mineTitle}</Link>
      </Column>
    </Page>
  )
}

function WhatWasDone({ contested, here }: Shown): Html {
  const { language } = here.visit
  const said = say(words, language)
  return (
    <Card id="what" title={said.whatWeDid}>
      <Definitions items={doneSaid(contested, here)} />
    </Card>
  )
}

/** The decision in question: what, when and why, and what a correction changed. */
export function doneSaid({ code, against, since, reason, differences }: Pick<ShownContested, 'code' | 'against' | 'since' | 'reason' | 'differences'>, here: Here): [Child, Child][] {
  const { language, site } = here.visit
  const said = say(words, language)
  const day = formatDate(since, language, site.zone)
  const rows: ([Child, Child] | null)[] = [
    [said.code, <Code>{code}</Code>],
    reason ? [said.decision, against === 'revocation' ? said.wasRevokedOn(day) : said.wasCorrectedOn(day)] : null,
    reason ? [said.because, said[reason]] : null,
    ...differences.map(({ fact, before, after }): [Child, Child] => [said[fact], said.fromTo(before ?? said.nothing, after ?? said.nothing)]),
  ]
  return rows.filter((row): row is [Child, Child] => row !== null)
}

function ObjectionForm({ contested, here }: Shown): Html {
  const said = say(words, here.visit.language)
  const { values, errors } = here.entered
  return (
    <Card id="object" title={said.objectTitle}>
      <Form action={`/certificates/${contested.certificate}/objection`} guarded>
        <Stack>
          <TextArea
            name="text"
            label={said.whatIsWrong}
            description={contested.against === 'revocation' ? said.whatIsWrongRevoked : said.whatIsWrongCorrected}
            why={said.whoReads}
            value={String(values['text'] ?? '')}
            error={errors['text']}
            maxlength={4_000}
          />
          <Row>
            <Button>{said.sendObjection}</Button>
          </Row>
        </Stack>
      </Form>
    </Card>
  )
}

function Said({ objection, here }: { objection: NonNullable<ShownContested['objection']>; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const day = (moment: Date) => formatDate(moment, language, site.zone)
  return (
    <Card id="said" title={said.yourObjection}>
      <Muted>{said.saidOn(day(objection.made))}</Muted>
      <Written text={objection.text} />
      {objection.decision ? null : (
        <Notice title={said.waitsTitle} level={3}>
          {said.waitsText(day(objection.answerBy))}
        </Notice>
      )}
    </Card>
  )
}

function Decided({ decision, contested, here }: Shown & { decision: NonNullable<NonNullable<ShownContested['objection']>['decision']> }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const isGranted = decision.outcome === 'granted'
  return (
    <Notice tone={isGranted ? 'success' : 'warning'} title={isGranted ? said.grantedTitle : said.dismissedTitle}>
      <Stack gap="small">
        {isGranted ? <p>{contested.against === 'revocation' ? said.holdsAgain : said.correctedBack}</p> : null}
        <Muted>{said.answeredOn(formatDate(decision.decided, language, site.zone))}</Muted>
        <Written text={decision.answer} />
        {isGranted ? null : (
          <p>
            {said.stillDisagree} <Link href="/contact">{said.toContact}</Link>
          </p>
        )}
      </Stack>
    </Notice>
  )
}

/** As it was typed: an empty line begins a paragraph. */
export function Written({ text }: { text: string }): Html {
  return (
    <Prose>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph.split('\n').flatMap((line, i) => (i === 0 ? [line] : [<br />, line]))}</p>
      ))}
    </Prose>
  )
}
