import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { localMinute, momentAt } from '../../../platform/time.ts'
import type { Release } from '../opening.ts'
import { type Doing, ways } from '../ways.ts'

const maybe = (least: number, most: number) => z.union([z.literal('').transform(() => null), z.coerce.number().int().min(least).max(most)])

export const openings = ['atOnce', 'onDay', 'afterDays'] as const

const release = {
  opening: z.enum(openings),
  opens: z.string().max(16).default(''),
  days: maybe(1, 1_000).default(null),
  unseen: z.literal('yes').optional(),
  was: z.string().max(1_000),
}
export const releaseForm = z.strictObject(release)
export const conditionsForm = z.strictObject({
  ...release,
  way: z.enum(ways).default('read'),
  leastMinutes: maybe(1, 600).default(null),
  doneWith: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
})

/** @throws Refusal `dayMissing`, `daysMissing` (422). What opens at once cannot be unseen until then. */
export function releaseFrom({ opening, opens, days, unseen }: z.output<typeof releaseForm>, zone: string): Release {
  const isUnseen = unseen === 'yes'
  if (opening === 'atOnce') return { opens: null, opensAfterDays: null, unseen: false }
  if (opening === 'afterDays') {
    if (days === null) throw new Refusal('daysMissing', 422, { field: 'days' })
    return { opens: null, opensAfterDays: days, unseen: isUnseen }
  }
  const moment = momentAt(opens, zone)
  if (!moment) throw new Refusal('dayMissing', 422, { field: 'opens' })
  return { opens: moment, opensAfterDays: null, unseen: isUnseen }
}

/** @throws Refusal `leastMinutesMissing`, `examMissing` (422). */
export function doingFrom({ way, leastMinutes, doneWith }: Pick<z.output<typeof conditionsForm>, 'way' | 'leastMinutes' | 'doneWith'>): Doing {
  if (way === 'time' && leastMinutes === null) throw new Refusal('leastMinutesMissing', 422, { field: 'leastMinutes' })
  if (way === 'passed' && doneWith === null) throw new Refusal('examMissing', 422, { field: 'doneWith' })
  return { way, leastMinutes: way === 'time' ? leastMinutes : null, doneWith: way === 'passed' ? doneWith : null }
}

/** A release as it stands in its form. */
export function releaseValues({ opens, opensAfterDays }: Release, zone: string): { opening: string; opens: string; days: string } {
  if (opens) return { opening: 'onDay', opens: localMinute(opens, zone), days: '' }
  return { opening: opensAfterDays === null ? 'atOnce' : 'afterDays', opens: '', days: String(opensAfterDays ?? '') }
}

export type Conditions = Release & Doing

/** What an author had before them, to be compared with what is there when they save. */
export function asWritten(conditions: Release | Conditions): string {
  return JSON.stringify(Object.entries(conditions).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
