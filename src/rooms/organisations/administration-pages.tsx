import { localDay } from '../../platform/time.ts'
import { languages, say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button, Pager } from '../../web/kit/action.tsx'
import { Field, Select } from '../../web/kit/fields.tsx'
import { Form } from '../../web/kit/form.tsx'
import { Fieldset } from '../../web/kit/choices.tsx'
import { Card, Column, PageHead, Row, Split, Stack } from '../../web/kit/layout.tsx'
import { Details, RowItem, Rows } from '../../web/kit/lists.tsx'
import { EmptyState, Tag } from '../../web/kit/state.tsx'
import { Link, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import { LANGUAGE_NAMES, words as frameWords } from '../../web/words.ts'
import { formatOrganisationNumber } from './organisation-number.ts'
import type { ShownContact, ShownOrganisation, ShownTerm } from './reading-service.ts'
import { AskFor, StateTag, termText } from './term-parts.tsx'
import { words } from './words.ts'

const HERE = '/administration/organisations'

type List = { name: string; page: number; isLast: boolean; organisations: readonly ShownOrganisation[] }

export function OrganisationsPage({ name, page, isLast, organisations }: List, here: Here): Html {
  const said = say(words, here.visit.language)
  const frame = say(frameWords, here.visit.language)
  const at = (to: number) => `${HERE}?${new URLSearchParams({ name, page: String(to) })}`
  return (
    <Page here={here} title={said.organisations}>
      <PageHead title={said.organisations} lede={said.organisationsLede}>
        <Button href={`${HERE}/new`} icon="plus">{said.newOrganisation}</Button>
      </PageHead>
      <Stack>
        <Form action={HERE} method="get" label={said.findOrganisation}>
          <Stack gap="small">
            <Field name="name" type="search" label={said.findOrganisation} value={name} optional={frame.optional} />
            <Row><Button look="secondary" icon="magnifying-glass">{frame.search}</Button></Row>
          </Stack>
        </Form>
        {organisations.length === 0 ? (
          <Nothing here={here} searched={name !== ''} />
        ) : (
          <Card flush>
            <Rows label={said.organisations}>{organisations.map((one) => <OrganisationRow here={here} organisation={one} />)}</Rows>
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

function Nothing({ here, searched }: { here: Here; searched: boolean }): Html {
  const said = say(words, here.visit.language)
  if (searched) return <EmptyState icon="magnifying-glass" title={said.noneFound} />
  return <EmptyState icon="buildings" title={said.noOrganisations}>{said.noOrganisationsWhy}</EmptyState>
}

function OrganisationRow({ here, organisation: { id, name, organisationNumber, term } }: { here: Here; organisation: ShownOrganisation }): Html {
  const said = say(words, here.visit.language)
  return (
    <RowItem
      title={name}
      href={`${HERE}/${id}`}
      detail={`${formatOrganisationNumber(organisationNumber)} · ${term ? termText(here, term) : said.noMembership}`}
      end={term ? <StateTag here={here} state={term.state} /> : undefined}
    />
  )
}

export function NewOrganisationPage(_: unknown, here: Here): Html {
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={said.newOrganisation}>
      <PageHead title={said.newOrganisation} kicker={<Link href={HERE}>{said.organisations}</Link>} />
      <Column>
        <Form action={HERE}>
          <Stack>
            <AskFor here={here} name="name" />
            <AskFor here={here} name="organisationNumber" description={said.organisationNumberHow} />
            <Button>{said.makeOrganisation}</Button>
          </Stack>
        </Form>
      </Column>
    </Page>
  )
}

type Shown = { id: string; name: string; organisationNumber: string; memberships: readonly ShownTerm[]; contacts: readonly ShownContact[] }

export function OrganisationPage(organisation: Shown, here: Here): Html {
  const { id, name, organisationNumber, memberships } = organisation
  const said = say(words, here.visit.language)
  return (
    <Page here={here} title={name}>
      <PageHead title={name} lede={`${said.organisationNumber} ${formatOrganisationNumber(organisationNumber)}`} kicker={<Link href={HERE}>{said.organisations}</Link>} />
      <Split aside={<Contacts here={here} organisation={organisation} />} asideLabel={said.contacts}>
        <Card id="memberships" title={said.memberships} flush>
          {memberships.length === 0 ? <EmptyState icon="calendar" title={said.noMembership} level={3} /> : null}
          <Rows label={said.memberships}>
            {memberships.map((term) => (
              <RowItem title={termText(here, term)} href={`${HERE}/${id}/memberships/${term.id}`} end={<StateTag here={here} state={term.state} />} />
            ))}
          </Rows>
        </Card>
        <NewMembership here={here} organisation={id} isFirst={memberships.length === 0} />
      </Split>
    </Page>
  )
}

function NewMembership({ here, organisation, isFirst }: { here: Here; organisation: string; isFirst: boolean }): Html {
  const { visit, entered } = here
  const said = say(words, visit.language)
  const faulty = ['seats', 'begins', 'ends', 'domains'].some((field) => entered.errors[field])
  return (
    <Details id="new-membership" summary={said.newMembership} open={isFirst || faulty}>
      <Form action={`${HERE}/${organisation}/memberships`}>
        <Stack>
          <Fieldset legend={said.newMembership} hideLegend columns>
            <AskFor here={here} name="begins" value={localDay(visit.now, visit.site.zone)} half />
            <AskFor here={here} name="ends" description={said.endsHow} half />
          </Fieldset>
          <AskFor here={here} name="seats" />
          <AskFor here={here} name="domains" description={said.domainsHow} optional />
          <Button>{said.makeMembership}</Button>
        </Stack>
      </Form>
    </Details>
  )
}

function Contacts({ here, organisation: { id, contacts } }: { here: Here; organisation: Shown }): Html {
  const said = say(words, here.visit.language)
  const { remove } = say(frameWords, here.visit.language)
  return (
    <>
      <Card id="contacts" title={said.contacts} flush>
        {contacts.length === 0 ? <Row><Muted>{said.noContacts}</Muted></Row> : null}
        <Rows label={said.contacts}>
          {contacts.map((contact) => (
            <RowItem
              title={`${contact.firstName} ${contact.lastName}`}
              detail={contact.email}
              tag={contact.isInvited ? <Tag>{said.invited}</Tag> : undefined}
              actions={
                <Form action={`${HERE}/${id}/contacts/${contact.person}/removal`}>
                  <Button look="tertiary" tone="danger" small label={`${remove}: ${contact.firstName} ${contact.lastName}`}>{remove}</Button>
                </Form>
              }
            />
          ))}
        </Rows>
      </Card>
      <InviteContact here={here} organisation={id} />
    </>
  )
}

function InviteContact({ here, organisation }: { here: Here; organisation: string }): Html {
  const { visit, entered } = here
  const said = say(words, visit.language)
  const faulty = ['firstName', 'lastName', 'email', 'personLanguage'].some((field) => entered.errors[field])
  return (
    <Details id="new-contact" summary={said.inviteContact} open={faulty}>
      <Form action={`${HERE}/${organisation}/contacts`}>
        <Stack>
          <Muted small>{said.inviteWhat}</Muted>
          <AskFor here={here} name="firstName" />
          <AskFor here={here} name="lastName" />
          <AskFor here={here} name="email" />
          <Select
            name="personLanguage"
            label={said.personLanguage}
            value={String(entered.values['personLanguage'] ?? visit.site.language)}
            options={languages.map((language) => ({ value: language, text: LANGUAGE_NAMES[language] }))}
          />
          <Button>{said.invite}</Button>
        </Stack>
      </Form>
    </Details>
  )
}
