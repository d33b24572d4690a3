import type { Child, Html } from '../jsx-runtime.ts'
import { Heading } from './text.tsx'

type Autosave = { to?: string; saved: string; failed: string; faulty: string; conflict: string; others?: string }

/**
 * A form that says what is missing in our words and the person's language, not in the browser's.
 * `files` for uploads; `guarded` asks before leaving with something unsaved; `autosave` saves by itself,
 * where the form itself is sent or at another address, and says so in these words; `others` has `{names}`
 * for whoever has the same open.
 */
export function Form(props: {
  action: string
  id?: string | undefined
  method?: 'get' | 'post' | undefined
  files?: boolean | undefined
  guarded?: boolean | undefined
  autosave?: Autosave | undefined
  label?: string | undefined
  children: Child
}): Html {
  const { autosave } = props
  const form = (
    <form
      class="form"
      id={props.id}
      action={props.action}
      method={props.method ?? 'post'}
      enctype={props.files ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      novalidate
    >
      {props.children}
      {autosave ? <p class="muted small" role="status" data-status=""></p> : null}
    </form>
  )
  const saving = autosave ? (
    <auto-saving
      data-to={autosave.to}
      data-saved={autosave.saved}
      data-failed={autosave.failed}
      data-faulty={autosave.faulty}
      data-conflict={autosave.conflict}
      data-others={autosave.others}
    >
      {form}
    </auto-saving>
  ) : (
    form
  )
  return props.guarded ? <unsaved-changes>{saving}</unsaved-changes> : saving
}

/**
 * What must be mended before the form can be taken; each line leads to its field. Takes the focus when
 * the page opens, so that it is the first thing read and seen. Nothing at all without errors.
 */
export function ErrorSummary(props: {
  title: string
  errors: readonly { field: string; message: string }[]
}): Html | null {
  if (props.errors.length === 0) return null
  return (
    <div class="ds-error-summary" role="group" aria-labelledby="error-summary-title" tabindex={-1} autofocus>
      <Heading level={2} id="error-summary-title">
        {props.title}
      </Heading>
      <ul>
        {props.errors.map((error) => (
          <li>
            <a class="ds-link" href={`#${error.field}`}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A value that goes along with the form and is nobody's to fill in. */
export function Hidden(props: { name: string; value: string | number }): Html {
  return <input type="hidden" name={props.name} value={props.value} />
}
