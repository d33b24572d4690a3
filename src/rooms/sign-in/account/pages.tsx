import { formatDateTime } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { EmailField, Field } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Stack } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Tag } from '../../../web/kit/state.tsx'
import { Spoken } from '../../../web/kit/text.tsx'
import { accountWords } from './words.ts'
import { DoorPage } from '../doors/pages.tsx'
import type { ShownSession } from '../sessions.ts'
import { words } from '../words.ts'

export function PasswordPage({ email }: { email: string }, here: Here): Html {
  const said = say(accountWords, here.visit.language)
  const { errors } = here.entered
  return (
    <DoorPage here={here} title={said.passwordTitle} lede={said.passwordEnds}>
      <Card>
        <Form action="/account/password">
          <Stack>
            {/* Tells password managers whose password this is. */}
            <input type="hidden" autocomplete="username" value={email} />
            <Field name="oldPassword" type="password" label={said.oldPassword} autocomplete="current-password" error={errors['oldPassword']} />
            <Field
              name="newPassword"
              type="password"
              label={said.newPassword}
              description={say(words, here.visit.language).passwordAdvice}
              autocomplete="new-password"
              error={errors['newPassword']}
            />
            <Button full>{said.passwordTitle}</Button>
          </Stack>
        </Form>
      </Card>
    </DoorPage>
  )
}

export function EmailPage({ email }: { email: string }, here: Here): Html {
  const said = say(accountWords, here.visit.language)
  const { errors } = here.entered
  return (
    <DoorPage here={here} title={said.emailTitle} lede={said.emailNow(email)}>
      <Card>
        <Form action="/account/email">
          <Stack>
            <EmailField label={said.newEmail} description={said.newEmailHow} entered={here.entered} />
            <Field name="password" type="password" label={said.oldPassword} autocomplete="current-password" error={errors['password']} />
            <Button full>{said.emailTitle}</Button>
          </Stack>
        </Form>
      </Card>
    </DoorPage>
  )
}

export function SessionsPage({ sessions }: { sessions: ShownSession[] }, here: Here): Html {
  const said = say(accountWords, here.visit.language)
  return (
    <DoorPage here={here} title={said.sessions} lede={said.sessionsLede}>
      <Card flush>
        <Rows label={said.sessions}>
          {sessions.map((session) => (
            <Session session={session} here={here} />
          ))}
        </Rows>
      </Card>
      {sessions.length > 1 ? (
        <Form action="/account/sessions/others/end">
          <Button look="secondary">{said.endOthers}</Button>
        </Form>
      ) : null}
    </DoorPage>
  )
}

function Session({ session, here }: { session: ShownSession; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(accountWords, language)
  const [started, used] = [session.started, session.used].map((moment) => formatDateTime(moment, language, site.zone)) as [string, string]
  const end = (
    <Form action={`/account/sessions/${session.id}/end`}>
      <Button look="secondary" small>
        {said.end} <Spoken>{session.device}</Spoken>
      </Button>
    </Form>
  )
  return (
    <RowItem
      title={session.device}
      tag={session.current ? <Tag tone="success">{said.thisOne}</Tag> : undefined}
      detail={said.sessionTimes(started, used)}
      actions={session.current ? undefined : end}
    />
  )
}
