import { chmod, chown, mkdir, mkdtemp, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PORT } from './settings.ts'
import { mayEnter, type SystemAccount } from './system-account.ts'

/** Bytes that a socket's path may have: 107 on Linux, 103 on macOS. Source: sun_path in sys/un.h */
const LONGEST = 103

/** The file a client connects to, under the name PostgreSQL gives it. */
export function socketPath(folder: string, port: number = PORT): string {
  return join(folder, `.s.PGSQL.${port}`)
}

/**
 * A folder for the socket that only the server's account, and root, may enter: in `place`, or, where
 * its path would be too long, a short one under the temporary folder, new at each start.
 */
export async function makeSocketFolder(
  place: string,
  account: SystemAccount | undefined,
): Promise<string> {
  const near = join(place, 'socket')
  const folder = fits(near) ? near : await mkdtemp(join(await shortFolder(account), 'lofte-'))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  if (account) await chown(folder, account.uid, account.gid)
  return folder
}

/**
 * With what a killed server left in it. Only what a server puts there: the name of the folder may
 * come from a file that the server's account can write, and we may be root.
 */
export async function removeSocketFolder(folder: string): Promise<void> {
  await rm(socketPath(folder), { force: true })
  await rm(`${socketPath(folder)}.lock`, { force: true })
  await rmdir(folder).catch(() => undefined)
}

function fits(folder: string): boolean {
  return Buffer.byteLength(socketPath(folder)) <= LONGEST
}

async function shortFolder(account: SystemAccount | undefined): Promise<string> {
  const own = tmpdir()
  const isReachable = !account || (await mayEnter(own, account))
  return isReachable && fits(join(own, 'lofte-XXXXXX')) ? own : '/tmp'
}
