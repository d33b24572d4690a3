import type { Child, Html } from '../jsx-runtime.ts'

type Asked = {
  name: string
  label: Child
  /** The name, unless two forms on the page ask for the same. ErrorSummary leads here. */
  id?: string | undefined
  /** How to answer: format, example, where to find it. */
  description?: Child
  /** Why we ask, who sees it, how long we keep it: one line, where the question arises. */
  why?: Child
  error?: string | undefined
  /** The word for "optional"; a field without it is required. */
  optional?: string | undefined
  autofocus?: boolean | undefined
}

export type InputType =
  | 'text'
  | 'email'
  | 'tel'
  | 'url'
  | 'password'
  | 'number'
  | 'date'
  | 'time'
  | 'datetime-local'
  | 'search'
  | 'file'

/** One line to fill in. What was written is kept in `value`, wrong or right; never for a password. */
export function Field(
  props: Asked & {
    type?: InputType | undefined
    value?: string | number | undefined
    autocomplete?: string | undefined
    inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | undefined
    maxlength?: number | undefined
    min?: string | number | undefined
    max?: string | number | undefined
    step?: string | number | undefined
    accept?: string | undefined
    spellcheck?: boolean | undefined
    autocapitalize?: 'none' | 'words' | 'characters' | undefined
    /** Half the width of a grid Fieldset. */
    half?: boolean | undefined
    /** For short answers: a code, a number. */
    short?: boolean | undefined
  },
): Html {
  const { name, type, value, autocomplete, inputmode, maxlength, min, max, step, accept, autocapitalize } = props
  const look = `ds-field${props.half ? ' half' : ''}${props.short ? ' short' : ''}`
  return (
    <div class={look}>
      <Asking {...props} />
      <input
        class="ds-input"
        type={type ?? 'text'}
        {...{ name, value, autocomplete, inputmode, maxlength, min, max, step, accept, autocapitalize }}
        spellcheck={props.spellcheck === false ? 'false' : undefined}
        {...answering(props)}
        dir={type === undefined || type === 'text' || type === 'search' ? 'auto' : undefined}
      />
      <Telling {...props} />
    </div>
  )
}

/** Where an e-mail address is asked for, as it was written before; `username` where it says who signs in. */
export function EmailField({
  label,
  description,
  autocomplete = 'email',
  entered: { values, errors },
}: {
  label: Child
  description?: Child
  autocomplete?: 'email' | 'username'
  entered: { values: Readonly<Record<string, unknown>>; errors: Readonly<Record<string, string>> }
}): Html {
  return (
    <Field
      name="email"
      type="email"
      label={label}
      description={description}
      value={String(values['email'] ?? '')}
      autocomplete={autocomplete}
      autocapitalize="none"
      spellcheck={false}
      error={errors['email']}
    />
  )
}

export function TextArea(
  props: Asked & {
    value?: string | undefined
    rows?: number | undefined
    maxlength?: number | undefined
    lang?: string | undefined
  },
): Html {
  return (
    <div class="ds-field">
      <Asking {...props} />
      <textarea
        class="ds-input"
        name={props.name}
        rows={props.rows ?? 6}
        maxlength={props.maxlength}
        lang={props.lang}
        {...answering(props)}
        dir="auto"
      >
        {props.value ? `\n${props.value}` : null}
      </textarea>
      <Telling {...props} />
    </div>
  )
}

export function Select(
  props: Asked & {
    value?: string | undefined
    half?: boolean | undefined
    /** Shown first and means nothing, so that nobody chooses by accident. */
    empty?: string | undefined
    options: readonly { value: string; text: string }[]
  },
): Html {
  return (
    <div class={props.half ? 'ds-field half' : 'ds-field'}>
      <Asking {...props} />
      <select class="ds-input" name={props.name} {...answering(props)}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.text}
          </option>
        ))}
      </select>
      <Telling {...props} />
    </div>
  )
}

function Asking(props: Asked): Html {
  const id = props.id ?? props.name
  return (
    <>
      <label class="ds-label" for={id}>
        {props.label}
        {props.optional ? <span class="optional"> ({props.optional})</span> : null}
      </label>
      {props.description ? (
        <p data-field="description" id={`${id}-description`}>
          {props.description}
        </p>
      ) : null}
    </>
  )
}

function Telling(props: Asked): Html {
  const id = props.id ?? props.name
  return (
    <>
      {props.error ? (
        <p class="ds-validation-message" data-field="validation" id={`${id}-error`}>
          {props.error}
        </p>
      ) : null}
      {props.why ? (
        <p class="why" id={`${id}-why`}>
          {props.why}
        </p>
      ) : null}
    </>
  )
}

/** What ties the input to its label and to everything that is said about it. */
function answering(props: Asked) {
  const id = props.id ?? props.name
  return {
    id,
    required: !props.optional,
    autofocus: props.autofocus,
    'aria-invalid': props.error ? 'true' : undefined,
    'aria-describedby': describedBy(id, props),
  } as const
}

/** The ids of what is said about an input, in reading order: the error first. */
export function describedBy(
  id: string,
  said: { error?: string | undefined; description?: Child; why?: Child },
): string | undefined {
  const ids = [
    said.error ? `${id}-error` : null,
    said.description ? `${id}-description` : null,
    said.why ? `${id}-why` : null,
  ]
  return ids.filter((one) => one !== null).join(' ') || undefined
}
