import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../tables.ts'
import type { Joining } from './rules.ts'

export type FoundMembership = Joining & { id: string }

type Joins = 'registration' | 'membership'

/** The membership that a code belongs to, with the term that counts today. Rotated codes are nobody's. */
export async function findMembership<P extends Joins>(db: Db<P>, { code, today }: { code: string; today: string }): Promise<FoundMembership | undefined> {
  return (db as unknown as Db<'registration'>)
    .selectFrom('organisations.memberships as membership')
    .innerJoinLateral(termOn(today), (join) => join.onTrue())
    .select(['membership.id', 'term.begins', 'term.ends', 'suspended', 'domains', 'domains_only', 'joining_begins', 'joining_ends'])
    .where('code', '=', code)
    .executeTakeFirst()
}

/** Whether a seat is free at this moment. */
export async function hasSeat(db: Db<'registration'>, { membership, today }: { membership: string; today: string }): Promise<boolean> {
  const free = await db.selectFrom('organisations.seats').select('id').where(isFree({ membership, today })).limit(1).execute()
  return free.length > 0
}

type Claim = { membership: string; holder: string; now: Date; today: string }

/**
 * Takes one free seat for a person, by one conditional write: however many try at once, each seat
 * goes to one. Says false where none is free.
 */
export async function claimSeat<P extends Joins>(db: Db<P>, { membership, holder, now, today }: Claim): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update organisations.seats
    set holder = ${holder}, claimed = ${now}
    where id = (
      select id from organisations.seats
      where ${isFree({ membership, today })}
      order by id
      limit 1
      for update skip locked
    )
  `.execute(db)

  return numAffectedRows === 1n
}

/** The term of `membership`, in a lateral join, that counts on a day: see the function's own words. */
export function termOn(day: string | RawBuilder<string>) {
  return sql<{ begins: string; ends: string }>`organisations.term_on(membership.id, ${day}::date)`.as<'term'>('term')
}

/** Notes that somebody was turned away today since all seats are taken: who it was is written nowhere. */
export async function noteWanted(db: Db<'registration'>, { membership, today }: { membership: string; today: string }): Promise<void> {
  await db.updateTable('organisations.capacities').set({ wanted: today }).where('membership', '=', membership).execute()
}

/** Nobody holds it, and it is paid for: while more are held than that, what becomes free goes. */
function isFree({ membership, today }: { membership: string; today: string }): RawBuilder<boolean> {
  return sql<boolean>`membership = ${membership} and holder is null and not exists (
    select from organisations.pools as pool
    where pool.membership = ${membership} and pool.applied is null and pool.begins <= ${today}::date
  )`
}
