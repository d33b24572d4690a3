import { sql } from 'kysely'
import { Refusal } from '../../platform/refusal.ts'
import { seen } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { appointedRoles, searchTerms, type Standing } from './rules.ts'

export const PAGE_SIZE = 20 // people

export type ListedPerson = { id: string; firstName: string; lastName: string; email: string; roles: string[]; state: PersonState }
export type PersonState = 'invited' | 'active' | 'blocked' | 'deactivated'

/**
 * Whoever's names or address begin with the words typed, by name in the order of the Nordic
 * alphabets; one more than a page. Without words, the employees. All are written down as seen.
 */
export async function findPeople(db: Db<'administration'>, visit: Visit, { name, page }: { name: string; page: number }): Promise<ListedPerson[]> {
  const terms = searchTerms(name)
  if (name !== '' && terms.length === 0) {
    await seen(db, { eyes: visit, purpose: 'administration', people: [] })
    return []
  }
  const people = db.selectFrom('accounts.persons as person').select(['person.id', 'first_name', 'last_name', 'email', 'email_confirmed', 'blocked', 'deactivated'])
  const rows = await (name === '' ? people.where('person.id', 'in', employees(db, visit.now)) : terms.reduce((query, term) => query.where(beginsWith(term)), people))
    .orderBy(sql`last_name collate "nb-x-icu"`)
    .orderBy(sql`first_name collate "nb-x-icu"`)
    .orderBy('person.id')
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE)
    .execute()
  const shown = rows.slice(0, PAGE_SIZE)
  await seen(db, { eyes: visit, purpose: 'administration', people: shown.map(({ id }) => id) })

  const roles = await rolesOf(db, { people: shown.map(({ id }) => id), now: visit.now })
  return rows.map((row) => ({
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    roles: roles.filter(({ person }) => person === row.id).map(({ role }) => role),
    state: stateOf(row),
  }))
}

/** Everything an employee needs to help one person, and nothing of what they learn. */
export async function getPerson(db: Db<'administration'>, visit: Visit, id: string) {
  const person = await db
    .selectFrom('accounts.persons')
    .select(['id', 'first_name', 'last_name', 'email', 'language', 'created', 'email_confirmed', 'blocked', 'deactivated', 'deactivated_because', 'erase_due'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!person) {
    await seen(db, { eyes: visit, purpose: 'administration', people: [] })
    throw new Refusal('notFound', 404)
  }
  await seen(db, { eyes: visit, purpose: 'administration', people: [id] })
  const [appointments, decisions, hasFactor, refusedLetter] = await Promise.all([appointmentsOf(db, id), decisionsOf(db, id), hasFactorOf(db, id), refusedLetterOf(db, id)])
  const { blocked, deactivated, deactivated_because: because } = person
  return {
    id,
    firstName: person.first_name,
    lastName: person.last_name,
    email: person.email,
    language: person.language,
    created: person.created,
    state: stateOf(person),
    eraseDue: person.erase_due,
    appointments,
    decisions,
    refusedLetter,
    standing: { blocked, deactivated, because, hasFactor } satisfies Standing,
  }
}

export type ShownPerson = Awaited<ReturnType<typeof getPerson>>

function stateOf({ email_confirmed, blocked, deactivated }: { email_confirmed: Date | null; blocked: Date | null; deactivated: Date | null }): PersonState {
  if (deactivated) return 'deactivated'
  if (blocked) return 'blocked'
  return email_confirmed ? 'active' : 'invited'
}

/** By an index, which a comparison under a row policy would not get. */
function beginsWith(term: string) {
  return sql<boolean>`person.id in (select accounts.beginning_with(${term}))`
}

function employees(db: Db<'administration'>, now: Date) {
  return db
    .selectFrom('accounts.appointments')
    .select('person')
    .where('role', 'in', appointedRoles)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', now)]))
}

async function rolesOf(db: Db<'administration'>, { people, now }: { people: string[]; now: Date }) {
  if (people.length === 0) return []
  return db
    .selectFrom('accounts.appointments')
    .select(['person', 'role'])
    .where('person', 'in', people)
    .where('begins', '<=', now)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', now)]))
    .orderBy('role')
    .execute()
}

function appointmentsOf(db: Db<'administration'>, person: string) {
  return db.selectFrom('accounts.appointments').select(['id', 'role', 'begins', 'ends']).where('person', '=', person).orderBy('begins').execute()
}

function decisionsOf(db: Db<'administration'>, person: string) {
  return db
    .selectFrom('people.decisions')
    .select(['kind', 'reason', 'decided'])
    .where('person', '=', person)
    .orderBy('decided', 'desc')
    .limit(20)
    .execute()
}

async function refusedLetterOf(db: Db<'administration'>, person: string): Promise<Date | null> {
  const row = await db.selectFrom('accounts.unreached').select('refused').where('person', '=', person).executeTakeFirst()
  return row?.refused ?? null
}

async function hasFactorOf(db: Db<'administration'>, person: string): Promise<boolean> {
  const [factors, passkeys] = await Promise.all([
    db.selectFrom('sign_in.factors').select('id').where('person', '=', person).where('confirmed', 'is not', null).limit(1).execute(),
    db.selectFrom('sign_in.passkeys').select('id').where('person', '=', person).limit(1).execute(),
  ])
  return factors.length + passkeys.length > 0
}
