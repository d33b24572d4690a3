import type { Phrase, Words } from '../platform/words.ts'
import type { JobHandler } from '../privacy/jobs.ts'
import type { Table } from '../privacy/table.ts'
import type { NavigationItem } from './here.ts'
import type { Route } from './route.ts'
import type { Tools } from './tools.ts'

/** What a room hands the house. Its other files stay its own business. */
export type Room = {
  readonly name: string
  readonly tables?: readonly Table[]
  readonly routes?: readonly Route[]
  readonly navigation?: readonly NavigationItem[]
  readonly words?: Words
  readonly jobs?: readonly JobHandler<Tools>[]
  /** What is said of a look in the list of who has looked, by the look's name. */
  readonly looks?: Readonly<Record<string, Phrase>>
}
