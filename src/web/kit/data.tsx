import type { Child, Html } from '../jsx-runtime.ts'
import { Heading, type Level } from './text.tsx'

export type Column = { title: Child; numbers?: boolean }

/**
 * Rows and columns; the first cell of a row names it. `id` is needed since a wide table scrolls
 * in a frame of its own, which the keyboard must reach and a screen reader must name.
 */
export function Table(props: {
  id: string
  caption: Child
  hideCaption?: boolean | undefined
  columns: readonly Column[]
  rows: readonly (readonly Child[])[]
}): Html {
  const caption = `${props.id}-caption`
  return (
    <div class="table-frame" id={props.id} role="region" aria-labelledby={caption} tabindex={0}>
      <table class="ds-table table" data-color="neutral">
        <caption id={caption} class={props.hideCaption ? 'ds-sr-only' : undefined}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th scope="col" class={column.numbers ? 'numbers' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <TableRow columns={props.columns} cells={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TableRow(props: { columns: readonly Column[]; cells: readonly Child[] }): Html {
  return (
    <tr>
      {props.cells.map((cell, index) => {
        const look = props.columns[index]?.numbers ? 'numbers' : undefined
        return index === 0 ? (
          <th scope="row" class={look}>
            {cell}
          </th>
        ) : (
          <td class={look}>{cell}</td>
        )
      })}
    </tr>
  )
}

export type TimelineItem = {
  /** The machine's form, `2026-08-20T14:32:00+02:00`, and what is shown of it, `14.32`. */
  at: string
  time: string
  /** Who did it, as a colour besides the words: oneself, our people, a change, the system, someone outside. */
  by: 'self' | 'people' | 'change' | 'system' | 'outside'
  text: Child
  reason?: Child
}

/** What happened, the newest day first. */
export function Timeline(props: {
  level?: Level | undefined
  days: readonly { title: Child; items: readonly TimelineItem[] }[]
}): Html {
  return (
    <div class="timeline">
      {props.days.map((day) => (
        <div class="timeline-day">
          <Heading level={props.level ?? 3}>{day.title}</Heading>
          <ol>
            {day.items.map((item) => (
              <li class={`timeline-item timeline-${item.by}`}>
                <time datetime={item.at}>{item.time}</time>
                <p>
                  {item.text}
                  {item.reason ? <span class="timeline-reason muted">{item.reason}</span> : null}
                </p>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  )
}
