import { sql } from 'kysely'
import type { Db } from '../../tables.ts'
import type { Term } from './rules.ts'

export type FoundMembership = Term & { id: string; domains: string | null; domains_only: boolean }

/** The membership that a code belongs to. Rotated codes are nobody's. */
export async function findMembership(db: Db<'registration'>, code: string): Promise<FoundMembership | undefined> {
  return db
    .selectFrom('organisations.memberships')
    .select(['id', 'begins', 'ends', 'suspended', 'domains', 'domains_only'])
    .where('code', '=', code)
    .executeTakeFirst()
}

/** Whether a seat is free at this moment. */
export async function hasSeat(db: Db<'registration'>, membership: string): Promise<boolean> {
  const free = await db.selectFrom('organisations.seats').select('id').where('membership', '=', membership).where('holder', 'is', null).limit(1).execute()
  return free.length > 0
}

/**
 * Takes one free seat for a person, by one conditional write: however many try at once, each seat
 * goes to one. Says false where none is free.
 */
export async function claimSeat(
  db: Db<'registration'>,
  { membership, holder, now }: { membership: string; holder: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update organisations.seats
    set holder = ${holder}, claimed = ${now}
    where id = (
      select id from organisations.seats
      where membership = ${membership} and holder is null
      order by id
      limit 1
      for update skip locked
    )
  `.execute(db)

  return numAffectedRows === 1n
}
