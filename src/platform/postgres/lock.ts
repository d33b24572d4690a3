import { randomUUID } from 'node:crypto'
import { link, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readIfExists } from './files.ts'
import { birthOf } from './processes.ts'

/** Gives the folder back. Bears being called twice. */
export type Release = () => Promise<void>

/** Someone else works in this folder. The message is for the person at the terminal. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
}

type Holder = { pid: number; birth: string }

/**
 * One Løfte per folder. A lock whose process has ended is taken over. Not for a folder that two
 * machines share: one machine cannot see whether the other's process still runs.
 * @throws FolderInUse
 */
export async function lockFolder(folder: string): Promise<Release> {
  const path = join(folder, 'lofte.lock')
  const mine = JSON.stringify({ pid: process.pid, birth: await birthOf(process.pid) })
  while (!(await tryToTake(path, mine))) {
    const theirs = await readIfExists(path)
    if (theirs === undefined) continue // given back just now

    const holder = await runningHolder(theirs)
    if (holder) throw inUse(folder, holder)
    await removeStale(path, theirs)
  }
  return async () => {
    if ((await readIfExists(path)) === mine) await rm(path, { force: true })
  }
}

/** A hard link is made by one of two only, and never shows a half-written lock. */
async function tryToTake(path: string, mine: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, mine, { mode: 0o600 })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft)
  }
}

async function runningHolder(text: string): Promise<Holder | undefined> {
  const holder = read(text)
  return holder && (await birthOf(holder.pid)) === holder.birth ? holder : undefined
}

function read(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return undefined // not written by us whole: nobody's
  }
}

/** Two may find the same lock stale: who then moved the other's fresh one away puts it back. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if ((await readIfExists(aside)) !== stale) await link(aside, path)
  await rm(aside)
}

function inUse(folder: string, { pid }: Holder): FolderInUse {
  return new FolderInUse(
    `Another Løfte (process ${pid}) uses this folder: ${folder}. ` +
      'Stop that one first, or choose another folder with LOFTE_DATA.',
  )
}
