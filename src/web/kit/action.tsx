import type { Child, Html } from '../jsx-runtime.ts'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

type Look = 'primary' | 'secondary' | 'tertiary'

/**
 * With `href` a link that looks like a button, otherwise a button that submits its form.
 * One primary per page: the next step. `label` replaces the text for screen readers.
 */
export function Button(props: {
  look?: Look | undefined
  href?: string | undefined
  id?: string | undefined
  name?: string | undefined
  value?: string | number | undefined
  form?: string | undefined
  action?: string | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  icon?: IconName | undefined
  iconAfter?: IconName | undefined
  tone?: Tone | undefined
  small?: boolean | undefined
  full?: boolean | undefined
  label?: string | undefined
  download?: boolean | undefined
  children: Child
}): Html {
  const shared = {
    class: props.small ? 'ds-button button-small' : 'ds-button',
    id: props.id,
    'data-variant': props.look ?? 'primary',
    'data-color': props.tone ?? 'accent',
    'data-fullwidth': props.full ? '' : undefined,
    'aria-label': props.label,
  } as const
  const inside = (
    <>
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
      {props.iconAfter ? <Icon name={props.iconAfter} /> : null}
    </>
  )
  if (props.href !== undefined) {
    return (
      <a href={props.href} download={props.download} {...shared}>
        {inside}
      </a>
    )
  }
  const { name, value, form, action } = props
  return (
    <button type={props.type ?? 'submit'} name={name} value={value} form={form} formaction={action} {...shared}>
      {inside}
    </button>
  )
}

/** Copies `value`; shown only where scripts run, since nothing else can copy. */
export function CopyButton(props: { value: string; text: string; copied: string }): Html {
  return (
    <copy-button data-value={props.value} data-copied={props.copied} hidden>
      <Button look="tertiary" type="button" icon="files">
        <span>{props.text}</span>
      </Button>
    </copy-button>
  )
}

/** What one can do here, side by side: an icon, a name, a sentence. `danger` for what cannot be undone. */
export function ActionList(props: {
  label: string
  actions: readonly {
    href: string
    icon: IconName
    title: string
    text: string
    danger?: boolean | undefined
  }[]
}): Html {
  return (
    <ul class="actions" aria-label={props.label}>
      {props.actions.map((action) => (
        <li class={action.danger ? 'action action-danger' : 'action'}>
          <span class="action-icon">
            <Icon name={action.icon} />
          </span>
          <a class="ds-link stretch strong" data-color="neutral" href={action.href}>
            {action.title}
          </a>
          <span class="muted">{action.text}</span>
        </li>
      ))}
    </ul>
  )
}

/** Where one is in a list that goes on: `position` says it in words ("Page 2 of 7"). */
export function Pager(props: {
  label: string
  position?: string | undefined
  previous?: { href: string; text: string } | undefined
  next?: { href: string; text: string } | undefined
}): Html {
  return (
    <nav class="pager" aria-label={props.label}>
      {props.previous ? (
        <Button look="secondary" href={props.previous.href} icon="arrow-left">
          {props.previous.text}
        </Button>
      ) : null}
      {props.position ? <span class="muted figures">{props.position}</span> : null}
      {props.next ? (
        <span class="pager-next">
          <Button look="secondary" href={props.next.href} iconAfter="arrow-right">
            {props.next.text}
          </Button>
        </span>
      ) : null}
    </nav>
  )
}
