import { localDay } from '../../../platform/time.ts'
import { type Eyes, within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { deactivate } from '../../accounts/state-service.ts'
import { endSessionsOf } from '../../sign-in/stop-service.ts'
import { termOn } from '../service.ts'
import { worksHere } from '../term-service.ts'

export type OwnMembership = { organisation: string; begins: string; ends: string }

/** The membership that pays for a learner's own account; undefined where none does. */
export async function findOwnMembership(db: Db<'account'>, visit: Visit): Promise<OwnMembership | undefined> {
  return db
    .selectFrom('organisations.seats as seat')
    .innerJoin('organisations.memberships as membership', 'membership.id', 'seat.membership')
    .innerJoin('organisations.organisations as organisation', 'organisation.id', 'membership.organisation')
    .innerJoinLateral(termOn(localDay(visit.now, visit.site.zone)), (join) => join.onTrue())
    .select(['organisation.name as organisation', 'term.begins', 'term.ends'])
    .where('seat.holder', '=', visit.actor)
    .executeTakeFirst()
}

/**
 * Gives a learner's seat back for a colleague to use, and lets the account rest; says whether it does.
 * Whoever also works here keeps it for their work, and learns no more.
 */
export async function leaveOrganisation(eyes: Eyes, { person, zone }: { person: string; zone: string }): Promise<boolean> {
  return within('membership', { ...eyes, actor: person }, async (db) => {
    await db.updateTable('organisations.seats').set({ holder: null, claimed: null }).where('holder', '=', person).execute()
    if (await worksHere(db, { person, now: eyes.now })) {
      await db.updateTable('accounts.appointments').set({ ends: eyes.now }).where('person', '=', person).where('role', '=', 'learner').execute()
      return false
    }
    const rests = await deactivate(db, { eyes, purpose: 'membership', person, subject: person, zone, because: 'leftOrganisation' })
    if (rests) await endSessionsOf(db, { person, now: eyes.now })
    return rests
  })
}
