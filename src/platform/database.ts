import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
  SingleConnectionProvider,
  sql,
} from 'kysely'
import pg from 'pg'
import { Refusal } from './refusal.ts'

// Counts and points fit a number; a day is a day and must not become a moment in some zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)

/** Where one login reaches the database: a connection string, or the parts of one. */
export type Address = string | { host: string; port: number; user: string; password: string; database: string }

/** One login's connections. Every statement of a transaction travels without waiting for the last. */
export type Connections = { pool: pg.Pool; close(): Promise<void> }

/** Opens connections for one login; none is made before the first query. */
export function openConnections(address: Address, most: number): Connections {
  const where = typeof address === 'string' ? { connectionString: address } : address
  const pool = new pg.Pool({ ...where, max: most, pipeline: true } as pg.PoolConfig)
  // An idle connection that breaks is replaced at the next query; without a listener it ends the process.
  pool.on('error', () => {})
  return { pool, close: () => pool.end() }
}

/** What a transaction begins with: the role it becomes and the settings that row policies read. */
export type Head = { role: string; settings: readonly (readonly [name: string, value: string])[] }

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

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()
const dialect = { createAdapter: () => adapter, createDriver: () => new DummyDriver(), createQueryCompiler: () => compiler, createIntrospector: () => { throw new Error('not here') } }
const driver = new DummyDriver()

function handleOn(client: LazyClient): Kysely<never> {
  const executor = new DefaultQueryExecutor(compiler, adapter, new SingleConnectionProvider(client))
  return new Kysely<never>({ config: { dialect }, dialect, driver, executor } as never)
}

/** A connection that is taken from the pool, and begins its transaction, at the first query. */
class LazyClient implements DatabaseConnection {
  readonly #connections: Connections
  readonly #head: Head
  #client: Promise<pg.PoolClient> | undefined
  #taken: pg.PoolClient | undefined
  #broken = false

  constructor(connections: Connections, head: Head) {
    this.#connections = connections
    this.#head = head
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount, command } = await this.#send(query)
    const changes = command === 'SELECT' ? {} : { numAffectedRows: BigInt(rowCount ?? 0) }
    return { rows: rows as R[], ...changes }
  }

  // biome-ignore lint/correctness/useYield: nothing streams; lists have limits
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not offered')
  }

  async finish(how: 'commit' | 'rollback'): Promise<void> {
    if (this.#taken && !this.#broken) await this.#taken.query(how)
  }

  abandon(): void {
    this.#broken = true
  }

  release(): void {
    this.#taken?.release(this.#broken)
  }

  async #send(query: CompiledQuery): Promise<pg.QueryResult> {
    const text = { text: query.sql, values: query.parameters as unknown[], name: nameOf(this.#head.role, query.sql) }
    if (this.#client) return (await this.#client).query(text)

    this.#client = this.#connections.pool.connect()
    this.#taken = await this.#client
    const begun = this.#taken.query('begin')
    const headed = this.#taken.query(headQuery(this.#head))
    const [, , result] = await settled([begun, headed, this.#taken.query(text)])
    return result
  }
}

/** Waits for all, so that none is left unheard, and throws the first failure: the cause of the rest. */
async function settled<A extends readonly unknown[]>(asked: { [K in keyof A]: Promise<A[K]> }): Promise<A> {
  const answers = await Promise.allSettled(asked)
  const failed = answers.find((answer) => answer.status === 'rejected')
  if (failed) throw failed.reason
  return answers.map((answer) => (answer as PromiseFulfilledResult<unknown>).value) as unknown as A
}

/** One statement becomes the role and makes the settings, all undone when the transaction ends. */
function headQuery({ role, settings }: Head): pg.QueryConfig {
  const calls = settings.map((_, i) => `set_config($${2 * i + 2}, $${2 * i + 3}, true)`)
  const text = `select ${calls.join(', ')}${calls.length ? ', ' : ''}set_config('role', $1, true)`
  return { name: `head${settings.length}`, text, values: [role, ...settings.flat()] }
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
