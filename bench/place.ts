import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type OwnerAddress, ownerAddress } from '../src/logins.ts'
import { startPostgres } from '../src/platform/postgres/postgres.ts'

/** Where a measurement happens: a folder that goes afterwards, and a server for databases of its own. */
export type Place = {
  folder: string
  /** What DATABASE_URL is for one of our databases, by the owner's login. */
  urlOf(database: string): string
  make(database: string, template?: string): Promise<void>
  close(): Promise<void>
}

export const SECRET = 'a secret that is none, for measuring alone'

/** The embedded PostgreSQL in a folder of its own, or DATABASE_URL's. */
export async function openPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'lofte-bench-'))
  const given = process.env['DATABASE_URL']
  const postgres = given ? undefined : await startPostgres({ folder, log: () => {}, durable: false })
  const server = postgres ? { host: postgres.socketFolder, port: postgres.port, ...postgres.owner, database: 'postgres' } : ownerAddress(given ?? '')
  const made: string[] = []

  return {
    folder,
    urlOf: (database) => urlOf({ ...server, database }),
    async make(database, template = 'template1') {
      await asOwner(urlOf(server), [`drop database if exists ${database} with (force)`, `create database ${database} template ${template}`])
      made.push(database)
    },
    async close() {
      await asOwner(urlOf(server), made.map((database) => `drop database if exists ${database} with (force)`))
      await postgres?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Runs statements one after the other, and gives the rows of the last. */
export async function asOwner<T = Record<string, unknown>>(url: string, statements: readonly string[]): Promise<T[]> {
  const client = new pg.Client(ownerAddress(url))
  await client.connect()
  try {
    let rows: T[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows as T[]
    return rows
  } finally {
    await client.end()
  }
}

function urlOf({ user, password, host, port, database }: OwnerAddress): string {
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
  return `postgres://${login}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}
