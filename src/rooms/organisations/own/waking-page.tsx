import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { EmailField, Field } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Stack } from '../../../web/kit/layout.tsx'
import { Link, Muted } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { DAYS_AT_REST } from '../rules.ts'
import { words } from '../words.ts'

/** For whoever's account rests: back in by the Student ID of a membership with a free seat. */
export function WakingPage(_: unknown, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const { values, errors } = here.entered
  return (
    <Page here={here} title={said.waking}>
      <PageHead title={said.waking} lede={said.wakingLede(DAYS_AT_REST)} />
      <Column>
        <Card>
          <Form action="/membership/waking">
            <Stack>
              <EmailField label={said.email} autocomplete="username" entered={here.entered} />
              <Field name="password" type="password" label={said.password} error={errors['password']} autocomplete="current-password" />
              <Field
                name="membershipCode"
                label={said.membershipCode}
                value={String(values['membershipCode'] ?? '')}
                error={errors['membershipCode']}
                description={said.wakingCode}
                maxlength={60}
                autocapitalize="characters"
                autocomplete="off"
                spellcheck={false}
              />
              <Button full>{said.wake}</Button>
            </Stack>
          </Form>
        </Card>
        <Muted small>{said.wakingHelp(site.contactEmail)}</Muted>
        <Row>
          <Link href="/sign-in">{said.toSignIn}</Link>
        </Row>
      </Column>
    </Page>
  )
}
