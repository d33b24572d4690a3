import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import Fastify from 'fastify'
import pg from 'pg'
import { demonstration } from './demonstration/letters.tsx'
import { type Addresses, clearInstitution, type OwnerAddress, ownerAddress, prepareDatabase } from './logins.ts'
import { foundFrom } from './founding.ts'
import { type OpenHouse, openHouse } from './open-house.ts'
import type { Config } from './platform/config.ts'
import { logLine } from './platform/log.ts'
import { type Postgres, startPostgres } from './platform/postgres/postgres.ts'
import { openSecrets } from './platform/secrets.ts'
import { clockWithOffset } from './platform/time.ts'
import { sitesOf } from './rooms/institutions/service.ts'
import { learnMark, replayErasures } from './privacy/replay.ts'
import { republishPolicies } from './republish.ts'
import { buildAssets } from './web/assets.ts'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const DATABASE = 'lofte'
const LEARNING = 10_000 // milliseconds
const PATIENCE = 9_000 // milliseconds from SIGTERM until we go, finished or not

type Parts = { site: boolean; jobs: boolean }

/** Runs the house until it is told to stop: finishes what is under way, then closes, in that order. */
export async function start(asked: Config, parts: Parts): Promise<void> {
  const began = performance.now()
  // Letters and lists name the port, so a free one is chosen before anything is.
  const config = asked.port === 0 ? { ...asked, port: await freePort() } : asked
  const running = await open(config)
  const { house } = running
  if (parts.jobs) await house.work()
  if (parts.site) await house.site.listen({ port: config.port, host: '::' })
  if (parts.site) await running.announce((performance.now() - began) / 1000)

  const stop = stopOnce(running)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(0))
  running.postgres?.exited.then(() => stop(1))
}

/** Brings the database up to date, and fills in the demonstration where it is asked for. */
export async function migrateOnly(config: Config, { seed }: { seed: boolean }): Promise<void> {
  const running = await open({ ...config, demonstration: seed })
  await running.house.close()
  await running.postgres?.stop()
  logLine('The database is up to date.')
}

/** Founds an institution from its folder, and stops. */
export async function foundOnly(config: Config, folder: string | undefined): Promise<void> {
  if (!folder) throw new Error('Say in which folder the institution is described: npx lofte found <folder>')
  const running = await open({ ...config, demonstration: false })
  try {
    logLine(await foundFrom(running.house, folder))
  } finally {
    await running.house.close()
    await running.postgres?.stop()
  }
}

type Running = { house: OpenHouse; postgres: Postgres | undefined; announce(seconds: number): Promise<void> }

async function open(config: Config): Promise<Running> {
  const dataFolder = resolve(config.dataFolder)
  await mkdir(dataFolder, { recursive: true })
  const postgres = config.databaseUrl ? undefined : await startPostgres({ folder: dataFolder, log: logLine, durable: true })
  const secrets = openSecrets({ folder: dataFolder, secret: config.secret })
  const owner = postgres ? await ownDatabase(postgres) : ownerAddress(config.databaseUrl as string)
  const migrationsFolder = join(ROOT, 'migrations')
  const addresses: Addresses = await prepareDatabase({ owner, secrets, migrationsFolder, loginUrls: config.loginUrls })

  const folder = join(dataFolder, 'assets')
  const house = await openHouse({
    addresses,
    dataFolder,
    clock: clockWithOffset(config.clockOffset),
    secrets,
    smtpUrl: config.smtpUrl,
    port: config.port,
    assets: { map: await buildAssets({ outFolder: folder }), folder },
    more: config.demonstration && !config.smtpUrl ? [demonstration] : [],
  })
  // A restored backup may bring erased people back: they are gone again before anybody is let in.
  await replayErasures(house.means, house.means.tables)
  // Another process may erase somebody: a backup that knows nothing of it is older to us as well.
  setInterval(() => learnMark(house.means).catch(() => {}), LEARNING).unref()
  // The lists of a policy are what the declarations say now, also after a new version of Løfte.
  await republishPolicies(house.means)
  const announce = config.demonstration ? await demonstrate(house, { config, dataFolder, owner }) : announceSites(house, config)
  return { house, postgres, announce }
}

async function freePort(): Promise<number> {
  const probe = Fastify()
  await probe.listen({ port: 0, host: '::' })
  const { port } = probe.server.address() as { port: number }
  await probe.close()
  return port
}

function announceSites({ means }: OpenHouse, { port }: Config): Running['announce'] {
  return async (seconds) => {
    const sites = await sitesOf(means)
    const lines = sites.map(({ name, hosts }) => `  ${name}: ${hosts.join(', ')}`)
    logLine([`Løfte is open at port ${port} after ${seconds.toFixed(1)} s.`, ...(lines.length > 0 ? lines : ['  There is no institution yet: npx lofte found <folder> makes one, see npx lofte help.'])].join('\n'))
  }
}

async function demonstrate(house: OpenHouse, at: { config: Config; dataFolder: string; owner: OwnerAddress }): Promise<Running['announce']> {
  const { seedDemonstration } = await import('./demonstration/seed.ts')
  const clear = (institution: string) => clearInstitution(at.owner, institution)
  return seedDemonstration(house, { port: at.config.port, folder: at.dataFolder, texts: join(ROOT, 'demonstration'), clear })
}

/** The embedded server comes with no database of ours. */
async function ownDatabase(postgres: Postgres): Promise<OwnerAddress> {
  const address = { host: postgres.socketFolder, port: postgres.port, ...postgres.owner }
  const client = new pg.Client({ ...address, database: 'postgres' })
  await client.connect()
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  await client.end()
  return { ...address, database: DATABASE }
}

function stopOnce({ house, postgres }: Running): (code: number) => void {
  let stopping = false
  return (code) => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), PATIENCE).unref()
    house
      .close()
      .then(() => postgres?.stop())
      .then(
        () => process.exit(code),
        () => process.exit(1),
      )
  }
}
