import { formatDate } from '../../platform/time.ts'
import { languages, say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Field, Select } from '../../web/kit/fields.tsx'
import { Form } from '../../web/kit/form.tsx'
import type { IconName } from '../../web/kit/icon.tsx'
import { Card, Column, PageHead, Stack } from '../../web/kit/layout.tsx'
import { Medal, RowItem, Rows } from '../../web/kit/lists.tsx'
import { Notice, Tag } from '../../web/kit/state.tsx'
import { Page } from '../../web/page.tsx'
import { has } from '../../web/visit.ts'
import { LANGUAGE_NAMES } from '../../web/words.ts'
import { words } from './words.ts'

export type Account = { firstName: string; lastName: string; email: string; language: string; hasFactor: boolean; refusedLetter: Date | null }

/** Who one is here, and the ways to everything about getting in. */
export function AccountPage(account: Account, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.account}>
      <PageHead title={said.account} lede={said.accountLede} />
      <Column>
        <RefusedLetter {...account} here={here} />
        <Card id="sign-in" title={said.gettingIn} flush>
          <Rows label={said.gettingIn}>
            <Way href="/account/email" icon="envelope" title={said.email} detail={account.email} />
            <Way href="/account/password" icon="padlock-locked" title={said.password} detail={said.passwordDetail} />
            <Way
              href="/account/second-factor"
              icon="shield-lock"
              title={said.factor}
              detail={said.factorDetail}
              tag={account.hasFactor ? <Tag tone="success">{said.on}</Tag> : <Tag>{said.off}</Tag>}
            />
            <Way href="/account/sessions" icon="globe" title={said.sessions} detail={said.sessionsDetail} />
            <Way href="/account/security" icon="history" title={said.security} detail={said.securityDetail} />
          </Rows>
        </Card>
        {has(here.visit, 'learner') ? (
          <Card id="membership" title={said.membership} flush>
            <Rows label={said.membership}>
              <Way href="/membership" icon="buildings" title={said.membershipOwn} detail={said.membershipDetail} />
            </Rows>
          </Card>
        ) : null}
        <Name {...account} here={here} />
        <Language {...account} here={here} />
      </Column>
    </Page>
  )
}

function RefusedLetter({ refusedLetter, here }: Account & { here: Here }): Html | null {
  if (!refusedLetter) return null
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Notice tone="warning" title={said.letterRefused}>
      {said.letterRefusedOn(formatDate(refusedLetter, language, site.zone))}
    </Notice>
  )
}

function Way({ href, icon, title, detail, tag }: { href: string; icon: IconName; title: string; detail: string; tag?: Html }): Html {
  return <RowItem href={href} lead={<Medal icon={icon} />} title={title} detail={detail} tag={tag} />
}

function Name({ firstName, lastName, here }: Account & { here: Here }): Html {
  const said = say(words, here.visit.language)
  const { values, errors } = here.entered
  return (
    <Card id="name" title={said.name}>
      <Form action="/account/name">
        <Stack>
          <Field
            name="firstName"
            label={said.firstName}
            value={String(values['firstName'] ?? firstName)}
            error={errors['firstName']}
            maxlength={100}
            autocomplete="given-name"
            spellcheck={false}
          />
          <Field
            name="lastName"
            label={said.lastName}
            value={String(values['lastName'] ?? lastName)}
            error={errors['lastName']}
            maxlength={100}
            autocomplete="family-name"
            spellcheck={false}
            why={said.nameWhy}
          />
          <div>
            <Button look="secondary">{said.saveName}</Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}

function Language({ language, here }: Account & { here: Here }): Html {
  const said = say(words, here.visit.language)
  const options = languages.map((one) => ({ value: one, text: LANGUAGE_NAMES[one] }))
  return (
    <Card id="letters" title={said.language}>
      <Form action="/account/language">
        <Stack>
          <Select name="language" label={said.languageLabel} value={language} options={options} error={here.entered.errors['language']} />
          <div>
            <Button look="secondary">{said.saveLanguage}</Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}
