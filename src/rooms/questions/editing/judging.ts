import { optionId } from '../option-ids.ts'
import { readNumber } from '../kinds/numeric.ts'
import { type Question, readQuestion } from '../question.ts'
import type { FaultCode } from '../words.ts'
import { fractionsOf, worthsOf } from './worth.ts'
import { emptyForm, type Written, type WrittenRow } from './written.ts'

export type FormFault = { code: FaultCode; field: string }

/** The question that a form says, or what is wrong with it, field by field. Empty rows are left out. */
export function questionFrom(
  written: Written,
): { question: Question; faults?: never } | { question?: never; faults: FormFault[] } {
  const kept = written.rows.map((row, place) => ({ row, place })).filter(({ row }) => !isEmpty(row))
  const rows = withRowIds(kept.map(({ row }) => tidy(row)))
  const read = readQuestion({
    kind: written.kind,
    text: tidied(written.text),
    ...filled({ feedback: tidied(written.feedback) }),
    ...contentOf(written, rows),
  })
  if (read.question) return read
  const places = kept.map(({ place }) => place)
  return { faults: read.faults.map(({ code, path }) => ({ code, field: fieldAt(path, { written, rows, places }) })) }
}

/** The form of a question, as its author last wrote it. */
export function writtenFrom(
  question: Question,
  about: { name: string; category: string; tags: readonly string[]; difficulty: Written['difficulty']; base: number },
): Written {
  const form = {
    ...emptyForm(question.kind),
    shuffle: '' as const,
    ...about,
    tags: about.tags.join(', '),
    text: question.text,
    feedback: question.feedback ?? '',
  }
  return { ...form, ...fieldsOf(question) } as Written
}

type Row = WrittenRow & { id: string }

function contentOf(written: Written, rows: readonly Row[]): object {
  const shuffle = written.shuffle === 'yes'
  const counted = countedRows(rows)
  switch (written.kind) {
    case 'single':
    case 'multiple':
      return {
        shuffle,
        options: counted.map(({ row, common }) => ({
          ...common,
          text: row.text,
          ...(row.pinned ? { pinned: true } : {}),
        })),
      }
    case 'trueFalse':
      return {
        answer: written.truth === '' ? undefined : written.truth === 'true',
        ...filled({ feedbackTrue: tidied(written.feedbackTrue), feedbackFalse: tidied(written.feedbackFalse) }),
      }
    case 'numeric':
      return {
        ...filled({ unit: written.unit.trim() }),
        answers: counted.map(({ row, common }) => ({
          ...common,
          value: readNumber(row.value),
          tolerance: row.tolerance ? readNumber(row.tolerance) : 0,
        })),
      }
    case 'shortAnswer':
      return {
        matchCase: written.matchCase === 'yes',
        matchSpaces: written.matchSpaces === 'yes',
        answers: counted.map(({ row, common }) => ({ ...common, text: row.text })),
      }
    case 'matching':
      return {
        shuffle,
        ...pairsOf(
          rows,
          written.extras.map(({ text }) => tidied(text)),
        ),
      }
    case 'ordering':
      return { items: rows.map(({ id, text }) => ({ id, text })) }
    case 'essay':
      return { ...wholeNumbers(written), ...filled({ modelAnswer: tidied(written.modelAnswer) }) }
  }
}

/** Each row with what it counts, which depends on the others. */
function countedRows(rows: readonly Row[]) {
  const fractions = fractionsOf(rows.map(({ worth }) => worth))
  return rows.map((row, index) => ({
    row,
    common: { id: row.id, fraction: fractions[index], ...filled({ feedback: row.feedback }) },
  }))
}

/** Rows with the same answer share it. An answer's id is made of its text, as an import makes it. */
function pairsOf(rows: readonly Row[], extras: readonly string[]) {
  const texts = [...new Set([...rows.map(({ answer }) => answer), ...extras.filter((text) => text !== '')])]
  const ids = new Map<string, string>()
  for (const text of texts) ids.set(text, optionId(text, new Set(ids.values())))
  return {
    rows: rows.map(({ id, text, answer, feedback }) => ({
      id,
      text,
      answer: ids.get(answer),
      ...filled({ feedback }),
    })),
    answers: texts.map((text) => ({ id: ids.get(text), text })),
  }
}

