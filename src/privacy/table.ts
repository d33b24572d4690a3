import type { DurationName } from './durations.ts'
import type { Basis, PurposeName } from './purposes.ts'

/** What a column says about somebody, and so how carefully it is handled. */
export type Category =
  | 'plain' //          about things, or an id that says nothing by itself
  | 'identification' // who somebody is
  | 'contact' //        how somebody is reached
  | 'educational' //    what somebody learns, answers, achieves
  | 'administrative' // agreements, memberships, roles
  | 'technical' //      addresses, devices, moments of use
  | 'special' //        GDPR article 9, or what could reveal it; always sealed
  | 'secret' //         proves who somebody is; never shown, never exported

export type SqlType =
  | 'uuid'
  | 'text'
  | 'integer'
  | 'bigint'
  | 'double precision'
  | 'boolean'
  | 'date'
  | 'timestamp with time zone'
  | 'jsonb'
  | 'bytea'

/** One column: its type, its category, and the purposes that see it (the table's, unless fewer). */
export type Column<Value = unknown, Only extends PurposeName = PurposeName> = {
  readonly type: SqlType
  readonly category: Category
  readonly nullable: boolean
  readonly purposes: readonly Only[] | null
  /** It names a file in the store, which stays for as long as a row names it. */
  readonly isFile: boolean
  readonly value?: Value // never set: carries the TypeScript type
  /** The column may be empty. */
  optional(): Column<Value | null, Only>
  /** Fewer purposes than the table's see this column; `only()` with none: it is written, never read. */
  only<P extends PurposeName>(...purposes: P[]): Column<Value, P>
}

export type Write = 'insert' | 'update' | 'delete'

/** How a row is tied to a person, and what becomes of it when that person is forgotten or asks. */
export type Edge<Name extends string = string> = {
  readonly as: 'person' | 'learner' | 'teacher' | 'author' | 'holder' | 'contact' | 'actor' | 'subject'
  /** `delete`: the row goes. `forget`: the edge is emptied, and so are the columns of `empties`. */
  readonly erase: 'delete' | 'forget'
  readonly empties?: readonly Name[]
  /** `whole`: the row is theirs. `mention`: only that it exists and when, since it is about another. */
  readonly export: 'whole' | 'mention'
  /** Whether reach over this person shows the row. An author does not show what others answered. */
  readonly shows: boolean
  /** Rows without this person are seen by all who have the purpose: a free seat. */
  readonly freeIsSeen?: true
  /** May be written about anybody of the institution: a failed sign-in. */
  readonly writtenByAnyone?: true
  /** Written by this person alone: nobody acts in another's name. */
  readonly signs?: true
}

/**
 * When a row must be gone at the latest. A row that a person's erasure deletes also goes then; but until
 * the moment in `held`, where there is one, a single row stays, and an erasure only takes the person out of it.
 */
export type End<Name extends string = string> =
  | { readonly with: 'the account' }
  | { readonly with: 'its parent'; readonly parent: Name; readonly table: string }
  | { readonly after: DurationName; readonly from: Name; readonly held?: Name }

/** What we owe the people a table is about. */
export type Duty<Name extends string = string> = {
  readonly about: 'nobody' | { readonly [column in Name]?: Edge<Name> }
  /** Which purposes read it, and on what basis each. Columns may narrow this. */
  readonly purposes: { readonly [purpose in PurposeName]?: Basis }
  /** Which purposes write it. A purpose that only inserts sees nothing. */
  readonly writes: { readonly [purpose in PurposeName]?: readonly Write[] }
  /** Where the data come from, as a phrase of `privacy/words.ts`. */
  readonly source: Source
  readonly ends: 'kept while the institution is here' | End<Name>
  /** Whether each row belongs to one institution; else to the installation. */
  readonly of?: 'installation'
  /** What the person is not told yet, and while which condition holds, in SQL: a mark before the result is given. */
  readonly untold?: { readonly columns: readonly Name[]; readonly while: string }
  /** A further condition on the rows that one purpose sees, in SQL. */
  readonly where?: { readonly [purpose in PurposeName]?: string }
  /** The primary key, after the institution. */
  readonly key?: readonly Name[]
}

