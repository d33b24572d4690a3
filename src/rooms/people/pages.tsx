import { formatDate } from '../../platform/time.ts'
import { languages, say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { ActionList, Button, Pager } from '../../web/kit/action.tsx'
import { Field, Select } from '../../web/kit/fields.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Card, Column, PageHead, Row, Split, Stack } from '../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../web/kit/lists.tsx'
import { EmptyState, Tag } from '../../web/kit/state.tsx'
import { BigNumber, Link } from '../../web/kit/text.tsx'
import type { Tone } from '../../web/kit/tone.ts'
import { Page } from '../../web/page.tsx'
import type { Role } from '../../web/visit.ts'
import { LANGUAGE_NAMES, words as frameWords } from '../../web/words.ts'
import { noonOf } from '../organisations/rules.ts'
import { askedText } from '../organisations/saying-service.ts'
import { appointedRoles } from './rules.ts'
import { ROLE_WORDS } from './saying.ts'
import { words } from './words.ts'

const HERE = '/administration/people'

type Overview = {
  inForce: number
  ending: readonly { id: string; organisation: string; name: string; ends: string }[]
  requests: readonly Waiting[]
}
type Waiting = { id: string; organisation: string; name: string; kind: 'more' | 'fewer'; seats: number; asked: Date }

/** Where an administrator's work begins. */
export function OverviewPage({ inForce, ending, requests }: Overview, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.administration}>
      <PageHead title={said.administration} lede={said.administrationLede} />
      <Split aside={<Card id="terms" title={said.organisations}><BigNumber value={said.termsInForce(inForce)} /></Card>} asideLabel={said.organisations}>
        <ActionList
          label={said.whatToDo}
          actions={[
            { href: '/administration/organisations', icon: 'buildings', title: said.organisations, text: said.organisationsWhat },
            { href: HERE, icon: 'person-group', title: said.people, text: said.peopleWhat },
            { href: '/administration/courses', icon: 'book', title: said.teachers, text: said.teachersWhat },
          ]}
        />
        {requests.length > 0 ? <Requests here={here} requests={requests} /> : null}
        <Card id="ending" title={said.endingSoon} flush>
          {ending.length === 0 ? <EmptyState icon="calendar" title={said.noneEndingSoon} level={3} /> : null}
          <Rows label={said.endingSoon}>
            {ending.map(({ id, organisation, name, ends }) => (
              <RowItem
                title={name}
                href={`/administration/organisations/${organisation}/memberships/${id}`}
                detail={said.endsOn(formatDate(noonOf(ends), language, site.zone))}
              />
            ))}
          </Rows>
        </Card>
      </Split>
    </Page>
  )
}

/** What organisations have asked for, the longest first. */
function Requests({ here, requests }: { here: Here; requests: readonly Waiting[] }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Card id="requests" title={said.requestsWaiting} flush>
      <Rows label={said.requestsWaiting}>
        {requests.map(({ id, organisation, name, asked, ...request }) => (
          <RowItem
            title={name}
            href={`/administration/organisations/${organisation}/memberships/${id}`}
            detail={askedText(request, language)}
            end={formatDate(asked, language, site.zone)}
          />
        ))}
      </Rows>
    </Card>
  )
}

export type PersonState = 'invited' | 'active' | 'blocked' | 'deactivated'

const STATES = {
  invited: ['info', 'stateInvited'],
  active: ['success', 'stateActive'],
  blocked: ['danger', 'stateBlocked'],
  deactivated: ['warning', 'stateDeactivated'],
} as const satisfies Record<PersonState, readonly [Tone, keyof typeof words]>

/** How an account stands, in one word. */
export function PersonTag({ here, state }: { here: Here; state: PersonState }): Html {
  const [tone, phrase] = STATES[state]
  return <Tag tone={tone}>{say(words, here.visit.language)[phrase]}</Tag>
}

