import type {
  GIFTQuestion,
  Matching,
  MultipleChoice,
  Numerical,
  NumericalChoice,
  ShortAnswer,
  TextFormat,
  TrueFalse,
} from 'gift-pegjs'
import { optionId, withIds } from '../option-ids.ts'
import { showSigns } from './gift-signs.ts'
import { markdownOf } from './html.ts'
import { decodeEntities, escapeMarkdown } from './html-text.ts'
import { filled, type Note, note } from './report.ts'

/** The content of a question before it is judged; absent when its kind is not ours. */
export type Read = { content?: unknown; notes: Note[] }

/** What the parser understood, as one of our kinds. */
export function contentOf(gift: GIFTQuestion): Read {
  const notes: Note[] = []
  switch (gift.type) {
    case 'MC':
      return { content: { ...common(gift, notes), ...choice(gift, notes) }, notes }
    case 'TF':
      return { content: { ...common(gift, notes), ...trueFalse(gift, notes) }, notes }
    case 'Short':
      return { content: { ...common(gift, notes), ...shortAnswer(gift, notes) }, notes }
    case 'Numerical':
      return { content: { ...common(gift, notes), ...numeric(gift, notes) }, notes }
    case 'Matching':
      return { content: { ...common(gift, notes), ...matching(gift, notes) }, notes }
    case 'Essay':
      return { content: { ...common(gift, notes), kind: 'essay' }, notes }
    default:
      return { notes: [note('descriptionRefused')] }
  }
}

/**
 * `{>4 ALL VERTICAL ABSOLUTE_POSITION SHOW` and then an item a line: how Moodle's ordering questions
 * write themselves; the parser does not know it.
 * Source: question/type/ordering/questiontype.php, `import_from_gift`.
 */
export function orderingOf(hidden: string): Read | undefined {
  const open = hidden.indexOf('{>')
  const close = hidden.lastIndexOf('}')
  if (open < 0 || close < open) return undefined
  const [head = '', ...lines] = hidden.slice(open + 2, close).split('\n')
  if (!/^\s*\d+(\s+[A-Z_]+)*\s*$/.test(head)) return undefined
  const stem = hidden.slice(0, open).replace(/^\s*::[\s\S]*?::/, '')
  const format = /^\s*\[(html|markdown|plain|moodle)\]/.exec(stem)
  const written = {
    format: (format?.[1] ?? 'moodle') as TextFormat['format'],
    text: stem.slice(format?.[0].length ?? 0).trim(),
  }
  const notes: Note[] = []
  const items = lines.map((one) => one.trim()).filter((one) => one !== '')
  const text = markdown(written, notes)
  const ordered = items.map((one) => ({ text: markdown({ ...written, text: one }, notes) }))
  notes.push(...lostIn(head))
  return { content: { kind: 'ordering', text, items: withIds(ordered) }, notes }
}

function lostIn(head: string): Note[] {
  const [, select = 'ALL', , rule = 'ABSOLUTE_POSITION'] = head.trim().split(/\s+/)
  return [
    ...(select === 'ALL' ? [] : [note('partDropped', select)]),
    ...(rule.startsWith('ABS') ? [] : [note('markingDiffers', rule)]),
  ]
}

function common(gift: { stem: TextFormat; globalFeedback: TextFormat | null }, notes: Note[]) {
  return {
    text: markdown(gift.stem, notes),
    ...filled('feedback', markdown(gift.globalFeedback, notes)),
  }
}

/** One option worth everything makes radio buttons, as in Moodle; otherwise there are several. */
function choice(gift: MultipleChoice, notes: Note[]) {
  const options = gift.choices.map((one) => ({
    text: markdown(one.text, notes),
    fraction: one.weight ?? (one.isCorrect ? 100 : 0),
    ...filled('feedback', markdown(one.feedback, notes)),
  }))
  const kind = gift.choices.some((one) => one.isCorrect) ? 'single' : 'multiple'
  return { kind, shuffle: true, options: withIds(options) }
}

/** The first feedback is for those who were wrong, whatever the parser calls it. */
function trueFalse(gift: TrueFalse, notes: Note[]) {
  const wrong = markdown(gift.trueFeedback, notes)
  const right = markdown(gift.falseFeedback, notes)
  return {
    kind: 'trueFalse',
    answer: gift.isTrue,
    ...filled('feedbackTrue', gift.isTrue ? right : wrong),
    ...filled('feedbackFalse', gift.isTrue ? wrong : right),
  }
}

function shortAnswer(gift: ShortAnswer, notes: Note[]) {
  const answers = gift.choices.map((one) => ({
    text: plainText(one.text),
    fraction: one.weight ?? 100,
    ...filled('feedback', markdown(one.feedback, notes)),
  }))
  return { kind: 'shortAnswer', matchCase: false, matchSpaces: false, answers: withIds(answers) }
}

function numeric(gift: Numerical, notes: Note[]) {
  const choices = Array.isArray(gift.choices)
    ? gift.choices
    : [{ isCorrect: true, weight: null, feedback: null, text: gift.choices }]
  const known = choices.filter((one) => one.text.type !== undefined)
  if (choices.length > known.length) notes.push(note('anyOtherDropped'))
  const taken = new Set<string>()
  const answers = known.map((one) => {
    const number = numberOf(one)
    const id = optionId(`${number.value} ${number.tolerance}`, taken)
    taken.add(id)
    return { id, ...number, ...filled('feedback', markdown(one.feedback, notes)) }
  })
  return { kind: 'numeric', answers }
}

function numberOf({ text, weight, isCorrect }: NumericalChoice) {
  const fraction = weight ?? (isCorrect ? 100 : 0)
  if (text.type !== 'high-low') {
    return { value: text.number ?? Number.NaN, tolerance: text.range ?? 0, fraction }
  }
  const low = text.numberLow ?? Number.NaN
  const high = text.numberHigh ?? Number.NaN
  // The middle of 3.141 and 3.142 is 3.1415000000000002 in binary.
  const value = Number(((low + high) / 2).toPrecision(12))
  return { value, tolerance: Number((Math.abs(high - low) / 2).toPrecision(12)), fraction }
}

function matching(gift: Matching, notes: Note[]) {
  const texts = gift.matchPairs.map((one) => showSigns(one.subanswer).trim())
  const answers = withIds([...new Set(texts)].map((text) => ({ text })))
  const pairs = gift.matchPairs.map((one, index) => ({
    text: markdown(one.subquestion, notes),
    answer: answers.find((a) => a.text === texts[index])?.id ?? '',
  }))
  const rows = withIds(pairs.filter((one) => one.text !== ''))
  return { kind: 'matching', shuffle: true, rows, answers }
}

/** `moodle` means what a text editor made; bare text comes out as itself, with its signs escaped. */
function markdown(written: TextFormat | null, notes: Note[]): string {
  if (!written) return ''
  const text = showSigns(written.text).trim()
  if (written.format === 'markdown') return text
  if (written.format === 'plain') return escapeMarkdown(text).replaceAll('\n', '  \n')
  const read = markdownOf(text.replaceAll('\n', written.format === 'moodle' ? '<br>' : '\n'))
  notes.push(...read.notes)
  return read.text
}

function plainText(written: TextFormat): string {
  const text = showSigns(written.text).trim()
  return written.format === 'html' ? decodeEntities(text.replace(/<[^>]*>/g, '')) : text
}
