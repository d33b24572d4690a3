import { formatDate, localDay } from '../../platform/time.ts'
import { type Language, say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Button } from '../../web/kit/action.tsx'
import { Fieldset } from '../../web/kit/choices.tsx'
import { Field, Select } from '../../web/kit/fields.tsx'
import { Form, Hidden } from '../../web/kit/form.tsx'
import { Card, PageHead, Split, Stack } from '../../web/kit/layout.tsx'
import { Details, Facts, RowItem, Rows } from '../../web/kit/lists.tsx'
import { Notice } from '../../web/kit/state.tsx'
import { Link, Muted } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import type { Role } from '../../web/visit.ts'
import { LANGUAGE_NAMES, words as frameWords } from '../../web/words.ts'
import { AskForRole, type PersonState, PersonTag } from './pages.tsx'
import { type DecisionKind, decisionsFor, isAppointed, REASONS, type Reason, type Standing } from './rules.ts'
import { CAUSES, DO_WORDS, DONE_WORDS, REASON_WORDS, ROLE_WORDS } from './saying.ts'
import { words } from './words.ts'

type Appointed = { id: string; role: Role; begins: Date; ends: Date | null }

type Shown = {
  id: string
  firstName: string
  lastName: string
  email: string
  language: Language
  created: Date
  state: PersonState
  eraseDue: Date | null
  refusedLetter: Date | null
  appointments: readonly Appointed[]
  decisions: readonly { kind: DecisionKind; reason: Reason; decided: Date }[]
  standing: Standing
}

type Part = { here: Here; person: Shown }

/** One person for an employee: how their account stands, their roles, and what can be decided. */
export function PersonPage(person: Shown, here: Here): Html {
  const said = say(words, here.visit.language)
  const name = `${person.firstName} ${person.lastName}`
  const isOneself = here.visit.actor === person.id
  return (
    <Page here={here} title={name}>
      <PageHead title={name} lede={person.email} kicker={<Link href="/administration/people">{said.people}</Link>}>
        <PersonTag here={here} state={person.state} />
      </PageHead>
      <Split aside={isOneself ? <Notice>{said.thisIsYou}</Notice> : <Decide here={here} person={person} />} asideLabel={said.changeAccount}>
        <Account here={here} person={person} />
        <Roles here={here} person={person} />
        {isOneself ? null : <GiveRole here={here} person={person} />}
        {person.decisions.length > 0 ? <History here={here} person={person} /> : null}
      </Split>
    </Page>
  )
}

function Account({ here, person }: Part): Html {
  const said = say(words, here.visit.language)
  const cause = person.standing.because === null ? undefined : CAUSES[person.standing.because]
  return (
    <Card id="account" title={said.account}>
      <Stack>
        <p>{stateText(here, person)}</p>
        {cause ? <p>{said[cause.page]}</p> : null}
        <Facts
          items={[
            { icon: 'calendar', text: said.createdOn(dayIn(here, person.created)) },
            { icon: 'globe', text: LANGUAGE_NAMES[person.language] },
            { icon: 'shield-lock', text: person.standing.hasFactor ? said.factorYes : said.factorNo },
            ...(person.refusedLetter ? [{ icon: 'envelope' as const, text: said.letterRefusedOn(dayIn(here, person.refusedLetter)) }] : []),
          ]}
        />
      </Stack>
    </Card>
  )
}

function stateText(here: Here, { state, eraseDue }: Shown): string {
  const said = say(words, here.visit.language)
  if (state === 'deactivated' && eraseDue) return said.deactivatedWhat(lastDayOf(here, eraseDue))
  if (state === 'blocked') return said.blockedWhat
  return state === 'invited' ? said.invitedWhat : said.activeWhat
}

