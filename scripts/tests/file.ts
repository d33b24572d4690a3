import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { read, type Told } from './told.ts'

/** How long a file may say nothing, and how long it has to go when it is told to. */
export type Patience = { silence: number; going: number }

export type Outcome = { file: string; seconds: number; told: readonly Told[]; printed: string }

const LOOK = 250 // milliseconds between two looks at what it has said
const REPORTER = pathToFileURL(join(import.meta.dirname, 'told.ts')).href

const running = new Set<ChildProcess>()
let begun = 0

/**
 * Runs a test file as a process group of its own, and ends with it: one that says nothing for too long is
 * stopped with all that it started, and has failed. Its output goes to a file: whatever outlives it holds no pipe of ours.
 */
export async function runFile(file: string, { folder, patience }: { folder: string; patience: Patience }): Promise<Outcome> {
  const place = join(folder, `file-${++begun}`)
  const began = performance.now()
  await writeFile(`${place}.told`, '')
  const output = await open(`${place}.printed`, 'a')
  const words = ['--import', 'tsx', `--test-reporter=${REPORTER}`, `--test-reporter-destination=${place}.told`, file]
  const child = spawn(process.execPath, words, { detached: true, stdio: ['ignore', output.fd, output.fd] })
  running.add(child)
  const gone = once(child, 'exit').then(([code, signal]) => String(code ?? signal))
  await output.close()

  const stopped = await waitFor(gone, { child, told: `${place}.told`, patience })
  signal(child, 'SIGKILL') // what it has left behind
  running.delete(child)
  const told = read(await readFile(`${place}.told`, 'utf8'))
  const seconds = (performance.now() - began) / 1000
  return { file, seconds, told: [...told, ...whatItDidNotSay(file, { told, stopped, exit: await gone })], printed: await readFile(`${place}.printed`, 'utf8') }
}

/** For a run that is itself told to stop. */
export function stopAll(): void {
  for (const child of running) signal(child, 'SIGKILL')
}

type Watched = { child: ChildProcess; told: string; patience: Patience }

/** Whether it had to be stopped. */
async function waitFor(gone: Promise<string>, { child, told, patience }: Watched): Promise<boolean> {
  let [said, heard] = [0, performance.now()]
  while (await stays(gone, LOOK)) {
    const { size } = await stat(told)
    if (size > said) [said, heard] = [size, performance.now()]
    if (performance.now() - heard < patience.silence) continue
    signal(child, 'SIGTERM')
    if (await stays(gone, patience.going)) signal(child, 'SIGKILL')
    await gone
    return true
  }
  return false
}

async function stays(gone: Promise<string>, milliseconds: number): Promise<boolean> {
  const waited = new AbortController()
  const stayed = await Promise.race([gone.then(() => false), pause(milliseconds, true, { signal: waited.signal }).catch(() => true)])
  waited.abort()
  return stayed
}

/** To the whole group; that nobody is left in it is no fault. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** A file that was stopped, or went before its end, has failed, whatever passed until then. */
function whatItDidNotSay(file: string, { told, stopped, exit }: { told: readonly Told[]; stopped: boolean; exit: string }): Told[] {
  const hasEnded = told.some(({ kind }) => kind === 'ended')
  const counted = told.filter(({ kind }) => kind !== 'began' && kind !== 'ended')
  const hasFailed = told.some(({ kind }) => kind === 'failed')
  if (hasEnded && counted.length > 0 && (exit === '0' || hasFailed) && !stopped) return []

  const under = told.flatMap((one) => (one.kind === 'began' ? [one.title] : [])).slice(counted.length)
  const during = under.length > 0 ? `, during: ${under.join('; ')}` : ''
  const reason = stopped ? `said nothing for too long and was stopped${during || ': it turns in circles, or left something open'}` : `ended with ${exit}, without a test or before they were done${during}`
  return [{ kind: 'failed', title: file, milliseconds: 0, reason }]
}
