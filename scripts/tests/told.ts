import { inspect } from 'node:util'
import type { TestEvent } from 'node:test/reporters'

/** What a test file tells of itself while it runs, a line of JSON each. */
export type Told =
  | { kind: 'began'; title: string }
  | { kind: 'passed' | 'skipped'; title: string; milliseconds: number }
  | { kind: 'failed'; title: string; milliseconds: number; reason: string }
  | { kind: 'ended' }

/** Node's reporter of test events; a file that is stopped has told all it knew until then. */
export default async function* tell(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) for (const told of toldBy(event)) yield lineOf(told)
  yield lineOf({ kind: 'ended' })
}

/** The whole lines only: what was being written when the file was stopped is none. */
export function read(lines: string): Told[] {
  return lines.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Told)
}

function toldBy(event: TestEvent): Told[] {
  if (event.type === 'test:dequeue') return [{ kind: 'began', title: event.data.name }]
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return []
  const { name: title, details, skip } = event.data
  const milliseconds = Math.round(details.duration_ms)
  if (event.type === 'test:fail') return [{ kind: 'failed', title, milliseconds, reason: inspect(event.data.details.error.cause ?? event.data.details.error) }]
  return [{ kind: skip === undefined ? 'passed' : 'skipped', title, milliseconds }]
}

function lineOf(told: Told): string {
  return `${JSON.stringify(told)}\n`
}
