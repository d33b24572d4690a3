import MarkdownIt, { type Token } from 'markdown-it'
import type { Language } from './words.ts'

export type MarkdownOptions = {
  /** Whose words name a table that can be scrolled; of the text itself nothing is assumed. */
  language?: Language
  /**
   * Where the picture of a relative reference lies, on this site, or undefined if there is none: then
   * its description stands in its place, as it does for every picture that is not under `/files/`.
   */
  image?: (reference: string) => string | undefined
  /** The level of the text's first heading; the page around it owns those above. */
  firstHeading?: 2 | 3 | 4
}

/** In letters, some 15 000 words. A longer text is shown as it was written: it could take seconds. */
export const LONGEST_MARKDOWN = 100_000

// Hebrew, Arabic and the scripts beside them: https://www.unicode.org/charts/
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

const TABLE: Record<Language, string> = { nb: 'Tabell', da: 'Tabel', en: 'Table' }
const LOWEST_HEADING = 6
const DEEPEST = 20 // tokens that may open one within the other before there is a word

const markdown = new MarkdownIt({ html: false, linkify: false })
const { escapeHtml } = markdown.utils
markdown.validateLink = isSafeLink
// A table wider than the screen scrolls in a frame of its own, which the keyboard must reach.
markdown.renderer.rules['table_open'] = (_tokens, _i, _settings, env) =>
  `<div class="table-scroll" tabindex="0"${env?.['tableLabel'] ?? ''}>\n<table>\n`
markdown.renderer.rules['sound'] = (tokens, i) =>
  `<audio controls preload="none" src="${escapeHtml(String(tokens[i]?.attrGet('src')))}" aria-label="${escapeHtml(tokens[i]?.content ?? '')}"></audio>`
markdown.renderer.rules['table_close'] = () => '</table>\n</div>\n'

/** HTML of a text that anybody may have written: no HTML of theirs, no script, nothing from other sites. */
export function renderMarkdown(text: string, options: MarkdownOptions = {}): string {
  if (text.length > LONGEST_MARKDOWN) return `<pre>${escapeHtml(text)}</pre>\n`
  const { language, firstHeading = 2 } = options
  const env = { tableLabel: language && ` role="group" aria-label="${TABLE[language]}"` }
  const tokens = markdown.parse(text, env)
  levelHeadings(tokens, firstHeading)
  markCallouts(tokens)
  tokens.forEach(dressCell)
  if (RIGHT_TO_LEFT.test(text)) tokens.forEach(followItsWords)
  for (const token of inlineOf(tokens)) dressInline(token, options)
  return markdown.renderer.render(tokens, markdown.options, env)
}

/** The words alone, in one line: for summaries and searches. */
export function plainText(text: string): string {
  const tokens = markdown.parse(text.slice(0, LONGEST_MARKDOWN), {})
  return tokens.map(wordsOf).join(' ').replace(/\s+/g, ' ').trim()
}

/**
 * http, https, mailto, or within this site; a leading `//` leads to another. The parser has encoded
 * spaces, control characters and backslashes before it asks, so nothing hides a scheme from us.
 */
function isSafeLink(address: string): boolean {
  if (address.startsWith('//')) return false
  const scheme = /^([^/?#]*?):/.exec(address)?.[1]
  return scheme === undefined || /^(https?|mailto)$/i.test(scheme)
}

/** Whatever levels the author chose, each heading is at most one below the one before. */
function levelHeadings(tokens: Token[], first: number): void {
  const above: number[] = []
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const written = Number(token.tag.slice(1))
      while ((above.at(-1) ?? 0) >= written) above.pop()
      above.push(written)
    }
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${Math.min(first + above.length - 1, LOWEST_HEADING)}`
    }
  }
}

/** A quotation that begins with a bold word (`> **Husk** …`) is a note to the reader. */
function markCallouts(tokens: Token[]): void {
  const open: Token[] = []
  tokens.forEach((token, i) => {
    if (token.type === 'blockquote_open') {
      if (beginsBold(tokens.slice(i + 1, i + 3))) becomeCallout(token)
      open.push(token)
    } else if (token.type === 'blockquote_close') {
      token.tag = open.pop()?.tag ?? token.tag
    }
  })
}

function beginsBold([paragraph, inline]: Token[]): boolean {
  const parts = inline?.children?.filter(({ type, content }) => type !== 'text' || content !== '')
  return paragraph?.type === 'paragraph_open' && parts?.[0]?.type === 'strong_open'
}

function becomeCallout(token: Token): void {
  token.tag = 'div'
  token.attrSet('class', 'callout')
  token.attrSet('role', 'note')
}

/** The parser writes `style="text-align:right"`; our pages allow no inline style. */
function dressCell(token: Token): void {
  if (token.type !== 'th_open' && token.type !== 'td_open') return
  const side = /text-align:(left|center|right)/.exec(String(token.attrGet('style')))?.[1]
  token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null
  if (side) token.attrSet('class', `align-${side}`)
  if (token.type === 'th_open') token.attrSet('scope', 'col')
}

/** Each part of a text stands in the direction of its own first letter, whatever the page around it is. */
function followItsWords(token: Token, i: number, tokens: Token[]): void {
  if (!/^(paragraph|heading|bullet_list|ordered_list|blockquote|table|th|td)_open$/.test(token.type)) return
  const words = tokens.slice(i, i + DEEPEST).find(({ type }) => type === 'inline')?.content ?? ''
  token.attrSet('dir', RIGHT_TO_LEFT.test(/\p{L}/u.exec(words)?.[0] ?? '') ? 'rtl' : 'ltr')
}

function dressInline(token: Token, { image }: MarkdownOptions): void {
  if (token.type === 'link_open' && /^https?:/i.test(String(token.attrGet('href')))) {
    token.attrSet('rel', 'noopener')
  }
  if (token.type === 'image') showImage(token, image)
}

function showImage(token: Token, resolve: MarkdownOptions['image']): void {
  const address = addressOfImage(String(token.attrGet('src')), resolve)
  if (address === undefined) {
    token.content = wordsOf(token)
    token.type = 'text'
  } else if (/\.(mp3|m4a)$/.test(address)) {
    token.content = wordsOf(token)
    token.attrSet('src', address)
    token.type = 'sound'
  } else {
    token.attrSet('src', address)
    token.attrSet('loading', 'lazy')
  }
}

/** The text's author names our own files or leaves the place to `resolve`, and reaches no other site. */
function addressOfImage(reference: string, resolve: MarkdownOptions['image']): string | undefined {
  if (/^\/files\/[\w./-]+$/.test(reference) && !reference.includes('..')) return reference
  if (reference === '' || /^\/|^[^/?#]*:/.test(reference)) return undefined
  return resolve?.(decoded(reference))
}

/** The parser has encoded it for an address; whoever resolves it knows it as the author wrote it. */
function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference)
  } catch {
    return reference
  }
}

function inlineOf(tokens: Token[]): Token[] {
  return tokens.flatMap(({ children }) => children ?? [])
}

function wordsOf(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' '
  return token.children ? token.children.map(wordsOf).join('') : token.content
}
