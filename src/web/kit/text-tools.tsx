import { type Language, say } from '../../platform/words.ts'
import type { Html } from '../jsx-runtime.ts'
import { words } from '../words.ts'

/** Buttons that write the signs of Markdown into the text of that id, for whoever does not know them. */
export function TextTools({ of, language }: { of: string; language: Language }): Html {
  const said = say(words, language)
  return (
    <text-tools data-for={of} role="group" aria-label={said.textTools} hidden>
      <div class="row row-start">
        <Tool line="## ">{said.toolHeading}</Tool>
        <Tool around="**">{said.toolBold}</Tool>
        <Tool around="*">{said.toolItalics}</Tool>
        <Tool line="- ">{said.toolList}</Tool>
        <Tool line="1. ">{said.toolSteps}</Tool>
      </div>
    </text-tools>
  )
}

/** One button that writes a text where the cursor stands. */
export function InsertButton({ into, insert, label, children }: { into: string; insert: string; label: string; children: string }): Html {
  return (
    <text-tools data-for={into} hidden>
      <Tool insert={insert} label={label}>
        {children}
      </Tool>
    </text-tools>
  )
}

function Tool(props: { around?: string; line?: string; insert?: string; label?: string; children: string }): Html {
  const { around, line, insert, label, children } = props
  return (
    <button
      type="button"
      class="ds-button button-small"
      data-variant="tertiary"
      data-color="accent"
      data-around={around}
      data-line={line}
      data-insert={insert}
      aria-label={label}
    >
      {children}
    </button>
  )
}
