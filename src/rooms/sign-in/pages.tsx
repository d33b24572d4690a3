import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import { type Child, type Html, trusted } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Field } from '../../web/kit/fields.tsx'
import { Form, Hidden } from '../../web/kit/form.tsx'
import { Card, Column, PageHead, Stack } from '../../web/kit/layout.tsx'
import { Definitions } from '../../web/kit/lists.tsx'
import { EmptyState, Notice } from '../../web/kit/state.tsx'
import { Code, Link, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { words } from './words.ts'

/** The front door: address and password. */
export function SignInPage({ next }: { next: string }, here: Here): Html {
  const said = say(words, here.visit.language)
  const { values } = here.entered
  return (
    <Door here={here} title={said.signIn}>
      <Form action="/sign-in">
        <Stack>
          <Field name="email" type="email" label={said.email} value={String(values['email'] ?? '')} autocomplete="username" error={here.entered.errors['email']} />
          <Field name="password" type="password" label={said.password} autocomplete="current-password" error={here.entered.errors['password']} />
          <Hidden name="next" value={next} />
          <Button full>{said.signIn}</Button>
        </Stack>
      </Form>
      <Link href="/sign-in/forgotten">{said.forgotten}</Link>
      <Link href="/register">{said.noAccount}</Link>
    </Door>
  )
}

export function ForgottenPage(_: unknown, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Door here={here} title={said.askLink} lede={said.askLinkLede}>
      <Form action="/sign-in/forgotten">
        <Stack>
          <Field name="email" type="email" label={said.email} value={String(here.entered.values['email'] ?? '')} autocomplete="email" error={here.entered.errors['email']} />
          <Button full>{said.send}</Button>
        </Stack>
      </Form>
    </Door>
  )
}

export function LinkSentPage(_: unknown, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.linkSent}>
      <EmptyState icon="envelope" title={said.linkSent} level={1}>
        {said.linkSentText}
      </EmptyState>
    </Page>
  )
}

/** What a letter's link opens. Opening it changes nothing: a scanner may have come first. */
export function LinkPage({ kind }: { kind: 'confirm' | 'password' | 'email' }, here: Here): Html {
  const said = say(words, here.visit.language)
  const titles = { confirm: said.confirmTitle, password: said.passwordTitle, email: said.emailTitle }
  return (
    <Door here={here} title={titles[kind]}>
      <Form action={here.visit.path}>
        <Stack>
          {kind === 'email' ? null : (
            <Field name="newPassword" type="password" label={said.newPassword} description={said.passwordAdvice} autocomplete="new-password" error={here.entered.errors['newPassword']} />
          )}
          <Button full>{kind === 'email' ? said.confirmEmail : said.choose}</Button>
        </Stack>
      </Form>
    </Door>
  )
}

/** The second step at the door, and the step up inside. */
export function FactorPage({ next }: { next: string }, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Door here={here} title={said.factorTitle} lede={said.factorLede}>
      <Form action={here.visit.path}>
        <Stack>
          <Field name="code" label={said.code} autocomplete="one-time-code" inputmode="text" error={here.entered.errors['code']} short autofocus />
          <Hidden name="next" value={next} />
          <Button full>{said.goOn}</Button>
        </Stack>
      </Form>
    </Door>
  )
}

export type FactorSetUp = {
  hasApp: boolean
  codesLeft: number
  prepared: { secret: string; qr: string } | null
  codes: string[]
  next: string
}

/** Setting up the second factor: prepare, scan, prove; then the codes for a bad day. */
export function SetUpPage(factors: FactorSetUp, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Door here={here} title={said.setUpTitle} lede={said.setUpLede}>
      {factors.codes.length > 0 ? <Codes {...factors} here={here} /> : null}
      {factors.hasApp ? <HasApp {...factors} here={here} /> : null}
      {!factors.hasApp && factors.prepared ? <Prove {...factors} prepared={factors.prepared} here={here} /> : null}
      {!factors.hasApp && !factors.prepared ? (
        <Form action="/account/second-factor/app">
          <Hidden name="next" value={factors.next} />
          <Button full>{said.prepare}</Button>
        </Form>
      ) : null}
    </Door>
  )
}

function Prove({ prepared, next, here }: FactorSetUp & { prepared: { secret: string; qr: string }; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Card id="app" title={said.prepare}>
      <Muted>{said.scan}</Muted>
      {trusted(prepared.qr)}
      <Definitions items={[[said.key, <Code>{prepared.secret}</Code>]]} />
      <Form action="/account/second-factor">
        <Stack>
          <Field name="code" label={said.code} autocomplete="one-time-code" inputmode="numeric" error={here.entered.errors['code']} short />
          <Hidden name="next" value={next} />
          <Button full>{said.goOn}</Button>
        </Stack>
      </Form>
    </Card>
  )
}

function HasApp({ codesLeft, next, here }: FactorSetUp & { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Card id="app" title={said.hasApp}>
      <Muted>{said.codesLeft(codesLeft)}</Muted>
      <Button href={next}>{said.goOn}</Button>
      <Form action="/account/second-factor/removal">
        <Hidden name="factor" value="app" />
        <Button look="tertiary" tone="danger">
          {said.removeApp}
        </Button>
      </Form>
    </Card>
  )
}

function Codes({ codes, here }: FactorSetUp & { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Notice tone="warning" title={said.codesTitle}>
      <p>{said.codesText}</p>
      <ul>
        {codes.map((code) => (
          <li>
            <Code>{code}</Code>
          </li>
        ))}
      </ul>
      <Form action="/account/second-factor/codes">
        <Button>{said.codesKept}</Button>
      </Form>
    </Notice>
  )
}

function Door({ here, title, lede, children }: { here: Here; title: string; lede?: string; children: Child }): Html {
  return (
    <Page here={here} title={title}>
      <PageHead title={title} lede={lede} />
      <Column>
        <Stack>{children}</Stack>
      </Column>
    </Page>
  )
}
