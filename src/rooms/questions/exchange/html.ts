import { decodeEntities, escapeMarkdown } from './html-text.ts'
import { type Note, note } from './report.ts'

type Piece = { tag: string; isEnd: boolean; attributes: string } | { text: string }
type List = { isNumbered: boolean; next: number }
type State = {
  /** A piece that is a mark and nothing else is an opening one. */
  out: string[]
  lists: List[]
  /** Where the addresses of open links go when they close; null: the link was dropped. */
  links: (string | null)[]
  inCode: number
  notes: Note[]
}

/** What is dropped with everything in it: none of this is the author's words. */
const WITH_CONTENT = new Set(['script', 'style', 'iframe', 'object', 'svg', 'math', 'template'])
const PARAGRAPHS = new Set([
  'p',
  'div',
  'section',
  'article',
  'blockquote',
  'table',
  'tr',
  'hr',
  'pre',
])
/** What loses nothing: it has a place in Markdown, or means nothing by itself. */
const KEPT = new Set(
  'p div section article br ul ol li a img audio source span html body font tbody wbr'.split(' '),
)
const HEADING = /^h[1-6]$/
/** Nobody reads more, and a hostile file could have a million. */
const MOST_NOTES = 20
const MARKS = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['i', '*'],
  ['em', '*'],
  ['code', '`'],
  ['tt', '`'],
])

/**
 * The common tags of a text editor as Markdown; of everything else the words, with a note. It reads
 * any text at all, once and from left to right, and what it gives has no HTML in it.
 */
export function markdownOf(html: string): { text: string; notes: Note[] } {
  const state: State = { out: [], lists: [], links: [], inCode: 0, notes: [] }
  for (const piece of piecesOf(html)) {
    if ('text' in piece) addText(state, piece.text)
    else if (piece.isEnd) endTag(state, piece.tag)
    else startTag(state, piece.tag, piece.attributes)
  }
  if (state.inCode > 0) state.out.push('`')
  return { text: tidied(state.out.join('')), notes: state.notes }
}

function* piecesOf(html: string): Generator<Piece> {
  let place = 0
  while (place < html.length) {
    const open = nextTag(html, place)
    if (open > place) yield { text: html.slice(place, open) }
    if (open === html.length) return
    const isComment = html.startsWith('<!--', open)
    const close = isComment ? html.indexOf('-->', open + 4) : endOfTag(html, open)
    if (close < 0) return yield { text: html.slice(open) }
    place = close + (isComment ? 3 : 1)
    const tag = /^<(\/?)([a-z][a-z0-9:]*)/i.exec(html.slice(open, Math.min(close, open + 40)))
    if (!tag) continue
    const name = (tag[2] ?? '').toLowerCase()
    const attributes = html.slice(open + (tag[0] ?? '').length, close)
    yield { tag: name, isEnd: tag[1] === '/', attributes }
    if (WITH_CONTENT.has(name) && tag[1] === '') place = skipContent(html, place, name)
  }
}

/** A `<` that begins a tag: 'a < b' is arithmetic. */
function nextTag(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    if (/[a-z/!?]/i.test(html[at + 1] ?? '')) return at
  }
  return html.length
}

/** The `>` that closes a tag, not one inside a quoted attribute, if the quotes are in order. */
function endOfTag(html: string, open: number): number {
  let quote = ''
  for (let at = open + 1; at < html.length; at++) {
    const sign = html[at] as string
    if (quote) quote = sign === quote ? '' : quote
    else if (sign === '>') return at
    else if ((sign === '"' || sign === "'") && html[at - 1] === '=') quote = sign
  }
  return html.indexOf('>', open)
}

function skipContent(html: string, from: number, tag: string): number {
  const rest = html.slice(from)
  const end = rest.search(new RegExp(`</${tag}\\b`, 'i'))
  return end < 0 ? html.length : from + end
}

function addText(state: State, text: string): void {
  const decoded = decodeEntities(text)
  if (state.inCode > 0) {
    state.out.push(decoded.replaceAll('`', "'").replace(/\s+/gu, ' '))
  } else {
    const words = escapeMarkdown(decoded.replace(/[ \t\r\n]+/g, ' '))
    const mark = words.startsWith(' ') ? poppedMark(state) : ''
    state.out.push(mark ? ' ' : '', mark, mark ? words.trimStart() : words)
  }
}

/** A space behind an opening mark keeps Markdown from seeing it as one: it goes before. */
function poppedMark(state: State): string {
  return /^\*{1,2}$/.test(state.out.at(-1) ?? '') ? (state.out.pop() ?? '') : ''
}

