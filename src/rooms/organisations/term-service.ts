import { sql } from 'kysely'
import { localDay } from '../../platform/time.ts'
import { record } from '../../privacy/jobs.ts'
import { purposes } from '../../privacy/purposes.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import { deactivate, reactivate } from '../accounts/state-service.ts'
import { endSessionsOf } from '../sign-in/stop-service.ts'
import { followPools } from './agreement-service.ts'
import { NOTICE_DAYS, type NoticeAudience, noticeDue } from './rules.ts'
import { termOn } from './service.ts'
import { tellContacts } from './telling-service.ts'

const BATCH = 500 // people

/**
 * Makes seats and accounts follow the agreements: where no term covers today, its holders' accounts rest;
 * where it was renewed in time, they wake. Asks what is, not what happened today, so that it catches up after an
 * outage, and may run twice or beside a renewal.
 */
export async function followTerms(eyes: Eyes, zone: string): Promise<void> {
  const today = localDay(eyes.now, zone)
  await followPools(eyes, zone)
  for await (const holder of holdersToEnd(eyes, today)) await endAccount(eyes, { ...holder, today, zone })
  for await (const holder of holdersToWake(eyes, today)) await wakeAccount(eyes, { ...holder, today, zone })
}

/** Tells contacts and learners that a term ends, once for each stage. */
export async function tellOfEnds(eyes: Eyes, zone: string): Promise<void> {
  const today = localDay(eyes.now, zone)
  for (const audience of ['contact', 'learner'] as const) {
    const terms = await within('timekeeping', eyes, (db) => termsEndingSoon(db, { today, within: NOTICE_DAYS[audience][0] }))
    for (const term of terms) {
      const days = noticeDue(term, today, audience)
      if (days !== null) await within('timekeeping', eyes, (db) => tellOnce(db, { eyes, term, audience, days }))
    }
  }
}

type Holder = { person: string; membership: string }

function holdersToEnd(eyes: Eyes, today: string): AsyncGenerator<Holder> {
  return inBatches(eyes, (db, after) =>
    holders(db, after)
      .where((where) => where.and([where.exists(begunTerm(today)), where.not(where.exists(coveringTerm(today)))]))
      .where('person.deactivated', 'is', null)
      // Whoever never confirmed their address is forgotten within days anyway, and has no letter to get.
      .where('person.email_confirmed', 'is not', null)
      .execute(),
  )
}

function holdersToWake(eyes: Eyes, today: string): AsyncGenerator<Holder> {
  return inBatches(eyes, (db, after) =>
    holders(db, after)
      .where((where) => where.exists(coveringTerm(today)))
      .where('person.deactivated_because', '=', 'membershipEnded')
      .where('person.erase_due', '>', eyes.now)
      .execute(),
  )
}

// A restricted account (article 18) is left as it is until the restriction is lifted.
function holders(db: Db<'timekeeping'>, after: string) {
  return db
    .selectFrom('organisations.memberships as membership')
    .innerJoin('organisations.seats as seat', 'seat.membership', 'membership.id')
    .innerJoin('accounts.persons as person', 'person.id', 'seat.holder')
    .innerJoin('privacy.standings as standing', 'standing.person', 'person.id')
    .select(['person.id as person', 'membership.id as membership'])
    .where(sql<boolean>`(standing.lawful >> ${sql.lit(purposes.membership.bit)}) & 1 = 1`)
    .where('person.id', '>', after)
    .orderBy('person.id')
    .limit(BATCH)
}

function begunTerm(today: string) {
  return sql`(select from organisations.terms as term where term.membership = membership.id and term.begins <= ${today}::date)`
}

function coveringTerm(today: string) {
  return sql`(select from organisations.terms as term where term.membership = membership.id and term.begins <= ${today}::date and term.ends >= ${today}::date)`
}

const FIRST = '00000000-0000-0000-0000-000000000000'

async function* inBatches(
  eyes: Eyes,
  ask: (db: Db<'timekeeping'>, after: string) => Promise<Holder[]>,
): AsyncGenerator<Holder> {
  let after = FIRST
  let batch: Holder[]
  do {
    batch = await within('timekeeping', eyes, (db) => ask(db, after))
    yield* batch
    after = batch.at(-1)?.person ?? after
  } while (batch.length === BATCH)
}

type Case = Holder & { today: string; zone: string }

