import type { Mark } from './within.ts'

/** A process that has seen nothing yet; `repeat` is what it does about a database that is older. */
export function newMark(repeat: () => Promise<void>): Mark {
  let repeating: Promise<void> | undefined
  const mark: Mark = {
    least: 0,
    isBehind: false,
    repeat() {
      mark.isBehind = true
      // Once at a time; while it fails, whoever asks next tries again, and nobody is let in.
      repeating ??= repeat()
        .then(() => void (mark.isBehind = false))
        .catch(() => {})
        .finally(() => void (repeating = undefined))
    },
  }
  return mark
}

/** What has been seen is never unseen. */
export function raise(mark: Mark, seen: number): void {
  mark.least = Math.max(mark.least, seen)
}
