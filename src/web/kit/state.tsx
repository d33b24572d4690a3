import type { Child, Html } from '../jsx-runtime.ts'
import { Icon, type IconName } from './icon.tsx'
import { Heading, type Level } from './text.tsx'
import type { Mood, Tone } from './tone.ts'

/** A word about the state of the thing beside it. */
export function Tag(props: { tone?: Tone | undefined; icon?: IconName | undefined; children: Child }): Html {
  return (
    <span class="ds-tag" data-color={props.tone ?? 'neutral'}>
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </span>
  )
}

/**
 * Something to know before going on. `spoken` has screen readers say it as the page opens:
 * `status` for what has just been done, `alert` for what went wrong.
 */
export function Notice(props: {
  tone?: Mood | undefined
  title?: Child
  level?: Level | undefined
  id?: string | undefined
  spoken?: 'status' | 'alert' | undefined
  children: Child
}): Html {
  return (
    <div class="ds-alert notice" data-color={props.tone ?? 'info'} id={props.id} role={props.spoken}>
      {props.title ? <Heading level={props.level ?? 2}>{props.title}</Heading> : null}
      {props.title ? <div>{props.children}</div> : <p>{props.children}</p>}
    </div>
  )
}

/** Nothing here yet, why that is so, and what to do about it. */
export function EmptyState(props: {
  icon: IconName
  title: Child
  level?: Level | undefined
  action?: Child
  children?: Child
}): Html {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon name={props.icon} />
      </span>
      <Heading level={props.level ?? 2}>{props.title}</Heading>
      {props.children ? <p class="muted">{props.children}</p> : null}
      {props.action ? <div class="row">{props.action}</div> : null}
    </div>
  )
}

/** How much is done; `label` says of what. */
export function Bar(props: { value: number; max?: number | undefined; label: string }): Html {
  return (
    <progress class="bar" value={props.value} max={props.max ?? 100} aria-label={props.label}>
      {props.value}
    </progress>
  )
}

const RADIUS = 19
const ROUND = 2 * Math.PI * RADIUS

/** How much is done, in per cent, small enough for a list; `label` is the whole sentence. */
export function Ring(props: { percent: number; label: string }): Html {
  const filled = ((ROUND * props.percent) / 100).toFixed(1)
  const circle = { cx: 24, cy: 24, r: RADIUS, fill: 'none', 'stroke-width': 5 } as const
  return (
    <svg class="ring" viewBox="0 0 48 48" role="img" aria-label={props.label}>
      <circle class="ring-track" {...circle} />
      {props.percent > 0 ? (
        <circle
          class="ring-done"
          {...circle}
          stroke-linecap="round"
          stroke-dasharray={`${filled} ${ROUND.toFixed(1)}`}
          transform="rotate(-90 24 24)"
        />
      ) : null}
      <text class="ring-text" x={24} y={28.5} text-anchor="middle" aria-hidden="true">
        {Math.round(props.percent)}
      </text>
    </svg>
  )
}

/** Where one is in a fixed course of steps; those with `href` may be gone back to. */
export function Steps(props: {
  label: string
  current: number
  steps: readonly { text: string; href?: string | undefined }[]
}): Html {
  return (
    <ol class="steps" aria-label={props.label}>
      {props.steps.map((step, index) => (
        <li aria-current={index + 1 === props.current ? 'step' : undefined}>
          <b>{index + 1}</b>
          {step.href ? (
            <a class="ds-link" data-color="neutral" href={step.href}>
              {step.text}
            </a>
          ) : (
            step.text
          )}
        </li>
      ))}
    </ol>
  )
}
