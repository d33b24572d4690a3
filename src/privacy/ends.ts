import { addDuration, startOfDay } from '../platform/time.ts'
import { type DurationName, durations } from './durations.ts'
import { heldColumn, type Table } from './table.ts'

/** When rows of a table end, as it is told to people: a rule with its event, never a blank. */
export type EndRule =
  | { readonly when: 'with the account' }
  | { readonly when: 'with its parent'; readonly table: string }
  | { readonly when: 'after'; readonly duration: string; readonly named: DurationName; readonly from: string }
  | { readonly when: 'never' }

export function endRuleOf({ duty: { ends } }: Table): EndRule {
  if (typeof ends === 'string') return { when: 'never' }
  if ('after' in ends) return { when: 'after', duration: durations[ends.after], named: ends.after, from: ends.from }
  return ends.with === 'the account' ? { when: 'with the account' } : { when: 'with its parent', table: ends.table }
}

/** The moment a row must be gone; null while its event is still open, or when it goes with another. */
export function endOfRow(table: Table, row: Readonly<Record<string, unknown>>, zone: string): Date | null {
  const rule = endRuleOf(table)
  if (rule.when !== 'after') return null
  const due = dueFrom(row[rule.from], rule.duration, zone)
  const held = row[heldColumn(table) ?? '']
  return due && held instanceof Date && held > due ? held : due
}

function dueFrom(from: unknown, duration: string, zone: string): Date | null {
  if (from instanceof Date) return addDuration(from, duration, zone)
  return typeof from === 'string' ? addDuration(endOfDay(from, zone), duration, zone) : null
}

/** A day is over at 24:00 on the wall. Noon in UTC falls on that very day in every zone we serve. */
function endOfDay(day: string, zone: string): Date {
  return addDuration(startOfDay(new Date(`${day}T12:00:00Z`), zone), 'P1D', zone)
}

/** Tables whose rows go with rows of this one, the deepest last. */
export function dependantsOf(table: Table, tables: readonly Table[]): { table: Table; parent: string }[] {
  return tables.flatMap((other) => {
    const { ends } = other.duty
    if (typeof ends === 'string' || !('parent' in ends) || ends.table !== table.name) return []
    return [{ table: other, parent: ends.parent }]
  })
}
