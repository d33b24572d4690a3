import { type ChildProcess, spawn } from 'node:child_process'
import { type FileHandle, open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Cluster, SERVER_ENVIRONMENT, type Workshop } from './cluster.ts'
import { readPidFile } from './orphan.ts'
import { settings } from './settings.ts'
import type { SystemAccount } from './system-account.ts'

export type Server = {
  pid: number
  /** The exit code; null when a signal ended it. */
  ended: Promise<number | null>
  stop(): Promise<void>
}

type Plan = {
  workshop: Workshop
  cluster: Cluster
  socketFolder: string
  /** Whose pid file lies in the cluster; nobody runs under it any more. */
  formerPid: number | undefined
}

type Log = { path: string; file: FileHandle; start: number }

const LONGEST_LOG = 5_000_000
/** Stopping all of Løfte may take ten seconds. */
const PATIENCE = { start: 15_000, stop: 8_000 }
const STEP = { ready: 10, again: 250 }

/** A killed server's last query still runs: it ends by itself when it next looks up. */
const STILL_IN_USE = 'pre-existing shared memory block'

/** Starts the server and waits until it takes connections, however long it has to recover. */
export async function startServer(plan: Plan): Promise<Server> {
  let fatal = ''
  for (let waited = 0; waited < PATIENCE.start; waited += STEP.again) {
    const attempt = await tryToStart(plan)
    if ('pid' in attempt) return attempt

    fatal = attempt.fatal
    if (!fatal.includes(STILL_IN_USE)) break
    await pause(STEP.again)
  }
  const log = join(plan.workshop.place, 'postgres.log')
  throw new Error(`PostgreSQL did not start. ${fatal} See ${log}`)
}

async function tryToStart(plan: Plan): Promise<Server | { fatal: string }> {
  const { workshop, cluster, socketFolder } = plan
  const log = await openLog(workshop.place)
  const child = spawn(
    join(workshop.programs, 'postgres'),
    ['-D', cluster.folder, ...settings(socketFolder, workshop)],
    {
      ...workshop.account,
      cwd: '/',
      env: { ...SERVER_ENVIRONMENT, ...withoutRival(plan.formerPid) },
      stdio: ['ignore', log.file.fd, log.file.fd],
      detached: true, // Ctrl-C is for us: we stop the server last
    },
  )
  const ended = endOf(child)
  if (child.pid) watchOver(child, child.pid, workshop.account)
  await log.file.close()

  if (await becomesReady(child, cluster.folder)) {
    return { pid: child.pid!, ended, stop: () => stopServer(child, ended) }
  }
  return { fatal: await lastFatal(log) }
}

/**
 * PostgreSQL takes any process that has its predecessor's number for a rival, be it a zombie or a
 * stranger. Told that it is its grandparent, as `pg_ctl` tells it, it does not; it still looks for
 * itself whether a query of the predecessor runs on. Source: CreateLockFile in miscinit.c
 */
function withoutRival(formerPid: number | undefined): Record<string, string> {
  return formerPid === undefined ? {} : { PG_GRANDPARENT_PID: String(formerPid) }
}

/** The log is opened by us, so the server's account needs no way to it. */
async function openLog(place: string): Promise<Log> {
  const path = join(place, 'postgres.log')
  const size = (await stat(path).catch(() => undefined))?.size ?? 0
  if (size > LONGEST_LOG) await rename(path, `${path}.1`)
  const file = await open(path, 'a', 0o600)
  return { path, file, start: (await file.stat()).size }
}

async function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.on('error', () => {
      if (child.pid === undefined) resolve(null) // never began: there will be no exit
    })
  })
}

/**
 * A shell that holds one end of a pipe of ours. When we die, even by SIGKILL, the kernel closes the
 * pipe, and the shell stops the server properly. Where there is no shell, the next start does it.
 */
function watchOver(child: ChildProcess, pid: number, account: SystemAccount | undefined): void {
  const watch = ['-c', 'read -r nothing; kill -INT "$1"', 'lofte-watch', String(pid)]
  const watcher = spawn('/bin/sh', watch, {
    ...account,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.on('error', () => undefined)
  watcher.unref()
  child.once('exit', () => watcher.kill('SIGKILL')) // the number may soon be another process's
}

/** The server says it in its pid file, where `pg_ctl` looks too. False when it ended instead. */
async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const file = await readPidFile(cluster)
    if (file?.pid === child.pid && file?.isReady) return true
    await pause(STEP.ready)
  }
  return false
}

async function lastFatal({ path, start }: Log): Promise<string> {
  const file = await open(path)
  try {
    const { buffer } = await file.read({ position: start })
    return /FATAL: +(.*)/.exec(buffer.toString())?.[1] ?? ''
  } finally {
    await file.close()
  }
}

/** Ends open transactions and connections at once, and leaves nothing to recover. */
async function stopServer(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  child.kill('SIGINT')
  const isSlow = await Promise.race([ended.then(() => false), slow()])
  if (isSlow) child.kill('SIGQUIT') // without a last checkpoint: the next start recovers
  await ended
}

async function slow(): Promise<boolean> {
  return pause(PATIENCE.stop, true, { ref: false })
}
