import { z } from 'zod'
import { LONGEST_TEXT, MOST_OPTIONS } from '../kinds/parts.ts'
import { kinds, type Kind } from '../question.ts'
import { difficulties, LONGEST_CATEGORY, LONGEST_NAME } from '../rules.ts'

const line = (longest: number) => z.string().max(longest).default('')
const paragraph = line(LONGEST_TEXT)
const tick = z.enum(['yes', '']).default('')

const rowShape = z.strictObject({
  /** Given by us, and kept through all versions: responses point at it. */
  id: line(12),
  text: paragraph,
  /** Per cent, or `right`: an equal share of what is right. */
  worth: line(10),
  value: line(60),
  tolerance: line(60),
  /** What a row is matched with. */
  answer: paragraph,
  feedback: paragraph,
  pinned: tick,
})

/** A question as an author's form holds it, of whatever kind: all text, and not yet judged. */
export const writtenShape = z.strictObject({
  kind: z.enum(kinds, 'badKind'),
  /** The number of the version the author began from; 0 for a new question. */
  base: z.coerce.number().int().min(0).max(1_000_000).default(0),
  /** Under which a new question is kept until it is saved. */
  draft: z.uuid().or(z.literal('')).default(''),
  name: line(LONGEST_NAME),
  category: line(LONGEST_CATEGORY),
  tags: line(1_000),
  difficulty: z.enum(difficulties).or(z.literal('')).default(''),
  text: paragraph,
  feedback: paragraph,
  shuffle: tick,
  unit: line(40),
  matchCase: tick,
  matchSpaces: tick,
  truth: z.enum(['true', 'false', '']).default(''),
  feedbackTrue: paragraph,
  feedbackFalse: paragraph,
  fewestWords: line(10),
  mostWords: line(10),
  modelAnswer: paragraph,
  rows: z.array(rowShape).max(MOST_OPTIONS, '#tooManyOptions').default([]),
  /** Answers that belong to no row. */
  extras: z
    .array(z.strictObject({ text: paragraph }))
    .max(MOST_OPTIONS, '#tooManyOptions')
    .default([]),
  /** What a picture or sound is, for whoever does not see or hear it; the file comes beside the form. */
  pictureText: line(300),
  /** Which button was pressed. */
  do: z
    .string()
    .regex(/^(ready|draft|preview|picture|add|addExtra|(remove|up|down|removeExtra)\.\d{1,2})$/)
    .default('draft'),
})

export type Written = z.output<typeof writtenShape>
export type WrittenRow = Written['rows'][number]

/** `rows.2.text` of a form becomes `rows[2].text`; what the other face sends in lists stays as it is. */
export function nested(form: unknown): unknown {
  if (typeof form !== 'object' || form === null) return form
  const lists: Record<'rows' | 'extras', Record<string, unknown>[]> = { rows: [], extras: [] }
  const plain: [string, unknown][] = []
  for (const [name, value] of Object.entries(form)) {
    const [, list, index, field] = /^(rows|extras)\.(\d{1,2})\.([a-z]+)$/i.exec(name) ?? []
    if (!field) plain.push([name, value])
    else lists[list as 'rows'][Number(index)] = { ...lists[list as 'rows'][Number(index)], [field]: value }
  }
  const listed = Object.entries(lists).filter(([, list]) => list.length > 0)
  return Object.fromEntries([...plain, ...listed.map(([name, list]) => [name, Array.from(list, (row) => row ?? {})])])
}

/** The other way: the fields of a form, by their names. Numbers and empty fields as text. */
export function flat({ rows, extras, ...written }: Partial<Written>): Record<string, string> {
  const listed = (name: string, list: readonly object[] = []) =>
    list.flatMap((row, index) =>
      Object.entries(row).map(([field, value]) => [`${name}.${index}.${field}`, String(value)]),
    )
  return Object.fromEntries([
    ...Object.entries(written).map(([name, value]) => [name, String(value)]),
    ...listed('rows', rows),
    ...listed('extras', extras),
  ])
}

