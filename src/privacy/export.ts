import { sql } from 'kysely'
import type { Db } from '../tables.ts'
import type { Language } from '../platform/words.ts'
import { type EndRule, endOfRow, endRuleOf } from './ends.ts'
import { ownSealOf, type PersonSeal } from './person-key.ts'
import { type Basis, type PurposeName, purposes } from './purposes.ts'
import { columnsOf, type Edge, edgesOf, type Source, type Table } from './table.ts'
import type { Eyes } from './within.ts'

/** Why we have a table: one line per purpose that reads it. */
export type Why = { readonly purpose: PurposeName; readonly name: string; readonly why: string; readonly basis: Basis }

/** What one table holds about a person. */
export type ExportedTable = {
  readonly table: string
  readonly why: readonly Why[]
  readonly source: Source
  readonly until: EndRule
  /**
   * Their own rows, every column that is not a secret; sealed ones opened. Other people are told by
   * their part alone (`teacher`), the person by `you`; `until` is when the row goes, if a moment is set.
   */
  readonly rows: readonly ExportedRow[]
  /** Rows about others in which they had a hand: that each exists, and since when. */
  readonly mentions: readonly { readonly id: string; readonly moment: string | null }[]
}

export type ExportedRow = {
  readonly values: Readonly<Record<string, unknown>>
  readonly until: string | null
  /** Columns that are empty here because they are not told yet; until then they are nobody's result. */
  readonly untold: readonly string[]
}

export type ExportPlan = { readonly tables: readonly Table[]; readonly language: Language; readonly zone: string }

/**
 * Everything about the actor, as the declarations say, from every table that has a person in it:
 * also those that hold nothing of theirs, so that nothing looks left out.
 */
export async function exportPerson(db: Db<'rights'>, eyes: Eyes, plan: ExportPlan): Promise<ExportedTable[]> {
  const personal = plan.tables.filter(({ duty }) => duty.about !== 'nobody')
  const seal = personal.some(hasSealed) ? await ownSealOf(db, eyes) : undefined
  return Promise.all(personal.map((table) => exportTable(db, eyes, { table, seal, ...plan })))
}

/** Sealed are the bytes that say something about somebody and are no secret. */
export function isSealed({ type, category }: Table['columns'][string]): boolean {
  return type === 'bytea' && category !== 'secret' && category !== 'plain'
}

/** Where a sealed value belongs: `table.column`, then the row's key, with spaces between. */
export function sealContext(table: Table, column: string, row: Found): string {
  return [`${table.name}.${column}`, ...keyOf(table).map((name) => String(row[name]))].join(' ')
}

type Export = ExportPlan & { table: Table; seal: PersonSeal | undefined }

async function exportTable(db: Db<'rights'>, eyes: Eyes, plan: Export): Promise<ExportedTable> {
  const { table, language } = plan
  const found = await rowsOf(db, eyes, table)
  const isTheirs = (row: Found) => edgesOf(table).some(([column, edge]) => edge.export === 'whole' && row[column] === eyes.actor)
  return {
    table: table.name,
    why: whyOf(table, language),
    source: table.duty.source,
    until: endRuleOf(table),
    rows: found.filter(isTheirs).map((row) => exportRow(row, eyes, plan)),
    mentions: found.filter((row) => !isTheirs(row)).map((row) => mention(row, table)),
  }
}

type Found = Readonly<Record<string, unknown>>

const UNTOLD = 'is untold' // no column is called so

async function rowsOf(db: Db<'rights'>, { actor }: Eyes, table: Table): Promise<Found[]> {
  const columns = [...exportable(table).map((name) => sql.ref(name)), sql`${sql.raw(table.duty.untold?.while ?? 'false')} as ${sql.ref(UNTOLD)}`]
  const isMine = edgesOf(table).map(([column]) => sql`${sql.ref(column)} = ${actor}`)
  const order = [momentColumn(table), ...keyOf(table)].filter((name) => name !== undefined).map((name) => sql.ref(name))
  const { rows } = await sql<Found>`
    select ${sql.join(columns)} from ${sql.table(table.name)}
    where ${sql.join(isMine, sql` or `)} order by ${sql.join(order)}
  `.execute(db)
  return rows
}

function exportRow(row: Found, { actor }: Eyes, { table, seal, zone }: Export): ExportedRow {
  const edges: Readonly<Record<string, Edge>> = Object.fromEntries(edgesOf(table))
  const untold: readonly string[] = row[UNTOLD] === true ? (table.duty.untold?.columns ?? []) : []
  const values = exportable(table).map((name) => {
    const column = columnsOf(table)[name] as Table['columns'][string]
    const edge = edges[name]
    if (untold.includes(name)) return [name, null]
    if (edge) return [name, partOf(row[name], edge, actor)]
    if (isSealed(column) && row[name] instanceof Buffer) return [name, seal?.open(row[name], sealContext(table, name, row))]
    return [name, row[name] instanceof Buffer ? row[name].toString('base64') : row[name]]
  })
  return { values: Object.fromEntries(values), until: endOfRow(table, row, zone)?.toISOString() ?? null, untold }
}

/** Others' ids would be their data, in somebody else's hands. */
function partOf(person: unknown, edge: Edge, actor: string | null): string | null {
  if (person === null) return null
  return person === actor ? 'you' : edge.as
}

function mention(row: Found, table: Table): ExportedTable['mentions'][number] {
  const people = edgesOf(table).map(([column]) => column)
  const id = keyOf(table)
    .filter((name) => !people.includes(name))
    .map((name) => String(row[name]))
    .join(' ')
  const moment = row[momentColumn(table) ?? '']
  return { id, moment: moment instanceof Date ? moment.toISOString() : null }
}

function whyOf({ duty }: Table, language: Language): Why[] {
  return (Object.entries(duty.purposes) as [PurposeName, Basis][]).map(([purpose, basis]) => {
    const { name, why } = purposes[purpose]
    return { purpose, name: name[language], why: why[language], basis }
  })
}

function exportable(table: Table): string[] {
  return Object.entries(table.columns)
    .filter(([, { category }]) => category !== 'secret')
    .map(([name]) => name)
}

function keyOf({ duty }: Table): readonly string[] {
  return duty.key ?? ['id']
}

/** The moment that tells a row's age: what its end counts from, else its first. */
function momentColumn({ duty: { ends }, columns }: Table): string | undefined {
  if (typeof ends === 'object' && 'from' in ends) return ends.from
  return Object.entries(columns).find(([, { type }]) => type === 'timestamp with time zone')?.[0]
}

function hasSealed({ columns }: Table): boolean {
  return Object.values(columns).some(isSealed)
}
