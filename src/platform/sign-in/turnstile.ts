import { Refusal } from '../refusal.ts'

/** Lets work through a few at a time; the others wait in the order they came. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>

/**
 * For work that takes much memory or time.
 * @throws Refusal `tooBusy` (429) from the returned function when `mostWaiting` are waiting already:
 * a short queue and an honest answer are better than a long one that nobody waits for any more.
 */
export function turnstile({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }): Turnstile {
  const waiting: (() => void)[] = []
  let free = atOnce

  return async (work) => {
    if (free > 0) {
      free -= 1
    } else if (waiting.length < mostWaiting) {
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      throw new Refusal('tooBusy', 429)
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      // The place is handed on, not freed, so that a newcomer cannot slip in between.
      if (next) next()
      else free += 1
    }
  }
}
