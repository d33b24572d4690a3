import { isStaff, type Role } from '../../web/visit.ts'

/** What an employee may decide about an account, and the reasons there are for it. */
export const REASONS = {
  blocked: ['misuse', 'security', 'ownWish'],
  unblocked: ['resolved', 'mistake'],
  deactivated: ['ownWish', 'wrongPerson'],
  reactivated: ['ownWish', 'mistake'],
  factorRemoved: ['lostFactor'],
} as const

export type DecisionKind = keyof typeof REASONS
export type Reason = (typeof REASONS)[DecisionKind][number]

export const decisionKinds = Object.keys(REASONS) as [DecisionKind, ...DecisionKind[]]
export const reasons = [...new Set(Object.values(REASONS).flat())] as unknown as [Reason, ...Reason[]]

export function isReasonFor(kind: DecisionKind, reason: string): reason is Reason {
  return (REASONS[kind] as readonly string[]).includes(reason)
}

/** How an account stands, as far as a decision depends on it. */
export type Standing = { blocked: Date | null; deactivated: Date | null; because: string | null; hasFactor: boolean }

/** What can be decided of an account now. One whose membership ended is woken by a renewal or a new code. */
export function decisionsFor({ blocked, deactivated, because, hasFactor }: Standing): DecisionKind[] {
  const possible: Record<DecisionKind, boolean> = {
    blocked: blocked === null,
    unblocked: blocked !== null,
    deactivated: deactivated === null,
    reactivated: because === 'employee',
    factorRemoved: hasFactor,
  }
  return decisionKinds.filter((kind) => possible[kind])
}

/** Roles that an employee gives; a learner has theirs from a seat, a contact from an organisation. */
export const appointedRoles = ['author', 'teacher', 'administrator', 'officer'] as const satisfies readonly Role[]
export type AppointedRole = (typeof appointedRoles)[number]

export function isAppointed(role: string): role is AppointedRole {
  return isStaff({ roles: [role as Role] })
}

/** The words of a search, each of which a name or an address must begin with; too short ones find nobody. */
export function searchTerms(typed: string): string[] {
  const terms = typed.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 4)
  return terms.some((term) => term.length >= 2) ? terms : []
}
