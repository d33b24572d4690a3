import { type Language, say } from '../../../platform/words.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Tag } from '../../../web/kit/state.tsx'
import type { Condition } from '../rules.ts'
import { words } from '../words.ts'

/** What exams may do with a question, in a word or two. */
export function ConditionTag({ condition, language }: { condition: Condition; language: Language }): Html {
  return <Tag tone={TONES[condition]}>{say(words, language)[PHRASES[condition]]}</Tag>
}

const TONES = { ready: 'success', revised: 'info', draft: 'warning', hidden: 'neutral' } as const
export const PHRASES = { ready: 'isReady', revised: 'isRevised', draft: 'isDraft', hidden: 'isHidden' } as const
