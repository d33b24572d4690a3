import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
  sql,
} from 'kysely'
import pg from 'pg'
import { fly, type Known, together } from './flight.ts'
import { Refusal } from './refusal.ts'

// Counts and points fit a number; a day is a day and must not become a moment in some zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)

/** Where one login reaches the database: a connection string, or the parts of one. */
export type Address =
  | string
  | { host: string; port: number; user: string; password: string; database: string; ssl?: true | { rejectUnauthorized: false } }

/** One login's connections. Every statement of a transaction travels without waiting for the last. */
export type Connections = { pool: pg.Pool; close(): Promise<void> }

/** Opens connections for one login; none is made before the first query. */
export function openConnections(address: Address, most: number): Connections {
  const where = typeof address === 'string' ? { connectionString: address } : address
  const pool = new pg.Pool({ ...where, max: most, pipeline: true } as pg.PoolConfig)
  // An idle connection that breaks is replaced at the next query; without a listener it ends the process.
  pool.on('error', () => {})
  // So does one that breaks while it is lent out, though its statements have failed and told us already.
  pool.on('connect', (client) => client.on('error', () => {}))
  return { pool, close: () => pool.end() }
}

/**
 * What a transaction begins with: the settings that row policies read, a function that may refuse it all
 * for a number's sake, and the role it becomes.
 */
export type Head = { role: string; settings: readonly (readonly [name: string, value: string])[]; check: readonly [name: string, value: number] }

/**
 * Runs `work` in one transaction that starts with `head`. Begin, head and first query leave in one
 * round trip; nothing is sent when `work` asks nothing. A refused role refuses all that follows.
 */
export async function transaction<T>(
  connections: Connections,
  head: Head,
  work: (db: Kysely<never>) => Promise<T>,
): Promise<T> {
  const client = new LazyClient(connections, head)
  try {
    const answer = await work(handleOn(client))
    await client.finish('commit')
    return answer
  } catch (error) {
    await client.finish('rollback').catch(() => client.abandon())
    throw error
  } finally {
    client.release()
  }
}

/**
 * Runs one statement in a transaction of its own: head and statement leave as one request, which is a
 * transaction by itself, and come back committed. For what is asked most: whose session it is, an answer
 * saved.
 */
export async function single<R>(connections: Connections, head: Head, query: CompiledQuery<R>): Promise<R[]> {
  const client = await connections.pool.connect()
  try {
    const { rows } = await fly(await knowing(client, head), [knownHead(head)], prepared(head, query))
    return rows as R[]
  } finally {
    client.release()
  }
}

