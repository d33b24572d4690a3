import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Child, Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { EmailField, Field } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Details } from '../../../web/kit/lists.tsx'
import { Notice } from '../../../web/kit/state.tsx'
import { Link } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { PasskeyDoor } from '../factors/passkey-forms.tsx'
import { words } from '../words.ts'

type Door = { next: string; passkey: string }

/** The front door: address and password, or a passkey. */
export function SignInPage(door: Door, here: Here): Html {
  const said = say(words, here.visit.language)
  const next = String(here.entered.values['next'] ?? door.next)
  return (
    <DoorPage here={here} title={said.signIn} lede={next === '/' ? undefined : said.signInLede}>
      {here.visit.person ? <Already next={next} here={here} /> : null}
      <Card>
        <Stack>
          <PasswordForm next={next} here={here} />
          <PasskeyDoor {...door} next={next} here={here} />
        </Stack>
      </Card>
      <Row>
        <Link href="/sign-in/forgotten">{said.forgotten}</Link>
        <Link href="/register">{said.noAccount}</Link>
        <Link href="/membership/waking">{said.accountRests}</Link>
      </Row>
    </DoorPage>
  )
}

/** The second step, for whoever has given the right password. */
export function FactorPage(door: Door, here: Here): Html {
  return <CodePage {...door} lede={say(words, here.visit.language).factorLede} here={here} />
}

/** The second step in a session that began without it. */
export function StepUpPage(door: Door, here: Here): Html {
  return <CodePage {...door} lede={say(words, here.visit.language).stepUpLede} here={here} />
}

/** A narrow page with one thing to do. */
export function DoorPage({ here, title, lede, children }: { here: Here; title: string; lede?: Child; children: Child }): Html {
  return (
    <Page here={here} title={title}>
      <PageHead title={title} lede={lede} />
      <Column>{children}</Column>
    </Page>
  )
}

function PasswordForm({ next, here }: { next: string; here: Here }): Html {
  const said = say(words, here.visit.language)
  const { errors } = here.entered
  return (
    <Form action="/sign-in">
      <Stack>
        <EmailField label={said.email} autocomplete="username" entered={here.entered} />
        <Field name="password" type="password" label={said.password} autocomplete="current-password" error={errors['password']} />
        <Hidden name="next" value={next} />
        <Button full>{said.signIn}</Button>
      </Stack>
    </Form>
  )
}

function Already({ next, here }: { next: string; here: Here }): Html {
  const said = say(words, here.visit.language)
  const { person } = here.visit
  return (
    <Notice title={said.already(`${person?.firstName} ${person?.lastName}`)}>
      <Form action="/sign-out">
        <Row>
          <Button href={next}>{said.goOn}</Button>
          <Button look="secondary">{said.signOut}</Button>
        </Row>
      </Form>
    </Notice>
  )
}

function CodePage({ next: found, passkey, lede, here }: Door & { lede: string; here: Here }): Html {
  const said = say(words, here.visit.language)
  const next = String(here.entered.values['next'] ?? found)
  return (
    <DoorPage here={here} title={said.factorTitle} lede={lede}>
      <Card>
        <Stack>
          <Form action={here.visit.path}>
            <Stack>
              <Field name="code" label={said.code} autocomplete="one-time-code" autocapitalize="none" spellcheck={false} error={here.entered.errors['code']} short autofocus />
              <Hidden name="next" value={next} />
              <Button full>{said.goOn}</Button>
            </Stack>
          </Form>
          <PasskeyDoor passkey={passkey} next={next} here={here} />
        </Stack>
      </Card>
      <LostFactor here={here} />
    </DoorPage>
  )
}

function LostFactor({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  const { name, contactEmail } = here.visit.site
  return (
    <Details summary={said.lostFactor}>
      <p>{said.lostFactorText(name)}</p>
      <Link href={`mailto:${contactEmail}`}>{contactEmail}</Link>
    </Details>
  )
}
