import { stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { isAbsolute, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readIfExists } from './files.ts'
import { FolderInUse } from './lock.ts'
import { commandLineOf } from './processes.ts'
import { removeSocketFolder, socketPath } from './socket.ts'

/** What a server writes about itself into its folder. Source: src/include/utils/pidfile.h */
export type PidFile = {
  pid: number
  folder: string
  port: number
  socketFolder: string
  isReady: boolean
}

const PATIENCE = { fast: 15_000, immediate: 10_000 }
const STEP = 25

/**
 * A server may have outlived the Løfte that started it (SIGKILL). We hold the lock of the folder, so
 * nobody uses it any more: stops it, and waits until it has ended. Gives the number of the process
 * that left its pid file behind, if one did.
 * @throws FolderInUse when a server answers that this machine cannot see (another container's).
 */
export async function stopOrphan(
  cluster: string,
  log: (line: string) => void,
): Promise<number | undefined> {
  const left = await readPidFile(cluster)
  if (left && !(await isCopied(left, cluster))) {
    if (await isRunning(left)) await stopProcess(left, log)
    await mustNotAnswer(left, cluster)
    if (isAbsolute(left.socketFolder)) await removeSocketFolder(left.socketFolder)
  }
  return left?.pid
}

export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const text = await readIfExists(join(cluster, 'postmaster.pid'))
  const [pid, folder, , port, socketFolder, , , status] = text?.split('\n') ?? []
  if (!pid || !folder) return undefined
  return {
    pid: Math.abs(Number(pid)), // negative in single-user mode
    folder,
    port: Number(port),
    socketFolder: socketFolder ?? '',
    isReady: status?.trim() === 'ready',
  }
}

/** A folder copied while its server ran tells of a server that is not its own. */
async function isCopied(left: PidFile, cluster: string): Promise<boolean> {
  const there = await stat(left.folder).catch(() => undefined)
  const here = await stat(cluster)
  return there !== undefined && (there.ino !== here.ino || there.dev !== here.dev)
}

/** Not merely a process of that number: a postgres, told to serve that folder. */
async function isRunning({ pid, folder }: PidFile): Promise<boolean> {
  const line = (await commandLineOf(pid)) ?? ''
  return /^\S*postgres /.test(line) && `${line} `.includes(` -D ${folder} `)
}

async function stopProcess(left: PidFile, log: (line: string) => void): Promise<void> {
  log(`Stopping the PostgreSQL (process ${left.pid}) that an earlier Løfte left behind.`)
  process.kill(left.pid, 'SIGINT')
  if (await hasEnded(left, PATIENCE.fast)) return

  process.kill(left.pid, 'SIGQUIT')
  if (await hasEnded(left, PATIENCE.immediate)) return

  throw new Error(`The PostgreSQL left behind (process ${left.pid}) does not stop.`)
}

async function hasEnded(left: PidFile, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += STEP) {
    if (!(await isRunning(left))) return true
    await pause(STEP)
  }
  return false
}

async function mustNotAnswer(left: PidFile, cluster: string): Promise<void> {
  if (await answers(left)) {
    throw new FolderInUse(
      `A PostgreSQL of another container uses this folder: ${cluster}. Stop that one first.`,
    )
  }
}

async function answers({ socketFolder, port }: PidFile): Promise<boolean> {
  if (!isAbsolute(socketFolder)) return false // not written yet
  return new Promise((resolve) => {
    const socket = connect(socketPath(socketFolder, port))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
