import { sql } from 'kysely'
import { formatTime, localDay } from '../../../platform/time.ts'
import { type Eyes, within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { seatsAgreed, seatsIn } from '../agreement-service.ts'
import { countingDay, FEWEST_SHOWN, shownCount } from '../rules.ts'
import { tellContacts } from '../telling-service.ts'

const BATCH = 200 // memberships in one transaction

/**
 * Counts once a week how many accounts each membership has activated, and keeps what its contact is
 * told. A count that was missed is made up for; one that was made is not made again.
 */
export async function countCapacities(eyes: Eyes, zone: string): Promise<void> {
  const today = localDay(eyes.now, zone)
  const due = countingDay({ today, hour: Number(formatTime(eyes.now, 'en', zone).slice(0, 2)) })
  let counted: number
  do counted = await within('timekeeping', eyes, (db) => countSome(db, { eyes, due, today }))
  while (counted === BATCH)
}

type Counting = { eyes: Eyes; due: string; today: string }

async function countSome(db: Db<'timekeeping'>, counting: Counting): Promise<number> {
  const uncounted = await db
    .selectFrom('organisations.memberships as membership')
    .leftJoin('organisations.capacities as capacity', 'capacity.membership', 'membership.id')
    .select(['membership.id', 'membership.organisation', 'capacity.activated as last', 'capacity.wanted'])
    .where((where) => where.or([where('capacity.counted', 'is', null), where('capacity.counted', '<', counting.due)]))
    .orderBy('membership.id')
    .limit(BATCH)
    .execute()
  for (const one of uncounted) await countOne(db, { ...counting, ...one })
  return uncounted.length
}

type One = Counting & { id: string; organisation: string; last: number | null; wanted: string | null }

async function countOne(db: Db<'timekeeping'>, { eyes, due, today, id, organisation, last, wanted }: One): Promise<void> {
  const seats = await seatsAgreed(db, { membership: id, day: today })
  const activated = shownCount({ seats, activated: await activatedIn(db, id), last })
  const numbers = { counted: today, seats, activated, wanted: null, turned_away: wanted !== null && (await mayTellOfFull(db, { id, seats })) }
  const told = await db
    .insertInto('organisations.capacities')
    .values({ membership: id, organisation, ...numbers })
    .onConflict((conflict) => conflict.columns(['institution', 'membership']).doUpdateSet(numbers).where(sql<boolean>`capacities.counted < ${due}`))
    .returning('turned_away')
    .executeTakeFirst()
  if (told?.turned_away) await tellContacts(db, { eyes, organisation, event: 'organisations.seatsWanted', subject: id })
}

/** That all seats are taken would, of very few, say of whom. */
async function mayTellOfFull(db: Db<'timekeeping'>, { id, seats }: { id: string; seats: number }): Promise<boolean> {
  return seats >= FEWEST_SHOWN && (await seatsIn(db, id)).taken >= seats
}

/** How many seats are held by people who have activated their account. */
export async function activatedIn<P extends 'timekeeping' | 'administration'>(db: Db<P>, membership: string): Promise<number> {
  const { rows } = await sql<{ activated: number }>`select organisations.activated_in(${membership}) as activated`.execute(db)
  return rows[0]?.activated ?? 0
}
