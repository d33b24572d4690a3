import { markdownOf } from './html.ts'
import { decodeEntities, escapeMarkdown } from './html-text.ts'
import { type Note, note } from './report.ts'
import { child, childrenOf, type Element, textOf } from './xml.ts'

/** More than any text, and little enough to read at once. */
const LONGEST_WRITTEN = 200_000

/**
 * The text of an element as Markdown. Its `format` says what it is written in; what Moodle calls
 * `moodle_auto_format` is HTML with line ends that count.
 */
export function markdownIn(element: Element | undefined, notes: Note[]): string {
  if (!element) return ''
  for (const file of childrenOf(element, 'file')) {
    notes.push(note('fileDropped', file.attributes.name ?? ''))
  }
  const text = textOf(element, 'text')
  if (text.length > LONGEST_WRITTEN) return text
  switch (element.attributes.format) {
    case 'markdown':
      return withoutFiles(text, notes)
    case 'plain_text':
      return escapeMarkdown(text).replaceAll('\n', '  \n')
    case 'moodle_auto_format':
      return fromHtml(text.replaceAll('\n', '<br>'), notes)
    default:
      return fromHtml(text, notes)
  }
}

/** A text that is no Markdown: what is compared with an answer, or stands in a list to choose from. */
export function plainTextIn(element: Element | undefined): string {
  const text = textOf(element, 'text')
  return element?.attributes.format === 'html'
    ? decodeEntities(text.replace(/<[^>]*>/g, '')).trim()
    : text
}

/** What Moodle knows of a question and we don't, when there is anything in it. */
export function reportLosses(element: Element, notes: Note[]): void {
  for (const part of WITH_TEXT) {
    const text = textOf(child(element, part), 'text')
    if (text !== '' && !MOODLES_OWN_WORDS.test(text)) notes.push(note('partDropped', part))
  }
  for (const part of ['hint', 'idnumber', 'dataset_definitions']) {
    const isThere = element.children.some((one) => one.name === part && !isEmpty(one))
    if (isThere) notes.push(note('partDropped', part))
  }
  const points = textOf(element, 'defaultgrade')
  if (points !== '' && Number(points) !== 1)
    notes.push(note('partDropped', `defaultgrade ${points}`))
}

const WITH_TEXT = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']

// Moodle fills these in for every question; nobody wrote them.
const MOODLES_OWN_WORDS = /^(<p>)?Your answer is (partially )?(in)?correct\.(<\/p>)?$/

function isEmpty(element: Element): boolean {
  return element.text.trim() === '' && element.children.every(isEmpty)
}

function fromHtml(html: string, notes: Note[]): string {
  const read = markdownOf(html)
  notes.push(...read.notes)
  return read.text
}

/** Markdown keeps its words; an image that was a file inside Moodle's keeps its alternative text. */
function withoutFiles(markdown: string, notes: Note[]): string {
  return markdown.replace(
    /!\[([^\]\n]{0,500})\]\((@@PLUGINFILE@@[^)\s]{0,500})[^)\n]{0,500}\)/g,
    (_, alternative: string, source: string) => {
      notes.push(note('imageDropped', source))
      return alternative
    },
  )
}
