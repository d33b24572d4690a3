import { createHash } from 'node:crypto'
import { sniff } from '../../../platform/file-type.ts'
import type { Element } from './xml.ts'

/** A picture or a sound as it lay in a file, with the address that a text shows it by. */
export type Picture = { address: string; name: string; type: string; base64: string }

/** One may weigh as much as a picture of a course, in bytes. */
export const LARGEST_PICTURE = 5 * 1024 * 1024

/** How a text refers to one; whoever knows the address has been shown the picture. */
export const PICTURE = /\/files\/([0-9a-f]{32}\.[a-z0-9]{3,4})/g

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
}

/** Where a file of this content and type is shown; undefined for what is neither picture nor sound. */
export function addressOf(hash: string, type: string | null): string | undefined {
  const ending = ENDINGS[type ?? '']
  return ending && `${hash.slice(0, 32)}.${ending}`
}

/** The addresses of all that a question, or any other piece of text, shows. */
export function picturesIn(written: unknown): string[] {
  const text = typeof written === 'string' ? written : JSON.stringify(written)
  return [...new Set([...text.matchAll(PICTURE)].map(([, address]) => address ?? ''))]
}

/** What stands in a file as text in base64, if it is a picture or a sound by its first bytes. */
export function pictureFrom(base64: string, name: string): Picture | undefined {
  const content = Buffer.from(base64, 'base64')
  if (content.length === 0 || content.length > LARGEST_PICTURE) return undefined
  const type = sniff(content.subarray(0, 4096))
  const address = addressOf(createHash('sha256').update(content).digest('hex'), type)
  return address ? { address, name, type: type ?? '', base64: content.toString('base64') } : undefined
}

// GIFT puts a backslash before a colon and an equals sign.
const INLINE = /data\\?:[a-z]+\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/]*(?:\\?=){0,2}/gi

/** A text whose pictures lie within it, as editors paste them: each is taken out, and shown by its address. */
export function takeInline(text: string, found: Picture[]): string {
  return text.replace(INLINE, (uri) => {
    const picture = pictureFrom(uri.slice(uri.indexOf(',') + 1).replaceAll('\\', ''), 'inline')
    if (!picture) return 'data:'
    found.push(picture)
    return `/files/${picture.address}`
  })
}

/** The files that Moodle puts beside a text, wherever in the question: each that a text shows is taken. */
export function takeFiles(element: Element, found: Picture[]): void {
  const files = new Map(element.children.filter(({ name }) => name === 'file').map((file) => [file.attributes['name'] ?? '', file]))
  for (const part of element.children) {
    if (part.name === 'text' && files.size > 0) part.text = part.text.replace(PLACE, (whole, written: string) => placeOf(whole, written))
    else takeFiles(part, found)
  }
  element.children = element.children.filter((one) => !taken.has(one))

  function placeOf(whole: string, written: string): string {
    const name = decoded(written).replace(/^.*\//, '')
    const file = files.get(name)
    const picture = file && pictureFrom(file.text, name)
    if (!picture) return whole
    found.push(picture)
    taken.add(file)
    return `/files/${picture.address}`
  }
}

const taken = new WeakSet<Element>()
const PLACE = /@@PLUGINFILE@@(\/[^"'\s)>?]{1,500})/g

function decoded(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}
