import { readdir } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { ERASING, HEARTBEAT, runsOf } from './privacy/runs.ts'
import type { Means } from './privacy/within.ts'
import { isOlder, within } from './privacy/within.ts'
import { overdueErasures } from './rooms/rights/due.ts'
import type { Site } from './web/visit.ts'

/** What `/health` says: about the installation, and never about anybody. */
export type Health = {
  readonly status: 'ready' | 'degraded' | 'not ready'
  /** `older`: a backup was restored; what was erased since is being erased again, and nobody else is answered. */
  readonly database: 'answers' | 'silent' | 'older'
  /** Migrations that this program knows and the database has not run. */
  readonly waitingMigrations: number
  /** Accounts whose time is up by more than the job may take: 0 when promises are kept. */
  readonly overdueErasures: number | null
  /** The job that erases comes round; false where it once did, and has stopped. */
  readonly erasing: boolean | null
}

const PATIENCE = 3_000 // milliseconds until a silent database is called so

/** Answers `GET /health` at every host: 200 when requests can be served, 503 when not. */
export function answerHealth(site: FastifyInstance, house: { means: Means; sites: () => Promise<readonly Site[]>; migrationsFolder: string }): void {
  site.get('/health', async (_, reply) => {
    const health = await Promise.race([healthOf(house).catch((fault) => (isOlder(fault) ? OLDER : SILENT)), silence()])
    return reply.code(health.status === 'not ready' ? 503 : 200).send(health)
  })
}

const SILENT: Health = { status: 'not ready', database: 'silent', waitingMigrations: 0, overdueErasures: null, erasing: null }
const OLDER: Health = { ...SILENT, database: 'older' }

async function healthOf({ means, sites, migrationsFolder }: Parameters<typeof answerHealth>[1]): Promise<Health> {
  const waitingMigrations = await countWaiting(means, migrationsFolder)
  const found = await Promise.all((await sites()).map(({ id }) => erasuresAt(means, id)))
  const overdue = found.reduce((sum, { count }) => sum + count, 0)
  const erasing = found.every(({ isRunning }) => isRunning)
  return { status: statusOf({ waitingMigrations, overdue, erasing }), database: 'answers', waitingMigrations, overdueErasures: overdue, erasing }
}

/**
 * A promise that is not kept calls whoever watches, by the word `degraded`, but takes no site away: that
 * would keep everybody from their data, and from erasing themselves, over what a stopped job has left undone.
 */
function statusOf({ waitingMigrations, overdue, erasing }: { waitingMigrations: number; overdue: number; erasing: boolean }): Health['status'] {
  if (waitingMigrations > 0) return 'not ready'
  return overdue > 0 || !erasing ? 'degraded' : 'ready'
}

async function countWaiting(means: Means, folder: string): Promise<number> {
  const known = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
  const { rows } = await within('information', eyesAt(means, ''), (db) => sql<{ name: string }>`select app.migrations() as name`.execute(db))
  const ran = new Set(rows.map(({ name }) => name))
  return known.filter((name) => !ran.has(name)).length
}

async function erasuresAt(means: Means, institution: string): Promise<{ count: number; isRunning: boolean }> {
  const eyes = eyesAt(means, institution)
  const { count } = await overdueErasures(eyes)
  const run = (await within('information', eyes, runsOf)).find(({ job }) => job === ERASING)
  return { count, isRunning: !run || eyes.now.getTime() - run.ran.getTime() <= HEARTBEAT }
}

function eyesAt(means: Means, institution: string) {
  return { means, login: 'web', institution, actor: null, now: means.clock.now() } as const
}

function silence(): Promise<Health> {
  return new Promise((resolve) => setTimeout(() => resolve(SILENT), PATIENCE).unref())
}
