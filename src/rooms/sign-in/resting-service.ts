import { Refusal } from '../../platform/refusal.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { mustNotBeTooMany } from '../security/service.ts'
import { mustBeOpen, proveAtDoor } from './doors/doors.ts'
import { SIGN_IN_LIMIT } from './rules.ts'

/**
 * Whose account rests at an address, told to whoever has its password: what becomes of it is up to the caller.
 * @throws Refusal `signInRefused` (422), `accountBlocked` (403), `notResting` (409), `tooManyTries` (429).
 */
export async function restingAt(visit: Visit, credentials: { email: string; password: string }): Promise<string> {
  const door = await proveAtDoor(visit, credentials)
  if (door.blocked) mustBeOpen(door, visit)
  if (!door.deactivated) throw new Refusal('notResting', 409)
  return door.person
}

/** Asked again in the transaction that acts: of many guesses sent at once, those after the limit get nowhere. */
export async function mustNotBeGuessing(db: Db<'membership'>, visit: Visit, { email, person }: { email: string; person: string }): Promise<void> {
  await mustNotBeTooMany(db, visit, { limit: SIGN_IN_LIMIT, tried: email, person })
}
