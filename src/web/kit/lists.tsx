import type { Child, Html } from '../jsx-runtime.ts'
import { Icon, type IconName } from './icon.tsx'
import { Heading, type Level } from './text.tsx'

/** Facts about one thing, an icon each: when, where, who. */
export function Facts(props: { items: readonly { icon: IconName; text: Child }[] }): Html {
  return (
    <ul class="facts">
      {props.items.map((fact) => (
        <li>
          <Icon name={fact.icon} />
          <span>{fact.text}</span>
        </li>
      ))}
    </ul>
  )
}

/** Names and what they stand for. */
export function Definitions(props: { items: readonly (readonly [name: Child, meaning: Child])[] }): Html {
  return (
    <dl class="definitions">
      {props.items.map(([name, meaning]) => (
        <div>
          <dt>{name}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A list with lines between, in a flush card. Its children are RowItems. */
export function Rows(props: { label?: string | undefined; numbered?: boolean | undefined; children: Child }): Html {
  if (props.numbered) {
    return (
      <ol class="rows" aria-label={props.label}>
        {props.children}
      </ol>
    )
  }
  return (
    <ul class="rows" aria-label={props.label}>
      {props.children}
    </ul>
  )
}

/**
 * One line of Rows. With `href` the whole line leads there. `lead` is a Ring or a Medal, `detail` the
 * second line, `end` a word at the end, `actions` are buttons (then leave `href` out).
 */
export function RowItem(props: {
  id?: string | undefined
  title: Child
  href?: string | undefined
  lead?: Child
  detail?: Child
  end?: Child
  tag?: Child
  actions?: Child
}): Html {
  return (
    <li class={props.href ? 'row-item row-item-link' : 'row-item'} id={props.id}>
      {props.lead}
      <div class="row-item-body">
        <RowTitle {...props} />
        {props.detail ? <span class="muted">{props.detail}</span> : null}
      </div>
      {props.end ? <div class="row-item-end">{props.end}</div> : null}
      {props.actions ? <div class="row-item-actions">{props.actions}</div> : null}
      {props.href ? (
        <span class="row-item-chevron">
          <Icon name="chevron-right" />
        </span>
      ) : null}
    </li>
  )
}

function RowTitle(props: { title: Child; href?: string | undefined; tag?: Child }): Html {
  return (
    <span class="row-item-title">
      {props.href ? (
        <a class="ds-link stretch strong" data-color="neutral" href={props.href}>
          {props.title}
        </a>
      ) : (
        <span class="strong">{props.title}</span>
      )}
      {props.tag}
    </span>
  )
}

/** The icon at the head of a row; `gold` for what has been earned. */
export function Medal(props: { icon: IconName; look?: 'gold' | 'plain' | undefined }): Html {
  return (
    <span class={`medal medal-${props.look ?? 'plain'}`}>
      <Icon name={props.icon} />
    </span>
  )
}

/** Dates to remember, the nearest first. `date` is the machine's form, `day` and `month` the short words. */
export function Dates(props: {
  items: readonly { date: string; day: string; month: string; title: Child; detail?: Child }[]
}): Html {
  return (
    <ul class="dates">
      {props.items.map((item) => (
        <li>
          <time class="date" datetime={item.date}>
            <b>{item.day}</b> {item.month}
          </time>
          <span class="dates-text">
            <span class="strong">{item.title}</span>
            <span class="muted">{item.detail}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** One main thing to go on with, and a picture beside it. */
export function Feature(props: {
  id: string
  kicker: Child
  title: Child
  art: Child
  level?: Level | undefined
  children: Child
}): Html {
  return (
    <section class="feature" aria-labelledby={props.id}>
      <div class="feature-body">
        <p class="kicker">{props.kicker}</p>
        <Heading level={props.level ?? 2} id={props.id}>
          {props.title}
        </Heading>
        {props.children}
      </div>
      <div class="feature-art">{props.art}</div>
    </section>
  )
}

/** Text behind its summary. Those of one `name` close each other. */
export function Details(props: {
  id?: string | undefined
  summary: Child
  open?: boolean | undefined
  name?: string | undefined
  children: Child
}): Html {
  return (
    <details class="ds-details" id={props.id} open={props.open} name={props.name} data-color="neutral">
      <summary>{props.summary}</summary>
      <div>{props.children}</div>
    </details>
  )
}

/** Subjects that open one by one, in a flush card: icon, title, examples, a word at the end. */
export function DetailsRows(props: {
  items: readonly {
    id?: string | undefined
    icon: IconName
    title: Child
    detail?: Child
    tag?: Child
    open?: boolean | undefined
    children: Child
  }[]
}): Html {
  return (
    <div class="details-rows">
      {props.items.map((item) => (
        <Details
          id={item.id}
          open={item.open}
          summary={
            <span class="details-row">
              <Icon name={item.icon} />
              <span class="details-row-text">
                <span class="strong">{item.title}</span>
                <span class="muted">{item.detail}</span>
              </span>
              {item.tag}
            </span>
          }
        >
          {item.children}
        </Details>
      ))}
    </div>
  )
}
