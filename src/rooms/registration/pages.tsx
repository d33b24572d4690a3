import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import { type Html, trusted } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Checkbox } from '../../web/kit/choices.tsx'
import { Field } from '../../web/kit/fields.tsx'
import { Form, Hidden } from '../../web/kit/form.tsx'
import { Card, Grid, PageHead, ReadHere, Row, Split, Stack } from '../../web/kit/layout.tsx'
import { EmptyState, Notice } from '../../web/kit/state.tsx'
import { Link, Muted, Prose } from '../../web/kit/text.tsx'
import { Facts } from '../../web/kit/lists.tsx'
import { Page } from '../../web/page.tsx'
import { words } from './words.ts'

export type Shown = { version: string; effective: Date; policy: string }

/** The form with its four fields, and the policy in full where the yes is asked for. */
export function RegistrationPage(shown: Shown, here: Here): Html {
  const said = say(words, here.visit.language)
  const { errors } = here.entered
  return (
    <Page here={here} title={said.title}>
      <PageHead title={said.title} lede={said.lede} />
      <Split asideLabel={said.whatNext} aside={<WhatNext here={here} />}>
        {errors['membershipCode'] && here.entered.values['membershipCode'] ? <CodeHelp here={here} /> : null}
        <Form action="/register">
          <Stack>
            <Card id="you" title={said.aboutYou}>
              <Grid>
                <Asked here={here} name="firstName" autocomplete="given-name" />
                <Asked here={here} name="lastName" autocomplete="family-name" why={said.whyName} />
              </Grid>
              <Asked here={here} name="email" autocomplete="email" why={said.whyEmail} />
              <Asked here={here} name="membershipCode" autocomplete="off" why={said.whyCode} description={said.whereCode} />
            </Card>
            <Acceptance {...shown} here={here} />
            <Row>
              <Button>{said.submit}</Button>
            </Row>
          </Stack>
        </Form>
      </Split>
    </Page>
  )
}

/** After registering: what comes next, said alike to everybody. */
export function RegistrationSentPage(_: unknown, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.sentTitle}>
      <EmptyState icon="envelope" title={said.sentTitle} level={1} action={<Button href="/sign-in/forgotten" look="secondary">{said.newLink}</Button>}>
        <p>{said.sentText}</p>
        <p>{said.sentNothing}</p>
      </EmptyState>
    </Page>
  )
}

type FieldName = 'firstName' | 'lastName' | 'email' | 'membershipCode'

function Asked(props: { here: Here; name: FieldName; autocomplete: string; why?: string; description?: string }): Html {
  const { here, name, autocomplete, why, description } = props
  const { values, errors } = here.entered
  return (
    <Field
      name={name}
      label={say(words, here.visit.language)[name]}
      type={name === 'email' ? 'email' : 'text'}
      value={String(values[name] ?? '')}
      error={errors[name]}
      maxlength={name === 'email' ? 254 : 100}
      autocapitalize={name === 'membershipCode' ? 'characters' : undefined}
      spellcheck={false}
      autocomplete={autocomplete}
      why={why}
      description={description}
    />
  )
}

function Acceptance({ here, version, effective, policy }: Shown & { here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Card id="policy" title={said.policy}>
      <Muted small>{said.policyVersion(formatDate(effective, language, site.zone), version.slice(0, 8))}</Muted>
      <ReadHere label={said.policyInFull}>
        <Prose>{trusted(policy)}</Prose>
      </ReadHere>
      <Hidden name="version" value={version} />
      <Checkbox name="accepted" value="yes" description={said.acceptDetail} error={here.entered.errors['accepted']}>
        {said.accept}
      </Checkbox>
    </Card>
  )
}

/** What happens once the form is sent, beside it. */
function WhatNext({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Card id="next" title={said.whatNext}>
      <Facts
        items={[
          { icon: 'envelope', text: said.nextLetter },
          { icon: 'key', text: said.nextPassword },
          { icon: 'book', text: said.nextCourse },
          { icon: 'eye-slash', text: said.nextSeen },
        ]}
      />
      <Link href="/sign-in">{said.haveAccount}</Link>
    </Card>
  )
}

function CodeHelp({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Notice tone="warning" title={said.codeHelpTitle}>
      <Facts
        items={[
          { icon: 'pencil', text: said.codeHelpTyping },
          { icon: 'history', text: said.codeHelpChanged },
          { icon: 'buildings', text: said.codeHelpFull },
          { icon: 'briefcase', text: said.codeHelpAddress },
          { icon: 'envelope', text: said.codeHelpLetter },
        ]}
      />
    </Notice>
  )
}
