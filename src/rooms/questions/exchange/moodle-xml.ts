import { decode, LARGEST_MOODLE_XML, tooLarge } from './decode.ts'
import { contentOf } from './moodle-questions.ts'
import { type Picture, takeFiles, takeInline } from './pictures.ts'
import {
  type Found,
  type ImportReport,
  MOST_QUESTIONS,
  nameFrom,
  note,
  refusedFile,
  reportOf,
  withPictures,
} from './report.ts'
import { child, childrenOf, type Element, readXml, textOf } from './xml.ts'

/**
 * Reads a Moodle XML file: https://docs.moodle.org/en/Moodle_XML_format. A question that is not ours
 * costs only itself; a file that is no XML is refused as a whole, with the line. Never throws.
 */
export function readMoodleXml(file: Uint8Array): ImportReport {
  if (file.byteLength > LARGEST_MOODLE_XML) return refusedFile(tooLarge(LARGEST_MOODLE_XML))
  const { text, notes } = decode(file, declaredEncoding(file))
  if (!text.includes('<')) return refusedFile(note('notMoodleXml'), notes)
  const pictures: Picture[] = []
  const read = readXml(takeInline(text.trimStart(), pictures))
  if (!read.root) return refusedFile(read.refused, notes)
  if (read.root.name !== 'quiz') return refusedFile(note('notMoodleXml'), notes)
  return withPictures(reportOf(foundIn(read.root, pictures), notes), pictures)
}

function foundIn(quiz: Element, pictures: Picture[]): Found[] {
  const found: Found[] = []
  let category: string | undefined
  for (const element of childrenOf(quiz, 'question')) {
    const type = element.attributes.type ?? ''
    if (type === 'category') category = categoryOf(textOf(child(element, 'category'), 'text'))
    else {
      takeFiles(element, pictures)
      found.push({ ...questionIn(element, type), category })
    }
    if (found.length > MOST_QUESTIONS) break
  }
  return found
}

function questionIn(element: Element, type: string): Found {
  const read = contentOf(element, type)
  const text = (read.content as { text?: unknown } | undefined)?.text
  const name = textOf(child(element, 'name'), 'text')
  return {
    ...read,
    name: name || nameFrom(typeof text === 'string' ? text : ''),
    tags: tagsOf(element),
  }
}

function tagsOf(element: Element): string[] {
  const tags = childrenOf(child(element, 'tags'), 'tag').map((tag) => textOf(tag, 'text'))
  return [...new Set(tags.filter((tag) => tag !== ''))]
}

/** `$course$/top/Arbeidsliv/Ferie` is Arbeidsliv/Ferie: where it hung in Moodle is Moodle's matter. */
function categoryOf(path: string): string {
  return path.replace(/^\$\w+\$\/?/, '').replace(/^top(\/|$)/, '')
}

/** From the first line, which is ASCII in every encoding it could name. */
function declaredEncoding(file: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(file.subarray(0, 200))
  return /^\s*<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(head)?.[1]
}