/** What stood in a form that came back, however faulty or long; undefined when none did. */
export function readBack(values: Readonly<Record<string, unknown>>): Written | undefined {
  const kind = kinds.find((one) => one === values['kind'])
  if (!kind) return undefined
  const { rows, extras, ...plain } = nested(values) as Record<string, unknown>
  const listOf = <T extends object>(list: unknown, empty: T) =>
    Array.isArray(list) ? list.map((row) => textsOver(empty, row)) : []
  return {
    ...textsOver(writtenShape.parse({ kind }), plain),
    kind,
    base: Number(plain['base'] ?? 0) || 0,
    rows: listOf(rows, rowShape.parse({})),
    extras: listOf(extras, { text: '' }),
  }
}

/** What is empty, filled in with the texts of the same names. */
function textsOver<T extends object>(empty: T, given: Record<string, unknown>): T {
  const known = Object.entries(given).filter(([name, value]) => Object.hasOwn(empty, name) && typeof value === 'string')
  return { ...empty, ...Object.fromEntries(known) }
}

export const isSaving = ({ do: button }: Written): boolean => button === 'ready' || button === 'draft'

/** The form after a button that only changes the form: a row more, fewer, or elsewhere. */
export function stepped(written: Written): Written {
  const [step = '', place = ''] = written.do.split('.')
  const index = Number(place)
  const { rows, extras } = written
  switch (step) {
    case 'add':
      return { ...written, rows: [...rows, emptyRow(written.kind)].slice(0, MOST_OPTIONS) }
    case 'addExtra':
      return { ...written, extras: [...extras, { text: '' }].slice(0, MOST_OPTIONS) }
    case 'remove':
      return { ...written, rows: rows.filter((_, at) => at !== index) }
    case 'removeExtra':
      return { ...written, extras: extras.filter((_, at) => at !== index) }
    case 'up':
      return { ...written, rows: swapped(rows, index, index - 1) }
    case 'down':
      return { ...written, rows: swapped(rows, index, index + 1) }
    default:
      return written
  }
}

/** Where to go on writing after such a step: the row that came or moved. */
export function focusAfter(written: Written): string | undefined {
  const [step = '', place = ''] = written.do.split('.')
  const row = {
    add: written.rows.length - 1,
    up: Number(place) - 1,
    down: Number(place) + 1,
    remove: Math.max(0, Number(place) - 1),
  }[step]
  if (step === 'picture') return 'text'
  if (step === 'addExtra') return `extras.${written.extras.length - 1}.text`
  if (row === undefined || row < 0) return undefined
  return `rows.${row}.${written.kind === 'numeric' ? 'value' : 'text'}`
}

/** An empty form of a kind, with as many rows as most questions need. */
export function emptyForm(kind: Kind): Written {
  const rows = { single: 4, multiple: 4, numeric: 1, shortAnswer: 1, matching: 3, ordering: 4, trueFalse: 0, essay: 0 }[
    kind
  ]
  return {
    ...writtenShape.parse({ kind }),
    shuffle: 'yes',
    rows: Array.from({ length: rows }, (_, index) => firstRow(kind, index)),
  }
}

function firstRow(kind: Kind, index: number): WrittenRow {
  const isRight = index === 0 && (kind === 'single' || kind === 'multiple')
  return isRight ? { ...emptyRow(kind), worth: kind === 'single' ? '100' : 'right' } : emptyRow(kind)
}

function emptyRow(kind: Kind): WrittenRow {
  return rowShape.parse({ worth: kind === 'numeric' || kind === 'shortAnswer' ? '100' : '0' })
}

function swapped<T>(list: readonly T[], one: number, other: number): T[] {
  const swap = [...list]
  const [a, b] = [list[one], list[other]]
  if (a !== undefined && b !== undefined) [swap[one], swap[other]] = [b, a]
  return swap
}
