import type { Language } from '../platform/words.ts'
import type { Scheme } from './frame.tsx'
import type { Theme } from './kit/art.tsx'
import type { Eyes } from '../privacy/within.ts'

/** What a person may do at an institution, by a dated appointment; a learner holds a seat. */
export const roles = ['learner', 'author', 'teacher', 'administrator', 'officer', 'contact'] as const
export type Role = (typeof roles)[number]

/** Those who may see others' data, and so show a second factor and are signed out sooner. */
export const staffRoles: readonly Role[] = ['author', 'teacher', 'administrator', 'officer']

/** The controller that runs a site: what every page of it needs to know. */
export type Site = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly legalName: string
  readonly organisationNumber: string
  readonly address: string
  readonly contactEmail: string
  readonly privacyEmail: string
  readonly phone: string | null
  readonly jurisdiction: 'NO' | 'DK'
  readonly zone: 'Europe/Oslo' | 'Europe/Copenhagen'
  readonly language: Language
  readonly theme: Theme
  readonly hosts: readonly string[]
}

/** Whoever is signed in, as the door knows them. */
export type SignedIn = {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  readonly roles: readonly Role[]
  readonly session: string
  /** A second factor was shown in this session. */
  readonly strong: boolean
  /** The account has a second factor. */
  readonly hasFactor: boolean
  /** By when an employee must have set one up; null for whoever has one, or needs none. */
  readonly factorDue: Date | null
  /** The session was prolonged at this request, and so should be its cookie. */
  readonly prolonged: boolean
}

/** Who is asking, where, when and in which language. Made once per request, at the door. */
export type Visit = Eyes & {
  readonly site: Site
  readonly person: SignedIn | null
  /** What the session cookie holds. It may be nobody's, or prove the first of two steps at the door. */
  readonly token: string | undefined
  readonly language: Language
  /** Light, dark, or what the device prefers. */
  readonly scheme: Scheme
  /** Scheme, host and port as the browser wrote them: `http://nomkus.localhost:3000`. */
  readonly origin: string
  readonly path: string
  /** The network the visitor comes from, for rate limits and the security log. */
  readonly ip: string
  readonly userAgent: string
  /** The browser asks not to be tracked (`Sec-GPC: 1`); it holds from the first answer on. */
  readonly gpc: boolean
}

export function has(visit: Visit, role: Role): boolean {
  return visit.person?.roles.includes(role) ?? false
}

/** Whole days that a new employee has left to set up a second step, the last one counted; 0 when they are over, null when none is owed. */
export function daysOfGrace({ person, now }: Pick<Visit, 'person' | 'now'>): number | null {
  if (!person?.factorDue) return null
  return Math.max(0, Math.ceil((person.factorDue.getTime() - now.getTime()) / DAY))
}

const DAY = 86_400_000 // milliseconds

export function isStaff(person: { readonly roles: readonly Role[] } | null): boolean {
  return person?.roles.some((role) => staffRoles.includes(role)) ?? false
}
