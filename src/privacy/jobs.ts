import { type Kysely, sql } from 'kysely'
import { QUEUE_ROLE, type Payload, type Worker } from '../platform/queue.ts'
import type { Db } from '../tables.ts'
import { type PurposeName, roleOf } from './purposes.ts'
import type { Eyes, Means } from './within.ts'

/** Something that happened, told by ids only: to whom, and the thing it happened to. */
export type Happening = {
  readonly event: string
  readonly person: string | null
  readonly subject: string
  /** Not before this moment, as the house counts time. */
  readonly startAfter?: Date
}

/** What a room wants done after an event, or by the clock; each must bear being run twice. */
export type JobHandler<Tools = never> = {
  /** `room.job`, the queue it waits in. */
  readonly name: string
  /** The event it answers… */
  readonly on?: string
  /** …or when it runs by itself, for every institution: five fields, in Europe/Oslo. */
  readonly cron?: string
  /** Acts for the person the event is about, with the worker's login. */
  run(job: { eyes: Eyes; subject: string; tools: Tools }): Promise<void>
}

/** Sends what happened to every job that asked for it, in the transaction in which it happened. */
export async function record<P extends PurposeName>(
  db: Db<P>,
  { eyes, purpose, happening }: { eyes: Eyes; purpose: P; happening: Happening },
): Promise<void> {
  const { queue, listeners, clock } = eyes.means
  const names = listeners.get(happening.event) ?? []
  if (names.length === 0) return

  const payload: Payload = { institution: eyes.institution, person: happening.person, subject: happening.subject }
  const later = happening.startAfter ? { startAfter: clock.machineTime(happening.startAfter) } : {}
  const handle = db as unknown as Kysely<never>
  await become(handle, QUEUE_ROLE)
  for (const name of names) {
    await queue.send(async (text, values) => handle.executeQuery(rawQuery(text, values)), { name, payload, ...later })
  }
  await become(handle, roleOf(purpose))
}

/** Takes every job that waits for a person out of the queue, in the transaction that erases them. */
export async function forgetJobs<P extends PurposeName>(
  db: Db<P>,
  { eyes, purpose, person }: { eyes: Eyes; purpose: P; person: string },
): Promise<void> {
  const handle = db as unknown as Kysely<never>
  await become(handle, QUEUE_ROLE)
  await eyes.means.queue.forget(async (text, values) => handle.executeQuery(rawQuery(text, values)), person)
  await become(handle, roleOf(purpose))
}

/** Which jobs wait for which event. */
export function listenersOf(handlers: readonly JobHandler[]): ReadonlyMap<string, readonly string[]> {
  const listeners = new Map<string, string[]>()
  for (const { on, name } of handlers) if (on) listeners.set(on, [...(listeners.get(on) ?? []), name])
  return listeners
}

/** The handlers as the queue runs them: one by the event's ids, or once per institution by the clock. */
export function workersOf<Tools>(
  handlers: readonly JobHandler<Tools>[],
  { means, tools, institutions }: { means: Means; tools: Tools; institutions: () => Promise<readonly string[]> },
): Worker[] {
  return handlers.map(({ name, cron, run }) => ({
    name,
    ...(cron ? { cron } : {}),
    async run(payload, errand) {
      const now = means.clock.now()
      const these = payload['institution'] ? [payload['institution']] : await institutions()
      const faults: unknown[] = []
      for (const institution of these) {
        const eyes: Eyes = { means, login: 'worker', institution, actor: payload['person'] ?? null, now, ...(errand ? { errand } : {}) }
        // One institution's fault keeps no other waiting.
        await run({ eyes, subject: payload['subject'] ?? '', tools }).catch((fault) => faults.push(fault))
      }
      if (faults.length > 0) throw faults[0]
    },
  }))
}

/** A statement of its own: inside one, a purpose may set nothing. */
async function become(handle: Kysely<never>, role: string): Promise<void> {
  await sql`set local role ${sql.ref(role)}`.execute(handle)
}

function rawQuery(text: string, values: unknown[]) {
  return { sql: text, parameters: values, query: { kind: 'RawNode' }, queryId: { queryId: '' } } as never
}
