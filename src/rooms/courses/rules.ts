import { createHash } from 'node:crypto'
import type { Language } from '../../platform/words.ts'

/** A text in those languages it has been written in. */
export type Texts = { readonly [language in Language]?: string | undefined }

/** A text as somebody reads it, and the language it is in, which may not be theirs. */
export type Worded = { text: string; language: Language }

/** In the reader's language, else in the one the course is written in, else in any. */
export function inLanguage(texts: Texts, wished: Language, written: Language): Worded {
  const order = [wished, written, 'nb', 'da', 'en'] as const
  const language = order.find((one) => hasText(texts, one)) ?? written
  return { text: texts[language] ?? '', language }
}

export function hasText(texts: Texts, language: Language): boolean {
  return (texts[language] ?? '').trim() !== ''
}

/** What must be done to have completed a course, as it was on one day. */
export type Rule = {
  readonly items: readonly string[]
  /** By item what made it done, such as `read` or `time 10`; rules of earlier days do not say. */
  readonly ways?: Readonly<Record<string, string>>
  readonly hash: string
}

/** The rule that these required items make, whatever order they stand in. */
export function ruleOf(required: readonly { id: string; way: string }[]): Rule {
  const inOrder = required.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const lines = inOrder.map(({ id, way }) => (USUAL.includes(way) ? id : `${id} ${way}`))
  return {
    items: inOrder.map(({ id }) => id),
    ways: Object.fromEntries(inOrder.map(({ id, way }) => [id, way])),
    hash: createHash('sha256').update(lines.join('\n')).digest('hex'),
  }
}

// What a lesson and an exam ask for where nobody has chosen: unsaid, so that a rule keeps its hash.
const USUAL: readonly string[] = ['read', 'passed']

/** Somebody who must do nothing has completed nothing. */
export function isFulfilled(required: readonly string[], done: ReadonlySet<string>): boolean {
  return required.length > 0 && required.every((item) => done.has(item))
}

export type Progress = { done: number; of: number; percent: number; isComplete: boolean }

/**
 * How far somebody has come by the rule of today. Once complete it stays 100 per cent, whatever is
 * added; before that it never says 100, nor more.
 */
export function progressOf(required: readonly string[], done: ReadonlySet<string>, isComplete: boolean): Progress {
  const of = required.length
  const counted = required.filter((item) => done.has(item)).length
  if (isComplete) return { done: of, of, percent: 100, isComplete }
  const percent = of === 0 ? 0 : Math.min(Math.floor((100 * counted) / of), 99)
  return { done: counted, of, percent, isComplete }
}

/**
 * Where to go on: the place one was at, unless it is gone or done; then the next open item behind it,
 * or else the first that is open. Undefined when nothing is.
 */
export function nextItem(
  items: readonly string[],
  done: ReadonlySet<string>,
  place: string | undefined,
): string | undefined {
  const at = place === undefined ? -1 : items.indexOf(place)
  const open = (item: string) => !done.has(item)
  return items.slice(Math.max(at, 0)).find(open) ?? items.find(open)
}

export type Neighbours = { previous: string | undefined; next: string | undefined }

export function neighboursOf(items: readonly string[], item: string): Neighbours {
  const at = items.indexOf(item)
  return at === -1 ? { previous: undefined, next: undefined } : { previous: items[at - 1], next: items[at + 1] }
}

/**
 * What must be completed first, group by group: of a group one is enough. Those without a number
 * stand alone.
 */
export function alternativesOf<T extends { choice: number }>(prerequisites: readonly T[]): T[][] {
  const groups = new Map<number, T[]>()
  const alone: T[][] = []
  for (const one of prerequisites) {
    if (one.choice === 0) alone.push([one])
    else groups.set(one.choice, [...(groups.get(one.choice) ?? []), one])
  }
  return [...alone, ...groups.values()]
}

