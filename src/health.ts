import { readdir } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Means } from './privacy/within.ts'
import { within } from './privacy/within.ts'
import type { Site } from './web/visit.ts'

/** What `/health` says: about the installation, and never about anybody. */
export type Health = {
  readonly status: 'ready' | 'not ready'
  readonly database: 'answers' | 'silent'
  /** Migrations that this program knows and the database has not run. */
  readonly waitingMigrations: number
  /** Accounts whose time is up by more than the hour that the job may take: 0 when promises are kept. */
  readonly overdueErasures: number | null
}

const GRACE = 3_600_000 // milliseconds: the job that erases runs by the hour
const PATIENCE = 3_000 // milliseconds until a silent database is called so

/** Answers `GET /health` at every host: 200 when requests can be served, 503 when not. */
export function answerHealth(site: FastifyInstance, house: { means: Means; sites: () => Promise<readonly Site[]>; migrationsFolder: string }): void {
  site.get('/health', async (_, reply) => {
    const health = await Promise.race([healthOf(house).catch(() => SILENT), silence()])
    return reply.code(health.status === 'ready' ? 200 : 503).send(health)
  })
}

const SILENT: Health = { status: 'not ready', database: 'silent', waitingMigrations: 0, overdueErasures: null }

async function healthOf({ means, sites, migrationsFolder }: Parameters<typeof answerHealth>[1]): Promise<Health> {
  const waitingMigrations = await countWaiting(means, migrationsFolder)
  const counts = await Promise.all((await sites()).map(({ id }) => countOverdue(means, id)))
  const overdueErasures = counts.reduce((sum, count) => sum + count, 0)
  return { status: waitingMigrations === 0 ? 'ready' : 'not ready', database: 'answers', waitingMigrations, overdueErasures }
}

async function countWaiting(means: Means, folder: string): Promise<number> {
  const known = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
  const { rows } = await within('information', eyesAt(means, ''), (db) => sql<{ name: string }>`select app.migrations() as name`.execute(db))
  const ran = new Set(rows.map(({ name }) => name))
  return known.filter((name) => !ran.has(name)).length
}

async function countOverdue(means: Means, institution: string): Promise<number> {
  const since = new Date(means.clock.now().getTime() - GRACE)
  const { count } = await within('timekeeping', eyesAt(means, institution), (db) =>
    db
      .selectFrom('accounts.persons')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where((eb) => eb.or([eb('erase_due', '<', since), eb.and([eb('unconfirmed_until', '<', since), eb('email_confirmed', 'is', null)])]))
      .executeTakeFirstOrThrow(),
  )
  return Number(count)
}

function eyesAt(means: Means, institution: string) {
  return { means, login: 'web', institution, actor: null, now: means.clock.now() } as const
}

function silence(): Promise<Health> {
  return new Promise((resolve) => setTimeout(() => resolve(SILENT), PATIENCE).unref())
}