async function endAccount(eyes: Eyes, { person, membership, today, zone }: Case): Promise<void> {
  await within('membership', { ...eyes, actor: person }, async (db) => {
    if (await isCovered(db, { membership, today })) return
    if (!(await holdsSeat(db, { person, membership })) || (await worksHere(db, { person, now: eyes.now }))) return
    const rests = await deactivate(db, { eyes, purpose: 'membership', person, subject: membership, zone, because: 'membershipEnded' })
    if (rests) await endSessionsOf(db, { person, now: eyes.now })
  })
}

async function wakeAccount(eyes: Eyes, { person, membership, today, zone }: Case): Promise<void> {
  await within('membership', { ...eyes, actor: person }, async (db) => {
    if (!(await isCovered(db, { membership, today }))) return
    if (!(await holdsSeat(db, { person, membership }))) return
    await reactivate(db, { eyes, purpose: 'membership', person, subject: membership, zone, because: ['membershipEnded'] })
  })
}

/** Whether a term covers today, which cannot change while we act on it: a renewal waits, or came before us. */
async function isCovered(db: Db<'membership'>, { membership, today }: { membership: string; today: string }): Promise<boolean> {
  const { rows } = await sql<{ covers: boolean }>`select organisations.held_covers(${membership}, ${today}) as covers`.execute(db)
  return rows[0]?.covers ?? false
}

/** Asked under a lock: whoever has moved to another membership in the meantime is no concern of this one. */
async function holdsSeat(db: Db<'membership'>, { person, membership }: Holder): Promise<boolean> {
  const seat = await db.selectFrom('organisations.seats').select('id').where('holder', '=', person).where('membership', '=', membership).forUpdate().executeTakeFirst()
  return seat !== undefined
}

/** Employees and contacts have their account for their work: it rests with no membership that they learn by besides. */
export async function worksHere(db: Db<'membership'>, { person, now }: { person: string; now: Date }): Promise<boolean> {
  const work = await db
    .selectFrom('accounts.appointments')
    .select('id')
    .where('person', '=', person)
    .where('role', '<>', 'learner')
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', now)]))
    .limit(1)
    .execute()
  return work.length > 0
}

type Ending = { id: string; organisation: string; begins: string; ends: string }

/** Terms that nothing follows the day after, with the first day of the stretch that ends with each. */
function termsEndingSoon(db: Db<'timekeeping'>, { today, within: days }: { today: string; within: number }): Promise<Ending[]> {
  return db
    .selectFrom('organisations.terms as last')
    .innerJoin('organisations.memberships as membership', 'membership.id', 'last.membership')
    .innerJoinLateral(termOn(sql`last.ends`), (join) => join.onTrue())
    .select(['membership.id', 'membership.organisation', 'term.begins', 'term.ends'])
    .where('last.ends', '>=', today)
    .where('last.ends', '<=', sql<string>`${today}::date + ${days}::integer`)
    .whereRef('term.ends', '=', 'last.ends')
    .orderBy('last.ends')
    .orderBy('membership.id')
    .limit(10_000)
    .execute()
}

type Telling = { eyes: Eyes; term: Ending; audience: NoticeAudience; days: number }

async function tellOnce(db: Db<'timekeeping'>, { eyes, term, audience, days }: Telling): Promise<void> {
  const told = await db
    .insertInto('organisations.notices')
    .values({ membership: term.id, audience, days, ends: term.ends, sent: eyes.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('membership')
    .execute()
  if (told.length === 0) return

  if (audience === 'contact') return tellContacts(db, { eyes, organisation: term.organisation, event: 'organisations.termEndingForContact', subject: term.id })
  for (const person of await learnersOf(db, term)) {
    await record(db, { eyes, purpose: 'timekeeping', happening: { event: 'organisations.termEndingForLearner', person, subject: term.id } })
  }
}

async function learnersOf(db: Db<'timekeeping'>, term: Ending): Promise<string[]> {
  const seats = await db
    .selectFrom('organisations.seats as seat')
    .innerJoin('accounts.persons as person', 'person.id', 'seat.holder')
    .select('person.id')
    .where('seat.membership', '=', term.id)
    .where('person.email_confirmed', 'is not', null)
    .where('person.deactivated', 'is', null)
    .execute()
  return seats.map(({ id }) => id)
}
