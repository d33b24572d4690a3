import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Child, Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import type { IconName } from '../../../web/kit/icon.tsx'
import { Tag } from '../../../web/kit/state.tsx'
import type { Release } from '../opening.ts'
import { whenSaid } from '../opening-service.ts'
import { inAddress } from '../rules.ts'
import type { Doing } from '../ways.ts'
import { words } from '../words.ts'
import { authoringWords } from './words.ts'

/** One change at one press: a form that is a button, and works without a script. */
export function Act(props: {
  action: string
  fields?: Record<string, string | number>
  icon?: IconName
  look?: 'primary' | 'secondary' | 'tertiary'
  full?: boolean
  /** What a screen reader hears instead of the text. */
  label?: string
  children?: Child
}): Html {
  const { action, fields = {}, icon, look = 'tertiary', full, label, children } = props
  return (
    <Form action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <Button small={!full} look={look} icon={icon} full={full} label={label}>
        {children}
      </Button>
    </Form>
  )
}

const TONES = { draft: 'warning', published: 'success', retired: 'neutral' } as const

export function StateTag({ state, here }: { state: 'draft' | 'published' | 'retired'; here: Here }): Html {
  const said = say(authoringWords, here.visit.language)
  const text = { draft: said.stateDraft, published: said.statePublished, retired: said.stateRetired }[state]
  return <Tag tone={TONES[state]}>{text}</Tag>
}

/** What stands in a field: what was just typed and refused, or else what is kept. */
export function typedOr(here: Here, name: string, kept: string | number | null | undefined): string {
  const typed = here.entered.values[name]
  return typed === undefined ? String(kept ?? '') : String(typed)
}

/** When something opens and what makes it done, as its authors read it; nothing where it is as usual. */
export function conditionsSaid(conditions: Release & Partial<Doing>, here: Here): string {
  const said = say(authoringWords, here.visit.language)
  const { opens, opensAfterDays, unseen, way = 'read', leastMinutes } = conditions
  const names = { read: null, opened: said.wayOpened, time: said.wayTimeOf(leastMinutes ?? 0), teacher: said.wayTeacher, passed: said.wayPassed }
  const parts = [
    opens === null ? null : say(words, here.visit.language).opensWhen(whenSaid({ from: opens, afterDays: null }, here.visit)),
    opensAfterDays === null ? null : said.opensDaysAfter(opensAfterDays),
    unseen ? said.isUnseen : null,
    names[way],
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** How a text shows a picture of the course. */
export function pictureCode(name: string): string {
  return `![](files/${inAddress(name)})`
}
