import { randomInt } from 'node:crypto'

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

/** Fewer than this many seats or accounts would point at somebody. */
export const FEWEST_SHOWN = 5

/**
 * The number an organisation is told, or null for `fewer than five`. A change of one since the last
 * count is held back until it is more, so that nobody can tell which colleague registered this week.
 */
export function shownCount({ seats, activated, last }: { seats: number; activated: number; last: number | null }): number | null {
  if (seats < FEWEST_SHOWN || activated < FEWEST_SHOWN) return null
  return last !== null && Math.abs(activated - last) === 1 && activated !== seats ? last : activated
}
