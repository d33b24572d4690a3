export const LONGEST_NAME = 120
export const LONGEST_CATEGORY = 200
export const LONGEST_TAG = 40
export const MOST_TAGS = 20

/**
 * What exams may do with a question. `revised`: they may ask it as it was, since its newest version
 * is a draft.
 */
export const conditions = ['ready', 'revised', 'draft', 'hidden'] as const
export type Condition = (typeof conditions)[number]

/** Tags as they are kept: small letters, each once, in the order of the alphabet. Commas part them. */
export function tagsFrom(written: string): string[] {
  const tags = written.split(',').map((tag) => oneLine(tag).toLowerCase())
  return [...new Set(tags.filter((tag) => tag !== ''))].sort()
}

/** A category or a name as it is kept: one line, no spaces around it. */
export function oneLine(written: string): string {
  return written.normalize('NFC').replace(/\s+/gu, ' ').trim()
}