type Listed = { id: string; firstName: string; lastName: string; email: string; roles: readonly Role[]; state: PersonState }
type List = { name: string; page: number; isLast: boolean; people: readonly Listed[] }

export function PeoplePage({ name, page, isLast, people }: List, here: Here): Html {
  const said = say(words, here.visit.language)
  const frame = say(frameWords, here.visit.language)
  const at = (to: number) => `${HERE}?${new URLSearchParams({ name, page: String(to) })}`
  const heading = name === '' ? said.employees : said.found
  return (
    <Page here={here} title={said.people}>
      <PageHead title={said.people} kicker={<Link href="/administration">{said.administration}</Link>}>
        <Button href={`${HERE}/new`} icon="person-plus">{said.inviteEmployee}</Button>
      </PageHead>
      <Stack>
        <Form action={HERE} method="get" label={said.findSomebody}>
          <Stack gap="small">
            <Field name="name" type="search" label={said.findSomebody} value={name} description={said.findHow} why={said.findSeen} optional={frame.optional} autocomplete="off" />
            <Row><Button look="secondary" icon="magnifying-glass">{frame.search}</Button></Row>
          </Stack>
        </Form>
        {people.length === 0 ? (
          <EmptyState icon="magnifying-glass" title={said.nobodyFound}>{said.nobodyFoundWhy}</EmptyState>
        ) : (
          <Card id="people" title={heading} flush>
            <Rows label={heading}>{people.map((person) => <PersonRow here={here} person={person} />)}</Rows>
          </Card>
        )}
        {page > 1 || !isLast ? (
          <Pager
            label={frame.pages}
            previous={page > 1 ? { href: at(page - 1), text: frame.previous } : undefined}
            next={isLast ? undefined : { href: at(page + 1), text: frame.next }}
          />
        ) : null}
      </Stack>
    </Page>
  )
}

function PersonRow({ here, person }: { here: Here; person: Listed }): Html {
  const said = say(words, here.visit.language)
  return (
    <RowItem
      title={`${person.firstName} ${person.lastName}`}
      href={`${HERE}/${person.id}`}
      detail={[person.email, ...person.roles.map((role) => said[ROLE_WORDS[role]])].join(' · ')}
      end={person.state === 'active' ? undefined : <PersonTag here={here} state={person.state} />}
    />
  )
}

export function NewEmployeePage(_: unknown, here: Here): Html {
  const { visit, entered } = here
  const said = say(words, visit.language)
  const field = (name: 'firstName' | 'lastName' | 'email') => (
    <Field
      name={name}
      type={name === 'email' ? 'email' : 'text'}
      label={said[name]}
      value={String(entered.values[name] ?? '')}
      error={entered.errors[name]}
      autocomplete="off"
      spellcheck={false}
    />
  )
  return (
    <Page here={here} title={said.inviteEmployee}>
      <PageHead title={said.inviteEmployee} lede={said.inviteEmployeeWhat} kicker={<Link href={HERE}>{said.people}</Link>} />
      <Column>
        <Form action={HERE}>
          <Stack>
            {field('firstName')}
            {field('lastName')}
            {field('email')}
            <AskForRole here={here} />
            <Select
              name="personLanguage"
              label={said.personLanguage}
              value={String(entered.values['personLanguage'] ?? visit.site.language)}
              options={languages.map((language) => ({ value: language, text: LANGUAGE_NAMES[language] }))}
            />
            <Button>{said.invite}</Button>
          </Stack>
        </Form>
      </Column>
    </Page>
  )
}

/** Which role somebody gets; nobody becomes an administrator by a careless click. */
export function AskForRole({ here }: { here: Here }): Html {
  const said = say(words, here.visit.language)
  const { values, errors } = here.entered
  return (
    <Select
      name="role"
      label={said.role}
      value={String(values['role'] ?? '')}
      error={errors['role']}
      empty={say(frameWords, here.visit.language).choose}
      options={appointedRoles.map((role) => ({ value: role, text: said[ROLE_WORDS[role]] }))}
    />
  )
}