export type Source = 'you' | 'your organisation' | 'our employees' | 'the system' | 'your use of the site' | 'nobody'

export type Columns = { readonly [name: string]: Column<unknown, PurposeName> }

export type Table<Name extends string = string, D = Duty, C extends Columns = Columns> = {
  readonly name: Name
  readonly duty: D
  readonly columns: C
}

/** Declares one table: its name (`room.table`), our duty towards people, and its columns. */
export function table<
  const Name extends `${string}.${string}`,
  const D extends Duty<keyof C & string>,
  const C extends Columns,
>(name: Name, duty: D, columns: C): Table<Name, D, C> {
  return { name, duty, columns }
}

/** The edge of a person whose row this is: shown to them whole, gone with them. */
export const theirs = (as: Edge['as'] = 'person') =>
  ({ as, erase: 'delete', export: 'whole', shows: true }) as const

/** The edge of a person who did something to a row about others: their name goes, the row stays. */
export const hand = (as: Edge['as']) =>
  ({ as, erase: 'forget', export: 'mention', shows: false }) as const

export const NOBODY = {
  about: 'nobody',
  source: 'nobody',
  ends: 'kept while the institution is here',
} as const

export const uuid = (category: Category) => column<string>('uuid', category)
export const text = (category: Category) => column<string>('text', category)
export const integer = (category: Category) => column<number>('integer', category)
export const bigint = (category: Category) => column<number>('bigint', category)
export const decimal = (category: Category) => column<number>('double precision', category)
export const yesNo = (category: Category) => column<boolean>('boolean', category)
/** A day in the institution's own calendar, `YYYY-MM-DD`. */
export const day = (category: Category) => column<string>('date', category)
export const moment = (category: Category) => column<Date>('timestamp with time zone', category)
/** The name of a file in the store: the hash of what is in it. */
export const fileHash = (category: Category) => build<string, PurposeName>({ type: 'text', category, nullable: false, purposes: null, isFile: true })
export const json = <Value>(category: Category) => column<Value>('jsonb', category)
/**
 * Bytes: a secret (a hash, a key), or a plain file; of any other category text sealed under its
 * person's own key. Its context is `table.column` and the row's key, with spaces between: so whoever
 * asks for their data gets it in the clear, and a value that is moved to another row does not open.
 */
export const bytes = (category: Category) => column<Buffer>('bytea', category)

function column<Value>(type: SqlType, category: Category): Column<Value, PurposeName> {
  return build<Value, PurposeName>({ type, category, nullable: false, purposes: null, isFile: false })
}

type Facts<Only> = Pick<Column, 'type' | 'category' | 'nullable' | 'isFile'> & { purposes: readonly Only[] | null }

function build<Value, Only extends PurposeName>(facts: Facts<Only>): Column<Value, Only> {
  return {
    ...facts,
    optional: () => build<Value | null, Only>({ ...facts, nullable: true }),
    only: <P extends PurposeName>(...purposes: P[]) => build<Value, P>({ ...facts, purposes }),
  }
}

/** The columns of a table as the database has them: with the institution it belongs to. */
export function columnsOf(table: Table): Columns {
  return table.duty.of === 'installation' ? table.columns : { institution: uuid('plain'), ...table.columns }
}

/** The column that says until when a single row is held back from its end, where a table has one. */
export function heldColumn({ duty: { ends } }: Table): string | undefined {
  return typeof ends === 'object' && 'after' in ends ? ends.held : undefined
}

/** The columns of a table that name files. */
export function fileColumnsOf({ columns }: Table): string[] {
  return Object.entries(columns).flatMap(([name, { isFile }]) => (isFile ? [name] : []))
}

/** The people a table is about: column and edge. */
export function edgesOf({ duty }: Table): [column: string, edge: Edge][] {
  return duty.about === 'nobody' ? [] : (Object.entries(duty.about) as [string, Edge][])
}
