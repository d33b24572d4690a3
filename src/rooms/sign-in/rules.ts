import { z } from 'zod'
import { addDuration } from '../../platform/time.ts'
import { durations } from '../../privacy/durations.ts'
import { isStaff, type Role } from '../../web/visit.ts'
import type { Limit } from '../security/service.ts'

// Strangers anywhere may try an account fifty times, and shut out only strangers by it.
export const SIGN_IN_LIMIT: Limit = { kinds: ['signInRefused'], minutes: 15, perKeyHere: 10, perKey: 50, perNetwork: 100 }
export const FACTOR_LIMIT: Limit = { kinds: ['secondFactorRefused'], minutes: 15, perKey: 5, perNetwork: 100 }
export const LINK_LIMIT: Limit = { kinds: ['passwordLinkAsked'], minutes: 60, perKey: 5, perNetwork: 60 }

/** Whether a session was left alone too long: employees, who see others' data, are signed out sooner. */
export function isIdle({ roles, used }: { roles: readonly Role[]; used: Date }, now: Date): boolean {
  return idleSince(roles, now) >= used
}

/** The moment before which a last use is too long ago. */
export function idleSince(roles: readonly Role[], now: Date): Date {
  return addDuration(now, `-${isStaff({ roles }) ? durations.staffSession : durations.session}`, 'UTC')
}

const GRACE = 'P7D'

/** Until when a new employee may do without a second step, where nobody else's data are; null where none is owed. */
export function factorDue({ has_factor, employed }: { has_factor: boolean; employed: Date | null }): Date | null {
  return employed && !has_factor ? addDuration(employed, GRACE, 'UTC') : null
}

const HERE = 'http://here.invalid'

/**
 * Where to go on after signing in: an address of our own as browsers read it, or else the front page.
 * Browsers drop tabs and turn backslashes, so that `/\t/elsewhere.example` leads away.
 */
export function ownPath(next: string | undefined): string {
  if (next === undefined || !/^\/[!-[\]-~]*$/.test(next) || !URL.canParse(next, HERE)) return '/'
  const { origin, pathname, search, hash } = new URL(next, HERE)
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}

export const nextInQuery = z.object({ next: z.string().max(500).optional() })
export const nextInForm = z.string().max(500).optional()

/** Where the first step leads: on, to the second step, or to setting one up. */
export function placeAfter(step: 'in' | 'setUp' | 'factor', next: string): string {
  if (step === 'in') return next
  const page = step === 'factor' ? '/sign-in/second-factor' : '/account/second-factor'
  return `${page}?next=${encodeURIComponent(next)}`
}

/** Whether somebody would be left without the second factor that their work asks for. */
export function isLastFactor({ factors, roles }: { factors: number; roles: readonly Role[] }): boolean {
  return factors <= 1 && isStaff({ roles })
}
