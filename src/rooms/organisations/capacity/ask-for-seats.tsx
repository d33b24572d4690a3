import { formatDate } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field, Select } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Stack } from '../../../web/kit/layout.tsx'
import { Muted } from '../../../web/kit/text.tsx'
import { askedText } from '../saying-service.ts'
import { termText } from '../term-parts.tsx'
import { words } from '../words.ts'
import type { Told } from './pages.tsx'

type Organisations = readonly { name: string; memberships: readonly Told[] }[]
type Of = { name: string; told: Told }

/** Where a contact asks for more seats or gives some back: a number, and nobody's name. */
export function AskForSeats({ here, organisations }: { here: Here; organisations: Organisations }): Html | null {
  const said = say(words, here.visit.language)
  const open = organisations.flatMap(({ name, memberships }) => memberships.filter(({ state }) => state !== 'expired').map((told) => ({ name, told })))
  const waiting = open.filter(({ told }) => told.requests.some(({ answered }) => answered === null))
  const free = open.filter((one) => !waiting.includes(one))
  if (open.length === 0) return null
  return (
    <Card id="ask" title={said.askForSeats}>
      <Stack>
        <Waiting here={here} waiting={waiting} />
        {free.length > 0 ? <AskForm here={here} free={free} /> : <Muted small>{said.oneAtATime}</Muted>}
      </Stack>
    </Card>
  )
}

function Waiting({ here, waiting }: { here: Here; waiting: readonly Of[] }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <>
      {waiting.flatMap(({ name, told: { requests } }) =>
        requests
          .filter(({ answered }) => answered === null)
          .map((request) => (
            <Stack gap="small">
              <p>{said.answerWaits(askedText(request, language))}</p>
              <Muted small>{`${name} · ${said.askedOn(formatDate(request.asked, language, site.zone))}`}</Muted>
              <Form action={`/organisation/requests/${request.id}/withdrawal`}>
                <Button look="secondary" label={`${said.withdraw}: ${askedText(request, language)}`}>{said.withdraw}</Button>
              </Form>
            </Stack>
          )),
      )}
    </>
  )
}

function AskForm({ here, free }: { here: Here; free: readonly Of[] }): Html {
  const { visit, entered } = here
  const said = say(words, visit.language)
  const value = (name: string) => String(entered.values[name] ?? '')
  const [only] = free
  return (
    <Form action="/organisation/requests">
      <Stack>
        {free.length === 1 && only ? (
          <Hidden name="membership" value={only.told.id} />
        ) : (
          <Select
            name="membership"
            label={said.membership}
            value={value('membership')}
            error={entered.errors['membership']}
            options={free.map(({ name, told }) => ({ value: told.id, text: `${name}, ${termText(here, told)}` }))}
          />
        )}
        <Select
          name="kind"
          label={said.askWhat}
          value={value('kind') || 'more'}
          error={entered.errors['kind']}
          options={[
            { value: 'more', text: said.askMore },
            { value: 'fewer', text: said.askFewer },
          ]}
        />
        <Field name="seats" type="number" label={said.howMany} value={value('seats')} error={entered.errors['seats']} description={said.askWithoutNames} min={1} inputmode="numeric" autocomplete="off" short />
        <Button look="secondary">{said.ask}</Button>
        <Muted small>{said.askFewerHow}</Muted>
      </Stack>
    </Form>
  )
}