/** A value for a jsonb column; node-postgres would make an array of it otherwise. */
export function asJson<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`
}

/** A handle outside any transaction, for the owner's login alone. */
export function handleFor(connections: Connections): Kysely<never> {
  return new Kysely<never>({ dialect: new PostgresDialect({ pool: connections.pool }) })
}

const UNIQUE_VIOLATION = '23505' // https://www.postgresql.org/docs/current/errcodes-appendix.html

/** Writes; where a unique index says the place is taken, refuses for `reason` (409). */
export async function refuseIfTaken<T>(reason: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isTaken(error)) throw new Refusal(reason, 409)
    throw error
  }
}

/** Says whether the database refused a write because a unique index holds that value already. */
export function isTaken(error: unknown, constraint?: string): boolean {
  const { code, constraint: at } = error as { code?: string; constraint?: string }
  return code === UNIQUE_VIOLATION && (constraint === undefined || at === constraint)
}

const FOREIGN_KEY_VIOLATION = '23503' // as above

/** Deletes; where other rows still point at what would go, refuses for `reason` (409). */
export async function refuseIfHeld<T>(reason: string, remove: () => Promise<T>): Promise<T> {
  try {
    return await remove()
  } catch (error) {
    if ((error as { code?: string }).code === FOREIGN_KEY_VIOLATION) throw new Refusal(reason, 409)
    throw error
  }
}

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()
const dialect = { createAdapter: () => adapter, createDriver: () => new DummyDriver(), createQueryCompiler: () => compiler, createIntrospector: () => { throw new Error('not here') } }
const driver = new DummyDriver()

/** A handle that only builds queries, for `single`. */
export const builder: Kysely<never> = handleOn({
  executeQuery: () => Promise.reject(new Error('This handle only builds')),
  streamQuery: () => {
    throw new Error('This handle only builds')
  },
})

function handleOn(client: DatabaseConnection): Kysely<never> {
  // Not Kysely's own provider, which lets one query wait for the other: the pipeline keeps their order.
  const provider: ConnectionProvider = { provideConnection: (consumer) => consumer(client) }
  const executor = new DefaultQueryExecutor(compiler, adapter, provider)
  return new Kysely<never>({ config: { dialect }, dialect, driver, executor } as never)
}

// Also behind a `with`, where the answer says SELECT; a function that writes says so: `/* writes */ select …`.
const WRITES = /\b(insert|update|delete|writes)\b/i

/** A connection that is taken from the pool, and begins its transaction, at the first query. */
class LazyClient implements DatabaseConnection {
  readonly #connections: Connections
  readonly #head: Head
  #client: Promise<pg.PoolClient> | undefined
  #taken: pg.PoolClient | undefined
  #broken = false
  #wrote = false

  constructor(connections: Connections, head: Head) {
    this.#connections = connections
    this.#head = head
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount, command } = await this.#send(query)
    if (command !== 'SELECT' || WRITES.test(query.sql)) this.#wrote = true
    const changes = command === 'SELECT' ? {} : { numAffectedRows: BigInt(rowCount ?? 0) }
    return { rows: rows as R[], ...changes }
  }

  // biome-ignore lint/correctness/useYield: nothing streams; lists have limits
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not offered')
  }

  /** What only read has nothing to wait for: whoever has the connection next queues behind its commit. */
  async finish(how: 'commit' | 'rollback'): Promise<void> {
    if (!this.#taken || this.#broken) return
    const finished = this.#taken.query(how)
    if (how === 'rollback' || this.#wrote) await finished
    else finished.catch(() => {})
  }

  abandon(): void {
    this.#broken = true
  }

  release(): void {
    this.#taken?.release(this.#broken)
  }

  async #send(query: CompiledQuery): Promise<pg.QueryResult> {
    const asked = prepared(this.#head, query)
    if (this.#client) return together(await this.#client, (client) => client.query(asked))

    this.#client = this.#take()
    return together(await this.#client, (client) => fly(client, [BEGIN, knownHead(this.#head)], asked))
  }

  async #take(): Promise<pg.PoolClient> {
    this.#taken = await this.#connections.pool.connect()
    return knowing(this.#taken, this.#head)
  }
}

const BEGIN: Known = { name: 'begin', values: [] }

/** Which connections have been told the statements that every transaction begins with. */
const told = new WeakMap<pg.PoolClient, string>()

/** Tells a new connection, once, what `fly` later sends by name alone. */
async function knowing(client: pg.PoolClient, head: Head): Promise<pg.PoolClient> {
  const { text, name } = headQuery(head)
  if (told.get(client) === text) return client

  // Nobody yet: whether a role is refused is the answer to whoever asks for it.
  const { values } = knownHead({ ...head, role: 'none', check: [head.check[0], 0] })
  await Promise.all([client.query({ name: BEGIN.name, text: 'begin' }), client.query({ name, text, values: [...values] }), client.query('rollback')])
  told.set(client, text)
  return client
}

function prepared({ role }: Head, { sql: text, parameters }: CompiledQuery): pg.QueryConfig {
  return { text, values: parameters as unknown[], name: nameOf(role, text) }
}

/** One statement makes the settings and becomes the role, all undone when the transaction ends. */
function headQuery({ settings, check: [check] }: Head): { name: string; text: string } {
  const calls = settings.map(([name], i) => `set_config('${name}', $${i + 3}, true)`)
  return { name: `head${settings.length}`, text: `select ${[...calls, `${check}($2::bigint)`, `set_config('role', $1, true)`].join(', ')}` }
}

function knownHead({ role, settings, check: [, number] }: Head): Known {
  return { name: `head${settings.length}`, values: [role, String(number), ...settings.map(([, value]) => value)] }
}

const names = new Map<string, string>()

// A statement prepared under one role is planned again when another role runs it (row policies
// differ), so the role is part of its name.
function nameOf(role: string, sql: string): string {
  const key = `${role} ${sql}`
  let name = names.get(key)
  if (name === undefined) {
    name = createHash('sha1').update(key).digest('base64url')
    if (names.size < 5_000) names.set(key, name)
  }
  return name
}
