import { type Language, say } from '../../../platform/words.ts'
import { type Fault, type Question, readQuestion } from '../question.ts'
import { type Picture, picturesIn } from './pictures.ts'
import { type FaultCode, words } from '../words.ts'
import type { noteWords } from './words.ts'

/** The name of a phrase that says what was lost or why something was refused. */
export type NoteCode = keyof typeof noteWords | FaultCode
export type Note = { code: NoteCode; values: readonly (string | number)[] }

export type Outcome = 'taken' | 'takenWithLoss' | 'refused'

/** One question of a file. `question` is there unless it was refused. */
export type ImportRow = {
  /** Counted from 1 in the order of the file. */
  number: number
  name: string
  outcome: Outcome
  notes: Note[]
  question?: Question
  category?: string
  tags: string[]
  /** The pictures and sounds it shows that came with the file. */
  pictures?: Picture[]
}

/** A dry run: nothing is kept until an author says so. `notes` are about the file as a whole. */
export type ImportReport = { notes: Note[]; rows: ImportRow[] }

/** What goes out: a question as the bank knows it. */
export type ExportedQuestion = {
  name: string
  question: Question
  category?: string | undefined
  tags: readonly string[]
}

/** The file, and what it could not say, question by question. */
export type ExportReport = { text: string; rows: { number: number; name: string; notes: Note[] }[] }

/** What a reader of a format found for one question, before it is judged. */
export type Found = {
  name: string
  content?: unknown
  category?: string | undefined
  tags: string[]
  notes: Note[]
}

export const MOST_QUESTIONS = 2_000
const LONGEST_NAME = 120
const LONGEST_VALUE = 80

export function note(code: NoteCode, ...values: (string | number)[]): Note {
  return { code, values: values.map(shortened) }
}

/** A note in the author's language. */
export function sayNote(said: Note, language: Language): string {
  const phrase = say(words, language)[said.code]
  if (typeof phrase === 'string') return phrase
  return phrase(said.values[0] ?? '', said.values[1] ?? '')
}

/** Judges what was found: refused when the question is not valid, with the reasons. */
export function rowOf(number: number, found: Found): ImportRow {
  const { content, notes } = found
  const row = { number, name: nameOf(found), ...withCategory(found.category), tags: found.tags }
  if (content === undefined) return { ...row, outcome: 'refused', notes: unique(notes) }
  const read = readQuestion(content)
  if (!read.question) {
    return { ...row, outcome: 'refused', notes: unique([...read.faults.map(faultNote), ...notes]) }
  }
  const outcome = notes.length > 0 ? 'takenWithLoss' : 'taken'
  return { ...row, outcome, notes: unique(notes), question: read.question }
}

/** A file that could not be read at all: one refused row. */
export function refusedFile(reason: Note, notes: Note[] = []): ImportReport {
  return { notes, rows: [rowOf(1, { name: '', tags: [], notes: [reason] })] }
}

/** What the found questions come to, at most `MOST_QUESTIONS` of them. */
export function reportOf(found: readonly Found[], notes: Note[]): ImportReport {
  if (found.length === 0) return refusedFile(note('nothingFound'), notes)
  const rows = found.slice(0, MOST_QUESTIONS).map((one, index) => rowOf(index + 1, one))
  if (found.length <= MOST_QUESTIONS) return { notes, rows }
  return { notes: [...notes, note('tooManyQuestions', MOST_QUESTIONS)], rows }
}

/** Gives each question the pictures that it shows, of all that the file had. */
export function withPictures({ notes, rows }: ImportReport, found: readonly Picture[]): ImportReport {
  const known = new Map(found.map((picture) => [picture.address, picture]))
  return {
    notes,
    rows: rows.map((row) => {
      const pictures = picturesIn(row.question ?? '').flatMap((address) => known.get(address) ?? [])
      return pictures.length > 0 ? { ...row, pictures } : row
    }),
  }
}

/** Leaves out what is empty, since an absent property and an undefined one are two things. */
export function filled<K extends string, V>(key: K, value: V | undefined | ''): { [P in K]?: V } {
  return (value === undefined || value === '' ? {} : { [key]: value }) as { [P in K]?: V }
}

/** The first words of a question, for one that came without a name. */
export function nameFrom(text: string): string {
  const line = text.slice(0, 500).replace(/\s+/gu, ' ').trim()
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`.toWellFormed()
}

function nameOf(found: Found): string {
  const name = found.name.replace(/\s+/gu, ' ').trim()
  if (name.length <= LONGEST_NAME) return name
  found.notes.push(note('nameShortened'))
  return `${name.slice(0, LONGEST_NAME - 1)}…`.toWellFormed()
}

function withCategory(category: string | undefined): { category?: string } {
  return category ? { category } : {}
}

function faultNote(fault: Fault): Note {
  return note(fault.code)
}

function unique(notes: Note[]): Note[] {
  return [...new Map(notes.map((one) => [JSON.stringify(one), one])).values()]
}

function shortened(value: string | number): string | number {
  if (typeof value === 'number' || value.length <= LONGEST_VALUE) return value
  return `${value.slice(0, LONGEST_VALUE - 1)}…`.toWellFormed()
}
