import { type Eyes, seen } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import { endAppointment } from '../accounts/people-service.ts'
import { newMembershipCode } from './rules.ts'

/** Makes a new code; the old one is nobody's from this moment, and whoever is in stays in. */
export async function rotateCode(db: Db<'administration'>, membership: string): Promise<void> {
  await changing(db, membership).set({ code: newMembershipCode() }).execute()
}

/** Lets nobody new in, and changes nothing for those who are. */
export async function suspendMembership(db: Db<'administration'>, { membership, now }: { membership: string; now: Date }): Promise<void> {
  await changing(db, membership).set({ suspended: now }).where('suspended', 'is', null).execute()
}

export async function resumeMembership(db: Db<'administration'>, membership: string): Promise<void> {
  await changing(db, membership).set({ suspended: null }).execute()
}

export type JoiningRules = { membership: string; domains: string | null; only: boolean; begins: string | null; ends: string | null }

/**
 * Sets who gets in by the code: the mail domains of its learners, with spaces between, and whether nobody
 * else does; none: no help is sent to anybody, and every address will do. And between which days.
 */
export async function setJoining(db: Db<'administration'>, { membership, domains, only, begins, ends }: JoiningRules): Promise<void> {
  const rules = { domains, domains_only: only && domains !== null, joining_begins: begins, joining_ends: ends }
  await changing(db, membership).set(rules).execute()
}

/** Takes the organisation's numbers from a contact, and the role if they are contact of no other. */
export async function removeContact(
  db: Db<'administration'>,
  { eyes, organisation, person }: { eyes: Eyes; organisation: string; person: string },
): Promise<void> {
  await seen(db, { eyes, purpose: 'administration', people: [person] })
  await db.deleteFrom('organisations.contacts').where('organisation', '=', organisation).where('person', '=', person).execute()
  const others = await db.selectFrom('organisations.contacts').select('organisation').where('person', '=', person).limit(1).execute()
  const role = await db
    .selectFrom('accounts.appointments')
    .select('id')
    .where('person', '=', person)
    .where('role', '=', 'contact')
    .executeTakeFirst()
  if (role && others.length === 0) await endAppointment(db, { person, appointment: role.id, ends: eyes.now })
}

function changing(db: Db<'administration'>, membership: string) {
  return db.updateTable('organisations.memberships').where('id', '=', membership)
}
