import type { Child, Html } from '../jsx-runtime.ts'
import type { Tone } from './tone.ts'

export type Level = 1 | 2 | 3 | 4

const SIZE = { 1: 'lg', 2: 'xs', 3: '2xs', 4: '2xs' } as const

/** A heading looks as its level says, so that pages read the same by eye and by ear. */
export function Heading(props: { level: Level; id?: string | undefined; children: Child }): Html {
  const { level, id, children } = props
  const look = { class: `ds-heading heading-${level}`, 'data-size': SIZE[level], id } as const
  if (level === 1) return <h1 {...look}>{children}</h1>
  if (level === 2) return <h2 {...look}>{children}</h2>
  if (level === 3) return <h3 {...look}>{children}</h3>
  return <h4 {...look}>{children}</h4>
}

/** A paragraph that steps back: dates, conditions, explanations. */
export function Muted(props: { id?: string | undefined; small?: boolean; children: Child }): Html {
  return (
    <p id={props.id} class={props.small ? 'muted small' : 'muted'}>
      {props.children}
    </p>
  )
}

/** The same within a line. */
export function Subtle(props: { children: Child }): Html {
  return <span class="muted">{props.children}</span>
}

export function Strong(props: { children: Child }): Html {
  return <strong class="strong">{props.children}</strong>
}

/** Figures that stand under each other or change while one looks at them: all equally wide, never broken. */
export function Figures(props: { children: Child }): Html {
  return <span class="figures">{props.children}</span>
}

/** One number that says the message of its card, and the words that complete it. */
export function BigNumber(props: { value: Child; children?: Child }): Html {
  return (
    <p class="big-number">
      {props.value} <span class="muted">{props.children}</span>
    </p>
  )
}

/** First on every page, seen once it has the focus: past the menus, to what the page is about. */
export function SkipLink(props: { to: string; children: Child }): Html {
  return (
    <a class="ds-skip-link" href={`#${props.to}`}>
      {props.children}
    </a>
  )
}

/** Where scripts put what a screen reader shall say now: `announce` in enhance/announce.ts. */
export function LiveRegion(): Html {
  return <p id="live" class="ds-sr-only" role="status" />
}

/** What only a screen reader says. */
export function Spoken(props: { children: Child }): Html {
  return <span class="ds-sr-only">{props.children}</span>
}

/** A running text with its own headings, lists and tables: rendered Markdown. */
export function Prose(props: { lang?: string | undefined; children: Child }): Html {
  return (
    <div class="prose" lang={props.lang}>
      {props.children}
    </div>
  )
}

export function Link(props: {
  href: string
  id?: string | undefined
  tone?: Tone | undefined
  lang?: string | undefined
  label?: string | undefined
  download?: boolean | undefined
  children: Child
}): Html {
  return (
    <a
      class="ds-link"
      href={props.href}
      id={props.id}
      data-color={props.tone ?? 'accent'}
      lang={props.lang}
      hreflang={props.lang}
      aria-label={props.label}
      download={props.download}
    >
      {props.children}
    </a>
  )
}

/** A code to copy or to read aloud, letter by letter. */
export function Code(props: { id?: string | undefined; children: Child }): Html {
  return (
    <code class="code" id={props.id} translate="no">
      {props.children}
    </code>
  )
}
