import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { type Files, TooLarge } from '../platform/files.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Upload, UploadRules } from './route.ts'

/**
 * Reads a form with files: each file goes to the store by its content, never by its name; or, where
 * it is only read, to nobody but the route. A file we do not take is said as a refusal, so that the rest
 * of the form can come back with it.
 */
export async function gatherUploads(
  request: FastifyRequest,
  files: Files,
  rules: UploadRules,
): Promise<{ body: Record<string, unknown>; files: readonly Upload[]; refusal?: Refusal }> {
  const body: Record<string, unknown> = {}
  const uploads: Upload[] = []
  const { limitBytes } = rules
  let refusal: Refusal | undefined

  for await (const part of request.parts({ limits: { fileSize: limitBytes + 1 } })) {
    if (part.type === 'field') {
      add(body, part.fieldname, part.value)
    } else if (part.filename) {
      try {
        uploads.push(rules.read ? await readPart(part, limitBytes) : await keep(part, files, rules))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        refusal ??= error
        part.file.resume()
      }
    } else {
      part.file.resume()
    }
  }
  return { body, files: uploads, ...(refusal ? { refusal } : {}) }
}

type FilePart = { fieldname: string; filename: string; file: Readable }

async function keep(part: FilePart, files: Files, { limitBytes, unaccepted = 'fileNotAccepted' }: UploadRules): Promise<Upload> {
  const { hash, bytes, type } = await files.save(chunksOf(part), { limitBytes }).catch(tooLarge(part.fieldname))
  if (type === null) {
    await files.remove(hash)
    throw new Refusal(unaccepted, 422, { field: part.fieldname })
  }
  return { field: part.fieldname, name: part.filename.slice(0, 200), hash, bytes, type }
}

async function readPart(part: FilePart, limitBytes: number): Promise<Upload> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of chunksOf(part)) {
    bytes += chunk.length
    if (bytes > limitBytes) tooLarge(part.fieldname)(new TooLarge(limitBytes))
    chunks.push(chunk)
  }
  const content = Buffer.concat(chunks)
  const hash = createHash('sha256').update(content).digest('hex')
  return { field: part.fieldname, name: part.filename.slice(0, 200), hash, bytes, type: 'application/octet-stream', content }
}

// Whoever stops reading leaves the rest to be thrown away, so that what follows in the form is still read.
function chunksOf({ file }: FilePart): AsyncIterable<Buffer> {
  return { [Symbol.asyncIterator]: () => file.iterator({ destroyOnReturn: false }) }
}

function tooLarge(field: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof TooLarge)) throw error
    throw new Refusal('fileTooLarge', 413, { field, values: [Math.floor(error.limitBytes / 1_000_000)] })
  }
}

function add(body: Record<string, unknown>, name: string, value: unknown): void {
  const before = body[name]
  if (before === undefined) body[name] = value
  else body[name] = Array.isArray(before) ? [...before, value] : [before, value]
}
