import { Refusal } from '../../../platform/refusal.ts'
import { localDay } from '../../../platform/time.ts'
import { within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { mustNotBeTooMany, note } from '../../security/service.ts'
import { emailOf } from '../../sign-in/credentials-service.ts'
import { readMembershipCode, takesIn } from '../rules.ts'
import { claimSeat, findMembership } from '../service.ts'
import { CODE_LIMIT, codeRefused, refusing } from './code-refused.ts'

/**
 * Moves the signed-in learner to the membership of another code, with everything they have done. The old
 * seat is free in the moment in which the new one is theirs; without a new one they keep the old.
 * @throws Refusal `codeRefused` (422) alike for unknown, full, expired and suspended codes,
 * `alreadyThere` (409), `tooManyTries` (429).
 */
export async function moveToMembership(visit: Visit, typed: string): Promise<void> {
  const email = await emailOf(visit)
  await refusing('registration', visit, { typed, person: visit.actor, email }, () => within('registration', visit, (db) => move(db, visit, { typed, email })))
}

async function move(db: Db<'registration'>, visit: Visit, { typed, email }: { typed: string; email: string }): Promise<void> {
  const { now, site } = visit
  const holder = visit.actor ?? ''
  const today = localDay(now, site.zone)
  await mustNotBeTooMany(db, visit, { limit: CODE_LIMIT, tried: typed })
  const membership = await findMembership(db, { code: readMembershipCode(typed), today })
  if (!membership || !takesIn(membership, { email, today })) throw codeRefused()

  const own = db.selectFrom('organisations.seats').select('membership').where('holder', '=', holder)
  if ((await own.executeTakeFirst())?.membership === membership.id) throw new Refusal('alreadyThere', 409, { field: 'membershipCode' })

  await db.updateTable('organisations.seats').set({ holder: null, claimed: null }).where('holder', '=', holder).execute()
  if (!(await claimSeat(db, { membership: membership.id, holder, now, today }))) throw codeRefused()
  await note(db, visit, { kind: 'membershipChanged', person: holder })
}
