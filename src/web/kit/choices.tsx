import type { Child, Html } from '../jsx-runtime.ts'
import { describedBy } from './fields.tsx'

type Choice = {
  id: string
  name: string
  value?: string | undefined
  checked?: boolean | undefined
  description?: Child
  error?: string | undefined
  children: Child
}

/** Yes or not. Never ticked beforehand where it stands for a consent or an acceptance. */
export function Checkbox(
  props: Omit<Choice, 'id'> & { id?: string | undefined; required?: boolean | undefined; form?: string | undefined },
): Html {
  const id = props.id ?? props.name
  return (
    <div class="ds-field" data-color="accent">
      <input
        class="ds-input"
        type="checkbox"
        required={props.required}
        form={props.form}
        {...choosing({ ...props, id })}
      />
      <label for={id}>{props.children}</label>
      <Said {...props} id={id} />
    </div>
  )
}

/** A setting that is on or off; saved with its form like any other. */
export function Switch(props: Omit<Choice, 'id'> & { id?: string | undefined }): Html {
  const id = props.id ?? props.name
  return (
    <div class="ds-field switch" data-position="end" data-color="accent">
      <label for={id}>{props.children}</label>
      <Said {...props} id={id} />
      <input class="ds-input" type="checkbox" role="switch" {...choosing({ ...props, id })} />
    </div>
  )
}

/** One of several ways to go on, with room to explain each. */
export function Tile(props: Choice & { end?: Child }): Html {
  return (
    <div class="ds-field tile" data-variant="outline" data-color="accent">
      <input class="ds-input" type="radio" {...choosing(props)} />
      <label for={props.id}>{props.children}</label>
      <Said {...props} />
      {props.end}
    </div>
  )
}

export type Verdict = { right: boolean; text: string }

/**
 * One of the answers to a question: a radio button, or with `several` a checkbox. `letter` is for the
 * eye. After the exam `verdict` says in words and colour what came of it, and `locked` keeps it as given.
 */
export function AnswerChoice(
  props: Choice & {
    letter: string
    several?: boolean | undefined
    locked?: boolean | undefined
    verdict?: Verdict | undefined
  },
): Html {
  return (
    <div class={`ds-field answer${verdictLook(props.verdict)}`} data-variant="outline" data-color="accent">
      <input
        class="ds-input"
        type={props.several ? 'checkbox' : 'radio'}
        disabled={props.locked}
        {...choosing(props)}
      />
      <label for={props.id}>
        <b aria-hidden="true">{props.letter}</b>
        <span>{props.children}</span>
      </label>
      <Said {...props} />
      {props.verdict ? <p class="verdict">{props.verdict.text}</p> : null}
    </div>
  )
}

/** What belongs together under one question. `columns` puts fields beside each other where there is room. */
export function Fieldset(props: {
  id?: string | undefined
  legend: Child
  hideLegend?: boolean | undefined
  description?: Child
  error?: string | undefined
  columns?: boolean | undefined
  children: Child
}): Html {
  const { id } = props
  return (
    <fieldset
      class="ds-fieldset"
      id={id}
      tabindex={id ? -1 : undefined}
      aria-describedby={id ? describedBy(id, props) : undefined}
    >
      <legend class={props.hideLegend ? 'ds-sr-only' : 'ds-label'}>{props.legend}</legend>
      {props.description ? (
        <p data-field="description" id={id ? `${id}-description` : undefined}>
          {props.description}
        </p>
      ) : null}
      <div class={props.columns ? 'form-grid' : 'stack stack-small'}>{props.children}</div>
      {props.error ? (
        <p class="ds-validation-message" data-field="validation" id={id ? `${id}-error` : undefined}>
          {props.error}
        </p>
      ) : null}
    </fieldset>
  )
}

function Said(props: { id: string; description?: Child; error?: string | undefined }): Html {
  return (
    <>
      {props.description ? (
        <p class="said" data-field="description" id={`${props.id}-description`}>
          {props.description}
        </p>
      ) : null}
      {props.error ? (
        <p class="ds-validation-message" data-field="validation" id={`${props.id}-error`}>
          {props.error}
        </p>
      ) : null}
    </>
  )
}

function choosing(props: Omit<Choice, 'children'>) {
  return {
    id: props.id,
    name: props.name,
    value: props.value,
    checked: props.checked,
    'aria-invalid': props.error ? 'true' : undefined,
    'aria-describedby': describedBy(props.id, props),
  } as const
}

function verdictLook(verdict: Verdict | undefined): string {
  if (!verdict) return ''
  return verdict.right ? ' answer-right' : ' answer-wrong'
}
