import type { Role } from '../../web/visit.ts'
import type { DecisionKind, Reason } from './rules.ts'

/** Which phrases say what the tables keep as one word. */

export const ROLE_WORDS = {
  learner: 'roleLearner',
  author: 'roleAuthor',
  teacher: 'roleTeacher',
  administrator: 'roleAdministrator',
  officer: 'roleOfficer',
  contact: 'roleContact',
} as const satisfies Record<Role, string>

export const REASON_WORDS = {
  misuse: 'reasonMisuse',
  security: 'reasonSecurity',
  ownWish: 'reasonOwnWish',
  wrongPerson: 'reasonWrongPerson',
  mistake: 'reasonMistake',
  resolved: 'reasonResolved',
  lostFactor: 'reasonLostFactor',
} as const satisfies Record<Reason, string>

export const DO_WORDS = {
  blocked: 'doBlocked',
  unblocked: 'doUnblocked',
  deactivated: 'doDeactivated',
  reactivated: 'doReactivated',
  factorRemoved: 'doFactorRemoved',
} as const satisfies Record<DecisionKind, string>

export const DONE_WORDS = {
  blocked: 'wasBlocked',
  unblocked: 'wasUnblocked',
  deactivated: 'wasDeactivated',
  reactivated: 'wasReactivated',
  factorRemoved: 'wasFactorRemoved',
} as const satisfies Record<DecisionKind, string>

type Cause = { page: 'becauseMembershipEnded' | 'becauseLeftOrganisation' | 'becauseEmployee'; letter: 'deactivatedMembershipEnded' | 'deactivatedLeftOrganisation' | 'deactivatedEmployee' }

export const CAUSES: Readonly<Record<string, Cause>> = {
  membershipEnded: { page: 'becauseMembershipEnded', letter: 'deactivatedMembershipEnded' },
  leftOrganisation: { page: 'becauseLeftOrganisation', letter: 'deactivatedLeftOrganisation' },
  employee: { page: 'becauseEmployee', letter: 'deactivatedEmployee' },
}
