import type { ColumnType, Kysely } from 'kysely'
import type { PurposeName } from './purposes.ts'
import type { Column, Table, Write } from './table.ts'

/** A whole row as it is stored; what code that has read every column may hand on. */
export type Row<T extends Table> = { [C in keyof T['columns']]: ValueOf<T['columns'][C]> }

/**
 * The tables and columns that one purpose may see, and write, for the compiler.
 * The grants that the database holds are made from the same declarations.
 */
export type Seen<Tables, P extends PurposeName> = {
  [K in keyof Tables as NameSeen<Tables[K], P>]: Tables[K] extends Table ? Columns<Tables[K], P> : never
}

export type Handle<Tables, P extends PurposeName> = Kysely<Seen<Tables, P>>

type NameSeen<T, P extends PurposeName> = T extends Table
  ? P extends keyof T['duty']['purposes'] | keyof T['duty']['writes']
    ? T['name']
    : never
  : never

type Columns<T extends Table, P extends PurposeName> = {
  [C in keyof T['columns'] as Reads<T, C, P> extends true ? C : Adds<T, P> extends true ? C : never]: ColumnType<
    Reads<T, C, P> extends true ? ValueOf<T['columns'][C]> : never,
    Adds<T, P> extends true ? Inserted<ValueOf<T['columns'][C]>> : never,
    Changes<T, P> extends true ? ValueOf<T['columns'][C]> : never
  >
} & (T['duty'] extends { of: 'installation' }
  ? unknown
  : { institution: ColumnType<string, Adds<T, P> extends true ? string | undefined : never, never> })

type ValueOf<C> = C extends Column<infer Value, PurposeName> ? Value : never
type OnlyOf<C> = C extends { readonly purposes: readonly (infer Only)[] | null } ? Only : never
type Inserted<Value> = null extends Value ? Value | undefined : Value

type Reads<T extends Table, C extends keyof T['columns'], P extends PurposeName> =
  P extends keyof T['duty']['purposes'] ? (P extends OnlyOf<T['columns'][C]> ? true : false) : false

type Adds<T extends Table, P extends PurposeName> = Does<T, P, 'insert'>
type Changes<T extends Table, P extends PurposeName> = Does<T, P, 'update'>

type Does<T extends Table, P extends PurposeName, W extends Write> =
  T['duty']['writes'] extends { readonly [K in P]: readonly (infer Allowed)[] }
    ? [W] extends [Allowed]
      ? true
      : false
    : false
