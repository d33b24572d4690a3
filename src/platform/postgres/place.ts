import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, realpath, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { readIfExists, writePrivately } from './files.ts'
import type { Durability } from './settings.ts'
import { mayEnter, type SystemAccount } from './system-account.ts'

/** In the data folder: says where the database stands, when it could not stand there. */
const NOTE = 'postgres-place.txt'
const ELSEWHERE = '/var/lib'

/** Makes the data folder, closed to everyone else; `account` may pass through, but not look around. */
export async function makeDataFolder(
  folder: string,
  account: SystemAccount | undefined,
): Promise<string> {
  const made = await mkdir(resolve(folder), { recursive: true })
  const path = await realpath(folder)
  if (made !== undefined) await chmod(path, 0o700)
  if (account) await letPass(path, account)
  return path
}

/**
 * Where the database stands: in the data folder, or, when the parents of the data folder are closed
 * to the account that runs it (a checkout in /root), in a folder of its own under /var/lib. The name
 * there is random and noted in the data folder, so an emptied data folder begins anew, and a moved
 * one finds its database again.
 */
export async function findPlace(
  dataFolder: string,
  account: SystemAccount | undefined,
  { log, durable }: Durability & { log: (line: string) => void },
): Promise<string> {
  const noted = (await readIfExists(join(dataFolder, NOTE)))?.trim()
  if (noted) {
    await mustExist(noted, dataFolder)
    return noted
  }
  if (!account || (await mayEnter(dataFolder, account))) return dataFolder

  await mustNotHaveBeenHere(dataFolder, account)
  const place = join(durable ? ELSEWHERE : tmpdir(), `lofte-${randomBytes(6).toString('hex')}`)
  log(
    `PostgreSQL may not run as root, and system account ${account.uid} cannot reach ${dataFolder}: ` +
      `the database stands in ${place} instead. Keep both folders together in a backup.`,
  )
  await mkdir(place, { recursive: true, mode: 0o711 })
  await chmod(place, 0o711) // whatever the umask
  await writePrivately(join(dataFolder, NOTE), `${place}\n`)
  return place
}

/** Opens the last door only: the doors before it are not ours to open. */
async function letPass(folder: string, account: SystemAccount): Promise<void> {
  const parent = dirname(folder)
  if (!(await mayEnter(parent, account)) || (await mayEnter(folder, account))) return

  const { mode, uid } = await stat(folder)
  if ((mode & 0o070) === 0) {
    await chown(folder, uid, account.gid)
    await chmod(folder, mode | 0o010)
  } else {
    await chmod(folder, mode | 0o001) // a group has its own reasons here: leave it be
  }
}

async function mustExist(place: string, dataFolder: string): Promise<void> {
  const found = await stat(place).catch(() => undefined)
  if (!found?.isDirectory()) {
    throw new Error(
      `${join(dataFolder, NOTE)} says that the database stands in ${place}, but there is no such ` +
        'folder. Bring it back, or write its new place into that file.',
    )
  }
}

/** Rather no start than an empty database in the place of a full one. */
async function mustNotHaveBeenHere(dataFolder: string, account: SystemAccount): Promise<void> {
  const earlier = await stat(join(dataFolder, 'postgres')).catch(() => undefined)
  if (earlier) {
    throw new Error(
      `The database in ${dataFolder} can no longer be reached by system account ${account.uid}, ` +
        'which runs it. Let it pass through the folders above (chmod o+x).',
    )
  }
}
