import type { Phrase } from '../platform/words.ts'
import type { AssetMap } from './assets.ts'
import type { Visit } from './visit.ts'

/** What a page knows besides its data: where it is, and what became of a form on it. */
export type Here = {
  readonly visit: Visit
  readonly navigation: readonly NavigationItem[]
  readonly assets: AssetMap
  /** What was entered in a form that was refused, and why. */
  readonly entered: Entered
  /** Said once, after a change: a finished phrase. */
  readonly notice: string | undefined
}

export type Entered = {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  /** Finished phrases by field name. */
  readonly errors: Readonly<Record<string, string>>
  /** What the whole form was refused for, where no one field is to blame. */
  readonly refusal: string | undefined
}

export const NOTHING_ENTERED: Entered = { values: {}, errors: {}, refusal: undefined }

export type NavigationItem = {
  readonly href: string
  readonly label: Phrase
  readonly icon: string
  readonly audience: readonly string[] | 'anyone' | 'signed in'
  /** Stands before all others, whichever room it is of. */
  readonly first?: true
}
