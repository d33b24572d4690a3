import { formatDateTime } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import { maskOf, type PurposeName, purposeNames, purposes } from '../../privacy/purposes.ts'
import type { Here } from '../../web/here.ts'
import { LANGUAGE_NAMES, words as webWords } from '../../web/words.ts'
import { rolesSaid } from './saying.ts'
import type { CopiedTable } from './shapes.ts'
import { words } from './words.ts'

/** One value as people read it; nothing is left out, and nothing shortened. The file has what is stored. */
export function valueSaid({ table, people }: CopiedTable, column: string, value: unknown, { visit }: Here): string {
  const { language, site } = visit
  const said = say(words, language)
  if (value === null || value === undefined || value === '') return '–'
  if (people.includes(column)) return value === 'you' ? said.you : said.otherPerson
  if (value instanceof Date) return formatDateTime(value, language, site.zone)
  if (typeof value === 'boolean') return say(webWords, language)[value ? 'yes' : 'no']
  if (table === 'privacy.standings' && typeof value === 'number') return purposesIn(value, language)
  return typeof value === 'object' ? JSON.stringify(value) : wordOf(column, String(value), visit)
}

/** Words of ours that stand in a column, by what the column is called. */
function wordOf(column: string, value: string, { language }: Here['visit']): string {
  if (column === 'role') return rolesSaid([value], language)
  if (column === 'purpose' && value in purposes) return purposes[value as PurposeName].name[language]
  if (column === 'language' && value in LANGUAGE_NAMES) return LANGUAGE_NAMES[value as keyof typeof LANGUAGE_NAMES]
  const said = say(words, language) as unknown as Readonly<Record<string, string>>
  return column === 'because' ? (said[`because_${value}`] ?? value) : value
}

/** A mask of what is lawful, bit by bit, as names. */
function purposesIn(mask: number, language: 'nb' | 'da' | 'en'): string {
  const among = purposeNames.filter((name) => (BigInt(mask) & maskOf([name])) !== 0n)
  return among.map((name) => purposes[name].name[language]).join(', ') || '–'
}
