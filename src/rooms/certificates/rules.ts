import { createHmac, randomInt } from 'node:crypto'
import { canBePrinted } from '../../platform/pdf/letters.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addDuration, localDay } from '../../platform/time.ts'

// No 0/O, 1/I/L: people read these aloud. 12 signs of 31 are 59 bits, too many to guess.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A new certificate code: three groups of four signs. */
export function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return [group(), group(), group()].join('-')
}

/** As it is kept, however it was typed: `k7qf 9m2x4twr` is `K7QF-9M2X-4TWR`. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/(.{4})(?=.)/g, '$1-')
}

/** Why a paper was revoked: issued by mistake, an irregular exam, or its holder asked for it. */
export const reasons = ['mistake', 'irregular', 'holder'] as const
export type Reason = (typeof reasons)[number]

/** Why a paper was corrected: we had printed it wrong, the course's facts were wrong, its holder asked for it, or was right to object. */
export const correctionReasons = ['misprint', 'courseWrong', 'holder', 'objection'] as const
export type CorrectionReason = (typeof correctionReasons)[number]

/** What an employee may give as the reason of a correction of their own. */
export const givenReasons = ['misprint', 'courseWrong', 'holder'] as const

/** What a holder may object to, once each. */
export const grounds = ['revocation', 'correction'] as const
export type Ground = (typeof grounds)[number]

/** Within which time an objection is answered. Source: GDPR article 12(3), for whoever has what we hold of them put right. */
export const ANSWERED_WITHIN = 'P1M'

/** Two employees answer, and the one who decides is not the one who made the decision that is objected to. */
export function mayDecideObjection(employee: string | null, { proposedBy, contestedBy }: { proposedBy: string | null; contestedBy: string | null }): boolean {
  return employee !== null && employee !== proposedBy && employee !== contestedBy
}

export type Status = 'valid' | 'replaced' | 'revoked' | 'expired'

export type Fate = { replaced: Date | null; revoked: Date | null; validUntil: string | null }

/** What has become of a paper by a day, `YYYY-MM-DD` in the institution's calendar. On its last day it still holds. */
export function statusOf({ replaced, revoked, validUntil }: Fate, today: string): Status {
  if (revoked) return 'revoked'
  if (replaced) return 'replaced'
  return validUntil !== null && today > validUntil ? 'expired' : 'valid'
}

/** How long before its end a paper can be renewed, and when its holder is reminded. */
export const RENEWAL_DAYS = 90
export const REMINDER_DAYS = { reminded: 60, remindedAgain: 14 } as const

/** The last day of a paper that holds so many months from a day; null: without end. */
export function lastDayAfter(day: string, months: number | null): string | null {
  return months === null ? null : localDay(addDuration(noonOf(day), `P${months}M`, 'UTC'), 'UTC')
}

/** The first day on which a paper can be renewed. */
export function renewableFrom(validUntil: string): string {
  return localDay(addDuration(noonOf(validUntil), `-P${RENEWAL_DAYS}D`, 'UTC'), 'UTC')
}

/**
 * The last day of what follows a paper: whoever renews early loses nothing. Undefined while it is too
 * early, and for a paper that holds without end.
 */
export function renewedUntil(validUntil: string | null, { today, months }: { today: string; months: number | null }): string | null | undefined {
  if (validUntil === null || today < renewableFrom(validUntil)) return undefined
  return lastDayAfter(today > validUntil ? today : validUntil, months)
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** Both parts as they stand on the paper, with nothing around them. */
export function wholeName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`.normalize('NFC').replace(/\s+/g, ' ').trim()
}

export type OwnName = { firstName: string; lastName: string; latinName?: string | undefined }

/** What is printed: the name as its person writes it, or in Latin letters where they write it in others. */
export function printedName({ latinName, ...name }: OwnName): string {
  return latinName ? latinName.normalize('NFC').replace(/\s+/g, ' ').trim() : wholeName(name)
}

/** Letters of names in Latin script, with what stands between and above them. */
const LATIN = /^[\p{Script=Latin}\p{M}\s.,'’ʼ`´‐-―-]+$/u

/** @throws Refusal `nameNotLatin` or `nameNotPrintable` (422) at the field `latinName`, where it can be mended. */
export function mustBePrintable(name: OwnName): void {
  if (name.latinName && !LATIN.test(name.latinName)) throw new Refusal('nameNotLatin', 422, { field: 'latinName' })
  if (!canBePrinted(printedName(name))) throw new Refusal('nameNotPrintable', 422, { field: 'latinName' })
}

/**
 * What is kept of a name for comparing. Bound to its certificate, so that the same name on two papers
 * looks different; case, spaces and the shape of hyphens and apostrophes do not count, letters do.
 */
export function nameHash(key: Buffer, certificate: string, name: string): Buffer {
  const compared = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  return createHmac('sha256', key).update(`${certificate} ${compared}`).digest()
}
