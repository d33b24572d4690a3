import { formatDate, formatDateTime } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import { type Html, trusted } from '../../../web/jsx-runtime.ts'
import { Button, CopyButton } from '../../../web/kit/action.tsx'
import { Field } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Row, Stack } from '../../../web/kit/layout.tsx'
import { Definitions, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { EmptyState, Notice } from '../../../web/kit/state.tsx'
import { Code, Link, Muted, Spoken } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { daysOfGrace, isStaff } from '../../../web/visit.ts'
import { words as common } from '../../../web/words.ts'
import { accountWords } from '../account/words.ts'
import { DoorPage } from '../doors/pages.tsx'
import type { ShownFactors } from './factors.ts'
import { PasskeyRegistration } from './passkey-forms.tsx'

type Factors = ShownFactors & { registration: string; device: string; next: string | null }

/** What somebody shows besides their password: app, passkeys, and the codes for a bad day. */
export function FactorsPage(factors: Factors, here: Here): Html {
  const said = say(accountWords, here.visit.language)
  const hasOne = factors.app !== null || factors.passkeys.length > 0
  return (
    <DoorPage here={here} title={said.factors} lede={said.factorsLede}>
      {isStaff(here.visit.person) && !hasOne ? <Owed {...factors} here={here} /> : null}
      <AppCard {...factors} here={here} />
      <PasskeysCard {...factors} here={here} />
      {hasOne ? <CodesCard {...factors} here={here} /> : null}
      {hasOne && factors.next ? <Button href={factors.next}>{said.goOn}</Button> : null}
    </DoorPage>
  )
}

/** That an employee owes a second step; in their first days it may wait, and they are told how long. */
function Owed({ next, here }: { next: string | null; here: Here }): Html {
  const said = say(accountWords, here.visit.language)
  const days = daysOfGrace(here.visit) ?? 0
  if (days === 0) return <Notice tone="warning">{said.factorRequired}</Notice>
  return (
    <Notice tone="warning">
      {said.factorRequired} {said.canWait(days)} <Link href={next ?? '/'}>{said.later}</Link>
    </Notice>
  )
}

/** The secret, to be scanned or typed, and the proof that the app has it. */
export function AppPage({ prepared, next }: { prepared: { secret: string; uri: string; qr: string } | null; next: string }, here: Here): Html {
  const said = say(accountWords, here.visit.language)
  if (!prepared) {
    return (
      <Page here={here} title={said.app}>
        <EmptyState icon="qr-code" title={said.notPrepared} level={1} action={<Button href="/account/second-factor">{said.toFactors}</Button>} />
      </Page>
    )
  }
  const { copy, copied } = say(common, here.visit.language)
  return (
    <DoorPage here={here} title={said.addApp} lede={said.scan}>
      <Card>
        <Stack>
          <div class="qr-code">{trusted(prepared.qr)}</div>
          <Row>
            <Definitions items={[[said.key, <Code>{inFours(prepared.secret)}</Code>]]} />
            <CopyButton value={prepared.secret} text={copy} copied={copied} />
          </Row>
          <Link href={prepared.uri}>{said.onThisPhone}</Link>
          <Form action="/account/second-factor/app">
            <Stack>
              <Field name="code" label={said.sixDigits} autocomplete="one-time-code" inputmode="numeric" error={here.entered.errors['code']} short />
              <Hidden name="next" value={String(here.entered.values['next'] ?? next)} />
              <Button full>{said.confirm}</Button>
            </Stack>
          </Form>
        </Stack>
      </Card>
    </DoorPage>
  )
}

/** The new recovery codes, while they are shown. */
export function CodesPage({ codes, next }: { codes: string[]; next: string }, here: Here): Html {
  const said = say(accountWords, here.visit.language)
  if (codes.length === 0) {
    return (
      <Page here={here} title={said.codesGone}>
        <EmptyState icon="key" title={said.codesGone} level={1} action={<Button href={next}>{said.goOn}</Button>}>
          {said.codesGoneText}
        </EmptyState>
      </Page>
    )
  }
  return (
    <DoorPage here={here} title={said.codesTitle} lede={said.codesText}>
      <Card>
        <Stack>
          <ul class="recovery-codes" aria-label={said.codes}>
            {codes.map((code) => (
              <li>
                <Code>{code}</Code>
              </li>
            ))}
          </ul>
          <Row>
            <Button look="secondary" href="/account/second-factor/codes.txt" icon="download" download>
              {said.codesDownload}
            </Button>
            <print-button hidden>
              <Button look="secondary" type="button" icon="printer">
                {said.codesPrint}
              </Button>
            </print-button>
          </Row>
          <Form action="/account/second-factor/codes/receipt">
            <Hidden name="next" value={next} />
            <Button full>{said.codesKept}</Button>
          </Form>
        </Stack>
      </Card>
    </DoorPage>
  )
}

function AppCard({ app, next, here }: Factors & { here: Here }): Html {
  const { language, site } = here.visit
  const said = say(accountWords, language)
  return (
    <Card id="app" title={said.app}>
      <Stack>
        <Muted>{app ? said.appSince(formatDate(app, language, site.zone)) : said.appNone}</Muted>
        <Row>
          <Form action="/account/second-factor/secret">
            {next ? <Hidden name="next" value={next} /> : null}
            <Button look={app ? 'secondary' : 'primary'}>{app ? said.moveApp : said.addApp}</Button>
          </Form>
          {app ? <Removal factor="app" text={said.removeApp} /> : null}
        </Row>
      </Stack>
    </Card>
  )
}

function PasskeysCard({ passkeys, registration, device, next, here }: Factors & { here: Here }): Html {
  const { language, site } = here.visit
  const said = say(accountWords, language)
  const shown = (moment: Date) => formatDateTime(moment, language, site.zone)
  const label = String(here.entered.values['label'] ?? device)
  return (
    <Card id="passkeys" title={said.passkeys}>
      <Stack>
        {passkeys.length === 0 ? (
          <Muted>{said.passkeysNone}</Muted>
        ) : (
          <Rows label={said.passkeys}>
            {passkeys.map((passkey) => (
              <RowItem
                title={passkey.label}
                detail={said.passkeyTimes(shown(passkey.created), passkey.used && shown(passkey.used))}
                actions={<Removal factor={passkey.id} text={said.remove} spoken={passkey.label} />}
              />
            ))}
          </Rows>
        )}
        <PasskeyRegistration options={registration} label={label} next={next ?? '/account/second-factor'} here={here} />
        <noscript>
          <Muted small>{said.needsScript}</Muted>
        </noscript>
      </Stack>
    </Card>
  )
}

function CodesCard({ codesLeft, here }: Factors & { here: Here }): Html {
  const said = say(accountWords, here.visit.language)
  return (
    <Card id="codes" title={said.codes} hint={said.codesLeft(codesLeft)}>
      <Stack>
        <Muted>{said.codesWhat}</Muted>
        <Form action="/account/second-factor/codes">
          <Button look="secondary">{said.renewCodes}</Button>
        </Form>
      </Stack>
    </Card>
  )
}

function Removal({ factor, text, spoken }: { factor: string; text: string; spoken?: string }): Html {
  return (
    <Form action="/account/second-factor/removal">
      <Hidden name="factor" value={factor} />
      <Button look="tertiary" tone="danger" small>
        {text} {spoken ? <Spoken>{spoken}</Spoken> : null}
      </Button>
    </Form>
  )
}

/** In groups of four, as people type. */
function inFours(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
