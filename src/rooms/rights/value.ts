import { formatDateTime } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import { words as webWords } from '../../web/words.ts'
import { words } from './words.ts'

const PARTS = ['person', 'learner', 'teacher', 'author', 'holder', 'contact', 'actor', 'subject']

/** One value as people read it; nothing is left out, and nothing shortened. */
export function valueSaid(value: unknown, { visit }: Here): string {
  const { language, site } = visit
  if (value === null || value === undefined || value === '') return '–'
  if (value instanceof Date) return formatDateTime(value, language, site.zone)
  if (typeof value === 'boolean') return say(webWords, language)[value ? 'yes' : 'no']
  if (value === 'you') return say(words, language).you
  if (typeof value === 'string') return PARTS.includes(value) ? say(words, language).otherPerson : value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
