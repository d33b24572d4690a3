import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * When a running process began, in the machine's own words: with its number it names one process
 * for ever, where the number alone is soon given to another (in a container, the same one at once).
 * Undefined when there is none, or only what a dead one leaves until its parent looks.
 */
export async function birthOf(pid: number): Promise<string | undefined> {
  return process.platform === 'linux' ? birthOnLinux(pid) : birthByPs(pid)
}

/** The program and its arguments, or undefined when no such process runs. */
export async function commandLineOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return ps(pid, 'command=')
  const line = await readIfThere(`/proc/${pid}/cmdline`)
  return line?.replaceAll('\0', ' ').trim() || undefined
}

async function birthOnLinux(pid: number): Promise<string | undefined> {
  const stat = await readIfThere(`/proc/${pid}/stat`)
  // The program's name comes second, in brackets, and may hold spaces and brackets itself.
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  if (state === undefined || state === 'Z' || state === 'X') return undefined

  const startTicks = fields[18] // field 22, https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const boot = await readIfThere('/proc/sys/kernel/random/boot_id')
  return `${boot?.trim()} ${startTicks}`
}

async function birthByPs(pid: number): Promise<string | undefined> {
  const line = await ps(pid, 'state=,lstart=')
  return line?.startsWith('Z') ? undefined : line?.replace(/^\S+\s+/, '')
}

async function ps(pid: number, columns: string): Promise<string | undefined> {
  try {
    const { stdout } = await run('ps', ['-ww', '-o', columns, '-p', String(pid)])
    return stdout.trim() || undefined
  } catch {
    return undefined // ps answers "no such process" by failing
  }
}

/** A process may end between two looks at it (ENOENT, ESRCH). */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return undefined
  }
}
