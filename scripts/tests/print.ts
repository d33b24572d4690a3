import type { Outcome } from './file.ts'
import type { Told } from './told.ts'

const MARKS = { passed: '✔', skipped: '﹣', failed: '✖' } as const

/** What is shown of a file when it has ended: its tests, then whatever it wrote itself. */
export function printed({ file, seconds, told, printed }: Outcome): string {
  const written = printed.trimEnd()
  return [`${file} (${seconds.toFixed(1)} s)`, ...told.flatMap(lines), ...(written ? [written] : []), ''].join('\n')
}

/** Each failure with its file, since at the end of the run the tests of a file stand no longer together. */
export function failuresOf({ file, told }: Outcome): string[] {
  return told.flatMap((one) => (one.kind === 'failed' ? [`${file}\n${lines(one).join('\n')}\n`] : []))
}

export function titlesOf(outcomes: readonly Outcome[], kind: 'passed' | 'skipped'): string[] {
  return outcomes.flatMap(({ told }) => told.flatMap((one) => (one.kind === kind ? [one.title] : [])))
}

function lines(one: Told): string[] {
  if (one.kind === 'began' || one.kind === 'ended') return []
  const line = `  ${MARKS[one.kind]} ${one.title} (${one.milliseconds} ms)`
  return one.kind === 'failed' ? [line, ...one.reason.split('\n').map((text) => `      ${text}`)] : [line]
}
