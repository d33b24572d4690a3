import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import type { ExemptionReason, Worded } from './rules.ts'
import { words } from './words.ts'

/** A text that may be in another language than the page around it, and says so to screen readers. */
export function Said({ text, language, here }: Worded & { here: Here }): Html {
  return language === here.visit.language ? <>{text}</> : <span lang={language}>{text}</span>
}

/** Why somebody need not wait, in words. */
export function becauseSaid(because: ExemptionReason, here: Here): string {
  const said = say(words, here.visit.language)
  return { elsewhere: said.becauseElsewhere, experience: said.becauseExperience, agreed: said.becauseAgreed, technical: said.becauseTechnical }[because]
}
