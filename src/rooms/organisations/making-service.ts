import { refuseIfTaken } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { localDay } from '../../platform/time.ts'
import type { Language } from '../../platform/words.ts'
import { record } from '../../privacy/jobs.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import { appoint, makePerson, type NewPerson } from '../accounts/people-service.ts'
import { newLink } from '../sign-in/service.ts'
import { addSeats } from './agreement-service.ts'
import { newMembershipCode, shownCount } from './rules.ts'

/**
 * Makes an organisation; its number has been checked by `readOrganisationNumber`.
 * @throws Refusal `organisationKnown` (409).
 */
export async function makeOrganisation(
  eyes: Eyes,
  { name, organisationNumber }: { name: string; organisationNumber: string },
): Promise<string> {
  const id = newId()
  const row = { id, name, organisation_number: organisationNumber, created: eyes.now }
  await within('administration', eyes, (db) =>
    refuseIfTaken('organisationKnown', () => db.insertInto('organisations.organisations').values(row).execute()),
  )
  return id
}

export type NewMembership = {
  organisation: string
  seats: number
  /** First and last day, which it covers to its end, `YYYY-MM-DD` in `zone`. */
  begins: string
  ends: string
  zone: string
  /** Made where none is given. */
  code?: string
  /** With spaces between. */
  domains?: string | null
  suspended?: Date | null
}

/** Makes a membership with its first term and its seats, and the first number that its contact is told. */
export async function makeMembership(eyes: Eyes, membership: NewMembership): Promise<{ id: string; code: string }> {
  const { organisation, seats, begins, ends, zone, code = newMembershipCode(), domains = null, suspended = null } = membership
  const id = newId()
  await within('administration', eyes, async (db) => {
    await db
      .insertInto('organisations.memberships')
      .values({ id, organisation, code, domains, domains_only: false, suspended })
      .execute()
    await db.insertInto('organisations.terms').values({ id: newId(), membership: id, begins, ends, made: eyes.now }).execute()
    const pool = { id: newId(), membership: id, number: 1, begins, seats, because: 'agreed', made: eyes.now, applied: eyes.now }
    await db.insertInto('organisations.pools').values(pool).execute()
    await addSeats(db, { membership: id, seats })
    const counted = localDay(eyes.now, zone)
    const activated = shownCount({ seats, activated: 0, last: null })
    await db.insertInto('organisations.capacities').values({ membership: id, organisation, counted, seats, activated, turned_away: false }).execute()
  })
  return { id, code }
}

/** Makes an organisation's contact, who sees its numbers and never a name. */
export async function makeContact(eyes: Eyes, { organisation, ...person }: NewPerson & { organisation: string }): Promise<string> {
  return makePerson(eyes, person, (db, id) => placeContact(db, { eyes, organisation, person: id }))
}

export type Invitation = { organisation: string; firstName: string; lastName: string; email: string; language: Language }

/** Makes a contact and sends them a link to prove their address and choose a password. */
export async function inviteContact(eyes: Eyes, { organisation, ...person }: Invitation): Promise<string> {
  return makePerson(eyes, { ...person, confirmed: null }, async (db, id) => {
    await placeContact(db, { eyes, organisation, person: id })
    await askForLink(db, { eyes, person: id })
  })
}

/** Sends a link to somebody who was invited, in the transaction that made them. */
export async function askForLink(db: Db<'administration'>, { eyes, person }: { eyes: Eyes; person: string }): Promise<void> {
  const link = newLink({ person, kind: 'confirm', now: eyes.now })
  await db.insertInto('sign_in.links').values(link).execute()
  await record(db, { eyes, purpose: 'administration', happening: { event: 'accounts.linkAsked', person, subject: link.id } })
}

type Placed = { eyes: Eyes; organisation: string; person: string }

async function placeContact(db: Db<'administration'>, { eyes, organisation, person }: Placed): Promise<void> {
  await appoint(db, { person, role: 'contact', begins: eyes.now, ends: null })
  await db.insertInto('organisations.contacts').values({ organisation, person }).execute()
}
