import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { decodeEntities } from './html-text.ts'
import { type Note, note } from './report.ts'

/** A piece of XML as we use it. `text` is its own text, with CDATA, in order. */
export type Element = {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: Element[]
}

/** Moodle's own files are seven deep. */
const DEEPEST = 30

// What the parser gives with preserveOrder: a list of objects with one key, the name of the tag.
type Node = { [name: string]: unknown; ':@'?: Record<string, string> }

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  cdataPropName: '#cdata',
  parseTagValue: false,
  trimValues: false,
  // Entities off: five of them are XML's own and decoded below, and CDATA has none at all.
  processEntities: false,
  maxNestedTags: DEEPEST,
})

/** Reads XML without DOCTYPE and without entities of its own. Never throws: a note says why not. */
export function readXml(xml: string): { root: Element } | { root?: never; refused: Note } {
  const unsafe = whyUnsafe(xml)
  if (unsafe) return { refused: unsafe }
  const valid = XMLValidator.validate(xml)
  if (valid !== true) return { refused: note('syntaxError', valid.err.line) }
  try {
    const nodes = parser.parse(xml) as Node[]
    const root = nodes.map(elementOf).find((one) => one !== undefined)
    return root ? { root } : { refused: note('notMoodleXml') }
  } catch {
    return { refused: note('syntaxError', 1) }
  }
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name)
}

export function childrenOf(element: Element | undefined, name: string): Element[] {
  return element?.children.filter((one) => one.name === name) ?? []
}

export function textOf(element: Element | undefined, name: string): string {
  return child(element, name)?.text.trim() ?? ''
}

/**
 * One walk over the brackets, before any library sees the file: a DOCTYPE may stand in no place but
 * a text (CDATA) or a comment, and the depth is counted without going down it.
 */
function whyUnsafe(xml: string): Note | undefined {
  let depth = 0
  for (let at = nextBracket(xml, 0); at < xml.length; ) {
    if (isDeclaration(xml, at)) return note('doctypeRefused')
    const end = endOfBracket(xml, at)
    if (end < 0) return note('syntaxError', lineOf(xml, at))
    depth += stepOf(xml, at, end)
    if (depth > DEEPEST) return note('nestedTooDeep')
    at = nextBracket(xml, end)
  }
  return undefined
}

function nextBracket(xml: string, from: number): number {
  const next = xml.indexOf('<', from)
  return next < 0 ? xml.length : next
}

/** A tag ends before the next one begins; looking further would make a broken file take for ever. */
function endOfBracket(xml: string, at: number): number {
  if (xml.startsWith('<![CDATA[', at)) return xml.indexOf(']]>', at)
  if (xml.startsWith('<!--', at)) return xml.indexOf('-->', at)
  const end = xml.slice(at, nextBracket(xml, at + 1)).indexOf('>')
  return end < 0 ? -1 : at + end
}

function isDeclaration(xml: string, at: number): boolean {
  return xml[at + 1] === '!' && !xml.startsWith('<![CDATA[', at) && !xml.startsWith('<!--', at)
}

function stepOf(xml: string, at: number, end: number): number {
  const first = xml[at + 1]
  if (first === '!' || first === '?' || xml[end - 1] === '/') return 0
  return first === '/' ? -1 : 1
}

function lineOf(text: string, end: number): number {
  return text.slice(0, end).split('\n').length
}

function elementOf(node: Node): Element | undefined {
  const name = Object.keys(node).find(
    (key) => key !== ':@' && !key.startsWith('#') && key[0] !== '?',
  )
  if (name === undefined) return undefined
  const inside = node[name] as Node[]
  const attributes = Object.entries(node[':@'] ?? {})
  return {
    name,
    attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decodeEntities(value)])),
    text: inside.map(ownText).join(''),
    children: inside.flatMap((one) => elementOf(one) ?? []),
  }
}

function ownText(node: Node): string {
  if (typeof node['#text'] === 'string') return decodeEntities(node['#text'])
  const cdata = node['#cdata'] as Node[] | undefined
  return (cdata ?? []).map((one) => String(one['#text'] ?? '')).join('')
}
