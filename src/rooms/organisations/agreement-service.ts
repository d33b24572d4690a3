import { sql } from 'kysely'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { localDay } from '../../platform/time.ts'
import { record } from '../../privacy/jobs.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import { dayAfter, FEWEST_SHOWN, misfitOf } from './rules.ts'

/** Why there are as many seats as there are: agreed at first, at a renewal, changed by us, or asked for. */
export type PoolCause = 'agreed' | 'renewed' | 'changed' | 'asked'

type Numbers = { seats: number; taken: number }

/** How many seats a membership has and how many somebody holds: a number, never who. */
export async function seatsIn<P extends 'administration' | 'membership' | 'timekeeping'>(db: Db<P>, membership: string): Promise<Numbers> {
  const { rows } = await sql<Numbers>`select seats, taken from organisations.seats_in(${membership})`.execute(db)
  return rows[0] ?? { seats: 0, taken: 0 }
}

/** How many seats are paid for on a day: the newest word on that day or before, or else the first there is. */
export async function seatsAgreed<P extends 'administration' | 'membership' | 'timekeeping'>(db: Db<P>, { membership, day }: { membership: string; day: string }): Promise<number> {
  const pool = await (db as unknown as Db<'membership'>)
    .selectFrom('organisations.pools as pool')
    .select('pool.seats')
    .where('pool.membership', '=', membership)
    .orderBy(sql`pool.begins > ${day}::date`)
    .orderBy(sql`case when pool.begins <= ${day}::date then pool.begins end`, 'desc')
    .orderBy(sql`case when pool.begins > ${day}::date then pool.begins end`)
    .orderBy('pool.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return pool?.seats ?? 0
}

/**
 * Changes how many seats are paid for from today on. Never fewer than are held: nobody is asked whom to
 * remove (N26).
 * @throws Refusal `seatsTaken` (409) with how many are held.
 */
export async function setSeats(eyes: Eyes, { membership, seats, zone }: { membership: string; seats: number; zone: string }): Promise<void> {
  await within('membership', eyes, async (db) => {
    await hold(db, membership)
    await agreeAtOnce(db, { eyes, membership, seats, today: localDay(eyes.now, zone), because: 'changed' })
  })
}

type AtOnce = { eyes: Eyes; membership: string; seats: number; today: string; because: PoolCause }

/** As `setSeats`, where the membership is held already. */
export async function agreeAtOnce(db: Db<'membership'>, { eyes, membership, seats, today, because }: AtOnce): Promise<void> {
  const day = await firstDay(db, membership, today)
  await agree(db, { membership, seats, begins: day, because, now: eyes.now })
  const { taken, isMet } = await matchSeats(db, { membership, seats, day, now: eyes.now })
  if (!isMet) throw new Refusal('seatsTaken', 409, { field: 'seats', values: [taken] })
}

export type Renewal = {
  membership: string
  /** Unless said: the day after the term before, or today where that is over. */
  begins?: string | undefined
  ends: string
  /** From the first day of the new term on; unless said, as many as before. */
  seats?: number | undefined
  zone: string
}

/**
 * Adds a term to an agreement and records `organisations.renewed`: accounts that rest since the one
 * before ended, and are not yet erased, wake up once it begins.
 * @throws Refusal `endNotLater`, `termsOverlap`, `endsBeforeBegins`, `termTooLong` (422), `seatsTaken` (409).
 */
export async function renewMembership(eyes: Eyes, { membership, ends, zone, ...renewal }: Renewal): Promise<void> {
  const today = localDay(eyes.now, zone)
  await within('membership', eyes, async (db) => {
    await hold(db, membership)
    const last = await lastDay(db, membership)
    const begins = renewal.begins ?? dayAfter(last, today)
    const misfit = misfitOf({ begins, ends }, { last, today })
    if (misfit) throw new Refusal(misfit.reason, 422, { field: misfit.field })

    await db.insertInto('organisations.terms').values({ id: newId(), membership, begins, ends, made: eyes.now }).execute()
    await agreeAnew(db, { eyes, membership, begins, today, seats: renewal.seats })
    await record(db, { eyes, purpose: 'membership', happening: { event: 'organisations.renewed', person: null, subject: membership } })
  })
}

/**
 * Makes seats follow what is paid for, where a new number has begun. Where more are held than that, the
 * free ones go, nobody new gets in, and it is tried again until somebody has left.
 */
export async function followPools(eyes: Eyes, zone: string): Promise<void> {
  const today = localDay(eyes.now, zone)
  const due = await within('timekeeping', eyes, (db) =>
    db.selectFrom('organisations.pools').select('membership').distinct().where('applied', 'is', null).where('begins', '<=', today).orderBy('membership').limit(10_000).execute(),
  )
  for (const { membership } of due) {
    await within('membership', eyes, async (db) => {
      await hold(db, membership)
      await matchSeats(db, { membership, seats: await seatsAgreed(db, { membership, day: today }), day: today, now: eyes.now })
    })
  }
}

/** Adds free seats to a membership. */
export async function addSeats<P extends 'administration' | 'membership'>(db: Db<P>, { membership, seats }: { membership: string; seats: number }): Promise<void> {
  if (seats === 0) return
  const rows = Array.from({ length: seats }, () => ({ id: newId(), membership, holder: null, claimed: null }))
  await (db as unknown as Db<'membership'>).insertInto('organisations.seats').values(rows).execute()
}

/** Has others who would change the same agreement wait until this transaction ends. */
export async function hold(db: Db<'membership'>, membership: string): Promise<void> {
  await sql`select organisations.hold(${membership})`.execute(db)
}

type Anew = { eyes: Eyes; membership: string; begins: string; today: string; seats: number | undefined }

async function agreeAnew(db: Db<'membership'>, { eyes, membership, begins, today, seats }: Anew): Promise<void> {
  if (seats === undefined || seats === (await seatsAgreed(db, { membership, day: begins }))) return
  const { taken } = await seatsIn(db, membership)
  if (seats < taken) throw new Refusal('seatsTaken', 409, { field: 'termSeats', values: [taken] })
  await agree(db, { membership, seats, begins, because: 'renewed', now: eyes.now })
  if (begins <= today) await matchSeats(db, { membership, seats, day: today, now: eyes.now })
}

type Agreed = { membership: string; seats: number; begins: string; because: PoolCause; now: Date }

async function agree(db: Db<'membership'>, { now, ...pool }: Agreed): Promise<void> {
  const { number } = await db
    .selectFrom('organisations.pools')
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .where('membership', '=', pool.membership)
    .executeTakeFirstOrThrow()
  await db.insertInto('organisations.pools').values({ id: newId(), ...pool, number: number + 1, made: now, applied: null }).execute()
}

/** What changes before a membership begins counts from its first day. */
async function firstDay(db: Db<'membership'>, membership: string, today: string): Promise<string> {
  const { first } = await db
    .selectFrom('organisations.terms')
    .select(({ fn }) => fn.min('begins').as('first'))
    .where('membership', '=', membership)
    .executeTakeFirstOrThrow()
  return first !== null && first > today ? first : today
}

async function lastDay(db: Db<'membership'>, membership: string): Promise<string> {
  const { last } = await db
    .selectFrom('organisations.terms')
    .select(({ fn }) => fn.max('ends').as('last'))
    .where('membership', '=', membership)
    .executeTakeFirstOrThrow()
  if (last === null) throw new Refusal('notFound', 404)
  return last
}

type Match = { membership: string; seats: number; day: string; now: Date }

/** As many seats as are paid for, or as few as are held; whether that is as many. */
async function matchSeats(db: Db<'membership'>, { membership, seats: wanted, day, now }: Match): Promise<{ taken: number; isMet: boolean }> {
  const before = await seatsIn(db, membership)
  if (wanted > before.seats) await addSeats(db, { membership, seats: wanted - before.seats })
  else if (wanted < before.seats) await removeFreeSeats(db, { membership, seats: before.seats - wanted })
  await tellSeats(db, { membership, seats: wanted })

  const { seats, taken } = await seatsIn(db, membership)
  const isMet = seats === wanted
  if (isMet) await waitingPools(db, membership).set({ applied: now }).where('begins', '<=', day).execute()
  return { taken, isMet }
}

function waitingPools(db: Db<'membership'>, membership: string) {
  return db.updateTable('organisations.pools').where('membership', '=', membership).where('applied', 'is', null)
}

async function removeFreeSeats(db: Db<'membership'>, { membership, seats }: { membership: string; seats: number }): Promise<void> {
  await sql`
    delete from organisations.seats
    where id in (
      select id from organisations.seats
      where membership = ${membership} and holder is null
      order by id
      limit ${seats}
      for update skip locked
    )
  `.execute(db)
}

// How many seats there are is no secret, and shown at once; how many are in use waits for Monday. Only
// a number that was held back since may be more than there are seats now.
async function tellSeats(db: Db<'membership'>, { membership, seats }: { membership: string; seats: number }): Promise<void> {
  const activated = seats < FEWEST_SHOWN ? null : sql<number>`least(activated, ${seats})`
  await db.updateTable('organisations.capacities').set({ seats, activated }).where('membership', '=', membership).execute()
}
