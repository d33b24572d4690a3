import { sql } from 'kysely'
import { formatTime, localDay } from '../../platform/time.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import { countingDay, shownCount } from './rules.ts'
import { seatsIn } from './changing-service.ts'

const BATCH = 200 // memberships in one transaction

/**
 * Counts once a week how many accounts each membership has activated, and keeps what its contact is
 * told. A count that was missed is made up for; one that was made is not made again.
 */
export async function countCapacities(eyes: Eyes, zone: string): Promise<void> {
  const today = localDay(eyes.now, zone)
  const due = countingDay({ today, hour: Number(formatTime(eyes.now, 'en', zone).slice(0, 2)) })
  let counted: number
  do counted = await within('timekeeping', eyes, (db) => countSome(db, { due, today }))
  while (counted === BATCH)
}

async function countSome(db: Db<'timekeeping'>, { due, today }: { due: string; today: string }): Promise<number> {
  const uncounted = await db
    .selectFrom('organisations.memberships as membership')
    .leftJoin('organisations.capacities as capacity', 'capacity.membership', 'membership.id')
    .select(['membership.id', 'membership.organisation', 'capacity.activated as last'])
    .where((where) => where.or([where('capacity.counted', 'is', null), where('capacity.counted', '<', due)]))
    .orderBy('membership.id')
    .limit(BATCH)
    .execute()
  for (const { id, organisation, last } of uncounted) {
    const { seats } = await seatsIn(db, id)
    const activated = shownCount({ seats, activated: await activatedIn(db, id), last })
    const numbers = { counted: today, seats, activated }
    await db
      .insertInto('organisations.capacities')
      .values({ membership: id, organisation, ...numbers })
      .onConflict((conflict) => conflict.columns(['institution', 'membership']).doUpdateSet(numbers))
      .execute()
  }
  return uncounted.length
}

/** How many seats are held by people who have activated their account. */
export async function activatedIn<P extends 'timekeeping' | 'administration'>(db: Db<P>, membership: string): Promise<number> {
  const { rows } = await sql<{ activated: number }>`select organisations.activated_in(${membership}) as activated`.execute(db)
  return rows[0]?.activated ?? 0
}
