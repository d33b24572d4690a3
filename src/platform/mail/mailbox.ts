import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Address, Letter } from './mail.ts'

/** What a list of letters shows. Ids grow with time. */
export type LetterHead = { id: string; at: Date; from: Address; to: string; subject: string }

export type KeptLetter = LetterHead & {
  text: string
  html: string
  headers: Readonly<Record<string, string>>
  attachments: { filename: string; type: string; content: Buffer }[]
}

export type SentLetter = { letter: Letter & { from: Address }; message: Buffer; at: Date }

const ID = /^\d{8}T\d{9}Z-[0-9a-f]{12}$/

/**
 * Lays a letter into the folder: `<id>.eml` is the message as it would have gone out, which any mail
 * program opens; `<id>.json` is what we read ourselves, so that we need no parser of messages.
 */
export async function keepLetter(folder: string, { letter, message, at }: SentLetter): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const id = `${at.toISOString().replace(/[-:.]/g, '')}-${randomBytes(6).toString('hex')}`
  await writeWhole(join(folder, `${id}.eml`), message)
  await writeWhole(join(folder, `${id}.json`), JSON.stringify(written(letter, at)))
}

/** Newest first; `before` is the id of the last one already shown. */
export async function listLetters(
  folder: string,
  { limit, before }: { limit: number; before?: string },
): Promise<LetterHead[]> {
  const ids = (await namesIn(folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((id) => ID.test(id) && (before === undefined || id < before))
  const shown = ids.sort().reverse().slice(0, limit)
  const letters = await Promise.all(shown.map((id) => readLetter(folder, id)))
  return letters
    .filter((letter) => letter !== undefined)
    .map(({ id, at, from, to, subject }) => ({ id, at, from, to, subject }))
}

export async function readLetter(folder: string, id: string): Promise<KeptLetter | undefined> {
  if (!ID.test(id)) return undefined
  const text = await readFile(join(folder, `${id}.json`), 'utf8').catch(undefinedIfMissing)
  if (text === undefined) return undefined
  const { at, attachments, ...rest } = JSON.parse(text) as Written
  return {
    ...rest,
    id,
    at: new Date(at),
    attachments: attachments.map((one) => ({ ...one, content: Buffer.from(one.content, 'base64') })),
  }
}

/** Removes every letter to one of these addresses, however its case was written. */
export async function forgetLetters(folder: string, addresses: readonly string[]): Promise<void> {
  const forgotten = new Set(addresses.map((address) => address.toLowerCase()))
  if (forgotten.size === 0) return
  for (const name of await namesIn(folder)) {
    const id = name.slice(0, -'.json'.length)
    if (!name.endsWith('.json') || !forgotten.has((await readLetter(folder, id))?.to.toLowerCase() ?? '')) continue
    await rm(join(folder, `${id}.eml`), { force: true })
    await rm(join(folder, name), { force: true })
  }
}

type Written = Omit<KeptLetter, 'id' | 'at' | 'attachments'> & {
  at: string
  attachments: { filename: string; type: string; content: string }[]
}

function written(letter: SentLetter['letter'], at: Date): Written {
  const { from, to, subject, text, html, headers = {}, attachments = [] } = letter
  return {
    at: at.toISOString(),
    from,
    to,
    subject,
    text,
    html,
    headers,
    attachments: attachments.map((one) => ({ ...one, content: Buffer.from(one.content).toString('base64') })),
  }
}

/** A reader sees the whole file or none. */
async function writeWhole(file: string, content: Buffer | string): Promise<void> {
  await writeFile(`${file}.part`, content, { mode: 0o600 })
  await rename(`${file}.part`, file)
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(undefinedIfMissing)) ?? []
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
  return undefined
}