function Roles({ here, person: { id, appointments } }: Part): Html {
  const said = say(words, here.visit.language)
  const { now, actor } = here.visit
  return (
    <Card id="roles" title={said.roles} flush>
      <Rows label={said.roles}>
        {appointments.map((appointment) => (
          <RowItem
            title={said[ROLE_WORDS[appointment.role]]}
            detail={roleDates(here, appointment)}
            actions={
              isAppointed(appointment.role) && actor !== id && (appointment.ends === null || appointment.ends > now) ? (
                <Form action={`/administration/people/${id}/appointments/${appointment.id}/end`}>
                  <Button look="tertiary" small label={`${said.endRole}: ${said[ROLE_WORDS[appointment.role]]}`}>{said.endRole}</Button>
                </Form>
              ) : undefined
            }
          />
        ))}
      </Rows>
    </Card>
  )
}

function roleDates(here: Here, { begins, ends }: Appointed): string {
  const said = say(words, here.visit.language)
  const from = dayIn(here, begins)
  return ends === null ? said.roleFrom(from) : said.roleFromTo(from, lastDayOf(here, ends))
}

function GiveRole({ here, person }: Part): Html {
  const { visit, entered } = here
  const said = say(words, visit.language)
  const faulty = ['role', 'begins', 'ends'].some((field) => entered.errors[field])
  const value = (name: string, otherwise: string) => String(entered.values[name] ?? otherwise)
  return (
    <Details summary={said.giveRole} open={faulty}>
      <Form action={`/administration/people/${person.id}/appointments`}>
        <Stack>
          <AskForRole here={here} />
          <Fieldset legend={said.giveRole} hideLegend columns>
            <Field name="begins" type="date" label={said.begins} value={value('begins', localDay(visit.now, visit.site.zone))} error={entered.errors['begins']} half />
            <Field name="ends" type="date" label={said.ends} value={value('ends', '')} error={entered.errors['ends']} optional={say(frameWords, visit.language).optional} half />
          </Fieldset>
          <Button look="secondary">{said.giveRole}</Button>
        </Stack>
      </Form>
    </Details>
  )
}

function Decide({ here, person }: Part): Html {
  const said = say(words, here.visit.language)
  return (
    <Card id="decide" title={said.changeAccount}>
      <Stack gap="small">
        <Muted>{said.theyAreTold}</Muted>
        {decisionsFor(person.standing).map((kind) => <Decision here={here} person={person.id} kind={kind} />)}
      </Stack>
    </Card>
  )
}

function Decision({ here, person, kind }: { here: Here; person: string; kind: DecisionKind }): Html {
  const said = say(words, here.visit.language)
  const { values, errors } = here.entered
  const error = values['kind'] === kind ? errors[`reason-${kind}`] : undefined
  const harmless = kind === 'unblocked' || kind === 'reactivated'
  return (
    <Details summary={said[DO_WORDS[kind]]} open={error !== undefined}>
      <Form action={`/administration/people/${person}/decisions`}>
        <Stack>
          {kind === 'factorRemoved' ? <Notice tone="warning">{said.factorCare}</Notice> : null}
          <Hidden name="kind" value={kind} />
          <Select
            name="reason"
            id={`reason-${kind}`}
            label={said.reason}
            error={error}
            empty={say(frameWords, here.visit.language).choose}
            options={REASONS[kind].map((reason) => ({ value: reason, text: said[REASON_WORDS[reason]] }))}
          />
          <Button look="secondary" tone={harmless ? 'accent' : 'danger'}>{said[DO_WORDS[kind]]}</Button>
        </Stack>
      </Form>
    </Details>
  )
}

function History({ here, person: { decisions } }: Part): Html {
  const said = say(words, here.visit.language)
  return (
    <Card id="history" title={said.history} flush>
      <Rows label={said.history}>
        {decisions.map(({ kind, reason, decided }) => (
          <RowItem title={said[DONE_WORDS[kind]]} detail={said[REASON_WORDS[reason]]} end={dayIn(here, decided)} />
        ))}
      </Rows>
    </Card>
  )
}

function dayIn({ visit: { language, site } }: Here, moment: Date): string {
  return formatDate(moment, language, site.zone)
}

// An end at 24:00 is the next day's first moment; people are told the last whole day.
function lastDayOf(here: Here, end: Date): string {
  return dayIn(here, new Date(end.getTime() - 1))
}
