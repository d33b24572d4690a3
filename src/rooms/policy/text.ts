import { renderMarkdown } from '../../platform/markdown.ts'
import { type Language, say } from '../../platform/words.ts'
import type { Visit } from '../../web/visit.ts'
import type { Facts } from './facts.ts'
import { blockText } from './lists.ts'
import type { MaterialChange } from './rules.ts'
import { replaceTags, type Tag } from './tags.ts'
import { words } from './words.ts'

/** What rendering needs of a version: its texts, and what the declarations said then. */
export type Text = { readonly hash: string; readonly texts: Readonly<Record<Language, string>>; readonly facts: Facts }

/** A version of the policy as markup, in the visit's language, for a place among level 3 headings. */
export function policyHtml(version: Text, visit: Pick<Visit, 'language'>): string {
  return renderMarkdown(policyMarkdown(version, visit.language), { language: visit.language, firstHeading: 3 })
}

/** Rendered text with its contents: each heading of the second level gets an address of its own. */
export function withAnchors(rendered: string): { html: string; contents: readonly { id: string; title: string }[] } {
  const contents: { id: string; title: string }[] = []
  const html = rendered.replace(/<h2>(.*?)<\/h2>/g, (_, title: string) => {
    const id = slugOf(title)
    contents.push({ id, title: title.replace(/<[^>]+>/g, '') })
    return `<h2 id="${id}">${title}</h2>`
  })
  return { html, contents }
}

/** A version in Markdown, all its lists filled in and each promise marked by a link to what keeps it. */
export function policyMarkdown({ texts, facts }: Text, language: Language): string {
  return replaceTags(texts[language], (tag) => {
    if (tag.kind === 'promises') return marks(tag, language)
    return filled(tag, { facts, language })
  })
}

/** The same in plain words, without the marks: what versions are compared by. */
export function policyWords({ texts, facts }: Text, language: Language): string {
  return replaceTags(texts[language], (tag) => (tag.kind === 'promises' ? '' : filled(tag, { facts, language })))
}

/** One sentence of a policy, its periods and purposes filled in. */
export function sentenceIn(sentence: string, at: { facts: Facts; language: Language }): string {
  return replaceTags(sentence, (tag) => (tag.kind === 'promises' ? '' : filled(tag, at))).trim()
}

/** A change that matters, as a sentence. */
export function changeSaid({ kind, values }: MaterialChange, language: Language): string {
  const said = say(words, language)
  const [first = '', second = ''] = values.map((value) => value[language])
  return said[kind](first, second)
}

function filled(tag: Tag, { facts, language }: { facts: Facts; language: Language }): string {
  if (tag.kind === 'block') return blockText(tag.block, { facts, language })
  if (tag.kind === 'duration') return facts.durations[tag.name as keyof Facts['durations']]?.said[language] ?? ''
  if (tag.kind === 'purpose') return facts.purposes.find(({ purpose }) => purpose === tag.name)?.name[language] ?? ''
  return ''
}

function marks({ ids, later }: Tag & { kind: 'promises' }, language: Language): string {
  const said = say(words, language)
  const links = ids.map((id) => `[${id}](/privacy/promises#${id} "${said.whatKeepsIt}")`).join(' ')
  return later ? `${links} *${said.comesLater}*` : links
}

function slugOf(title: string): string {
  const plain = title.replace(/<[^>]+>|&\w+;/g, '').toLowerCase()
  return `about-${plain.replace(/[^\p{L}\d]+/gu, '-').replace(/^-|-$/g, '')}`
}