/** Why a learner need not have completed a course first: one of a few words, so that an illness has no place here. */
export const applicationReasons = ['elsewhere', 'experience', 'agreed'] as const
export type ApplicationReason = (typeof applicationReasons)[number]

/** Why a learner need not wait for something: as above, or because line or device had failed them. */
export const exemptionReasons = [...applicationReasons, 'technical'] as const
export type ExemptionReason = (typeof exemptionReasons)[number]

export type Requirement = { course: string; required: string }

/** Whether requiring a course would lead, over whatever many steps, back to the course itself. */
export function isCircular(known: readonly Requirement[], { course, required }: Requirement): boolean {
  const reached = new Set([required])
  // A set goes on over what is added to it on the way.
  for (const one of reached) for (const step of known) if (step.course === one) reached.add(step.required)
  return reached.has(course)
}

export type Order = readonly { readonly section: string; readonly items: readonly string[] }[]
export type Direction = 'up' | 'down'

/** The order with one item a step up or down; over the edge of its section it goes into the next. */
export function movedItem(order: Order, item: string, direction: Direction): Order {
  const from = order.findIndex(({ items }) => items.includes(item))
  const home = order[from]
  if (!home) return order

  const within = swapped(home.items, item, direction)
  if (within !== home.items) return order.map((one) => (one === home ? { ...one, items: within } : one))

  const to = order[direction === 'up' ? from - 1 : from + 1]
  if (!to) return order
  return order.map((one) => {
    if (one === home) return { ...one, items: one.items.filter((each) => each !== item) }
    if (one !== to) return one
    return { ...one, items: direction === 'up' ? [...one.items, item] : [item, ...one.items] }
  })
}

/** The list with one of it a step up or down; the same list at its edge. */
export function swapped<T>(list: readonly T[], one: T, direction: Direction): readonly T[] {
  const at = list.indexOf(one)
  const to = direction === 'up' ? at - 1 : at + 1
  if (at === -1 || to < 0 || to >= list.length) return list
  const moved = [...list]
  moved[at] = list[to] as T
  moved[to] = one
  return moved
}

/** Why a lesson cannot be shown to learners yet; null: it can. */
export function unreadyBecause(
  lesson: { text: Texts; video: string | null; captions: Texts; captionless: string | null },
  language: Language,
): 'lessonEmpty' | 'captionsMissing' | null {
  const { text, video, captions, captionless } = lesson
  if (!video) return hasText(text, language) ? null : 'lessonEmpty'
  return hasText(captions, language) || captionless ? null : 'captionsMissing'
}

const MEBIBYTE = 1024 * 1024

/** The most a file of a type may weigh, in bytes. */
export function mostBytesOf(type: string): number {
  if (type.startsWith('video/')) return 200 * MEBIBYTE
  return (type.startsWith('image/') ? 5 : 20) * MEBIBYTE
}

/** How a Markdown text writes the name of a file: an address ends at a space or a bracket. */
export function inAddress(name: string): string {
  return name.replace(/[ ()%]/g, encodeURIComponent).replaceAll('(', '%28').replaceAll(')', '%29')
}

/** `arbeidsliv-i-norge` from `Arbeidsliv i Norge`. */
export function slugOf(title: string): string {
  const letters = title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
  return (
    letters
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '') || 'course'
  )
}

/** The slug, or the first of `slug-2`, `slug-3`… that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug
  for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`
  return free
}

/** What is said in a film, from its captions (WebVTT): a line per caption, without times and marks. */
export function transcriptOf(captions: string): string {
  const blocks = captions.replaceAll('\r\n', '\n').split(/\n\n+/)
  const cues = blocks.map((block) => block.split('\n')).filter((lines) => lines.some((line) => line.includes('-->')))
  const spoken = cues.map((lines) => lines.slice(lines.findIndex((line) => line.includes('-->')) + 1).join(' '))
  return spoken
    .map((line) => line.replace(/<[^>]*>/g, '').trim())
    .filter((line) => line !== '')
    .join('\n')
}
