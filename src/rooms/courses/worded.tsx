import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import type { Worded } from './rules.ts'

/** A text that may be in another language than the page around it, and says so to screen readers. */
export function Said({ text, language, here }: Worded & { here: Here }): Html {
  return language === here.visit.language ? <>{text}</> : <span lang={language}>{text}</span>
}