function startTag(state: State, tag: string, attributes: string): void {
  if (WITH_CONTENT.has(tag)) addNote(state.notes, note('contentDropped', tag))
  else if (!isKept(tag)) addNote(state.notes, note('tagDropped', tag))
  const mark = MARKS.get(tag)
  if (mark) openMark(state, mark)
  else if (tag === 'a') openLink(state, attributeOf(attributes, 'href'))
  else if (tag === 'img' || ((tag === 'audio' || tag === 'source') && attributeOf(attributes, 'src') !== '')) addImage(state, attributes)
  else if (tag === 'ul' || tag === 'ol') openList(state, tag === 'ol')
  else state.out.push(beginningOf(tag, state))
}

function endTag(state: State, tag: string): void {
  const mark = MARKS.get(tag)
  if (mark) closeMark(state, mark)
  else if (tag === 'a') closeLink(state)
  else if (tag === 'ul' || tag === 'ol') closeList(state)
  else if (isParagraph(tag)) state.out.push(paragraphBreak(state))
}

function beginningOf(tag: string, state: State): string {
  // A code span ends at an empty line, and what comes after it would no longer be code.
  if (state.inCode > 0) return ' '
  if (tag === 'br') return '  \n'
  if (tag === 'li') return `\n${bullet(state.lists)}`
  if (HEADING.test(tag)) return `\n\n${'#'.repeat(Number(tag[1]))} `
  if (isParagraph(tag)) return paragraphBreak(state)
  return tag === 'td' || tag === 'th' ? ' ' : ''
}

function isKept(tag: string): boolean {
  return MARKS.has(tag) || KEPT.has(tag) || HEADING.test(tag)
}

function isParagraph(tag: string): boolean {
  return PARAGRAPHS.has(tag) || HEADING.test(tag)
}

function paragraphBreak(state: State): string {
  if (state.inCode > 0) return ' '
  return state.lists.length > 0 ? '' : '\n\n'
}

function openList(state: State, isNumbered: boolean): void {
  state.out.push(paragraphBreak(state))
  state.lists.push({ isNumbered, next: 1 })
}

function closeList(state: State): void {
  state.lists.pop()
  state.out.push(paragraphBreak(state))
}

function openMark(state: State, mark: string): void {
  if (mark === '`') state.inCode++
  if (state.inCode === 0 || (mark === '`' && state.inCode === 1)) state.out.push(mark)
}

/** A space before a closing mark keeps Markdown from seeing it as one: it goes behind. */
function closeMark(state: State, mark: string): void {
  const wasInCode = state.inCode
  if (mark === '`') state.inCode = Math.max(0, state.inCode - 1)
  if (state.inCode > 0 || (mark === '`' && wasInCode === 0)) return
  const last = state.out.pop() ?? ''
  const words = last.trimEnd()
  const spaces = last.slice(words.length)
  if (words === mark) state.out.push(spaces)
  else if (words === '' && state.out.at(-1) === mark) state.out.splice(-1, 1, spaces)
  else state.out.push(words + mark, spaces)
}

function bullet(lists: List[]): string {
  const list = lists.at(-1)
  const sign = list?.isNumbered ? `${list.next++}. ` : '- '
  return `${'   '.repeat(Math.max(0, Math.min(lists.length, 6) - 1))}${sign}`
}

function openLink(state: State, address: string): void {
  if (OUR_FILE.test(address)) {
    // A link to a sound is how Moodle plays one.
    state.links.push(address)
    state.out.push('![')
    return
  }
  const isSafe = /^(https?:\/\/|mailto:)[^\s()<>]+$/i.test(address)
  if (address && !isSafe) addNote(state.notes, note('linkDropped', address))
  state.links.push(isSafe ? address : null)
  state.out.push(isSafe ? '[' : '')
}

function closeLink(state: State): void {
  const address = state.links.pop()
  state.out.push(address ? `](${address})` : '')
}

const OUR_FILE = /^\/files\/[0-9a-f]{32}\.[a-z0-9]{3,4}$/

function addImage(state: State, attributes: string): void {
  const alternative = escapeMarkdown(attributeOf(attributes, 'alt').replace(/\s+/gu, ' '))
  if (OUR_FILE.test(attributeOf(attributes, 'src'))) {
    state.out.push(`![${alternative}](${attributeOf(attributes, 'src')})`)
    return
  }
  addNote(state.notes, note('imageDropped', attributeOf(attributes, 'src')))
  state.out.push(alternative)
}

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}=("[^"]*"|'[^']*'|[^\\s"'>]+)`, 'i').exec(attributes)
  return decodeEntities((found?.[1] ?? '').replace(/^["']|["']$/g, '')).trim()
}

/** Not more than one empty line, and no space before a line's end but the two of a line break. */
function tidied(markdown: string): string {
  return markdown
    .split('\n')
    .map((line, index, lines) => {
      const isBreak = /\S {2,}$/.test(line) && (lines[index + 1] ?? '').trim() !== ''
      return `${line.trimEnd()}${isBreak ? '  ' : ''}`
    })
    .map((line) => (/^ *(- |\d+\. )/.test(line) ? line : line.trimStart()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function addNote(notes: Note[], added: Note): void {
  if (notes.length < MOST_NOTES) notes.push(added)
}
