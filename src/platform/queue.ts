import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Address } from './database.ts'
import { logFault } from './log.ts'

/** The only role that reads or writes jobs; a transaction becomes it for as long as it sends one. */
export const QUEUE_ROLE = 'lofte_queue'

const SCHEMA = 'pgboss'

/** Runs SQL on the transaction whose commit the job must share. */
export type Executor = (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>

/** What travels in a job: ids and nothing else, so that a queue never holds anybody's data. */
export type Payload = Readonly<Record<string, string | null>>

export type Queue = {
  /** Sends on the sender's own transaction: the job is there exactly if the cause is. */
  send(executor: Executor, job: { name: string; payload: Payload; startAfter?: Date }): Promise<void>
  /** Removes every job that names an id, done or not, on the caller's own transaction. */
  forget(executor: Executor, id: string): Promise<void>
  /** Starts working: each job is run at least once, and again after a fault. */
  work(handlers: readonly Worker[]): Promise<void>
  /** Runs everything that is due, once, in this process; for tests and the command line. */
  drain(handlers: readonly Worker[]): Promise<number>
  close(): Promise<void>
}

/** `errand` is the job's own id, the same at every try. */
export type Worker = { name: string; cron?: string; run(payload: Payload, errand?: string): Promise<void> }

/** Makes the queue's own schema and one queue per worker. Runs as the owner; safe to repeat. */
export async function installQueue(owner: pg.Client, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({ db: executorOf(owner), schema: SCHEMA, supervise: false, schedule: false, migrate: true })
  boss.on('error', logFault)
  await boss.start()
  for (const name of names) {
    if (!(await boss.getQueue(name))) await boss.createQueue(name, { retryLimit: 20, retryDelay: 5, retryBackoff: true, expireInSeconds: 300 })
  }
  await boss.stop({ graceful: false })
  await owner.query(`
    grant usage on schema ${SCHEMA} to ${QUEUE_ROLE};
    grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${QUEUE_ROLE};
    grant usage on all sequences in schema ${SCHEMA} to ${QUEUE_ROLE};
    grant execute on all functions in schema ${SCHEMA} to ${QUEUE_ROLE};
  `)
}

/** Opens the queue under its own login. */
export async function openQueue(address: Address): Promise<Queue> {
  const pool = new pg.Pool({ ...(typeof address === 'string' ? { connectionString: address } : address), max: 4 })
  pool.on('error', () => {})
  const boss = new PgBoss({
    db: executorOf(pool),
    schema: SCHEMA,
    migrate: false,
    supervise: true,
    schedule: true,
    clockMonitorIntervalSeconds: 600,
  })
  boss.on('error', (error) => logFault(error, 'queue'))
  await boss.start()

  return {
    async send(executor, { name, payload, startAfter }) {
      mustBeIds(payload)
      await boss.send(name, payload, { db: { executeSql: (text, values = []) => executor(text, values) as never }, ...(startAfter ? { startAfter } : {}) })
    },
    async forget(executor, id) {
      await executor(`delete from ${SCHEMA}.job where data->>'person' = $1 or data->>'subject' = $1`, [id])
    },
    async work(workers) {
      for (const worker of workers) {
        if (worker.cron) await boss.schedule(worker.name, worker.cron, {}, { tz: 'Europe/Oslo' })
        await boss.work<Payload>(worker.name, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([job]) => {
          if (job) await worker.run(job.data, job.id).catch(report(worker.name))
        })
      }
    },
    drain: (workers) => drain(boss, workers),
    async close() {
      await boss.stop({ graceful: true, timeout: 5_000 })
      await pool.end()
    },
  }
}

async function drain(boss: PgBoss, workers: readonly Worker[]): Promise<number> {
  let ran = 0
  let before = -1
  while (before !== ran) {
    before = ran
    for (const { name, run } of workers) {
      for (const job of await boss.fetch<Payload>(name, { batchSize: 50 })) {
        await run(job.data, job.id)
        await boss.complete(name, job.id)
        ran++
      }
    }
  }
  return ran
}

function executorOf(client: pg.Client | pg.Pool) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      const result = await client.query(text, values as never[])
      return Array.isArray(result) ? result.at(-1) : result
    },
  }
}

// The queue keeps what a failed job threw: so it is given a name and a place, never what was said.
function report(name: string): (error: unknown) => never {
  return (error) => {
    logFault(error, name)
    throw new Error((error as { code?: string }).code ?? 'failed')
  }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function mustBeIds(payload: Payload): void {
  for (const [name, value] of Object.entries(payload)) {
    if (value !== null && !ID.test(value)) throw new Error(`A job may hold ids only; ${name} is none`)
  }
}
