import MarkdownIt, { type Token } from 'markdown-it'
import { LONGEST_MARKDOWN } from './markdown.ts'

/** A few words that look alike. */
export type Run = { text: string; strong: boolean; code: boolean }

/** What a printed page is made of: a template never sees Markdown. */
export type Block =
  | { kind: 'text'; runs: Run[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; rows: Run[][][] }
  | { kind: 'picture'; source: string; alternative: string }

const markdown = new MarkdownIt({ html: false, linkify: false })

/** A text that anybody may have written, in blocks; what is emphasised at all is strong, links are their words. */
export function blocksOf(text: string): Block[] {
  if (text.length > LONGEST_MARKDOWN) return [{ kind: 'code', text }]
  const page: Block[] = []
  const open: { into: Block[]; list?: Block & { kind: 'list' } }[] = [{ into: page }]
  let isHeading = false
  let table: (Block & { kind: 'table' }) | undefined

  for (const token of markdown.parse(text, {})) {
    const into = open.at(-1)?.into ?? page
    if (token.type === 'heading_open' || token.type === 'heading_close') isHeading = token.type === 'heading_open'
    else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') open.push({ into, list: addedTo(into, { kind: 'list', ordered: token.type === 'ordered_list_open', items: [] }) })
    else if (token.type === 'list_item_open') open.push({ into: newItem(open.at(-1)?.list) })
    else if (/_(list|item)_close$/.test(token.type)) open.pop()
    else if (token.type === 'table_open') table = addedTo(into, { kind: 'table', rows: [] })
    else if (token.type === 'tr_open') table?.rows.push([])
    else if (token.type === 'table_close') table = undefined
    else if (token.type === 'fence' || token.type === 'code_block') into.push({ kind: 'code', text: token.content.trimEnd() })
    else if (token.type === 'inline' && table) table.rows.at(-1)?.push(runsOf(token, isHeading))
    else if (token.type === 'inline') into.push(...inlineBlocks(token, isHeading))
  }
  return page
}

function addedTo<B extends Block>(blocks: Block[], block: B): B {
  blocks.push(block)
  return block
}

function newItem(list: (Block & { kind: 'list' }) | undefined): Block[] {
  const item: Block[] = []
  list?.items.push(item)
  return item
}

/** The words of a paragraph, and after them its pictures, which stand alone on paper. */
function inlineBlocks(token: Token, strong: boolean): Block[] {
  const runs = runsOf(token, strong)
  const pictures = (token.children ?? []).filter(({ type }) => type === 'image')
  return [
    ...(runs.some(({ text }) => text.trim() !== '') ? [{ kind: 'text', runs } as const] : []),
    ...pictures.map((picture) => ({ kind: 'picture', source: String(picture.attrGet('src')), alternative: picture.content }) as const),
  ]
}

function runsOf({ children }: Token, isHeading: boolean): Run[] {
  let depth = 0
  return (children ?? []).flatMap((token) => {
    if (/^(strong|em)_open$/.test(token.type)) depth++
    if (/^(strong|em)_close$/.test(token.type)) depth--
    const strong = isHeading || depth > 0
    if (token.type === 'softbreak' || token.type === 'hardbreak') return [{ text: token.type === 'softbreak' ? ' ' : '\n', strong, code: false }]
    if (token.type === 'text' || token.type === 'code_inline') return [{ text: token.content, strong, code: token.type === 'code_inline' }]
    return []
  })
}
