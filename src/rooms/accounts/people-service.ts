import { isTaken } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Language } from '../../platform/words.ts'
import type { PurposeName } from '../../privacy/purposes.ts'
import { newPersonKey } from '../../privacy/person-key.ts'
import { giveReach } from '../../privacy/reach.ts'
import { allowedIn } from '../../privacy/standing.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Role } from '../../web/visit.ts'

export type NewPerson = {
  firstName: string
  lastName: string
  email: string
  language: Language
  /** When the address was proved to be theirs; null until they open the link in their letter. */
  confirmed: Date | null
}

/**
 * Makes somebody who holds no seat, an employee or an organisation's contact, and does the rest of
 * `work` in the same transaction. It runs with the new person's own eyes: nobody else is looked at.
 * @throws Refusal `emailKnown` (409) at the field `email`.
 */
export async function makePerson(
  eyes: Eyes,
  person: NewPerson,
  work: (db: Db<'administration'>, id: string) => Promise<void>,
): Promise<string> {
  const id = newId()
  try {
    await within('administration', { ...eyes, actor: id }, async (db) => {
      await writePerson(db, { eyes, id, person })
      await work(db, id)
    })
  } catch (error) {
    if (isTaken(error, 'persons_by_email')) throw new Refusal('emailKnown', 409, { field: 'email' })
    throw error
  }
  return id
}

export type Appointment = { person: string; role: Role; begins: Date; ends: Date | null }

/** Whom an appointment lets somebody see, institution-wide, and for what. */
const REACH_OF: { readonly [role in Role]?: PurposeName } = { administrator: 'administration', officer: 'security' }

/**
 * Gives somebody a role from one moment until another; a role they had is dated anew. The reach over
 * the whole institution that some roles have comes with the appointment and ends with it.
 */
export async function appoint(db: Db<'administration'>, appointment: Appointment): Promise<void> {
  const { person, role, begins, ends } = appointment
  const { id } = await db
    .insertInto('accounts.appointments')
    .values({ id: newId(), ...appointment })
    .onConflict((conflict) => conflict.columns(['institution', 'person', 'role']).doUpdateSet({ begins, ends }))
    .returning('id')
    .executeTakeFirstOrThrow()

  await db.deleteFrom('privacy.reach').where('reference', '=', id).execute()
  const purpose = REACH_OF[role]
  if (purpose) await giveReach(db, [{ actor: person, subject: null, purpose, because: 'appointment', reference: id, begins, ends }])
}

/** Ends a role at a moment, and the reach that came with it. */
export async function endAppointment(
  db: Db<'administration'>,
  { person, appointment, ends }: { person: string; appointment: string; ends: Date },
): Promise<void> {
  await db.updateTable('accounts.appointments').set({ ends }).where('id', '=', appointment).where('person', '=', person).execute()
  await db.updateTable('privacy.reach').set({ ends }).where('reference', '=', appointment).where('actor', '=', person).execute()
}

async function writePerson(
  db: Db<'administration'>,
  { eyes, id, person }: { eyes: Eyes; id: string; person: NewPerson },
): Promise<void> {
  // Active from the start, though the address is still unproved: else nobody could see who was invited.
  await db.insertInto('privacy.standings').values({ person: id, allowed: allowedIn('active'), objected: 0 }).execute()
  await db
    .insertInto('accounts.persons')
    .values({
      id,
      first_name: person.firstName,
      last_name: person.lastName,
      email: person.email,
      language: person.language,
      created: eyes.now,
      email_confirmed: person.confirmed,
    })
    .execute()
  await db.insertInto('privacy.keys').values({ person: id, sealed: newPersonKey(eyes, id) }).execute()
}
