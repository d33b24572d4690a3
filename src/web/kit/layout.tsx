import type { Child, Html } from '../jsx-runtime.ts'
import { Heading, Link, type Level } from './text.tsx'

/** The page's one main heading; `children` are its actions, at the end of the line. */
export function PageHead(props: { title: Child; lede?: Child; kicker?: Child; children?: Child }): Html {
  return (
    <div class="page-head">
      <div>
        {props.kicker ? <p class="kicker">{props.kicker}</p> : null}
        <Heading level={1}>{props.title}</Heading>
        {props.lede ? <p class="lede">{props.lede}</p> : null}
      </div>
      {props.children ? <div class="page-head-end">{props.children}</div> : null}
    </div>
  )
}

/**
 * Main column and side column. On phones they stand under each other: `first`, `aside`, `children`,
 * or without `first`: `children`, `aside`.
 */
export function Split(props: {
  aside: Child
  asideLabel: string
  first?: Child
  narrow?: boolean | undefined
  children: Child
}): Html {
  const side = (
    <aside class="split-aside stack" aria-label={props.asideLabel}>
      {props.aside}
    </aside>
  )
  const main = <div class="split-main stack">{props.children}</div>
  const look = props.narrow ? 'split split-narrow' : 'split'
  if (!props.first) return <div class={look}>{[main, side]}</div>
  return (
    <div class={`${look} split-first`}>
      <div class="split-main stack">{props.first}</div>
      {[side, main]}
    </div>
  )
}

/** Under each other. */
export function Stack(props: { gap?: 'small' | 'medium' | 'large' | undefined; children: Child }): Html {
  return <div class={`stack stack-${props.gap ?? 'medium'}`}>{props.children}</div>
}

/** Beside each other, breaking where there is no room. */
export function Row(props: { align?: 'start' | 'between' | 'end' | undefined; children: Child }): Html {
  return <div class={`row row-${props.align ?? 'start'}`}>{props.children}</div>
}

/** Equal columns, as many as fit: wide ones are at least 20 rem, narrow ones 14. */
export function Grid(props: { columns?: 'narrow' | 'wide' | undefined; children: Child }): Html {
  return <div class={`grid grid-${props.columns ?? 'narrow'}`}>{props.children}</div>
}

/** A long text to read on the spot, in a frame of its own that scrolls, also by keyboard. */
export function ReadHere(props: { label: string; children: Child }): Html {
  return (
    <div class="read-here" role="region" aria-label={props.label} tabindex={0}>
      {props.children}
    </div>
  )
}

/** A page of one column that is read: forms, policies, lessons. */
export function Column(props: { children: Child }): Html {
  return <div class="column stack">{props.children}</div>
}

/**
 * A white sheet for one subject. With `id` and `title` it is a region of the page by that name;
 * the heading's own id is `<id>-title`. `flush` lets lists reach the edges.
 */
export function Card(props: {
  id?: string | undefined
  title?: Child
  level?: Level | undefined
  more?: { href: string; text: string } | undefined
  hint?: Child
  flush?: boolean | undefined
  children: Child
}): Html {
  const look = props.flush ? 'ds-card card card-flush' : 'ds-card card'
  const heading = props.id ? `${props.id}-title` : undefined
  const inside = [<CardHead {...props} heading={heading} />, props.children]
  if (!props.id || !props.title) {
    return (
      <div id={props.id} class={look} data-color="neutral">
        {inside}
      </div>
    )
  }
  return (
    <section id={props.id} class={look} data-color="neutral" aria-labelledby={heading}>
      {inside}
    </section>
  )
}

function CardHead(props: {
  title?: Child
  level?: Level | undefined
  heading: string | undefined
  more?: { href: string; text: string } | undefined
  hint?: Child
}): Html | null {
  if (!props.title) return null
  return (
    <div class="card-head">
      <Heading level={props.level ?? 2} id={props.heading}>
        {props.title}
      </Heading>
      {props.more ? (
        <span class="card-more">
          <Link href={props.more.href} tone="neutral">
            {props.more.text}
          </Link>
        </span>
      ) : null}
      {props.hint ? <span class="muted small">{props.hint}</span> : null}
    </div>
  )
}
