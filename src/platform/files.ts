import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { bringBack, sweep } from './file-sweep.ts'
import { type FileType, SNIFFED_BYTES, sniff } from './file-type.ts'

/** The first and the last byte wanted, counted from 0; without the last, up to the end. */
export type ByteRange = { first: number; last?: number }

export type OpenFile = {
  stream: Readable
  /** Size of the whole file in bytes. */
  bytes: number
  /** What the stream gives of it, both ends included; `last` is -1 for an empty file. */
  first: number
  last: number
}

/** The type is by content; null is a file we would not show, to be removed again. */
export type SavedFile = { hash: string; bytes: number; type: FileType | null }

export type Files = {
  /** Keeps what the stream gives, and names it by its SHA-256. @throws TooLarge, and then keeps nothing. */
  save(stream: AsyncIterable<Uint8Array>, limit: { limitBytes: number }): Promise<SavedFile>
  /** Undefined if there is no such file. @throws NotInFile when the range begins behind its end. */
  open(hash: string, range?: ByteRange): Promise<OpenFile | undefined>
  exists(hash: string): Promise<boolean>
  /**
   * Lays aside what nobody refers to and has lain since before a moment, and removes what was laid aside
   * before it. What is laid aside is still there for whoever asks for it, and goes back to its place.
   */
  sweep(asked: { now: Date; before: Date; referred: (hashes: readonly string[]) => Promise<ReadonlySet<string>> }): Promise<number>
  /** Is content when there is no such file. Whoever calls knows that nobody else refers to it. */
  remove(hash: string): Promise<void>
}

export class TooLarge extends Error {
  readonly limitBytes: number
  constructor(limitBytes: number) {
    super(`The file is larger than ${limitBytes} bytes.`)
    this.limitBytes = limitBytes
  }
}

/** For the answer 416, which tells the file's size. */
export class NotInFile extends Error {
  readonly bytes: number
  constructor(bytes: number) {
    super('The range begins behind the end of the file.')
    this.bytes = bytes
  }
}

const HASH = /^[0-9a-f]{64}$/

/**
 * A store of files in a folder, named by what is in them: the same content is kept once, and no name
 * that came from outside ever reaches the disk.
 */
export function openFiles(folder: string): Files {
  const placeOf = (hash: string) => {
    if (!HASH.test(hash)) throw new Error('Not the hash of a file.')
    return join(folder, hash.slice(0, 2), hash)
  }

  return {
    async save(stream, { limitBytes }) {
      const draft = join(folder, 'drafts', randomUUID())
      await mkdir(dirname(draft), { recursive: true })
      try {
        const saved = await writeDraft(draft, stream, limitBytes)
        const place = placeOf(saved.hash)
        await mkdir(dirname(place), { recursive: true })
        await rename(draft, place)
        await flush(dirname(place))
        return saved
      } finally {
        await rm(draft, { force: true })
      }
    },
    async open(hash, range) {
      const bytes = (await sizeOf(placeOf(hash))) ?? (await sizeOnceBack(folder, hash))
      return bytes === undefined ? undefined : openPart(placeOf(hash), bytes, range)
    },
    exists: async (hash) => HASH.test(hash) && ((await sizeOf(placeOf(hash))) ?? (await sizeOnceBack(folder, hash))) !== undefined,
    sweep: (asked) => sweep(folder, asked),
    remove: async (hash) => rm(placeOf(hash), { force: true }),
  }
}

async function writeDraft(draft: string, stream: AsyncIterable<Uint8Array>, limitBytes: number): Promise<SavedFile> {
  const hash = createHash('sha256')
  let beginning = Buffer.alloc(0)
  let bytes = 0
  const handle = await open(draft, 'wx', 0o600)
  try {
    for await (const chunk of stream) {
      bytes += chunk.length
      if (bytes > limitBytes) throw new TooLarge(limitBytes)
      if (beginning.length < SNIFFED_BYTES) beginning = Buffer.concat([beginning, chunk])
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync() // before it gets its name: after a crash a name stands for the whole content
  } finally {
    await handle.close()
  }
  return { hash: hash.digest('hex'), bytes, type: sniff(beginning) }
}

function openPart(place: string, bytes: number, range: ByteRange = { first: 0 }): OpenFile {
  const { first } = range
  const last = Math.min(range.last ?? bytes - 1, bytes - 1)
  if (first < 0 || (first > 0 && first >= bytes) || (range.last ?? first) < first) throw new NotInFile(bytes)
  const stream = bytes === 0 ? createReadStream(place) : createReadStream(place, { start: first, end: last })
  return { stream, bytes, first, last }
}

/** Somebody refers to it again, or asks while it is being laid aside. */
async function sizeOnceBack(folder: string, hash: string): Promise<number | undefined> {
  const place = await bringBack(folder, hash)
  return place === undefined ? undefined : sizeOf(place)
}

async function sizeOf(place: string): Promise<number | undefined> {
  try {
    return (await stat(place)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** A rename survives a power cut only once its folder is on the disk; Windows cannot be asked for it. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
