import { sql } from 'kysely'
import { Refusal } from '../../platform/refusal.ts'
import { localDay } from '../../platform/time.ts'
import { type Eyes, seen } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { seatsIn } from './changing-service.ts'
import { activatedIn } from './counting-service.ts'
import { closedBecause, type Term } from './rules.ts'

export const PAGE_SIZE = 20 // organisations

export type TermState = 'active' | 'notBegun' | 'expired' | 'suspended'
export type ShownTerm = { id: string; begins: string; ends: string; state: TermState }
export type ShownOrganisation = { id: string; name: string; organisationNumber: string; term: ShownTerm | null }

/** By name, in the order of the Nordic alphabets, with the membership that lasts longest; one more than a page. */
export async function organisationsOf(
  db: Db<'administration'>,
  visit: Visit,
  { name, page }: { name: string; page: number },
): Promise<ShownOrganisation[]> {
  const rows = await db
    .selectFrom('organisations.organisations as organisation')
    .leftJoinLateral(
      (join) =>
        join
          .selectFrom('organisations.memberships as one')
          .select(['one.id', 'one.begins', 'one.ends', 'one.suspended'])
          .whereRef('one.organisation', '=', 'organisation.id')
          .orderBy('one.ends', 'desc')
          .limit(1)
          .as('term'),
      (on) => on.onTrue(),
    )
    .select(['organisation.id', 'organisation.name', 'organisation.organisation_number as organisationNumber'])
    .select(['term.id as term', 'term.begins', 'term.ends', 'term.suspended'])
    .where(sql<boolean>`lower(organisation.name) like ${`%${escaped(name.toLowerCase())}%`}`)
    .orderBy(sql`organisation.name collate "nb-x-icu"`)
    .orderBy('organisation.id')
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE)
    .execute()
  return rows.map(({ term: id, begins, ends, suspended, ...organisation }) => {
    const term = id && begins && ends ? shownTerm(visit, { id, begins, ends, suspended }) : null
    return { ...organisation, term }
  })
}

export type ShownContact = { person: string; firstName: string; lastName: string; email: string; isInvited: boolean }

/** An organisation with its memberships, the last first, and its contacts, who are written down as seen. */
export async function getOrganisation(db: Db<'administration'>, visit: Visit, id: string) {
  const [organisation, memberships, contacts] = await Promise.all([
    getName(db, id),
    db
      .selectFrom('organisations.memberships')
      .select(['id', 'begins', 'ends', 'suspended'])
      .where('organisation', '=', id)
      .orderBy('ends', 'desc')
      .limit(50)
      .execute(),
    contactsOf(db, id),
  ])
  await seen(db, { eyes: visit, purpose: 'administration', people: contacts.map(({ person }) => person) })
  return { ...organisation, memberships: memberships.map((term) => shownTerm(visit, term)), contacts }
}

/** A membership with its code, and with numbers as they are now: an employee sees to what is paid for. */
export async function getMembership(db: Db<'administration'>, visit: Visit, { organisation, membership }: { organisation: string; membership: string }) {
  const [owner, term, { seats, taken }, activated] = await Promise.all([
    getName(db, organisation),
    db
      .selectFrom('organisations.memberships')
      .select(['id', 'code', 'begins', 'ends', 'suspended', 'domains', 'domains_only'])
      .where('id', '=', membership)
      .where('organisation', '=', organisation)
      .executeTakeFirst(),
    seatsIn(db, membership),
    activatedIn(db, membership),
  ])
  if (!term) throw new Refusal('notFound', 404)
  const { code, domains, domains_only: domainsOnly } = term
  return { organisation: owner, ...shownTerm(visit, term), code, domains, domainsOnly, seats, taken, activated }
}

