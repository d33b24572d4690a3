import { renderMarkdown } from '../../../platform/markdown.ts'
import type { Language } from '../../../platform/words.ts'

/** A course's file: the name its texts use, and the content that stands behind it now. */
export type CourseFile = { name: string; hash: string; type: string; bytes: number }

export type Writing = {
  /** The version's id, which stands for its text; a draft still changes and has none. */
  version: string | null
  text: string
  language: Language
  files: readonly CourseFile[]
  /** Where this reader finds the files: learners and authors at addresses of their own. */
  folder: string
}

const MOST_KEPT = 500 // texts; some 20 MB at the most in common sizes
const kept = new Map<string, string>()

/** The lesson's text as markup; rendered once for all learners, and kept while it is read. */
export function lessonHtml(writing: Writing): string {
  if (writing.version === null) return render(writing)

  const pictures = writing.files.map(({ name, hash }) => `${name} ${hash}`)
  const key = [writing.version, writing.language, writing.folder, ...pictures].join('\n')
  const html = kept.get(key) ?? render(writing)
  // What was read last stands last, so the first is the one nobody has read for longest.
  kept.delete(key)
  kept.set(key, html)
  const oldest = kept.keys().next().value
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return html
}

/** Where a file of a course is, for whoever may read from that folder. */
export function addressOf(folder: string, { hash, name }: Pick<CourseFile, 'hash' | 'name'>): string {
  return `${folder}/${hash}/${encodeURIComponent(name)}`
}

function render({ text, language, files, folder }: Writing): string {
  const image = (reference: string) => {
    const file = files.find(({ name }) => name === reference.replace(/^files\//, ''))
    return file?.type.startsWith('image/') ? addressOf(folder, file) : undefined
  }
  return renderMarkdown(text, { language, image, firstHeading: 2 })
}
