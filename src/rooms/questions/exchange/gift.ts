import { parse } from 'gift-pegjs'
import { decode, LARGEST_GIFT, tooLarge } from './decode.ts'
import { contentOf, orderingOf } from './gift-questions.ts'
import { hideEscapes, hideSigns, showSigns } from './gift-signs.ts'
import { type Picture, takeInline } from './pictures.ts'
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

type Line = { number: number; text: string }
type Block = { lines: Line[]; comments: string[] }

const LONGEST_QUESTION = 64 * 1024

/**
 * Reads a GIFT file: https://docs.moodle.org/en/GIFT_format. One question after the other, as empty
 * lines part them, so that a mistake in one of them costs one of them. Never throws.
 */
export function readGift(file: Uint8Array): ImportReport {
  if (file.byteLength > LARGEST_GIFT) return refusedFile(tooLarge(LARGEST_GIFT))
  const { text, notes } = decode(file)
  const found: Found[] = []
  const pictures: Picture[] = []
  let category: string | undefined
  for (const block of blocksOf(takeInline(text, pictures))) {
    const named = categoryOf(block)
    if (named !== undefined) category = named
    if (block.lines.length > 0) found.push({ ...foundIn(block), category })
    if (found.length > MOST_QUESTIONS) break
  }
  return withPictures(reportOf(found, notes), pictures)
}

/** Comments hold the tags and may stand anywhere; the parser knows them only before a question. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [{ lines: [], comments: [] }]
  for (const [index, line] of text.split('\n').entries()) {
    const block = blocks.at(-1) as Block
    if (line.trim() !== '') {
      if (line.trimStart().startsWith('//')) block.comments.push(line)
      else block.lines.push({ number: index + 1, text: line })
    } else if (block.lines.length > 0) {
      blocks.push({ lines: [], comments: [] })
    }
  }
  return blocks
}

/** Takes the category's line out of the block: Moodle wants it alone, people forget the empty line. */
function categoryOf(block: Block): string | undefined {
  const line = block.lines.findLast((one) => CATEGORY.test(one.text))
  if (!line) return undefined
  block.lines = block.lines.filter((one) => !CATEGORY.test(one.text))
  return (
    CATEGORY.exec(line.text)?.[1]
      ?.trim()
      .replace(/^(\$\w+\$\/)?(top\/)?/, '') ?? ''
  )
}

const CATEGORY = /^\s*\$CATEGORY:(.*)$/

function foundIn(block: Block): Found {
  const gift = block.lines.map((one) => one.text).join('\n')
  const tags = tagsOf(block.comments)
  const first = block.lines[0]?.number ?? 0
  if (gift.length > LONGEST_QUESTION) return { name: '', tags, notes: [note('questionTooLong')] }
  const hidden = hideEscapes(gift)
  const ordering = orderingOf(hidden)
  if (ordering) return { ...ordering, name: nameOf(ordering, hidden), tags }
  try {
    const [question] = parse(tamed(hidden))
    const read = question ? contentOf(question) : { notes: [note('syntaxError', first)] }
    return { ...read, name: nameOf(read, hidden), tags }
  } catch (error) {
    const line = block.lines[lineOf(error) - 1]?.number ?? first
    return { name: nameOf({}, hidden), tags, notes: [note('syntaxError', line)] }
  }
}

/** The parser's errors know the line within the block; anything else it throws knows nothing. */
function lineOf(error: unknown): number {
  const location = (error as { location?: { start?: { line?: number } } } | null)?.location
  return location?.start?.line ?? 1
}

/** Moodle takes bare signs where they can't mean anything; the parser gets them as stand-ins. */
function tamed(hidden: string): string {
  const title = TITLE.exec(hidden)?.[0] ?? ''
  const open = hidden.indexOf('{', title.length)
  const close = hidden.lastIndexOf('}')
  if (open < 0 || close < open) return title + hideSigns(hidden.slice(title.length), OUTSIDE)
  const inside = hidden.slice(open + 1, close)
  return [
    title,
    hideSigns(hidden.slice(title.length, open), OUTSIDE),
    `{${inside.trimStart().startsWith('#') ? tamedNumbers(inside) : hideSigns(inside, /:/g)}}`,
    hideSigns(hidden.slice(close + 1), OUTSIDE),
  ].join('')
}

const TITLE = /^\s*::[^:]*(?::[^:]+)*::/
const OUTSIDE = /[=~#:]/g

/** In numbers a colon parts value and tolerance, so only those in feedback are hidden. */
function tamedNumbers(inside: string): string {
  return inside.replace(/(#[^#=~]*)/g, (feedback, _, offset: number) =>
    inside.slice(0, offset).trim() === '' ? feedback : hideSigns(feedback, /:/g),
  )
}

function tagsOf(comments: readonly string[]): string[] {
  const found = comments.flatMap((one) => [...one.matchAll(/\[tag:([^\]]{1,100})\]/g)])
  return [...new Set(found.map((one) => (one[1] ?? '').trim()).filter((one) => one !== ''))]
}

function nameOf(read: { content?: unknown }, hidden: string): string {
  const title = TITLE.exec(hidden)?.[0].trim().slice(2, -2).trim()
  if (title) return showSigns(title)
  const text = (read.content as { text?: unknown } | undefined)?.text
  return nameFrom(typeof text === 'string' ? text : showSigns(hidden.split('{')[0] ?? ''))
}
