import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { CopyButton } from '../../web/kit/action.tsx'
import { Field } from '../../web/kit/fields.tsx'
import { Tag } from '../../web/kit/state.tsx'
import { Code } from '../../web/kit/text.tsx'
import type { Tone } from '../../web/kit/tone.ts'
import { words as frameWords } from '../../web/words.ts'
import { noonOf } from './rules.ts'
import { words } from './words.ts'

type State = 'active' | 'notBegun' | 'expired' | 'suspended'

const STATES = {
  active: ['success', 'stateActive'],
  notBegun: ['neutral', 'stateNotBegun'],
  expired: ['danger', 'stateExpired'],
  suspended: ['warning', 'stateSuspended'],
} as const satisfies Record<State, readonly [Tone, keyof typeof words]>

/** A word for how a term stands today. */
export function StateTag({ here, state }: { here: Here; state: State }): Html {
  const [tone, phrase] = STATES[state]
  return <Tag tone={tone}>{say(words, here.visit.language)[phrase]}</Tag>
}

/** A membership's code, to read aloud or to copy. */
export function CodeToCopy({ here, code }: { here: Here; code: string }): Html {
  const { copy, copied } = say(frameWords, here.visit.language)
  return (
    <>
      <Code>{code}</Code>
      <CopyButton value={code} text={copy} copied={copied} />
    </>
  )
}

/** `Fra 1. januar 2026 til og med 31. desember 2026`, in the words and the zone of the visit. */
export function termText({ visit: { language, site } }: Here, { begins, ends }: { begins: string; ends: string }): string {
  const day = (date: string) => formatDate(noonOf(date), language, site.zone)
  return say(words, language).termFromTo(day(begins), day(ends))
}

/** Between which days a code lets somebody in, where they are fewer than the term's; null where they are not. */
export function joiningText({ visit: { language, site } }: Here, { joiningBegins, joiningEnds }: { joiningBegins: string | null; joiningEnds: string | null }): string | null {
  const said = say(words, language)
  const day = (date: string) => formatDate(noonOf(date), language, site.zone)
  if (joiningBegins && joiningEnds) return said.joiningBetween(day(joiningBegins), day(joiningEnds))
  if (joiningEnds) return said.joiningUntil(day(joiningEnds))
  return joiningBegins ? said.joiningFrom(day(joiningBegins)) : null
}

type FieldName = 'name' | 'organisationNumber' | 'seats' | 'termSeats' | 'begins' | 'ends' | 'joiningBegins' | 'joiningEnds' | 'domains' | 'firstName' | 'lastName' | 'email'

const LABELS = { name: 'organisationName' } as const
const TYPES = { seats: 'number', termSeats: 'number', begins: 'date', ends: 'date', joiningBegins: 'date', joiningEnds: 'date', email: 'email' } as const

/** A field of a form on the employee's pages, with what was entered and why it was refused. */
export function AskFor(props: { here: Here; name: FieldName; value?: string | number; description?: string; optional?: true; half?: true }): Html {
  const { here, name, value, description, optional, half } = props
  const { values, errors } = here.entered
  const said = say(words, here.visit.language)
  const isNumber = name === 'seats' || name === 'termSeats'
  const label = said[name === 'name' ? LABELS.name : name]
  return (
    <Field
      name={name}
      label={label}
      type={name in TYPES ? TYPES[name as keyof typeof TYPES] : 'text'}
      value={values[name] === undefined ? value : String(values[name])}
      error={errors[name]}
      description={description}
      optional={optional ? say(frameWords, here.visit.language).optional : undefined}
      half={half}
      inputmode={isNumber ? 'numeric' : undefined}
      min={isNumber ? 1 : undefined}
      spellcheck={false}
      autocomplete="off"
    />
  )
}
