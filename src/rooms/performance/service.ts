import { sql } from 'kysely'
import { localDay } from '../../platform/time.ts'
import { type Eyes, type Means, within } from '../../privacy/within.ts'
import type { Timing, Timings } from '../../web/timings.ts'

export type Timekeeper = { write(): Promise<void>; stop(): Promise<void> }

const EVERY = 5 * 60_000 // milliseconds

/**
 * Writes what this process has counted every few minutes, and once more when it is told to stop. No
 * job of the queue can do it, since the counts are in the memory of the process that answered.
 */
export function writeTimingsRegularly(means: Means, timings: Timings, fault: (error: unknown) => void): Timekeeper {
  const write = () => writeTimings(means, timings.take()).catch(fault)
  const timer = setInterval(write, EVERY)
  timer.unref()
  return {
    write,
    async stop() {
      clearInterval(timer)
      await write()
    },
  }
}

/** Adds counts to those of the day. */
export async function writeTimings(means: Means, timings: readonly Timing[]): Promise<void> {
  if (timings.length === 0) return
  const now = means.clock.now()
  const day = localDay(now, 'UTC')
  const rows = timings.map(({ method, route, outcome, withinMs, answers }) => ({ day, method, route, outcome, within_ms: withinMs, answers }))

  await within('improvement', nobodysEyes(means), (db) =>
    db
      .insertInto('performance.buckets')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['day', 'method', 'route', 'outcome', 'within_ms']).doUpdateSet({ answers: sql`buckets.answers + excluded.answers` }),
      )
      .execute(),
  )
}

function nobodysEyes(means: Means): Eyes {
  return { means, login: 'worker', institution: '', actor: null, now: means.clock.now() }
}
