import { formatDateTime } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Field } from '../../web/kit/fields.tsx'
import { Form, Hidden } from '../../web/kit/form.tsx'
import { Card, Column, PageHead, Stack } from '../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../web/kit/lists.tsx'
import { Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { words } from './words.ts'

export type Account = {
  email: string
  firstName: string
  lastName: string
  hasFactor: boolean
  sessions: { id: string; device: string; used: Date; current: boolean }[]
}

/** Everything about getting in: address, password, second step, and where one is signed in. */
export function AccountPage(account: Account, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.account}>
      <PageHead title={said.account} lede={`${account.firstName} ${account.lastName}, ${account.email}`} />
      <Column>
        <Stack>
          <Sessions {...account} here={here} />
          <Card id="factor" title={said.setUpTitle}>
            {account.hasFactor ? <Muted>{said.hasApp}</Muted> : null}
            <Button href="/account/second-factor" look="secondary">
              {said.setUpTitle}
            </Button>
          </Card>
          <Password here={here} />
          <Email here={here} />
        </Stack>
      </Column>
    </Page>
  )
}

function Sessions({ sessions, here }: Account & { here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Card id="sessions" title={said.sessions} flush>
      <Rows label={said.sessions}>
        {sessions.map((session) => (
          <RowItem
            title={session.device}
            detail={session.current ? said.thisOne : said.lastUsed(formatDateTime(session.used, language, site.zone))}
            actions={
              session.current ? undefined : (
                <Form action="/account/sessions/end">
                  <Hidden name="session" value={session.id} />
                  <Button look="tertiary" label={`${said.end}: ${session.device}`}>
                    {said.end}
                  </Button>
                </Form>
              )
            }
          />
        ))}
      </Rows>
      {sessions.length > 1 ? (
        <Form action="/account/sessions/end">
          <Button look="secondary">{said.endOthers}</Button>
        </Form>
      ) : null}
    </Card>
  )
}

function Password({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  const { errors } = here.entered
  return (
    <Card id="password" title={said.changePassword}>
      <Form action="/account/password">
        <Stack>
          <Field name="oldPassword" type="password" label={said.oldPassword} autocomplete="current-password" error={errors['oldPassword']} />
          <Field name="newPassword" type="password" label={said.newPassword} description={said.passwordAdvice} autocomplete="new-password" error={errors['newPassword']} />
          <Button look="secondary">{said.changePassword}</Button>
        </Stack>
      </Form>
    </Card>
  )
}

function Email({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  const { errors, values } = here.entered
  return (
    <Card id="new-email" title={said.changeEmail}>
      <Form action="/account/email">
        <Stack>
          <Field name="email" type="email" label={said.newEmail} value={String(values['email'] ?? '')} autocomplete="email" error={errors['email']} />
          <Field name="password" type="password" label={said.oldPassword} autocomplete="current-password" error={errors['password']} />
          <Button look="secondary">{said.changeEmail}</Button>
        </Stack>
      </Form>
    </Card>
  )
}
