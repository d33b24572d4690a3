import { optionId, withIds } from '../option-ids.ts'
import { markdownIn, plainTextIn, reportLosses } from './moodle-text.ts'
import { filled, type Note, note } from './report.ts'
import { child, childrenOf, type Element, textOf } from './xml.ts'

/** The content of a question before it is judged; absent when its kind is not ours. */
export type Read = { content?: unknown; notes: Note[] }

type Reader = (element: Element, notes: Note[]) => Record<string, unknown>

const readers: Readonly<Record<string, Reader>> = {
  multichoice,
  truefalse,
  numerical,
  shortanswer,
  matching,
  ordering,
  essay,
}

/** One `<question>` of Moodle's as one of our kinds, with a note for everything left behind. */
export function contentOf(element: Element, type: string): Read {
  if (type === 'description') return { notes: [note('descriptionRefused')] }
  if (!Object.hasOwn(readers, type)) return { notes: [note('kindRefused', type)] }
  const notes: Note[] = []
  const content = {
    text: markdownIn(child(element, 'questiontext'), notes),
    ...filled('feedback', markdownIn(child(element, 'generalfeedback'), notes)),
    ...readers[type]?.(element, notes),
  }
  reportLosses(element, notes)
  return { content, notes }
}

function multichoice(element: Element, notes: Note[]) {
  const options = childrenOf(element, 'answer').map((one) => ({
    text: markdownIn(one, notes),
    fraction: fractionOf(one),
    ...feedbackOf(one, notes),
  }))
  return {
    kind: isTrue(element, 'single', true) ? 'single' : 'multiple',
    shuffle: isTrue(element, 'shuffleanswers', true),
    options: withIds(options),
  }
}

function truefalse(element: Element, notes: Note[]) {
  const answers = childrenOf(element, 'answer')
  const find = (text: string) => answers.find((one) => textOf(one, 'text').toLowerCase() === text)
  const right = answers.find((one) => fractionOf(one) === 100)
  return {
    kind: 'trueFalse',
    answer: right ? textOf(right, 'text').toLowerCase() === 'true' : undefined,
    ...filled('feedbackTrue', markdownIn(child(find('true'), 'feedback'), notes)),
    ...filled('feedbackFalse', markdownIn(child(find('false'), 'feedback'), notes)),
  }
}

function numerical(element: Element, notes: Note[]) {
  const answers = childrenOf(element, 'answer')
  const known = answers.filter((one) => textOf(one, 'text') !== '*')
  if (answers.length > known.length) notes.push(note('anyOtherDropped'))
  const taken = new Set<string>()
  const read = known.map((one) => {
    const value = numberIn(textOf(one, 'text'))
    const tolerance = numberIn(textOf(one, 'tolerance') || '0')
    const id = optionId(`${value} ${tolerance}`, taken)
    taken.add(id)
    return { id, value, tolerance, fraction: fractionOf(one), ...feedbackOf(one, notes) }
  })
  const units = childrenOf(child(element, 'units'), 'unit')
  if (units.length > 1) notes.push(note('partDropped', 'units'))
  return { kind: 'numeric', answers: read, ...filled('unit', textOf(units[0], 'unit_name')) }
}

function shortanswer(element: Element, notes: Note[]) {
  const answers = childrenOf(element, 'answer').map((one) => ({
    text: plainTextIn(one),
    fraction: fractionOf(one),
    ...feedbackOf(one, notes),
  }))
  const matchCase = textOf(element, 'usecase') === '1'
  return { kind: 'shortAnswer', matchCase, matchSpaces: false, answers: withIds(answers) }
}

function matching(element: Element, notes: Note[]) {
  const pairs = childrenOf(element, 'subquestion').map((one) => ({
    text: markdownIn(one, notes),
    answer: plainTextIn(child(one, 'answer')),
  }))
  const answers = withIds([...new Set(pairs.map((one) => one.answer))].map((text) => ({ text })))
  const rows = pairs.map((one) => ({
    text: one.text,
    answer: answers.find((a) => a.text === one.answer)?.id ?? '',
  }))
  return {
    kind: 'matching',
    shuffle: isTrue(element, 'shuffleanswers', true),
    rows: withIds(rows.filter((one) => one.text !== '')),
    answers,
  }
}

function ordering(element: Element, notes: Note[]) {
  const items = childrenOf(element, 'answer').map((one) => ({ text: markdownIn(one, notes) }))
  const select = textOf(element, 'selecttype')
  if (select !== '' && select !== 'ALL') notes.push(note('partDropped', `selecttype ${select}`))
  const rule = textOf(element, 'gradingtype')
  if (rule !== '' && rule !== 'ABSOLUTE_POSITION') notes.push(note('markingDiffers', rule))
  return { kind: 'ordering', items: withIds(items) }
}

function essay(element: Element, notes: Note[]) {
  const limit = (name: string) => numberIn(textOf(element, name) || '0')
  const fewest = limit('minwordlimit')
  const most = limit('maxwordlimit')
  for (const part of ['attachments', 'attachmentsrequired']) {
    if (limit(part) !== 0) notes.push(note('partDropped', part))
  }
  if (textOf(child(element, 'responsetemplate'), 'text') !== '') {
    notes.push(note('partDropped', 'responsetemplate'))
  }
  return {
    kind: 'essay',
    ...(fewest > 0 ? { fewestWords: fewest } : {}),
    ...(most > 0 ? { mostWords: most } : {}),
    ...filled('modelAnswer', markdownIn(child(element, 'graderinfo'), notes)),
  }
}

function feedbackOf(answer: Element, notes: Note[]) {
  return filled('feedback', markdownIn(child(answer, 'feedback'), notes))
}

function fractionOf(answer: Element): number {
  return numberIn(answer.attributes.fraction ?? '')
}

/** What is no number becomes NaN, which no schema takes: the row is refused with the reason. */
function numberIn(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}

function isTrue(element: Element, name: string, otherwise: boolean): boolean {
  const text = textOf(element, name).toLowerCase()
  return text === '' ? otherwise : text === 'true' || text === '1'
}
