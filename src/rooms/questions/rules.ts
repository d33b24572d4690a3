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

/** How hard a question is, so that an exam can ask for a mixture. */
export const difficulties = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof difficulties)[number]

const GRADE = /^difficulty-(easy|medium|hard)$/

/** Other systems know no difficulty: it goes out as one more tag, by which it comes in again. */
export function withGradeTag(tags: readonly string[], difficulty: Difficulty | ''): string[] {
  return difficulty === '' ? [...tags] : [...tags, `difficulty-${difficulty}`]
}

/** The tags of a file, and the difficulty that one of them says. */
export function gradeIn(tags: readonly string[]): { tags: string[]; difficulty: Difficulty | '' } {
  const found = tags.map((tag) => GRADE.exec(tag)?.[1]).find((one) => one !== undefined)
  return { tags: tags.filter((tag) => !GRADE.test(tag)), difficulty: (found ?? '') as Difficulty | '' }
}

/** Tags as they are kept: small letters, each once, in the order of the alphabet. Commas part them. */
export function tagsFrom(written: string): string[] {
  const tags = written.split(',').map((tag) => oneLine(tag).toLowerCase())
  return [...new Set(tags.filter((tag) => tag !== ''))].sort()
}

/** A category or a name as it is kept: one line, no spaces around it. */
export function oneLine(written: string): string {
  return written.normalize('NFC').replace(/\s+/gu, ' ').trim()
}
