import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Address, Letter } from './mail.ts'

/** What a list of letters shows. Ids grow with time. */
export type LetterHead = { id: string; at: Date; from: Address; to: string; person: string | null; subject: string }

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
 * program opens; `<id>.json` is what we read ourselves, so that we need no parser of messages. The same
 * letter on a second try lies there once.
 */
export async function keepLetter(folder: string, { letter, message, at }: SentLetter): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const mark = letter.id === undefined ? randomBytes(6).toString('hex') : createHash('sha256').update(letter.id).digest('hex').slice(0, 12)
  if ((await namesIn(folder)).some((name) => name.endsWith(`-${mark}.json`))) return
  const id = `${timeOf(at)}-${mark}`
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
    .map(({ id, at, from, to, person, subject }) => ({ id, at, from, to, person, subject }))
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

/** Removes every letter to one of these addresses, however its case was written, and every one about the person. */
export async function forgetLetters(folder: string, { addresses, person }: { addresses: readonly string[]; person?: string }): Promise<void> {
  const forgotten = new Set(addresses.map((address) => address.toLowerCase()))
  for (const id of await idsIn(folder)) {
    const letter = await readLetter(folder, id)
    if (letter && (forgotten.has(letter.to.toLowerCase()) || (person !== undefined && letter.person === person))) await removeLetter(folder, id)
  }
}

/** Removes every letter laid there before a moment. Their ids grow with time. */
export async function forgetOldLetters(folder: string, moment: Date): Promise<void> {
  for (const id of await idsIn(folder)) if (id < timeOf(moment)) await removeLetter(folder, id)
}

/** The message goes first: what is left after a crash is found again by its other half. */
async function removeLetter(folder: string, id: string): Promise<void> {
  await rm(join(folder, `${id}.eml`), { force: true })
  await rm(join(folder, `${id}.json`), { force: true })
}

async function idsIn(folder: string): Promise<string[]> {
  const ids = (await namesIn(folder)).map((name) => name.replace(/\.(json|eml)$/, ''))
  return [...new Set(ids.filter((id) => ID.test(id)))]
}

function timeOf(moment: Date): string {
  return moment.toISOString().replace(/[-:.]/g, '')
}

type Written = Omit<KeptLetter, 'id' | 'at' | 'attachments'> & {
  at: string
  attachments: { filename: string; type: string; content: string }[]
}

function written(letter: SentLetter['letter'], at: Date): Written {
  const { from, to, person = null, subject, text, html, headers = {}, attachments = [] } = letter
  return {
    at: at.toISOString(),
    from,
    to,
    person,
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
