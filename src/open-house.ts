import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { dictionaries, jobs, navigation, rooms, routes, tables } from './house.ts'
import { openFiles } from './platform/files.ts'
import { openMail } from './platform/mail/mail.ts'
import { closePresses } from './platform/pdf/make-pdf.ts'
import { openQueue } from './platform/queue.ts'
import type { Secrets } from './platform/secrets.ts'
import type { Clock } from './platform/time.ts'
import { type Addresses, openLogins } from './logins.ts'
import { answerHealth } from './health.ts'
import { logFault, logLine } from './platform/log.ts'
import { listenersOf, workersOf } from './privacy/jobs.ts'
import { newMark } from './privacy/mark.ts'
import { replayErasures } from './privacy/replay.ts'
import type { Means } from './privacy/within.ts'
import { keepSites } from './rooms/institutions/service.ts'
import { writeTimingsRegularly } from './rooms/performance/service.ts'
import { personOf } from './rooms/sign-in/service.ts'
import type { AssetMap } from './web/assets.ts'
import { chooseSite } from './web/choice.tsx'
import { speakerOf } from './web/reading.ts'
import { openSite } from './web/site.ts'
import type { Room } from './web/room.ts'
import { keepTimings, timeAnswers } from './web/timings.ts'
import type { Tools } from './web/tools.ts'
import type { Site } from './web/visit.ts'
import { words } from './web/words.ts'

export type Plan = {
  addresses: Addresses
  dataFolder: string
  clock: Clock
  secrets: Secrets
  smtpUrl: string | undefined
  port: number
  assets: { map: AssetMap; folder: string }
  /** Rooms that only some installations have: the demonstration's letterbox. */
  more?: readonly Room[]
}

/** A house with its doors open: the site, the jobs behind it, and what both work with. */
export type OpenHouse = {
  means: Means
  site: FastifyInstance
  /** Starts working on jobs in this process. */
  work(): Promise<void>
  /** Runs everything that is due, once. */
  drain(): Promise<number>
  /** Runs one clock job now, for every institution: `exams.closeOverdue`. */
  tick(name: string): Promise<void>
  /** Writes down how fast this process answered since the last time. */
  writeTimings(): Promise<void>
  close(): Promise<void>
}

const MIGRATIONS = join(import.meta.dirname, '../migrations')

/** Opens the house on a database that has been brought up to date. */
export async function openHouse(plan: Plan): Promise<OpenHouse> {
  const means = await openMeans(plan)
  const sites = keepSites(means)
  const tools = toolsFor(sites, plan.port)
  const workers = workersOf(jobs as never, { means, tools, institutions: async () => (await sites()).map(({ id }) => id) })

  const site = openSite(
    {
      routes: [...routes, ...(plan.more ?? []).flatMap((room) => room.routes ?? [])],
      navigation,
      assets: plan.assets.map,
      files: means.files,
      say: speakerOf([words, ...dictionaries, ...(plan.more ?? []).flatMap(({ words: said }) => (said ? [said] : []))]),
      elsewhere: async (request, reply) => chooseSite({ request, reply, sites: await sites(), assets: plan.assets.map }),
    },
    { means, login: 'web', siteOf: async (host) => (await sites()).find(({ hosts }) => hosts.includes(host)), personOf },
  )
  const timings = keepTimings()
  timeAnswers(site, timings)
  answerHealth(site, { means, sites, migrationsFolder: MIGRATIONS })
  const timekeeper = writeTimingsRegularly(means, timings, (fault) => logFault(fault, 'timings'))
  site.register(fastifyStatic, { root: plan.assets.folder, prefix: '/assets/', immutable: true, maxAge: '365d', cacheControl: true })

  return {
    means,
    site,
    work: () => means.queue.work(workers),
    drain: () => means.queue.drain(workers),
    tick: async (name) => workers.find((worker) => worker.name === name)?.run({}),
    writeTimings: () => timekeeper.write(),
    async close() {
      await site.close()
      await timekeeper.stop()
      await means.queue.close()
      await Promise.all(Object.values(means.logins).map((login) => login.close()))
      means.mail.close()
      closePresses()
    },
  }
}

async function openMeans(plan: Plan): Promise<Means> {
  const { addresses, clock, secrets, dataFolder, smtpUrl } = plan
  await mkdir(join(dataFolder, 'mail'), { recursive: true, mode: 0o700 })
  const means: Means = {
    logins: openLogins(addresses),
    queue: await openQueue(addresses.queue),
    listeners: listenersOf(jobs as never),
    clock,
    secrets,
    mail: openMail({ smtpUrl, folder: join(dataFolder, 'mail'), from: { name: 'Løfte', address: 'no-reply@localhost' }, now: clock.now }),
    files: openFiles(join(dataFolder, 'files')),
    ledger: dataFolder,
    mark: newMark(() => repeatLedger(means)),
    tables,
  }
  return means
}

/** A backup was restored under the open house: nobody is answered until whom it brought back is gone again. */
async function repeatLedger(means: Means): Promise<void> {
  logLine('The database is older than what was seen of it: shut until the ledger of erasures has been repeated.')
  await replayErasures(means, tables).then(
    (people) => logLine(`Open again: ${people} erased again.`),
    (fault) => {
      logFault(fault, 'ledger')
      throw fault
    },
  )
}

function toolsFor(sites: () => Promise<readonly Site[]>, port: number): Tools {
  return {
    async siteOf(institution) {
      const site = (await sites()).find(({ id }) => id === institution)
      if (!site) throw new Error('No such institution')
      return site
    },
    addressOf: ({ hosts: [host = 'localhost'] }) => (host.endsWith('localhost') ? `http://${host}:${port}` : `https://${host}`),
  }
}

export { rooms }
