import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { asOwner } from '../place.ts'

/** A server that is measured: a process of its own, as `npm start` would be one. */
export type Server = {
  port: number
  child: ChildProcess
  /** Seconds of the processor that the process has had so far, and its memory in bytes. */
  tell(): Promise<{ seconds: number; bytes: number }>
  stop(): Promise<void>
}

export type Program = {
  /** The file and its arguments: `src/main.ts`, `site`. */
  run: readonly [file: string, ...args: string[]]
  env: Record<string, string>
  /** Loaded before it. */
  before?: readonly string[]
  /** Any free one, unless said. */
  port?: number
}

/** How `npm start` has Node run. */
const asStarted = JSON.parse(readFileSync('bin/node.json', 'utf8')) as { flags: string[]; environment: Record<string, string> }

/** Starts a server on the loopback, and waits until it answers. */
export async function startServer({ run: [file, ...args], env, before = [], port: wished }: Program): Promise<Server> {
  const port = wished ?? (await freePort())
  const loaded = ['./bench/servers/tell.ts', ...before].flatMap((one) => ['--import', one])
  const child = fork(file, args, {
    execArgv: [...asStarted.flags, '--import', 'tsx', ...loaded],
    env: { ...asStarted.environment, ...ownEnvironment(), ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  while (!(await answers(port))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${file} ${args.join(' ')} has ended`)
    await pause(25)
  }
  return { port, child, tell: () => askFor(child), stop: () => stop(child) }
}

/** Runs a program to its end. */
export async function runOnce({ run: [file, ...args], env }: Program): Promise<void> {
  const child = fork(file, args, { execArgv: ['--import', 'tsx'], env: { ...ownEnvironment(), ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} has failed`)
}

/** Seconds of the processor that a PostgreSQL has had so far, all its processes together; 0 where /proc does not tell. */
export async function postgresSeconds(url: string): Promise<() => number> {
  const postmaster = await postmasterOf(url)
  if (postmaster === undefined) return () => 0
  return () => familyOf(postmaster).reduce((sum, pid) => sum + secondsOf(pid), 0)
}

/** Exact to the nanosecond, where `stat` counts hundredths. Source: kernel.org, scheduler/sched-stats */
function secondsOf(pid: number): number {
  return Number(readOf(pid, 'schedstat').split(' ')[0]) / 1e9
}

function familyOf(parent: number): number[] {
  const all = readdirSync('/proc').map(Number).filter(Boolean)
  return all.filter((pid) => pid === parent || Number(/^.*\) \S+ (\d+)/s.exec(readOf(pid, 'stat'))?.[1]) === parent)
}

function readOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // it ended while we looked
  }
}

/** The process that all others of a PostgreSQL on this machine are children of. */
async function postmasterOf(url: string): Promise<number | undefined> {
  try {
    const [row] = await asOwner<{ folder: string }>(url, [`select current_setting('data_directory') as folder`])
    return Number(readFileSync(`${row?.folder}/postmaster.pid`, 'utf8').split('\n')[0])
  } catch {
    return undefined // elsewhere, or not ours to look into
  }
}

async function askFor(child: ChildProcess): Promise<{ seconds: number; bytes: number }> {
  child.send('how much?')
  const [{ cpu, bytes }] = (await once(child, 'message')) as [{ cpu: NodeJS.CpuUsage; bytes: number }]
  return { seconds: (cpu.user + cpu.system) / 1e6, bytes }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|LOFTE_|SMTP_URL|PORT)/.test(name)))
}

async function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ port, path: '/health', headers: { host: 'nomkus.localhost' } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    }).on('error', () => resolve(false))
  })
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
