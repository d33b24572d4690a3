import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Fieldset, Tile } from '../../../web/kit/choices.tsx'
import { TextArea } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Definitions, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Notice, Tag } from '../../../web/kit/state.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { words as holders } from '../words.ts'
import type { Waiting } from './answering.ts'
import type { ShownObjection } from './answering-routes.tsx'
import { doneSaid, Written } from './pages.tsx'
import { objectingWords } from './words.ts'

const words = { ...holders, ...objectingWords }

type Shown = { objection: ShownObjection; here: Here }

/** What a holder objects to and says, and the answer that two employees give. */
export function AnsweringPage(objection: ShownObjection, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const { code, certificate, decided, proposal } = objection
  return (
    <Page here={here} title={`${said.objectionTitle}: ${code}`}>
      <PageHead title={said.objectionTitle} kicker={<Link href={`/administration/certificates/${certificate}`}>{code}</Link>} />
      <Column>
        {decided ? <Notice tone="success">{said.isAnswered}</Notice> : null}
        <Card id="what" title={said.whatWeDid}>
          <Definitions items={[[said.course, <span lang={objection.language}>{objection.courseTitle}</span>], ...doneSaid({ ...objection, since: objection.made }, here).filter(([name]) => name !== said.decision)]} />
        </Card>
        <Card id="said" title={said.holderSays}>
          <Muted>
            {said.saidOn(formatDate(objection.made, language, site.zone))}.{decided ? '' : ` ${said.answerBefore(formatDate(objection.answerBy, language, site.zone))}.`}
          </Muted>
          <Written text={objection.text} />
        </Card>
        {proposal ? <Proposal objection={objection} proposal={proposal} here={here} /> : <ProposalForm objection={objection} here={here} />}
      </Column>
    </Page>
  )
}

function ProposalForm({ objection, here }: Shown): Html {
  const said = say(words, here.visit.language)
  const { values, errors } = here.entered
  const tile = (value: 'granted' | 'dismissed', description: string) => (
    <Tile id={`outcome-${value}`} name="outcome" value={value} checked={values['outcome'] === value} description={description}>
      {said[value]}
    </Tile>
  )
  return (
    <Card id="propose" title={said.proposeTitle}>
      <Form action={`/administration/certificates/${objection.certificate}/objection`} guarded>
        <Stack>
          <Muted>{said.proposeText}</Muted>
          <Fieldset id="outcome" legend={said.proposeTitle} hideLegend error={errors['outcome']}>
            {tile('granted', objection.against === 'revocation' ? said.grantedRevocation : said.grantedCorrection)}
            {tile('dismissed', said.dismissedDetail)}
          </Fieldset>
          <TextArea name="answer" label={said.answerLabel} description={said.answerDescription} value={String(values['answer'] ?? '')} error={errors['answer']} maxlength={4_000} />
          <Row>
            <Button>{said.propose}</Button>
          </Row>
        </Stack>
      </Form>
    </Card>
  )
}

function Proposal({ objection, proposal, here }: Shown & { proposal: NonNullable<ShownObjection['proposal']> }): Html {
  const said = say(words, here.visit.language)
  return (
    <Card id="proposal" title={objection.decided ? said.isAnswered : said.proposalTitle}>
      <Row>
        <Tag tone={proposal.outcome === 'granted' ? 'success' : 'warning'}>{said[proposal.outcome]}</Tag>
      </Row>
      <Written text={proposal.answer} />
      {objection.decided ? null : <Decision objection={objection} here={here} />}
    </Card>
  )
}

function Decision({ objection, here }: Shown): Html {
  const said = say(words, here.visit.language)
  if (!objection.mayDecide) return <Muted>{said.notYours}</Muted>
  return (
    <Form action={`/administration/certificates/${objection.certificate}/objection/decision`}>
      <Row>
        <Button name="decision" value="approved">
          {said.decideIt}
        </Button>
        <Button name="decision" value="sentBack" look="secondary">
          {said.sendBack}
        </Button>
      </Row>
    </Form>
  )
}

/** Objections that wait for an answer, the oldest first. */
export function WaitingObjections({ objections, here }: { objections: readonly Waiting[]; here: Here }): Html {
  const { language, now, site } = here.visit
  const said = say(words, language)
  return (
    <Card id="objections" title={said.objections} flush={objections.length > 0}>
      {objections.length === 0 ? <Muted>{said.noObjections}</Muted> : null}
      {objections.length > 0 ? (
        <Rows label={said.objections}>
          {objections.map((one) => (
            <RowItem
              title={one.against === 'revocation' ? said.againstRevocation : said.againstCorrection}
              href={`/administration/certificates/${one.certificate}/objection`}
              detail={said.answerBefore(formatDate(one.answerBy, language, site.zone))}
              tag={one.answerBy < now ? <Tag tone="danger">{said.answerLate}</Tag> : one.isProposed ? <Tag>{said.proposed}</Tag> : null}
            />
          ))}
        </Rows>
      ) : null}
    </Card>
  )
}
