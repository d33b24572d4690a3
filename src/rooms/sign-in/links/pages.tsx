import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { EmailField, Field } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Stack } from '../../../web/kit/layout.tsx'
import { EmptyState } from '../../../web/kit/state.tsx'
import { Page } from '../../../web/page.tsx'
import { DoorPage } from '../doors/pages.tsx'
import type { LinkKind } from './links.ts'
import { words } from '../words.ts'

export function ForgottenPage(_: unknown, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <DoorPage here={here} title={said.askLink} lede={said.askLinkLede}>
      <AskForLink here={here} />
    </DoorPage>
  )
}

/** Said alike to everybody, whether the address has an account or not. */
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
export function LinkPage({ kind }: { kind: LinkKind | 'gone' }, here: Here): Html {
  const said = say(words, here.visit.language)
  if (kind === 'gone') {
    return (
      <DoorPage here={here} title={said.linkGoneTitle} lede={said.linkGoneText}>
        <AskForLink here={here} />
      </DoorPage>
    )
  }
  const titles = { confirm: said.confirmTitle, password: said.passwordTitle, email: said.emailTitle }
  const ledes = { confirm: undefined, password: said.passwordEnds, email: said.emailText }
  return (
    <DoorPage here={here} title={titles[kind]} lede={ledes[kind]}>
      <Card>
        <Form action={here.visit.path}>
          <Stack>
            {kind === 'email' ? null : <NewPassword here={here} />}
            <Button full>{kind === 'email' ? said.confirmEmail : said.choose}</Button>
          </Stack>
        </Form>
      </Card>
    </DoorPage>
  )
}

function NewPassword({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Field
      name="newPassword"
      type="password"
      label={said.newPassword}
      description={said.passwordAdvice}
      autocomplete="new-password"
      error={here.entered.errors['newPassword']}
    />
  )
}

function AskForLink({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Card>
      <Form action="/sign-in/forgotten">
        <Stack>
          <EmailField label={said.email} entered={here.entered} />
          <Button full>{said.send}</Button>
        </Stack>
      </Form>
    </Card>
  )
}
