import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readIfExists, renameForGood, writePrivately } from './files.ts'
import type { Durability } from './settings.ts'
import type { SystemAccount } from './system-account.ts'

export type Owner = { user: string; password: string }

/** The folder that PostgreSQL calls its data directory, and the login that owns all in it. */
export type Cluster = { folder: string; owner: Owner }

export type Workshop = Durability & {
  place: string
  programs: string
  account: SystemAccount | undefined
  log: (line: string) => void
}

const run = promisify(execFile)
const OWNER = 'lofte_owner'

/** Takes the cluster that stands in `place`, or makes one; a half-made one is thrown away first. */
export async function findOrMakeCluster(workshop: Workshop): Promise<Cluster> {
  const folder = join(workshop.place, 'postgres')
  const found = await stat(folder).catch(() => undefined)
  const password = await passwordIn(workshop.place, { mayBeMade: found === undefined })

  if (found) mustBelongTo(workshop.account, found.uid, folder)
  else await makeCluster(workshop, folder, password)
  return { folder, owner: { user: OWNER, password } }
}

/** Kept before the cluster is made: one whose password is lost with a crash could never be opened. */
async function passwordIn(place: string, { mayBeMade }: { mayBeMade: boolean }): Promise<string> {
  const path = join(place, 'postgres-owner.password')
  const kept = (await readIfExists(path))?.trim()
  if (kept) return kept
  if (!mayBeMade) throw new Error(`${path} is missing: without it the database cannot be opened.`)

  const password = randomBytes(24).toString('base64url')
  await writePrivately(path, `${password}\n`)
  return password
}

function mustBelongTo(account: SystemAccount | undefined, uid: number, folder: string): void {
  const ours = account?.uid ?? process.getuid?.()
  if (uid !== ours) {
    throw new Error(
      `The database in ${folder} belongs to system account ${uid}, and would be run by ${ours}. ` +
        `Start Løfte as it was started first, or hand the folder over: chown -R ${ours} ${folder}`,
    )
  }
}

/** Made under another name and renamed when it is whole. */
async function makeCluster(workshop: Workshop, folder: string, password: string): Promise<void> {
  workshop.log(`Making a new database in ${folder}. This takes a few seconds.`)
  const draft = `${folder}.new`
  const passwordFile = `${draft}.password`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  try {
    if (workshop.account) await giveTo(workshop.account, [draft, passwordFile])
    await initdb(workshop, draft, passwordFile)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await renameForGood(draft, folder)
}

async function giveTo({ uid, gid }: SystemAccount, paths: string[]): Promise<void> {
  for (const path of paths) await chown(path, uid, gid)
}

async function initdb(workshop: Workshop, folder: string, passwordFile: string): Promise<void> {
  const options = [
    `--pgdata=${folder}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=nb',
    '--locale=C',
    `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
    '--no-instructions',
    ...(workshop.durable ? [] : ['--no-sync']),
  ]
  await run(join(workshop.programs, 'initdb'), options, {
    ...workshop.account,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
  })
}

/** Nothing of ours: another account's processes could read our secrets in it. */
export const SERVER_ENVIRONMENT = { TZ: 'UTC', LC_ALL: 'C', PATH: '/usr/bin:/bin' }
