import { formatDate, formatDateTime } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button, CopyButton } from '../../web/kit/action.tsx'
import { Checkbox } from '../../web/kit/choices.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../web/kit/layout.tsx'
import { Definitions, Facts, RowItem, Rows } from '../../web/kit/lists.tsx'
import { Notice } from '../../web/kit/state.tsx'
import { Code, Figures, Link, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { words as webWords } from '../../web/words.ts'
import { ProofField } from './proof-field.tsx'
import type { ShownOutcome } from './shapes.ts'
import { words } from './words.ts'

type Preview = { outcome: ShownOutcome; proof: { isFresh: boolean; hasPassword: boolean } }

/** What goes, what stays and why, what stops working; then one button. */
export function DeletionPage({ outcome, proof }: Preview, here: Here): Html {
  const said = say(words, here.visit.language)
  const mayGo = proof.hasPassword || proof.isFresh
  return (
    <Page here={here} title={said.deletionTitle}>
      <PageHead title={said.deletionTitle} lede={said.deletionLede} />
      <Column>
        <Notice tone="info">
          {said.takeFirst} <Link href="/my-data/copy">{said.takeAll}</Link>
        </Notice>
        <Card id="stops" title={said.stops}>
          <Facts items={stopsFor(outcome, here)} />
        </Card>
        <Outcome outcome={outcome} here={here} titles={{ deleted: said.goes, forgotten: said.stays }} />
        <Card>
          <Form action="/my-data/deletion">
            <Stack>
              {hasCertificates(outcome) ? (
                <Checkbox name="copies" value="yes" checked error={here.entered.errors['copies']}>
                  {said.sendCopies}
                </Checkbox>
              ) : null}
              <ProofField proof={proof} here={here} />
              <Row>
                {mayGo ? (
                  <Button tone="danger" icon="trash">
                    {said.deleteNow}
                  </Button>
                ) : null}
                <Button href="/my-data" look="tertiary">
                  {said.keepAccount}
                </Button>
              </Row>
            </Stack>
          </Form>
        </Card>
      </Column>
    </Page>
  )
}

function hasCertificates({ forgotten }: ShownOutcome): boolean {
  return forgotten.some(({ table, rows }) => table === 'certificates.certificates' && rows > 0)
}

type Receipt = {
  code: string
  erased: Date
  due: Date | null
  cause: 'asked' | 'deactivated' | 'neverConfirmed' | 'replayed'
  until: Date
  outcome: ShownOutcome
}

/** The proof that it is done, for whoever has the code. */
export function ReceiptPage({ code, erased, due, cause, until, outcome }: Receipt, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const shared = say(webWords, language)
  return (
    <Page here={here} title={said.receiptTitle}>
      <PageHead kicker={site.legalName} title={said.receiptTitle} lede={said.receiptLede} />
      <Column>
        <Notice tone="success">{said.receiptKeep}</Notice>
        <Card>
          <Definitions
            items={[
              [said.receiptCode, [<Code id="code">{code}</Code>, <CopyButton value={code} text={shared.copy} copied={shared.copied} />]],
              [said.receiptErased, formatDateTime(erased, language, site.zone)],
              [said.receiptCause, said[`cause_${cause}`]],
              ...(due ? [[said.receiptDue, formatDateTime(due, language, site.zone)] as const] : []),
              [said.receiptUntil, formatDate(until, language, site.zone)],
            ]}
          />
        </Card>
        <Outcome outcome={outcome} here={here} titles={{ deleted: said.gone, forgotten: said.stayed }} />
      </Column>
    </Page>
  )
}

type Titles = { deleted: string; forgotten: string }

function Outcome({ outcome, here, titles }: { outcome: ShownOutcome; here: Here; titles: Titles }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const { deleted, forgotten, kept } = outcome
  return (
    <>
      <Card id="goes" title={titles.deleted} flush>
        <Counted label={titles.deleted} rows={deleted} here={here} />
      </Card>
      {forgotten.length > 0 ? (
        <Card id="stays" title={titles.forgotten} hint={said.staysWhy} flush>
          <Counted label={titles.forgotten} rows={forgotten} here={here} />
        </Card>
      ) : null}
      <Card id="law" title={said.lawKeeps}>
        {kept.length === 0 ? <p>{said.lawKeepsNothing}</p> : null}
        {kept.length > 0 ? <Definitions items={kept.map(({ title, law, until }) => [title, said.lawKeepsUntil(law, formatDate(until, language, site.zone))])} /> : null}
        <Muted small>{said.remains}</Muted>
      </Card>
    </>
  )
}

function Counted({ label, rows, here }: { label: string; rows: ShownOutcome['deleted']; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Rows label={label}>
      {rows.map(({ title, rows }) => (
        <RowItem title={title} end={<Figures>{said.rows(rows)}</Figures>} />
      ))}
    </Rows>
  )
}

/** Only what they have can stop. */
function stopsFor({ deleted, forgotten }: ShownOutcome, here: Here) {
  const said = say(words, here.visit.language)
  const has = (room: string) => [...deleted, ...forgotten].some(({ table }) => table.startsWith(`${room}.`))
  return [
    { icon: 'key' as const, text: said.stopsSignIn },
    ...(has('courses') ? [{ icon: 'book' as const, text: said.stopsCourses }] : []),
    ...(has('certificates') ? [{ icon: 'seal' as const, text: said.stopsCertificates }] : []),
    ...(has('organisations') ? [{ icon: 'buildings' as const, text: said.stopsSeat }] : []),
  ]
}
