import type { CompiledQuery } from 'kysely'
import { builder, type Connections, type Head, single, transaction } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { Files } from '../platform/files.ts'
import type { Mail } from '../platform/mail/mail.ts'
import type { Queue } from '../platform/queue.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Clock } from '../platform/time.ts'
import type { Db } from '../tables.ts'
import { record } from './jobs.ts'
import type { Table } from './table.ts'
import { type Login, type PurposeName, purposes, roleOf } from './purposes.ts'

/** Each login's own connections. A process opens only those it needs. */
export type Logins = Readonly<Record<Login, Connections>>

/** What the house works with; made once per process. */
export type Means = {
  readonly logins: Logins
  readonly queue: Queue
  /** Which jobs wait for which event. */
  readonly listeners: ReadonlyMap<string, readonly string[]>
  readonly clock: Clock
  readonly secrets: Secrets
  readonly mail: Mail
  readonly files: Files
  /** Folder of what must outlive a restored backup: the ledger of erasures. */
  readonly ledger: string
  /** What this process has seen of erasures, so that a restored backup is noticed. */
  readonly mark: Mark
  /** Every table of the house: what exports, erasure and retention are derived from. */
  readonly tables: readonly Table[]
}

/** How far a database must have come at the least, and what is done where one has not: it is older than we have seen it. */
export type Mark = {
  least: number
  /** Repeats the ledger of erasures; until that is done, `isBehind`. */
  repeat(): void
  isBehind: boolean
}

/** On whose behalf the house works, for which institution, and when. */
export type Eyes = {
  readonly means: Means
  /** The login of this process; purposes it may not work for go to the first that may. */
  readonly login: Login
  readonly institution: string
  /** The person who asks; nobody for a visitor, or for the system's own work. */
  readonly actor: string | null
  readonly now: Date
  /** The job on whose errand: the same on a second try. */
  readonly errand?: string
  /** The ledger is being repeated on a database that is older: nobody else is let in meanwhile. */
  readonly repeating?: true
  /** What is looked at, where others' data are: without it only the actor's own rows are seen. */
  readonly look?: string
}

/**
 * Opens one transaction that sees with the eyes of one purpose, and nothing else. Where `eyes.look`
 * is set, others within the actor's reach are seen too, and `seen` must say who was.
 * @throws 42501 of the database for whatever the purpose may not do.
 */
export function within<P extends PurposeName, T>(
  purpose: P,
  eyes: Eyes,
  work: (db: Db<P>) => Promise<T>,
): Promise<T> {
  const { look = '' } = eyes
  const answered = transaction(connectionsFor(purpose, eyes), headOf(purpose, eyes), async (handle) => {
    const db = handle as unknown as Db<P>
    if (look !== '') looking.set(db, look)
    const answer = await work(db)
    if (look !== '' && !witnessed.has(db)) throw new Error(`Nobody said who was seen: ${look}`)
    return answer
  })
  return answered.catch(repeatIfOlder(eyes))
}

/**
 * Asks one statement with the eyes of one purpose, in one round trip. Never of others' data: that is
 * a look, and needs `within`.
 */
export function ask<P extends PurposeName, R>(
  purpose: P,
  eyes: Eyes,
  build: (db: Db<P>) => CompiledQuery<R>,
): Promise<R[]> {
  const answered = single(connectionsFor(purpose, eyes), headOf(purpose, { ...eyes, look: '' }), build(builder as unknown as Db<P>))
  return answered.catch(repeatIfOlder(eyes))
}

/** Says whether the database refused because it is older than what was seen of it: a backup, restored under us. */
export function isOlder(error: unknown): boolean {
  return (error as { code?: string }).code === OLDER
}

const OLDER = 'LF001' // raised by app.must_not_be_older

function repeatIfOlder({ means }: Eyes): (error: unknown) => never {
  return (error) => {
    if (isOlder(error)) means.mark.repeat()
    throw error
  }
}

/** Writes down, in the transaction of the look itself, whose data the actor has seen. */
export async function seen<P extends PurposeName>(
  db: Db<P>,
  { eyes, purpose, people }: { eyes: Eyes; purpose: P; people: readonly string[] },
): Promise<void> {
  witnessed.add(db)
  const others = [...new Set(people)].filter((person) => person !== eyes.actor)
  if (others.length === 0) return

  const { actor, now } = eyes
  const what = looking.get(db) ?? ''
  const looks = others.map((subject) => ({ id: newId(), actor, subject, purpose, what, looked: now }))
  await (db as unknown as Db<'registration'>).insertInto('privacy.looks').values(looks).execute()
  const [first] = looks
  if (first && looks.length > MANY) await record(db, { eyes, purpose, happening: { event: 'privacy.manySeen', person: actor, subject: first.id } })
}

/** More people than this in one look are more than a page that somebody reads: that they were is recorded. */
const MANY = 20

const witnessed = new WeakSet<object>()

/** What each transaction looks at: a route's look belongs to its transaction, not to the visit. */
const looking = new WeakMap<object, string>()

function headOf(purpose: PurposeName, { means, institution, actor, now, look = '', repeating }: Eyes): Head {
  return {
    role: roleOf(purpose),
    check: ['app.must_not_be_older', repeating ? 0 : means.mark.least],
    settings: [
      ['app.institution', institution],
      ['app.actor', actor ?? ''],
      ['app.now', now.toISOString()],
      ['app.look', look],
    ],
  }
}

function connectionsFor(purpose: PurposeName, { means, login }: Eyes): Connections {
  return means.logins[loginFor(purpose, login)]
}

function loginFor(purpose: PurposeName, login: Login): Login {
  const may: readonly Login[] = purposes[purpose].logins
  return may.includes(login) ? login : (may[0] as Login)
}
