import { sql } from 'kysely'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { addDuration, endOfDayAfter, localDay } from '../../../platform/time.ts'
import { durations } from '../../../privacy/durations.ts'
import { seen } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'

export const ROWS_SHOWN = 50

/** Which rows of the log are asked for: of one account, by its address or its id, of one kind, from one network. */
export type Search = { email: string; account: string; kind: string; network: string; before: string }

export type LogRow = {
  id: string
  happened: Date
  kind: string
  person: string | null
  network: string | null
  device: string | null
  hold: string | null
  heldUntil: Date | null
}

/**
 * Rows of the security log, the newest first, one more than are shown. No names: an account is an id, and
 * whoever it is can read that it was looked at.
 */
export async function searchLog(db: Db<'security'>, visit: Visit, search: Search): Promise<LogRow[]> {
  const account = search.email === '' ? search.account : await accountAt(db, search.email)
  let asked = db
    .selectFrom('security.events')
    .select(['id', 'happened', 'kind', 'person', 'network', 'device', 'hold', 'held_until as heldUntil'])
    .orderBy('happened', 'desc')
    .orderBy('id', 'desc')
    .limit(ROWS_SHOWN + 1)
  if (account) asked = asked.where('person', '=', account)
  if (search.kind) asked = asked.where('kind', '=', search.kind)
  if (search.network) asked = asked.where('network', '=', search.network)
  if (search.before) asked = asked.where(sql<boolean>`(happened, id) < (select last.happened, last.id from security.events as last where last.id = ${search.before})`)

  const rows = await asked.execute()
  await seen(db, { eyes: visit, purpose: 'security', people: rows.slice(0, ROWS_SHOWN).flatMap(({ person }) => person ?? []) })
  return rows
}

// An address that is nobody's finds nothing, rather than everything.
const NOBODY = '00000000-0000-0000-0000-000000000000'

async function accountAt(db: Db<'security'>, email: string): Promise<string> {
  const { rows } = await sql<{ person: string | null }>`select security.account_at(${email}) as person`.execute(db)
  return rows[0]?.person ?? NOBODY
}

export type ShownHold = { id: string; reason: string; placed: Date; until: Date; by: string | null; rows: number }

/** Every hold that is kept, those in force first, the newest of each; at most a hundred. */
export async function holdsOf(db: Db<'security'>, visit: Visit): Promise<ShownHold[]> {
  const held = await db
    .selectFrom('security.events')
    .select((eb) => ['hold', eb.fn.countAll<number>().as('rows')])
    .where('hold', 'is not', null)
    .groupBy('hold')
    .execute()
  const holds = await db
    .selectFrom('security.holds')
    .select(['id', 'reason', 'placed', 'until'])
    .orderBy(sql`until > ${visit.now}`, 'desc')
    .orderBy('placed', 'desc')
    .limit(100)
    .execute()
  const { rows: officers } = await sql<{ hold: string; name: string }>`select hold, name from security.hold_officers()`.execute(db)
  await seen(db, { eyes: visit, purpose: 'security', people: [] })

  const rows = new Map(held.map((one) => [one.hold, one.rows]))
  const names = new Map(officers.map((one) => [one.hold, one.name]))
  return holds.map((hold) => ({ ...hold, by: names.get(hold.id) ?? null, rows: rows.get(hold.id) ?? 0 }))
}

/** How many investigations hold rows now. */
export async function countHolds(db: Db<'security'>, visit: Visit): Promise<number> {
  const { holds } = await db
    .selectFrom('security.holds')
    .select((eb) => eb.fn.countAll<number>().as('holds'))
    .where('until', '>', visit.now)
    .executeTakeFirstOrThrow()
  await seen(db, { eyes: visit, purpose: 'security', people: [] })
  return holds
}

/** The last day until which rows may be held from now on. */
export function latestDay({ now, site: { zone } }: Visit): string {
  return localDay(addDuration(now, durations.investigation, zone), zone)
}

export type NewHold = { events: readonly string[]; reason: string; until: string }

/**
 * Holds named rows of the log back from their end, to the end of a day.
 * @throws Refusal `holdTooShort`, `holdTooLong` (422) at `until`, `nothingToHold` (409): all are gone, or held already.
 */
export async function placeHold(db: Db<'security'>, visit: Visit, { events, reason, until }: NewHold): Promise<number> {
  const { now, site: { zone } } = visit
  if (until < localDay(now, zone)) throw new Refusal('holdTooShort', 422, { field: 'until' })
  if (until > latestDay(visit)) throw new Refusal('holdTooLong', 422, { field: 'until' })
  await seen(db, { eyes: visit, purpose: 'security', people: [] })

  const ends = endOfDayAfter(new Date(`${until}T12:00:00Z`), 'P0D', zone)
  const { rows } = await sql<{ held: number }>`/* writes */ select security.place_hold(${newId()}, ${reason}, ${ends}, ${[...events]}::uuid[]) as held`.execute(db)
  const held = rows[0]?.held ?? 0
  if (held === 0) throw new Refusal('nothingToHold', 409)
  return held
}

/** @throws Refusal `notFound` (404) where no such hold is in force. */
export async function endHold(db: Db<'security'>, visit: Visit, hold: string): Promise<void> {
  await seen(db, { eyes: visit, purpose: 'security', people: [] })
  const { rows } = await sql<{ ended: boolean }>`/* writes */ select security.end_hold(${hold}) as ended`.execute(db)
  if (!rows[0]?.ended) throw new Refusal('notFound', 404)
}
