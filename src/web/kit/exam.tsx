import type { Child, Html } from '../jsx-runtime.ts'
import { Icon } from './icon.tsx'

export type MapEntry = { number: number; answered: boolean; flagged: boolean; current: boolean; label: string }

/**
 * All questions at a glance. Each is a button of the form `form`, `name` = its number, so that going
 * there saves the answer on the way, without a script too. `label` says number and state in words.
 */
export function ExamMap(props: {
  label: string
  form: string
  name: string
  questions: readonly MapEntry[]
  legend: { answered: string; flagged: string; open: string }
}): Html {
  return (
    <>
      <nav aria-label={props.label}>
        <ol class="exam-map">
          {props.questions.map((question) => (
            <li>
              <button
                class={`exam-place ${placeLook(question)}`}
                type="submit"
                form={props.form}
                name={props.name}
                value={question.number}
                aria-label={question.label}
                aria-current={question.current ? 'step' : undefined}
                data-question={question.number}
              >
                {question.number}
                {question.flagged ? <Icon name="bookmark" /> : null}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <ul class="exam-legend" aria-hidden="true">
        <li>
          <i class="place-answered" /> {props.legend.answered}
        </li>
        <li>
          <Icon name="bookmark" /> {props.legend.flagged}
        </li>
        <li>
          <i class="place-open" /> {props.legend.open}
        </li>
      </ul>
    </>
  )
}

/** The time left. The server's `ends` counts, whatever the browser's clock says; `left` is the words beside it. */
export function Timer(props: {
  id?: string | undefined
  ends: string
  now: string
  shown: string
  spoken: string
  left: string
}): Html {
  return (
    <p class="timer" id={props.id ?? 'timer'} data-ends={props.ends} data-now={props.now}>
      <Icon name="clock" />
      <span class="ds-sr-only">{props.spoken} </span>
      <time class="figures">{props.shown}</time> <span class="timer-unit">{props.left}</span>
    </p>
  )
}

export type Saving = 'saved' | 'saving' | 'unsaved'

/** Whether the answer has arrived. Says "saved" only after the server said so. */
export function SavedState(props: { id?: string | undefined; state: Saving; text: string }): Html {
  return (
    <p class="saved" id={props.id ?? 'saved'} role="status" data-state={props.state}>
      <span class="saved-yes">
        <Icon name="check-circle" />
      </span>
      <span class="saved-no">
        <Icon name="cloud-slash" />
      </span>
      <span class="saved-text">{props.text}</span>
    </p>
  )
}

/** How far one has come, above the question. */
export function ExamProgress(props: { title: Child; detail?: Child; children: Child }): Html {
  return (
    <div class="exam-progress">
      <p>
        <span class="strong">{props.title}</span> <span class="muted">{props.detail}</span>
      </p>
      {props.children}
    </div>
  )
}

/** What a question is about: a text, a picture, a recording, with the words that introduce it. */
export function Stimulus(props: { caption: Child; children: Child }): Html {
  return (
    <figure class="stimulus">
      <figcaption>{props.caption}</figcaption>
      {props.children}
    </figure>
  )
}

/** The sheet a question is written on: roomier than a card. */
export function QuestionSheet(props: { children: Child }): Html {
  return (
    <div class="ds-card card question" data-color="neutral">
      {props.children}
    </div>
  )
}

/** Back and on, at the edges of the sheet. */
export function ExamFoot(props: { children: Child }): Html {
  return <div class="row row-between exam-foot">{props.children}</div>
}

/** A quiet remark with an icon, outside the cards. */
export function Remark(props: { id?: string; icon: 'clock' | 'information' | 'padlock-locked'; children: Child }): Html {
  return (
    <p class="remark" id={props.id}>
      <Icon name={props.icon} />
      <span>{props.children}</span>
    </p>
  )
}

function placeLook(question: MapEntry): string {
  const state = question.answered ? 'place-answered' : 'place-open'
  const here = question.current ? ' place-current' : ''
  return question.flagged ? `${state} place-flagged-too${here}` : `${state}${here}`
}
