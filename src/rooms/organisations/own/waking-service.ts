import { Refusal } from '../../../platform/refusal.ts'
import { localDay } from '../../../platform/time.ts'
import { within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { reactivate } from '../../accounts/state-service.ts'
import { mustNotBeTooMany, note } from '../../security/service.ts'
import { mustNotBeGuessing, restingAt } from '../../sign-in/resting-service.ts'
import { readMembershipCode, takesIn } from '../rules.ts'
import { claimSeat, findMembership } from '../service.ts'
import { CODE_LIMIT, codeRefused, refusing } from './code-refused.ts'

export type Waking = { email: string; password: string; membershipCode: string }

/**
 * Wakes an account that rests since its membership ended or its owner left, by the code of a membership
 * with a free seat: everything done so far is there again. The password says whose account it is.
 * @throws Refusal `signInRefused`, `codeRefused` (422), `accountBlocked` (403), `notResting`, `cannotWake`
 * (409), `tooManyTries` (429).
 */
export async function wakeByCode(visit: Visit, { email, password, membershipCode: typed }: Waking): Promise<void> {
  const person = await restingAt(visit, { email, password })
  const own = { ...visit, actor: person }
  await refusing('membership', own, { typed, person, email }, () => within('membership', own, (db) => wake(db, own, { email, typed })))
}

async function wake(db: Db<'membership'>, visit: Visit & { actor: string }, { email, typed }: { email: string; typed: string }): Promise<void> {
  const { actor: person, now, site } = visit
  const today = localDay(now, site.zone)
  await mustNotBeGuessing(db, visit, { email, person })
  await mustNotBeTooMany(db, visit, { limit: CODE_LIMIT, tried: typed })
  const membership = await findMembership(db, { code: readMembershipCode(typed), today })
  if (!membership || !takesIn(membership, { email, today })) throw codeRefused()

  const because = ['membershipEnded', 'leftOrganisation'] as const
  const isAwake = await reactivate(db, { eyes: visit, purpose: 'membership', person, subject: membership.id, zone: site.zone, because })
  if (!isAwake) throw new Refusal('cannotWake', 409, { values: [site.contactEmail] })

  await db.updateTable('organisations.seats').set({ holder: null, claimed: null }).where('holder', '=', person).execute()
  if (!(await claimSeat(db, { membership: membership.id, holder: person, now, today }))) throw codeRefused()
  await note(db, visit, { kind: 'reactivated', person })
}
