import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'

type Asked = { now: Date; before: Date; referred: (hashes: readonly string[]) => Promise<ReadonlySet<string>> }

const AT_ONCE = 500 // files asked about in one go

/**
 * Sweeps a store of files. Nothing is removed at first sight: a file may be named by a row that is being
 * written just now. It is laid aside, from where whoever asks for it gets it back, and only what nobody
 * has named until the next moment that counts is removed.
 */
export async function sweep(folder: string, { now, before, referred }: Asked): Promise<number> {
  const old = await olderThan(before, await filesIn(folder))
  for (const hashes of inTurns(old)) {
    const named = await referred(hashes)
    for (const hash of hashes) if (!named.has(hash)) await layAside(folder, { hash, now })
  }
  for (const draft of await namesIn(join(folder, 'drafts'))) await removeIfOlder(join(folder, 'drafts', draft), before)
  return removeLaidAside(folder, { before, referred })
}

/** Puts a file that was laid aside back into its place. @returns the place; undefined where there is none. */
export async function bringBack(folder: string, hash: string): Promise<string | undefined> {
  const place = placeOf(folder, hash)
  try {
    await mkdir(dirname(place), { recursive: true })
    await rename(asideOf(folder, hash), place)
    return place
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function removeLaidAside(folder: string, { before, referred }: Omit<Asked, 'now'>): Promise<number> {
  let removed = 0
  for (const hashes of inTurns(await namesIn(join(folder, 'aside')))) {
    const named = await referred(hashes)
    for (const hash of hashes) {
      if (named.has(hash)) await bringBack(folder, hash)
      else if (await removeIfOlder(asideOf(folder, hash), before)) removed++
    }
  }
  return removed
}

/** One that is uploaded anew in this very moment goes along, and comes back when it is asked for. */
async function layAside(folder: string, { hash, now }: { hash: string; now: Date }): Promise<void> {
  await mkdir(join(folder, 'aside'), { recursive: true })
  await rename(placeOf(folder, hash), asideOf(folder, hash))
  await utimes(asideOf(folder, hash), now, now)
}

async function filesIn(folder: string): Promise<{ hash: string; place: string }[]> {
  const shelves = (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))
  const names = await Promise.all(shelves.map((shelf) => namesIn(join(folder, shelf))))
  return names.flat().map((hash) => ({ hash, place: placeOf(folder, hash) }))
}

async function olderThan(before: Date, files: readonly { hash: string; place: string }[]): Promise<string[]> {
  const old: string[] = []
  for (const { hash, place } of files) if (await isOlder(place, before)) old.push(hash)
  return old
}

async function removeIfOlder(place: string, before: Date): Promise<boolean> {
  if (!(await isOlder(place, before))) return false
  await rm(place, { force: true })
  return true
}

async function isOlder(place: string, before: Date): Promise<boolean> {
  const found = await stat(place).catch(undefinedIfMissing)
  return found !== undefined && found.mtimeMs < before.getTime()
}

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error) => undefinedIfMissing(error) ?? [])
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
  return undefined
}

function inTurns(hashes: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(hashes.length / AT_ONCE) }, (_, i) => hashes.slice(i * AT_ONCE, (i + 1) * AT_ONCE))
}

function placeOf(folder: string, hash: string): string {
  return join(folder, hash.slice(0, 2), hash)
}

function asideOf(folder: string, hash: string): string {
  return join(folder, 'aside', hash)
}