/** How many memberships are in force, and which end within so many days, the next one first. */
export async function termsAhead(db: Db<'administration'>, visit: Visit, days: number) {
  const today = localDay(visit.now, visit.site.zone)
  const { inForce } = await db
    .selectFrom('organisations.memberships')
    .select(({ fn }) => fn.countAll<number>().as('inForce'))
    .where('begins', '<=', today)
    .where('ends', '>=', today)
    .executeTakeFirstOrThrow()
  const ending = await db
    .selectFrom('organisations.memberships as membership')
    .innerJoin('organisations.organisations as organisation', 'organisation.id', 'membership.organisation')
    .select(['membership.id', 'organisation.id as organisation', 'organisation.name', 'membership.ends'])
    .where('membership.ends', '>=', today)
    .where('membership.ends', '<=', sql<string>`${today}::date + ${days}::integer`)
    .orderBy('membership.ends')
    .limit(20)
    .execute()
  return { inForce, ending }
}

/** What the contact who asks is told: their organisations by name, each membership the last first. */
export async function capacitiesOf(db: Db<'capacity'>, visit: Visit) {
  const rows = await db
    .selectFrom('organisations.organisations as organisation')
    .leftJoin('organisations.memberships as membership', 'membership.organisation', 'organisation.id')
    .leftJoin('organisations.capacities as capacity', 'capacity.membership', 'membership.id')
    .select(['organisation.id as organisation', 'organisation.name', 'membership.id', 'membership.code', 'membership.begins', 'membership.ends', 'membership.suspended'])
    .select(['capacity.counted', 'capacity.seats', 'capacity.activated'])
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .orderBy('membership.ends', 'desc')
    .limit(100)
    .execute()
  const organisations = new Map(rows.map(({ organisation, name }) => [organisation, name]))
  return [...organisations].map(([organisation, name]) => ({
    name,
    memberships: rows.filter((row) => row.organisation === organisation).flatMap((row) => toldOf(visit, row)),
  }))
}

type Told = { [K in 'id' | 'code' | 'begins' | 'ends' | 'counted']: string | null } & { suspended: Date | null; seats: number | null; activated: number | null }

function toldOf(visit: Visit, { id, code, begins, ends, suspended, counted, seats, activated }: Told) {
  if (!id || !code || !begins || !ends || !counted || seats === null) return []
  const { state } = shownTerm(visit, { id, begins, ends, suspended })
  return [{ code, begins, ends, state, counted, seats, activated }]
}

/** The membership that pays for a learner's own account; undefined where none does. */
export async function findOwnMembership(db: Db<'account'>, eyes: Eyes): Promise<{ organisation: string; begins: string; ends: string } | undefined> {
  return db
    .selectFrom('organisations.seats as seat')
    .innerJoin('organisations.memberships as membership', 'membership.id', 'seat.membership')
    .innerJoin('organisations.organisations as organisation', 'organisation.id', 'membership.organisation')
    .select(['organisation.name as organisation', 'membership.begins', 'membership.ends'])
    .where('seat.holder', '=', eyes.actor)
    .executeTakeFirst()
}

async function getName(db: Db<'administration'>, id: string) {
  const organisation = await db
    .selectFrom('organisations.organisations')
    .select(['id', 'name', 'organisation_number as organisationNumber'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!organisation) throw new Refusal('notFound', 404)
  return organisation
}

async function contactsOf(db: Db<'administration'>, organisation: string): Promise<ShownContact[]> {
  const rows = await db
    .selectFrom('organisations.contacts as contact')
    .innerJoin('accounts.persons as person', 'person.id', 'contact.person')
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.email', 'person.email_confirmed'])
    .where('contact.organisation', '=', organisation)
    .orderBy(sql`person.last_name collate "nb-x-icu"`)
    .orderBy('person.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    person: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    isInvited: row.email_confirmed === null,
  }))
}

function shownTerm({ now, site }: Visit, { id, ...term }: Term & { id: string }): ShownTerm {
  return { id, begins: term.begins, ends: term.ends, state: closedBecause(term, localDay(now, site.zone)) ?? 'active' }
}

// What somebody types is looked for as it stands, not as a pattern.
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
