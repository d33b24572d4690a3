import { type ByteRange, type Files, NotInFile } from '../../../platform/files.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Served } from '../../../web/route.ts'
import type { CourseFile } from './rendering.ts'

const SHOWN = /^(image\/(png|jpeg|gif|webp|avif)|video\/(mp4|webm)|text\/vtt)$/
const KEPT = 3600 // seconds in the reader's own browser; the address changes with the content

/**
 * Answers with a file, or the part of it that a player asks for. Pictures, films and captions are
 * shown; everything else is saved, so that nothing of an author's ever runs as a page of ours.
 * @throws Refusal `notFound` (404).
 */
export async function serveFile(files: Files, file: CourseFile, asked: string | undefined): Promise<Served> {
  const shown = SHOWN.test(file.type)
  const type = file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type
  const named = shown ? { inline: file.name } : { download: file.name }
  const range = rangeOf(asked)
  try {
    const found = await files.open(file.hash, range)
    if (!found) throw new Refusal('notFound', 404)
    const { stream, bytes, first, last } = found
    const part = range ? { 'content-range': `bytes ${first}-${last}/${bytes}` } : {}
    const headers = { 'accept-ranges': 'bytes', 'content-length': String(last - first + 1), ...part }
    return {
      type,
      body: stream as NodeJS.ReadableStream,
      keepSeconds: KEPT,
      status: range ? 206 : 200,
      headers,
      ...named,
    }
  } catch (error) {
    if (!(error instanceof NotInFile)) throw error
    return { type, body: '', status: 416, headers: { 'content-range': `bytes */${error.bytes}` } }
  }
}

/** One range from a place on; several, or counted from the end, get the whole file, as the standard allows. */
function rangeOf(asked: string | undefined): ByteRange | undefined {
  const found = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(asked ?? '')
  if (!found) return undefined
  const first = Number(found[1])
  if (!found[2]) return { first }
  const last = Number(found[2])
  return last < first ? undefined : { first, last }
}
