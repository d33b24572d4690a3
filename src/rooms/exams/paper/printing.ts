import { type Block, blocksOf } from '../../../platform/markdown-print.ts'
import { plainText } from '../../../platform/markdown.ts'
import { type Language, say } from '../../../platform/words.ts'
import { explain } from '../../questions/explaining.ts'
import { present, type Presented, type Shown } from '../../questions/presenting.ts'
import type { Question } from '../../questions/question.ts'
import { creditOf, instructionOf, words as questionWords } from '../../questions/words.ts'
import { paperWords } from './words.ts'

type Choice = { letter: string; blocks: Block[] }

/** One question as it stands on paper: what is asked, how it is answered there, and the right answer in words. */
export type Printed = {
  text: Block[]
  hint: string
  /** Boxes or circles to tick, a line or many to write on, boxes to write a letter or a number in. */
  how: 'one' | 'several' | 'line' | 'lines' | 'letters' | 'numbers'
  choices: Choice[]
  rows: Block[][]
  unit: string
  lines: number
  key: string
}

/** By the seed of the attempt and the question, in the order in which a screen shows it. */
export function printed(question: Question, { seed, language }: { seed: string; language: Language }): Printed {
  const presented = present(question, seed)
  const nothing = { choices: [], rows: [], unit: '', lines: 0 }
  return { text: blocksOf(question.text), hint: hintOf(presented, language), ...nothing, ...bodyOf(presented, language), key: keyOf(question, presented, language) }
}

function bodyOf(presented: Presented, language: Language): Pick<Printed, 'how'> & Partial<Printed> {
  const said = say(questionWords, language)
  switch (presented.kind) {
    case 'single':
    case 'multiple':
      return { how: presented.kind === 'single' ? 'one' : 'several', choices: lettered(presented.options) }
    case 'trueFalse':
      return { how: 'one', choices: lettered([{ id: 'true', text: said.isTrue }, { id: 'false', text: said.isFalse }]) }
    case 'numeric':
      return { how: 'line', unit: presented.unit ?? '' }
    case 'shortAnswer':
      return { how: 'line' }
    case 'matching':
      return { how: 'letters', rows: presented.rows.map(({ text }) => blocksOf(text)), choices: lettered(presented.answers) }
    case 'ordering':
      return { how: 'numbers', rows: presented.items.map(({ text }) => blocksOf(text)) }
    case 'essay':
      return { how: 'lines', lines: linesFor(presented) }
  }
}

const WORDS_A_LINE = 10

/** Room for as many words as may be written, on paper that stays within a page. */
function linesFor({ fewestWords = 0, mostWords = 0 }: Presented & { kind: 'essay' }): number {
  return Math.min(26, Math.max(10, Math.ceil(Math.max(fewestWords, mostWords) / WORDS_A_LINE)))
}

function hintOf(presented: Presented, language: Language): string {
  const [said, paper] = [say(questionWords, language), say(paperWords, language)]
  const what = { matching: paper.doMatch, ordering: paper.doOrder }[presented.kind as 'matching'] ?? said[instructionOf[presented.kind]]
  const { kind, credit } = presented
  const counts = credit === undefined || kind === 'trueFalse' || kind === 'essay' ? '' : said[creditOf[kind][credit]]
  const limits = kind === 'essay' ? [presented.fewestWords ? said.atLeastWords(presented.fewestWords) : '', presented.mostWords ? said.atMostWords(presented.mostWords) : ''] : []
  return [what, ...limits, counts].filter((one) => one !== '').join(' ')
}

/** The right answer as it is found on the paper: by letters where there are any. */
function keyOf(question: Question, presented: Presented, language: Language): string {
  const said = say(questionWords, language)
  if ((question.kind === 'single' || question.kind === 'multiple') && 'options' in presented) {
    const right = new Set(question.options.filter(({ fraction }) => fraction === 100 || (question.kind === 'multiple' && fraction > 0)).map(({ id }) => id))
    return presented.options.flatMap(({ id, text }, index) => (right.has(id) ? [`${letterAt(index)}: ${plainText(text)}`] : [])).join('; ')
  }
  if (question.kind === 'trueFalse') return question.answer ? said.isTrue : said.isFalse
  if (question.kind === 'matching' && presented.kind === 'matching') {
    const answers = new Map(question.rows.map(({ id, answer }) => [id, answer]))
    return presented.rows.map(({ id, text }) => `${plainText(text)}: ${letterAt(presented.answers.findIndex((one) => one.id === answers.get(id)))}`).join('; ')
  }
  if (question.kind === 'ordering') return question.items.map(({ text }, index) => `${index + 1}. ${plainText(text)}`).join('; ')
  if (question.kind === 'essay') return question.modelAnswer ? plainText(question.modelAnswer) : say(paperWords, language).byHand
  return explain(question, null, language).rows.map(({ expected = '' }) => expected).join('; ')
}

function lettered(list: readonly Shown[]): Choice[] {
  return list.map(({ text }, index) => ({ letter: letterAt(index), blocks: blocksOf(text) }))
}

/** A, B, … Z, AA, as on a screen. */
function letterAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last
}
