import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { type Addresses, type OwnerAddress, ownerAddress, prepareDatabase } from '../src/logins.ts'
import { startPostgres } from '../src/platform/postgres/postgres.ts'
import { openSecrets } from '../src/platform/secrets.ts'
import { buildAssets } from '../src/web/assets.ts'

/** What every test file needs to know of the server that the run has started. */
export type TestPlan = {
  owner: OwnerAddress
  addresses: Addresses
  template: string
  assetsFolder: string
  folder: string
}

export const TEST_SECRET = 'a secret that is none, for the tests alone'

/**
 * One server for the whole run: the embedded one, without waiting for the disk, or DATABASE_URL's.
 * Its template is migrated once; each test file copies it.
 */
export async function startTestServer(folder: string): Promise<{ plan: TestPlan; stop(): Promise<void> }> {
  const url = process.env['DATABASE_URL']
  const postgres = url ? undefined : await startPostgres({ folder, log: () => {}, durable: false })
  const server = postgres
    ? { host: postgres.socketFolder, port: postgres.port, ...postgres.owner, database: 'postgres' }
    : ownerAddress(url ?? '')

  const template = `lofte_template_${process.pid}`
  await asOwner(server, [`create database ${template}`])
  const owner = { ...server, database: template }
  const addresses = await prepareDatabase({ owner, secrets: openSecrets({ folder, secret: TEST_SECRET }), migrationsFolder: 'migrations' })
  const assetsFolder = join(folder, 'assets')
  await mkdir(assetsFolder, { recursive: true })
  await buildAssets({ outFolder: assetsFolder })

  return {
    plan: { owner: server, addresses, template, assetsFolder, folder },
    async stop() {
      await dropDatabase(server, template)
      await postgres?.stop()
    },
  }
}

const STILL_USED = ['55006', '42501'] // https://www.postgresql.org/docs/current/errcodes-appendix.html

/** Drops a database, with whoever is still in it; where the owner may end nobody's connections, once all have gone. */
export async function dropDatabase(server: OwnerAddress, database: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await asOwner(server, [`drop database if exists ${database} with (force)`])
    } catch (error) {
      if (!STILL_USED.includes((error as { code?: string }).code ?? '') || tries === 100) throw error
      await new Promise((later) => setTimeout(later, 50))
    }
  }
}

export async function asOwner(address: OwnerAddress, statements: readonly string[]): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
