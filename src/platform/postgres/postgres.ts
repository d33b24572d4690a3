import { findPackage, programsFor } from './binaries.ts'
import { findOrMakeCluster, type Owner, type Workshop } from './cluster.ts'
import { lockFolder, type Release } from './lock.ts'
import { stopOrphan } from './orphan.ts'
import { findPlace, makeDataFolder } from './place.ts'
import { type Server, startServer } from './server.ts'
import { PORT } from './settings.ts'
import { makeSocketFolder, removeSocketFolder } from './socket.ts'
import { lentAccount } from './system-account.ts'

export type StartOptions = {
  /** The data folder of the installation; made when it is missing. */
  folder: string
  log: (line: string) => void
  /** False in tests alone: faster, and broken by a power cut. */
  durable: boolean
}

/** A running server, and how to reach it: `host: socketFolder, port, database: 'postgres'`. */
export type Postgres = {
  socketFolder: string
  port: number
  owner: Owner
  pid: number
  stop(): Promise<void>
  /**
   * Resolves when the server has ended, asked or not, and the folder is free again, so that
   * `startPostgres` may follow at once. The exit code; null when a signal ended it.
   */
  exited: Promise<number | null>
}

type Cleanup = Release[]

/**
 * Starts the PostgreSQL that comes with Løfte, as our child, on the data in `folder`.
 * @throws NoPostgresHere, FolderInUse
 */
export async function startPostgres(options: StartOptions): Promise<Postgres> {
  const found = await findPackage()
  const account = lentAccount()
  const dataFolder = await makeDataFolder(options.folder, account)
  const cleanup: Cleanup = [await lockFolder(dataFolder)]
  try {
    const place = await findPlace(dataFolder, account, options)
    // A copied data folder notes the same place as the first: the place has a lock of its own.
    if (place !== dataFolder) cleanup.push(await lockFolder(place))
    const programs = await programsFor(found, place, account)
    return await open({ ...options, place, programs, account }, cleanup)
  } catch (error) {
    await cleanUp(cleanup)
    throw error
  }
}

async function open(workshop: Workshop, cleanup: Cleanup): Promise<Postgres> {
  const cluster = await findOrMakeCluster(workshop)
  const formerPid = await stopOrphan(cluster.folder, workshop.log)
  const socketFolder = await makeSocketFolder(workshop.place, workshop.account)
  cleanup.push(() => removeSocketFolder(socketFolder))

  const server = await startServer({ workshop, cluster, socketFolder, formerPid })
  const exited = endOf(server, cleanup)
  return {
    socketFolder,
    port: PORT,
    owner: cluster.owner,
    pid: server.pid,
    exited,
    stop: async () => {
      await server.stop()
      await exited
    },
  }
}

async function endOf(server: Server, cleanup: Cleanup): Promise<number | null> {
  const code = await server.ended
  await cleanUp(cleanup)
  return code
}

async function cleanUp(cleanup: Cleanup): Promise<void> {
  for (const step of cleanup.toReversed()) await step()
}
