import type { Question } from '../question.ts'
import { escapeGift } from './gift-signs.ts'
import { picturesIn } from './pictures.ts'
import { type ExportedQuestion, type ExportReport, type Note, note } from './report.ts'

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>

/** Writes a GIFT file that Moodle and `readGift` read, and says what GIFT has no place for. */
export function writeGift(questions: readonly ExportedQuestion[]): ExportReport {
  const blocks: string[] = []
  const rows: ExportReport['rows'] = []
  let category: string | undefined
  for (const [index, one] of questions.entries()) {
    if (one.category !== category) blocks.push(`$CATEGORY: ${onOneLine(one.category ?? 'top')}`)
    category = one.category
    const notes = [...lostIn(one.question), ...picturesIn(one.question).map((address) => note('imageLeftBehind', address))]
    blocks.push(block(one, notes))
    rows.push({ number: index + 1, name: one.name, notes })
  }
  return { text: `${blocks.join('\n\n')}\n`, rows }
}

function block({ name, question, tags }: ExportedQuestion, notes: Note[]): string {
  const written = `::${escapeGift(onOneLine(name))}::[markdown]${escapeGift(question.text)}`
  return [tagLine(tags, notes), `${written} {${withoutArrows(answersOf(question, notes), notes)}}`]
    .filter((line) => line !== '')
    .join('\n')
}

function tagLine(tags: readonly string[], notes: Note[]): string {
  const kept = tags.map((tag) => ({
    tag,
    written: onOneLine(tag).replace(/[[\]]/g, '').slice(0, 100),
  }))
  notes.push(
    ...kept.filter((one) => one.tag !== one.written).map((one) => note('tagChanged', one.tag)),
  )
  return kept.length === 0 ? '' : `// ${kept.map((one) => `[tag:${one.written}]`).join(' ')}`
}

function answersOf(question: Question, notes: Note[]): string {
  switch (question.kind) {
    case 'single':
      return lines(
        question,
        question.options.map((one) => choice(one, one.fraction === 100 ? '=' : '~')),
      )
    case 'multiple':
      return lines(
        question,
        question.options.map((one) => choice(one, '~')),
      )
    case 'trueFalse':
      return trueFalse(question)
    case 'numeric':
      return `#${lines(question, question.answers.map(number))}`
    case 'shortAnswer':
      return lines(
        question,
        question.answers.map((one) => choice(one, '=')),
      )
    case 'matching':
      return lines(question, pairs(question))
    case 'ordering':
      return ordering(question, notes)
    case 'essay':
      return question.feedback ? `####${rich(question.feedback)}` : ''
  }
}

function lines(question: Question, written: string[]): string {
  const feedback = question.feedback ? [`####${rich(question.feedback)}`] : []
  return `\n${[...written, ...feedback].map((one) => `  ${one}`).join('\n')}\n`
}

function choice(option: { text: string; fraction: number; feedback?: string }, sign: '=' | '~') {
  const isPlain = option.fraction === (sign === '=' ? 100 : 0) && !option.text.startsWith('%')
  const weight = isPlain ? '' : `%${decimal(option.fraction)}%`
  return `${sign}${weight}${rich(option.text)}${feedbackOf(option.feedback)}`
}

function number(answer: Of<'numeric'>['answers'][number]): string {
  const weight = answer.fraction === 100 ? '' : `%${decimal(answer.fraction)}%`
  const tolerance = answer.tolerance === 0 ? '' : `:${decimal(answer.tolerance)}`
  return `=${weight}${decimal(answer.value)}${tolerance}${feedbackOf(answer.feedback)}`
}

/** First what the wrong ones read, then what the right ones read. */
function trueFalse(question: Of<'trueFalse'>): string {
  const { answer, feedbackTrue, feedbackFalse } = question
  const [right, wrong] = answer ? [feedbackTrue, feedbackFalse] : [feedbackFalse, feedbackTrue]
  const both = right ? `#${rich(wrong ?? '')}#${rich(right)}` : feedbackOf(wrong)
  return `${answer ? 'TRUE' : 'FALSE'}${both}${question.feedback ? `####${rich(question.feedback)}` : ''}`
}

function pairs(question: Of<'matching'>): string[] {
  const used = new Set(question.rows.map((row) => row.answer))
  const textOf = (id: string) => question.answers.find((one) => one.id === id)?.text ?? ''
  return [
    ...question.rows.map((row) => `=${rich(row.text)} ${PAIR} ${escapeGift(textOf(row.answer))}`),
    ...question.answers
      .filter((one) => !used.has(one.id))
      .map((one) => `= ${PAIR} ${escapeGift(one.text)}`),
  ]
}

/** An item a line, where a line that begins with // would be a comment. */
function ordering(question: Of<'ordering'>, notes: Note[]): string {
  const items = question.items.map((one) => {
    if (one.text.startsWith('//')) notes.push(note('textChanged', '//', '/ /'))
    return escapeGift(one.text.replace(/^\/\//, '/ /'))
  })
  return `>${items.length} ALL VERTICAL ABSOLUTE_POSITION SHOW\n${items.join('\n')}\n`
}

/** Stands for the `->` of a pair until those of the author are gone. */
const PAIR = '\0'

/** A `->` anywhere among the answers makes a matching of any question, and GIFT can't escape it. */
function withoutArrows(written: string, notes: Note[]): string {
  if (written.includes('->')) notes.push(note('textChanged', '->', '→'))
  return written.replaceAll('->', '→').replaceAll(PAIR, '->')
}

function feedbackOf(feedback: string | undefined): string {
  return feedback ? `#${rich(feedback)}` : ''
}

/** A text that begins like the name of a format would be taken for one. */
function rich(text: string): string {
  const isMistakable = /^\[(html|markdown|plain|moodle)\]/.test(text)
  return `${isMistakable ? '[markdown]' : ''}${escapeGift(text)}`
}

function lostIn(question: Question): Note[] {
  const notes: Note[] = []
  const lose = (isLost: unknown, lost: Note) => isLost && notes.push(lost)
  if ('options' in question)
    lose(
      question.options.some((one) => one.pinned),
      note('pinnedLost'),
    )
  if ('shuffle' in question) lose(!question.shuffle, note('noShuffleLost'))
  if (question.kind === 'shortAnswer') {
    lose(question.matchCase, note('matchCaseLost'))
    lose(question.matchSpaces, note('matchSpacesLost'))
  } else if (question.kind === 'numeric') {
    lose(question.unit, note('unitLost', question.unit ?? ''))
  } else if (question.kind === 'matching') {
    lose(
      question.rows.some((one) => one.feedback),
      note('feedbackLost'),
    )
  } else if (question.kind === 'ordering') {
    lose(question.feedback, note('feedbackLost'))
  } else if (question.kind === 'essay') {
    lose(question.fewestWords || question.mostWords, note('wordLimitsLost'))
    lose(question.modelAnswer, note('modelAnswerLost'))
  }
  return notes
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** GIFT knows no exponents: 1.5e-7 is written out. */
function decimal(value: number): string {
  const written = String(value)
  const [digits = '', exponent] = written.split('e')
  if (exponent === undefined) return written
  if (Number(exponent) > 0) return BigInt(value).toString()
  const decimals = (digits.split('.')[1]?.length ?? 0) - Number(exponent)
  return value.toFixed(Math.min(100, decimals))
}
