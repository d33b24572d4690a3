import { addDuration } from '../platform/time.ts'
import type { Eyes } from '../privacy/within.ts'

export const ZONE = 'Europe/Oslo'
export const HOUR = 3_600_000 // milliseconds
export const MINUTE = 60_000

/** The same time of day so many days before, where the demonstration is. */
export function daysBefore(now: Date, days: number): Date {
  return addDuration(now, days < 0 ? `P${-days}D` : `-P${days}D`, ZONE)
}

/** The same eyes at an earlier moment. */
export function at(eyes: Eyes, now: Date): Eyes {
  return { ...eyes, now }
}

/**
 * Eyes whose happenings nobody answers: what is laid out in the past was told in the past, and no
 * letter about it goes out today.
 */
export function quiet(eyes: Eyes): Eyes {
  return { ...eyes, means: { ...eyes.means, listeners: new Map() } }
}
