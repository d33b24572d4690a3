import type { Child, Html } from './jsx-runtime.ts'
import { type FrameProps, Frame } from './frame.tsx'
import type { Here } from './here.ts'
import type { IconName } from './kit/icon.tsx'
import { ErrorSummary } from './kit/form.tsx'
import { Notice } from './kit/state.tsx'
import { Link } from './kit/text.tsx'
import { say } from '../platform/words.ts'
import { daysOfGrace, has, type Visit } from './visit.ts'
import { words } from './words.ts'

/** A whole page: the frame, the notice after a change, the reasons of a refused form, the content. */
export function Page(props: {
  here: Here
  title: string
  focus?: FrameProps['focus']
  wide?: boolean
  children: Child
}): Html {
  const { here, title, focus, wide, children } = props
  const { visit } = here
  return (
    <Frame
      title={title}
      language={visit.language}
      scheme={visit.scheme}
      institution={visit.site}
      assets={here.assets}
      path={visit.path}
      person={visit.person ? named(visit.person) : undefined}
      navigation={navigationFor(here)}
      focus={focus}
      wide={wide}
    >
      {here.notice ? <Notice tone="success" spoken="status">{here.notice}</Notice> : null}
      <Grace here={here} />
      <Refused here={here} />
      {children}
    </Frame>
  )
}

/** The count-down of a new employee, on every page until the second step is set up. */
function Grace({ here: { visit } }: { here: Here }): Html | null {
  const days = daysOfGrace(visit)
  if (days === null || visit.path.startsWith(FACTORS)) return null
  const said = say(words, visit.language)
  return (
    <Notice tone="warning">
      {said.graceLeft(days)} <Link href={`${FACTORS}?next=${encodeURIComponent(visit.path)}`}>{said.setUpFactor}</Link>
    </Notice>
  )
}

const FACTORS = '/account/second-factor'

function Refused({ here }: { here: Here }): Html | null {
  const { errors, refusal } = here.entered
  const said = say(words, here.visit.language)
  const list = Object.entries(errors).map(([field, message]) => ({ field, message }))
  if (list.length === 0 && !refusal) return null
  return list.length === 0 ? <Notice tone="danger" spoken="alert">{refusal}</Notice> : <ErrorSummary title={said.faultyInput} errors={list} />
}

function named({ firstName, lastName }: { firstName: string; lastName: string }) {
  const first = [...firstName][0] ?? ''
  const last = [...lastName][0] ?? ''
  return { name: `${firstName} ${last}.`, initials: (first + last).toUpperCase() }
}

function navigationFor({ navigation, visit }: Here): FrameProps['navigation'] {
  return navigation
    .filter(({ audience }) => isFor(audience, visit))
    .toSorted((a, b) => Number(b.first ?? false) - Number(a.first ?? false))
    .slice(0, 5)
    .map(({ href, label, icon }) => ({
      href,
      label: label[visit.language] as string,
      icon: icon as IconName,
      current: href === '/' ? visit.path === '/' : visit.path.startsWith(href),
    }))
}

function isFor(audience: Here['navigation'][number]['audience'], visit: Visit): boolean {
  if (audience === 'anyone') return true
  if (audience === 'signed in') return visit.person !== null
  return audience.some((role) => has(visit, role as never))
}
