import type { PromiseId } from '../../privacy/promises.ts'

/** The lists and addresses that a policy leaves to the declarations; each stands alone on a line. */
export const blocks = [
  'controller',
  'contact',
  'authority',
  'list categories',
  'list purposes',
  'list retention',
  'list recipients',
  'list cookies',
  'list rights',
] as const
export type Block = (typeof blocks)[number]

/** Whatever stands in braces in a policy's text. */
export type Tag =
  | { readonly kind: 'promises'; readonly ids: readonly PromiseId[]; readonly later: boolean }
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'duration' | 'purpose'; readonly name: string }
  | { readonly kind: 'unknown'; readonly text: string }

const BRACES = /\{([^{}\n]*)\}/g

/** The text with each tag replaced. */
export function replaceTags(text: string, replace: (tag: Tag) => string): string {
  return text.replace(BRACES, (_, inside: string) => replace(tagOf(inside)))
}

/** Every tag of a text, in its order. */
export function tagsIn(text: string): Tag[] {
  return [...text.matchAll(BRACES)].map(([, inside]) => tagOf(inside as string))
}

/** The ids that a text promises, in its order, and which of them it says come later. */
export function promisesIn(text: string): { id: PromiseId; later: boolean }[] {
  return tagsIn(text).flatMap((tag) => (tag.kind === 'promises' ? tag.ids.map((id) => ({ id, later: tag.later })) : []))
}

/** What a text says for each promise: the words before its tag, back to the tag or paragraph before. */
export function sentencesOf(text: string): ReadonlyMap<PromiseId, string> {
  const sentences = new Map<PromiseId, string>()
  for (const paragraph of text.split(/\n(?=[-#])|\n{2,}/)) {
    let from = 0
    for (const found of paragraph.matchAll(BRACES)) {
      const tag = tagOf(found[1] as string)
      if (tag.kind !== 'promises') continue
      const sentence = paragraph.slice(from, found.index).replace(/^[-\s]+/, '').replaceAll('**', '').trim()
      for (const id of tag.ids) sentences.set(id, sentence)
      from = found.index + found[0].length
    }
  }
  return sentences
}

const PROMISES = /^(#[A-Z]\d\d(?: #[A-Z]\d\d)*)( later)?$/
const NAMED = /^(duration|purpose) (\w+)$/

function tagOf(inside: string): Tag {
  const block = blocks.find((one) => one === inside)
  if (block) return { kind: 'block', block }

  const promises = PROMISES.exec(inside)
  if (promises) {
    const ids = (promises[1] as string).split(' ').map((one) => one.slice(1) as PromiseId)
    return { kind: 'promises', ids, later: promises[2] !== undefined }
  }
  const named = NAMED.exec(inside)
  if (named) return { kind: named[1] as 'duration' | 'purpose', name: named[2] as string }
  return { kind: 'unknown', text: inside }
}
