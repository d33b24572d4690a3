import type { Db } from '../tables.ts'
import { type Eyes, within } from './within.ts'

/** A job that lets go of people's data: when it last ran to its end, and what it found. */
export type Run = { readonly job: string; readonly ran: Date; readonly gone: number; readonly overdue: number }

/** Writes down that a job has run: how much went, and how much is left that should have gone. */
export async function noteRun(eyes: Eyes, { job, gone, overdue }: Omit<Run, 'ran'>): Promise<void> {
  const found = { ran: eyes.now, gone, overdue }
  await within('retention', eyes, (db) =>
    db
      .insertInto('privacy.runs')
      .values({ job, ...found })
      .onConflict((conflict) => conflict.columns(['institution', 'job']).doUpdateSet(found))
      .execute(),
  )
}

/** The last run of each job. */
export async function runsOf(db: Db<'information'>): Promise<Run[]> {
  return db.selectFrom('privacy.runs').select(['job', 'ran', 'gone', 'overdue']).orderBy('job').execute()
}

/** The job that erases whose time is up, every minute. */
export const ERASING = 'rights.eraseDue'

/** Milliseconds within which it must have come round, or something is wrong with it. */
export const HEARTBEAT = 15 * 60_000