function fieldsOf(question: Question): Partial<Written> {
  const row = (fields: Partial<WrittenRow>): WrittenRow => ({ ...EMPTY_ROW, ...fields })
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const worths = worthsOf(
        question.kind,
        question.options.map(({ fraction }) => fraction),
      )
      return {
        shuffle: ticked(question.shuffle),
        rows: question.options.map(({ id, text, feedback = '', pinned = false }, index) =>
          row({ id, text, feedback, pinned: ticked(pinned), worth: worths[index] ?? '0' }),
        ),
      }
    }
    case 'trueFalse':
      return {
        truth: question.answer ? 'true' : 'false',
        feedbackTrue: question.feedbackTrue ?? '',
        feedbackFalse: question.feedbackFalse ?? '',
      }
    case 'numeric':
      return {
        unit: question.unit ?? '',
        rows: question.answers.map(({ id, value, tolerance, fraction, feedback = '' }) =>
          row({ id, value: String(value), tolerance: String(tolerance), worth: String(fraction), feedback }),
        ),
      }
    case 'shortAnswer':
      return {
        matchCase: ticked(question.matchCase),
        matchSpaces: ticked(question.matchSpaces),
        rows: question.answers.map(({ id, text, fraction, feedback = '' }) =>
          row({ id, text, worth: String(fraction), feedback }),
        ),
      }
    case 'matching':
      return matchingFields(question)
    case 'ordering':
      return { rows: question.items.map(({ id, text }) => row({ id, text })) }
    case 'essay':
      return {
        fewestWords: String(question.fewestWords ?? ''),
        mostWords: String(question.mostWords ?? ''),
        modelAnswer: question.modelAnswer ?? '',
      }
  }
}

function matchingFields(question: Extract<Question, { kind: 'matching' }>): Partial<Written> {
  const texts = new Map(question.answers.map(({ id, text }) => [id, text]))
  const used = new Set(question.rows.map(({ answer }) => answer))
  return {
    shuffle: ticked(question.shuffle),
    rows: question.rows.map(({ id, text, answer, feedback = '' }) => ({
      ...EMPTY_ROW,
      id,
      text,
      answer: texts.get(answer) ?? '',
      feedback,
    })),
    extras: question.answers.filter(({ id }) => !used.has(id)).map(({ text }) => ({ text })),
  }
}

const EMPTY_ROW: WrittenRow = {
  id: '',
  text: '',
  worth: '0',
  value: '',
  tolerance: '',
  answer: '',
  feedback: '',
  pinned: '',
}

const LISTS = ['options', 'rows', 'items', 'answers']

/** Where in the form a fault of the question stands. */
function fieldAt(
  path: readonly PropertyKey[],
  { written, rows, places }: { written: Written; rows: readonly Row[]; places: readonly number[] },
): string {
  const [list, index, part] = path
  if (list === undefined) return written.kind === 'essay' ? 'mostWords' : 'rows'
  if (list === 'answer') return 'truth'
  if (!LISTS.includes(String(list))) return String(list)
  if (typeof index !== 'number') return 'rows'
  if (written.kind === 'matching' && list === 'answers') return answerField(index, { written, rows, places })
  return `rows.${places[index] ?? index}.${part === 'fraction' ? 'worth' : String(part ?? 'text')}`
}

function answerField(
  index: number,
  { rows, places }: { written: Written; rows: readonly Row[]; places: readonly number[] },
): string {
  const text = [...new Set(rows.map(({ answer }) => answer))][index]
  const row = rows.findIndex(({ answer }) => answer === text)
  return row === -1 ? 'extras' : `rows.${places[row]}.answer`
}

/** Each row with its own id: the one it came with, or one made of its text. */
function withRowIds(rows: readonly WrittenRow[]): Row[] {
  const taken = new Set(rows.map(({ id }) => id).filter((id) => id !== ''))
  return rows.map((row) => {
    const id = row.id || optionId(row.text || row.value, taken)
    taken.add(id)
    return { ...row, id }
  })
}

function isEmpty({ text, value, answer, feedback, tolerance }: WrittenRow): boolean {
  return `${text}${value}${answer}${feedback}${tolerance}`.trim() === ''
}

function tidy(row: WrittenRow): WrittenRow {
  return {
    ...row,
    text: tidied(row.text),
    answer: tidied(row.answer),
    feedback: tidied(row.feedback),
    value: row.value.trim(),
    tolerance: row.tolerance.trim(),
  }
}

// A browser sends line ends as CRLF.
function tidied(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

function wholeNumbers({ fewestWords, mostWords }: Written): object {
  const numbers = Object.entries({ fewestWords, mostWords }).filter(([, text]) => text.trim() !== '')
  return Object.fromEntries(numbers.map(([name, text]) => [name, readNumber(text) ?? Number.NaN]))
}

/** Leaves out what is empty, since an absent property and an undefined one are two things. */
function filled<T extends Record<string, string>>(texts: T): Partial<T> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<T>
}

function ticked(yes: boolean): 'yes' | '' {
  return yes ? 'yes' : ''
}
