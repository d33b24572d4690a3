import { createHash } from 'node:crypto'
import { type CompiledQuery, DefaultQueryExecutor, DummyDriver, Kysely, PostgresAdapter, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'

// What `src/privacy/within.ts` exports, without what it is for: no transaction, no role, no settings, no
// log of looks. Queries are prepared and pipelined as there, so that only the protection differs.

type Db = Kysely<never>

/** The owner's own connections: for it no policy holds. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 16, pipeline: true } as pg.PoolConfig)
pool.on('error', () => {})

export async function within<T>(_purpose: string, _eyes: unknown, work: (db: Db) => Promise<T>): Promise<T> {
  let client: Promise<pg.PoolClient> | undefined
  const db = handleOn(async (query) => (await (client ??= pool.connect())).query(prepared(query)))
  try {
    return await work(db)
  } finally {
    if (client) (await client).release()
  }
}

export async function ask(_purpose: string, _eyes: unknown, build: (db: Db) => CompiledQuery): Promise<unknown[]> {
  return (await pool.query(prepared(build(builder)))).rows
}

export async function seen(): Promise<void> {}

export function isOlder(): boolean {
  return false
}

// What the house would miss here does not compile.
void ({ within, ask, seen, isOlder } satisfies Record<keyof typeof import('../../src/privacy/within.ts'), unknown>)

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()
const driver = new DummyDriver()
const dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createQueryCompiler: () => compiler,
  createIntrospector: () => {
    throw new Error('not here')
  },
}
const builder = handleOn(() => Promise.reject(new Error('This handle only builds')))

function handleOn(send: (query: CompiledQuery) => Promise<pg.QueryResult>): Db {
  const connection = {
    async executeQuery<R>(query: CompiledQuery) {
      const { rows, rowCount, command } = await send(query)
      return { rows: rows as R[], ...(command === 'SELECT' ? {} : { numAffectedRows: BigInt(rowCount ?? 0) }) }
    },
    streamQuery() {
      throw new Error('Streaming is not offered')
    },
  }
  const provider = { provideConnection: <T>(consumer: (one: typeof connection) => Promise<T>) => consumer(connection) }
  const executor = new DefaultQueryExecutor(compiler, adapter, provider as never)
  return new Kysely<never>({ config: { dialect }, dialect, driver, executor } as never)
}

const names = new Map<string, string>()

function prepared({ sql: text, parameters }: CompiledQuery): pg.QueryConfig {
  const name = names.get(text) ?? createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return { name, text, values: parameters as unknown[] }
}
