import { chanceOf } from './chance.ts'
import { presentOptions } from './kinds/choice.ts'
import { presentMatching } from './kinds/matching.ts'
import { presentItems } from './kinds/ordering.ts'
import type { Question } from './question.ts'

/** Markdown with its id. */
export type Shown = { id: string; text: string }

/** How an answer counts that is not all right: `part` of the point, or so that what is wrong `loses` some of it again. */
export type Credit = 'part' | 'loses'

/** What a learner may see before the release: no right answer, no feedback, no fraction. */
export type Presented = { credit?: Credit } & (
  | { kind: 'single' | 'multiple'; text: string; options: Shown[] }
  | { kind: 'trueFalse' | 'shortAnswer'; text: string }
  | { kind: 'numeric'; text: string; unit?: string }
  | { kind: 'matching'; text: string; rows: Shown[]; answers: Shown[] }
  | { kind: 'ordering'; text: string; items: Shown[] }
  | { kind: 'essay'; text: string; fewestWords?: number; mostWords?: number }
)

/**
 * The same question with the same seed is the same page, on every device and years later. The seed
 * is the attempt's with the question's own id in it, or two questions would be shuffled alike.
 * Everything is named one by one, so that what a kind gets tomorrow is hidden until someone shows it.
 */
export function present(question: Question, seed: string): Presented {
  const credit = creditOf(question)
  return { ...shownOf(question, seed), ...(credit ? { credit } : {}) }
}

/** Says nothing of which answers are meant, and of several choices not how many are right. */
function creditOf(question: Question): Credit | undefined {
  const isPart = ({ fraction }: { fraction: number }) => fraction > 0 && fraction < 100
  switch (question.kind) {
    case 'single':
      return question.options.some(isPart) ? 'part' : undefined
    case 'multiple':
      return question.options.some(({ fraction }) => fraction < 0) ? 'loses' : 'part'
    case 'numeric':
    case 'shortAnswer':
      return question.answers.some(isPart) ? 'part' : undefined
    case 'matching':
    case 'ordering':
      return 'part'
    case 'trueFalse':
    case 'essay':
      return undefined
  }
}

function shownOf(question: Question, seed: string): Presented {
  const { text } = question
  const chance = chanceOf(seed)
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { kind: question.kind, text, options: presentOptions(question, chance) }
    case 'trueFalse':
    case 'shortAnswer':
      return { kind: question.kind, text }
    case 'numeric':
      return { kind: 'numeric', text, ...(question.unit ? { unit: question.unit } : {}) }
    case 'matching':
      return { kind: 'matching', text, ...presentMatching(question, chance) }
    case 'ordering':
      return { kind: 'ordering', text, items: presentItems(question, chance) }
    case 'essay':
      return {
        kind: 'essay',
        text,
        ...(question.fewestWords ? { fewestWords: question.fewestWords } : {}),
        ...(question.mostWords ? { mostWords: question.mostWords } : {}),
      }
  }
}
