import { randomInt } from 'node:crypto'
import { parseDuration } from '../../platform/time.ts'
import { durations } from '../../privacy/durations.ts'

/** How long an account rests before it is erased. */
export const DAYS_AT_REST = parseDuration(durations.deactivation).days

export type Term = { begins: string; ends: string; suspended: Date | null }

/** Why a membership takes nobody in on a day (`YYYY-MM-DD` in its institution's zone); null: it does. */
export function closedBecause(term: Term, today: string): 'notBegun' | 'expired' | 'suspended' | null {
  if (term.suspended) return 'suspended'
  if (today < term.begins) return 'notBegun'
  return today > term.ends ? 'expired' : null
}

// No 0/O, 1/I/L: people read these aloud. 12 signs of 30 are 58 bits, too many to guess.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A new membership code: three groups of four signs behind a word that says whose it is to us. */
export function newMembershipCode(): string {
  const sign = () => ALPHABET[randomInt(ALPHABET.length)] ?? ''
  const group = () => Array.from({ length: 4 }, sign).join('')
  return [group(), group(), group()].join('-')
}

/** As it is kept, however it was typed: `fjord 7k2m` is `FJORD7K2M` is `FJORD-7K2M`. */
export function readMembershipCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/(.{4})(?=.)/g, '$1-')
}

/** Whether help about a membership may be sent to an address: only within its organisation's domains. */
export function isWithinDomains(email: string, domains: string | null): boolean {
  const domain = email.split('@')[1]?.toLowerCase() ?? ''
  return (domains ?? '').split(' ').some((own) => own !== '' && own.toLowerCase() === domain)
}

/** Who gets in by a membership's code, and when, within its term. */
export type Joining = Term & { domains: string | null; domains_only: boolean; joining_begins: string | null; joining_ends: string | null }

/** Why a code lets nobody in on a day, though its membership may be in force; null: it does. */
export function shutBecause(membership: Joining, today: string): 'notBegun' | 'expired' | 'suspended' | 'joiningOver' | null {
  const closed = closedBecause(membership, today)
  if (closed) return closed
  const { joining_begins: first, joining_ends: last } = membership
  if (first !== null && today < first) return 'notBegun'
  return last !== null && today > last ? 'joiningOver' : null
}

/** Whether a membership takes somebody in on a day, by what they show: its code, and their address. */
export function takesIn(membership: Joining, { email, today }: { email: string; today: string }): boolean {
  return shutBecause(membership, today) === null && (!membership.domains_only || isWithinDomains(email, membership.domains))
}

/** Longer than this a term is a typing error. */
export const LONGEST_TERM = 5 // years

/** Why a term cannot follow one that ends on `last`, as a phrase and the field to blame; null: it can. */
export function misfitOf({ begins, ends }: { begins: string; ends: string }, { last, today }: { last: string; today: string }): Misfit | null {
  if (ends <= last || ends < today) return { reason: 'endNotLater', field: 'ends' }
  if (begins <= last) return { reason: 'termsOverlap', field: 'begins' }
  if (ends < begins) return { reason: 'endsBeforeBegins', field: 'ends' }
  return isTooLong({ begins, ends }) ? { reason: 'termTooLong', field: 'ends' } : null
}

export type Misfit = { reason: string; field: 'begins' | 'ends' }

export function isTooLong({ begins, ends }: { begins: string; ends: string }): boolean {
  return daysBetween(begins, ends) > LONGEST_TERM * 366
}

/** The first day of a renewal, unless somebody says another: right after the term before, or today if that is over. */
export function dayAfter(last: string, today: string): string {
  const next = new Date(Date.parse(last) + DAY).toISOString().slice(0, 10)
  return next < today ? today : next
}

/** Fewer than this many seats or accounts would point at somebody. */
export const FEWEST_SHOWN = 5

/**
 * Fewer newcomers or leavers than this are held back until they are more. One would be a colleague;
 * at two, a contact who adds an account of their own could tell the colleague by the difference.
 */
export const SMALLEST_CHANGE = 3

/** The number an organisation is told, or null for `fewer than five`. `last` is what it was told before. */
export function shownCount({ seats, activated, last }: { seats: number; activated: number; last: number | null }): number | null {
  if (seats < FEWEST_SHOWN) return null
  if (last !== null && Math.abs(activated - last) < SMALLEST_CHANGE) return Math.min(last, seats)
  return activated < FEWEST_SHOWN ? null : Math.min(activated, seats)
}

/** What an organisation is advised: `last` of its seats may be in use without the number saying so. */
export function adviceFor({ seats, activated }: { seats: number; activated: number | null }): 'more' | 'fewer' | 'none' {
  if (seats < FEWEST_SHOWN) return 'none'
  if (activated !== null && seats - activated < SMALLEST_CHANGE) return 'more'
  return (activated ?? FEWEST_SHOWN - 1) < seats / 2 ? 'fewer' : 'none'
}

/** Days before the end of a term at which somebody is told, once each. */
export const NOTICE_DAYS = { contact: [60, 30, 7], learner: [30, 7] } as const

export type NoticeAudience = keyof typeof NOTICE_DAYS

/** Whether a term is so near its end that its contact has been told. */
export function isEndingSoon(ends: string, today: string): boolean {
  return today <= ends && daysBetween(today, ends) <= NOTICE_DAYS.contact[0]
}

/**
 * The notice that is due today, if any: the nearest one passed, so that after an outage people get
 * one letter and not three. A term that was shorter than the notice never had it.
 */
export function noticeDue(term: { begins: string; ends: string }, today: string, audience: NoticeAudience): number | null {
  const left = daysBetween(today, term.ends)
  const length = daysBetween(term.begins, term.ends)
  if (left < 0) return null
  return [...NOTICE_DAYS[audience]].reverse().find((days) => left <= days && days <= length) ?? null
}

const DAY = 86_400_000 // milliseconds of a day in UTC, where every day has as many

/** Whole days from one day of the calendar (`YYYY-MM-DD`) to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY
}

/**
 * The day of the last count that should have been made: Monday at six. A house that was shut on
 * Monday counts when it opens.
 */
export function countingDay({ today, hour }: { today: string; hour: number }): string {
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7
  const back = sinceMonday === 0 && hour < COUNTING_HOUR ? 7 : sinceMonday
  return new Date(Date.parse(today) - back * DAY).toISOString().slice(0, 10)
}

const COUNTING_HOUR = 6

/** A moment on a day of the calendar, for formatting it: noon in UTC is that day in all our zones. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}
