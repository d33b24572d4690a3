import { sql } from 'kysely'
import { erasePerson, type ErasureCause } from '../../privacy/erase.ts'
import { ERASING, HEARTBEAT, noteRun } from '../../privacy/runs.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'

const AT_ONCE = 500

type Due = { id: string; due: Date; cause: ErasureCause }

/**
 * Erases everybody whose time is up: deactivated long enough ago, or never confirmed. Whatever fell due
 * while the house slept is done now. One whom we cannot erase keeps nobody else waiting.
 */
export async function eraseDue(eyes: Eyes): Promise<void> {
  const { tables } = eyes.means
  const faults: unknown[] = []
  let gone = 0
  for (const { id, due, cause } of await dueBy(eyes, eyes.now)) {
    const erasure = { eyes: { ...eyes, actor: id }, tables, cause, due, stillDue: (db: Db<'rights'>) => isStillDue(db, eyes, id) }
    await erasePerson(erasure).then((receipt) => void (gone += receipt ? 1 : 0), (fault) => faults.push(fault))
  }
  // Looked for again: what could not be erased is told, with the moment.
  const left = await dueBy(eyes, eyes.now)
  await noteRun(eyes, { job: ERASING, gone, overdue: left.length })
  if (faults.length > 0) throw faults[0]
}

/** How many should be gone by now and are not, and since when. The job runs every minute, so a quarter of an hour is a fault. */
export async function overdueErasures(eyes: Eyes): Promise<{ count: number; oldest: Date | null }> {
  const late = await dueBy(eyes, new Date(eyes.now.getTime() - HEARTBEAT))
  return { count: late.length, oldest: late[0]?.due ?? null }
}

/** The longest due first, at most five hundred. */
async function dueBy(eyes: Eyes, moment: Date): Promise<Due[]> {
  return within('timekeeping', eyes, async (db) => {
    const { rows } = await sql<Due>`
      select id, erase_due as due, 'deactivated' as cause from accounts.persons where erase_due <= ${moment}
      union all
      select id, unconfirmed_until, 'neverConfirmed' from accounts.persons
      where unconfirmed_until <= ${moment} and email_confirmed is null and erase_due is null
      order by due
      limit ${AT_ONCE}
    `.execute(db)
    return rows
  })
}

/** Asked under a lock: whoever was let in again, or confirmed, in the meantime stays. */
async function isStillDue(db: Db<'rights'>, { now }: Eyes, id: string): Promise<boolean> {
  const { rows } = await sql`
    select id from accounts.persons
    where id = ${id} and (erase_due <= ${now} or (unconfirmed_until <= ${now} and email_confirmed is null))
    for update
  `.execute(db)
  return rows.length === 1
}
