import { sql } from 'kysely'
import { Refusal } from '../../platform/refusal.ts'
import { localDay } from '../../platform/time.ts'
import { seen } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { seatsAgreed, seatsIn } from './agreement-service.ts'
import { activatedIn } from './capacity/counting-service.ts'
import { agreementsOf, type RequestKind } from './history-service.ts'
import { closedBecause, type Term } from './rules.ts'
import { termOn } from './service.ts'

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
  const today = todayOf(visit)
  const rows = await db
    .selectFrom('organisations.organisations as organisation')
    .leftJoinLateral(
      (join) =>
        join
          .selectFrom('organisations.memberships as membership')
          .innerJoinLateral(termOn(today), (term) => term.onTrue())
          .select(['membership.id', 'term.begins', 'term.ends', 'membership.suspended'])
          .whereRef('membership.organisation', '=', 'organisation.id')
          .orderBy('term.ends', 'desc')
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
      .selectFrom('organisations.memberships as membership')
      .innerJoinLateral(termOn(todayOf(visit)), (join) => join.onTrue())
      .select(['membership.id', 'term.begins', 'term.ends', 'membership.suspended'])
      .where('membership.organisation', '=', id)
      .orderBy('term.ends', 'desc')
      .limit(50)
      .execute(),
    contactsOf(db, id),
  ])
  await seen(db, { eyes: visit, purpose: 'administration', people: contacts.map(({ person }) => person) })
  return { ...organisation, memberships: memberships.map((term) => shownTerm(visit, term)), contacts }
}

/** A membership with its code, what was agreed, and numbers as they are now: an employee sees to what is paid for. */
export async function getMembership(db: Db<'administration'>, visit: Visit, { organisation, membership }: { organisation: string; membership: string }) {
  const today = todayOf(visit)
  const [owner, term, { taken }, seats, activated, agreements] = await Promise.all([
    getName(db, organisation),
    db
      .selectFrom('organisations.memberships as membership')
      .innerJoinLateral(termOn(today), (join) => join.onTrue())
      .select(['membership.id', 'code', 'term.begins', 'term.ends', 'suspended', 'domains', 'domains_only', 'joining_begins', 'joining_ends'])
      .where('membership.id', '=', membership)
      .where('organisation', '=', organisation)
      .executeTakeFirst(),
    seatsIn(db, membership),
    seatsAgreed(db, { membership, day: today }),
    activatedIn(db, membership),
    agreementsOf(db, [membership]),
  ])
  if (!term) throw new Refusal('notFound', 404)
  const { code, domains, domains_only: domainsOnly, joining_begins: joiningBegins, joining_ends: joiningEnds } = term
  return { organisation: owner, ...shownTerm(visit, term), code, domains, domainsOnly, joiningBegins, joiningEnds, seats, taken, activated, ...agreements(membership) }
}

/** How many memberships are in force, which end within so many days, the next one first, and what organisations ask. */
export async function termsAhead(db: Db<'administration'>, visit: Visit, days: number) {
  const today = todayOf(visit)
  const { inForce } = await db
    .selectFrom('organisations.terms')
    .select(({ fn }) => fn.countAll<number>().as('inForce'))
    .where('begins', '<=', today)
    .where('ends', '>=', today)
    .executeTakeFirstOrThrow()
  const ending = await db
    .selectFrom('organisations.terms as last')
    .innerJoin('organisations.memberships as membership', 'membership.id', 'last.membership')
    .innerJoin('organisations.organisations as organisation', 'organisation.id', 'membership.organisation')
    .innerJoinLateral(termOn(sql`last.ends`), (join) => join.onTrue())
    .select(['membership.id', 'organisation.id as organisation', 'organisation.name', 'last.ends'])
    .where('last.ends', '>=', today)
    .where('last.ends', '<=', sql<string>`${today}::date + ${days}::integer`)
    .whereRef('term.ends', '=', 'last.ends')
    .orderBy('last.ends')
    .limit(20)
    .execute()
  return { inForce, ending, requests: await requestsWaiting(db) }
}

/** What organisations have asked for and wait to hear, the longest first. */
async function requestsWaiting(db: Db<'administration'>) {
  const rows = await db
    .selectFrom('organisations.requests as request')
    .innerJoin('organisations.memberships as membership', 'membership.id', 'request.membership')
    .innerJoin('organisations.organisations as organisation', 'organisation.id', 'membership.organisation')
    .select(['membership.id', 'organisation.id as organisation', 'organisation.name', 'request.kind', 'request.seats', 'request.asked'])
    .where('request.answered', 'is', null)
    .orderBy('request.asked')
    .orderBy('request.id')
    .limit(20)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as RequestKind }))
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

function shownTerm(visit: Visit, { id, ...term }: Term & { id: string }): ShownTerm {
  return { id, begins: term.begins, ends: term.ends, state: closedBecause(term, todayOf(visit)) ?? 'active' }
}

function todayOf({ now, site }: Visit): string {
  return localDay(now, site.zone)
}

// What somebody types is looked for as it stands, not as a pattern.
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
