import { Refusal } from '../../platform/refusal.ts'
import { localDay } from '../../platform/time.ts'
import { within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { type Limit, mustNotBeTooMany, note, noteRefusal } from '../security/service.ts'
import { readMembershipCode, takesIn } from './rules.ts'
import { claimSeat, findMembership } from './service.ts'

// The same as for whoever registers: a code is as secret from a learner of another organisation.
const LIMIT: Limit = { kinds: ['registrationRefused'], minutes: 15, perKey: 10, perNetwork: 40 }

/**
 * Moves the signed-in learner to the membership of another code, with everything they have done. The old
 * seat is free in the moment in which the new one is theirs; without a new one they keep the old.
 * @throws Refusal `codeRefused` (422) alike for unknown, full, expired and suspended codes,
 * `alreadyThere` (409), `tooManyTries` (429).
 */
export async function moveToMembership(visit: Visit, typed: string): Promise<void> {
  try {
    await within('registration', visit, (db) => move(db, visit, typed))
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'codeRefused') {
      await noteRefusal('registration', visit, { kind: 'registrationRefused', person: visit.actor, tried: typed, limit: LIMIT })
    }
    throw error
  }
}

async function move(db: Db<'registration'>, visit: Visit, typed: string): Promise<void> {
  const { now, site } = visit
  const holder = visit.actor ?? ''
  await mustNotBeTooMany(db, visit, { limit: LIMIT, tried: typed })
  const membership = await findMembership(db, readMembershipCode(typed))
  const { email } = await db.selectFrom('accounts.persons').select('email').where('id', '=', holder).executeTakeFirstOrThrow()
  if (!membership || !takesIn(membership, { email, today: localDay(now, site.zone) })) throw codeRefused()

  const own = db.selectFrom('organisations.seats').select('membership').where('holder', '=', holder)
  if ((await own.executeTakeFirst())?.membership === membership.id) throw new Refusal('alreadyThere', 409, { field: 'membershipCode' })

  await db.updateTable('organisations.seats').set({ holder: null, claimed: null }).where('holder', '=', holder).execute()
  if (!(await claimSeat(db, { membership: membership.id, holder, now }))) throw codeRefused()
  await note(db, visit, { kind: 'membershipChanged', person: holder })
}

function codeRefused(): Refusal {
  return new Refusal('codeRefused', 422, { field: 'membershipCode' })
}
