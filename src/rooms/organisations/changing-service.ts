import { sql } from 'kysely'
import { Refusal } from '../../platform/refusal.ts'
import { record } from '../../privacy/jobs.ts'
import { type Eyes, seen, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import { endAppointment } from '../accounts/people-service.ts'
import { addSeats } from './making-service.ts'
import { FEWEST_SHOWN, newMembershipCode } from './rules.ts'

type Numbers = { seats: number; taken: number }

/** How many seats a membership has and how many somebody holds: a number, never who. */
export async function seatsIn<P extends 'administration' | 'membership' | 'timekeeping'>(db: Db<P>, membership: string): Promise<Numbers> {
  const { rows } = await sql<Numbers>`select seats, taken from organisations.seats_in(${membership})`.execute(db)
  return rows[0] ?? { seats: 0, taken: 0 }
}

/**
 * Changes how many seats are paid for. Never fewer than are held: nobody is asked whom to remove (N26).
 * @throws Refusal `seatsTaken` (409) with how many are held.
 */
export async function setSeats(eyes: Eyes, { membership, seats: wanted }: { membership: string; seats: number }): Promise<void> {
  await within('membership', eyes, async (db) => {
    await sql`select organisations.hold(${membership})`.execute(db)
    const { seats } = await seatsIn(db, membership)
    if (wanted > seats) await addSeats(db, { membership, seats: wanted - seats })
    else if (wanted < seats) await removeFreeSeats(db, { membership, seats: seats - wanted })
    await tellSeats(db, { membership, seats: wanted })
  })
}

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

export type Domains = { membership: string; domains: string | null; only: boolean }

/**
 * Sets the mail domains of its learners, with spaces between, and whether nobody else gets in; none: no
 * help is sent to anybody, and every address will do.
 */
export async function setDomains(db: Db<'administration'>, { membership, domains, only }: Domains): Promise<void> {
  await changing(db, membership).set({ domains, domains_only: only && domains !== null }).execute()
}

/**
 * Gives a term a new last day and records `organisations.renewed`: accounts that rest since it ended
 * and are not yet erased wake up.
 * @throws Refusal `endNotLater` (422) where it would be shorter than it is, or over already.
 */
export async function renewMembership(
  db: Db<'administration'>,
  { eyes, membership, ends, today }: { eyes: Eyes; membership: string; ends: string; today: string },
): Promise<void> {
  const changed = ends < today ? [] : await changing(db, membership).set({ ends }).where('ends', '<', ends).returning('id').execute()
  if (changed.length === 0) throw new Refusal('endNotLater', 422, { field: 'ends' })
  await record(db, { eyes, purpose: 'administration', happening: { event: 'organisations.renewed', person: null, subject: membership } })
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

async function removeFreeSeats(db: Db<'membership'>, { membership, seats }: { membership: string; seats: number }): Promise<void> {
  const { numAffectedRows = 0n } = await sql`
    delete from organisations.seats
    where id in (
      select id from organisations.seats
      where membership = ${membership} and holder is null
      order by id
      limit ${seats}
      for update skip locked
    )
  `.execute(db)
  const { taken } = await seatsIn(db, membership)
  if (numAffectedRows < BigInt(seats)) throw new Refusal('seatsTaken', 409, { field: 'seats', values: [taken] })
}

// How many seats there are is no secret, and shown at once; how many are in use waits for Monday. Only
// a number that was held back since may be more than there are seats now.
async function tellSeats(db: Db<'membership'>, { membership, seats }: { membership: string; seats: number }): Promise<void> {
  const activated = seats < FEWEST_SHOWN ? null : sql<number>`least(activated, ${seats})`
  await db.updateTable('organisations.capacities').set({ seats, activated }).where('membership', '=', membership).execute()
}
