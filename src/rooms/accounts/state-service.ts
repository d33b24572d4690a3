import { endOfDayAfter } from '../../platform/time.ts'
import { durations } from '../../privacy/durations.ts'
import { record } from '../../privacy/jobs.ts'
import { setState } from '../../privacy/standing.ts'
import type { Eyes } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'

/** Why an account is at rest. */
export type DeactivationCause = 'membershipEnded' | 'leftOrganisation' | 'employee'

type Changer = 'membership' | 'administration'

/** Whose state changes, by whose eyes, and the thing that the letter about it looks up. */
export type Transition<P extends Changer> = { eyes: Eyes; purpose: P; person: string; subject: string; zone: string }

/**
 * Lets an account rest, with the day on which it will be erased, and records `accounts.deactivated`
 * once: says false where it rests already. Sessions are ended by whoever calls.
 */
export async function deactivate<P extends Changer>(
  db: Db<P>,
  { because, ...transition }: Transition<P> & { because: DeactivationCause },
): Promise<boolean> {
  const { eyes, person, zone } = transition
  const changed = await persons(db)
    .set({
      deactivated: eyes.now,
      deactivated_because: because,
      erase_due: endOfDayAfter(eyes.now, durations.deactivation, zone),
    })
    .where('id', '=', person)
    .where('deactivated', 'is', null)
    .returning('id')
    .execute()

  return changed.length > 0 && settle(db, transition, { state: 'deactivated', event: 'accounts.deactivated' })
}

/**
 * Wakes a resting account, as it was, and records `accounts.reactivated` once. Says false where there
 * is nothing to wake: another cause, awake already, or past the day of its erasure.
 */
export async function reactivate<P extends Changer>(
  db: Db<P>,
  { because, ...transition }: Transition<P> & { because: readonly DeactivationCause[] },
): Promise<boolean> {
  const { eyes, person } = transition
  const [changed] = await persons(db)
    .set({ deactivated: null, deactivated_because: null, erase_due: null })
    .where('id', '=', person)
    .where('deactivated_because', 'in', because)
    .where('erase_due', '>', eyes.now)
    .returning('blocked')
    .execute()

  if (!changed) return false
  return settle(db, transition, { state: changed.blocked ? 'blocked' : 'active', event: 'accounts.reactivated' })
}

/** Shuts somebody out and records `accounts.blocked` once. Sessions are ended by whoever calls. */
export async function block<P extends Changer>(db: Db<P>, transition: Transition<P>): Promise<boolean> {
  const [changed] = await persons(db)
    .set({ blocked: transition.eyes.now })
    .where('id', '=', transition.person)
    .where('blocked', 'is', null)
    .returning('deactivated')
    .execute()

  if (!changed) return false
  return settle(db, transition, { state: changed.deactivated ? 'deactivated' : 'blocked', event: 'accounts.blocked' })
}

/** Lets somebody in again and records `accounts.unblocked` once. */
export async function unblock<P extends Changer>(db: Db<P>, transition: Transition<P>): Promise<boolean> {
  const [changed] = await persons(db)
    .set({ blocked: null })
    .where('id', '=', transition.person)
    .where('blocked', 'is not', null)
    .returning('deactivated')
    .execute()

  if (!changed) return false
  return settle(db, transition, { state: changed.deactivated ? 'deactivated' : 'active', event: 'accounts.unblocked' })
}

type Settled = { state: 'active' | 'blocked' | 'deactivated'; event: string }

/** What is lawful for the person follows their state, and the letter follows the commit. */
async function settle<P extends Changer>(
  db: Db<P>,
  { eyes, purpose, person, subject }: Transition<P>,
  { state, event }: Settled,
): Promise<true> {
  await setState(db, person, state)
  await record(db, { eyes, purpose, happening: { event, person, subject } })
  return true
}

function persons<P extends Changer>(db: Db<P>) {
  return (db as unknown as Db<'membership'>).updateTable('accounts.persons')
}
