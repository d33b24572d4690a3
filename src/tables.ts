import type * as privacy from './privacy/data.ts'
import type { Handle } from './privacy/handle.ts'
import type { PurposeName } from './privacy/purposes.ts'
import type * as accounts from './rooms/accounts/data.ts'
import type * as certificates from './rooms/certificates/data.ts'
import type * as courses from './rooms/courses/data.ts'
import type * as courseLearners from './rooms/courses/learners-data.ts'
import type * as exams from './rooms/exams/data.ts'
import type * as sitting from './rooms/exams/sitting/data.ts'
import type * as institutions from './rooms/institutions/data.ts'
import type * as organisations from './rooms/organisations/data.ts'
import type * as people from './rooms/people/data.ts'
import type * as performance from './rooms/performance/data.ts'
import type * as policy from './rooms/policy/data.ts'
import type * as questions from './rooms/questions/data.ts'
import type * as registration from './rooms/registration/data.ts'
import type * as security from './rooms/security/data.ts'
import type * as signIn from './rooms/sign-in/data.ts'

/** Every table of the house, for the compiler only. One line per file of them. */
export type Tables = TablesIn<typeof privacy> &
  TablesIn<typeof institutions> &
  TablesIn<typeof performance> &
  TablesIn<typeof policy> &
  TablesIn<typeof accounts> &
  TablesIn<typeof security> &
  TablesIn<typeof signIn> &
  TablesIn<typeof organisations> &
  TablesIn<typeof people> &
  TablesIn<typeof registration> &
  TablesIn<typeof courses> &
  TablesIn<typeof courseLearners> &
  TablesIn<typeof questions> &
  TablesIn<typeof exams> &
  TablesIn<typeof sitting> &
  TablesIn<typeof certificates>

/** A transaction that sees with the eyes of one purpose. */
export type Db<P extends PurposeName> = Handle<Tables, P>

// By the table's own name: two rooms may export a constant of the same name.
type TablesIn<Room> = {
  [K in keyof Room as Room[K] extends { readonly name: infer Name extends string; readonly duty: unknown } ? Name : never]: Room[K]
}
