import { createHash } from 'node:crypto'
import pg from 'pg'
import { tables } from '../src/house.ts'
import { unseal, seal } from '../src/platform/secrets.ts'
import { sealContext, isSealed } from '../src/privacy/export.ts'
import { newPersonKey } from '../src/privacy/person-key.ts'
import { allowedIn } from '../src/privacy/standing.ts'
import { edgesOf, type Table } from '../src/privacy/table.ts'
import type { TestHouse } from './house.ts'

type Row = Record<string, unknown>

/** Something only one row says, where it stands, and to whom that row belongs. */
export type Mark = { place: string; text: string; whole: readonly string[]; sealed: boolean; staysForgotten: boolean }

type Everywhere = { person: string; other: string; at: Date; email: string; institution?: string }

/**
 * Puts a person into every table about people, once per edge, from the declarations alone: text and JSON
 * hold a mark, moments are `at`, other people are `other`. Keys fit, so that order matters later.
 */
export async function putEverywhere(house: TestHouse, { person, other, at, email, institution = house.nomkus }: Everywhere): Promise<Mark[]> {
  const sealed = newPersonKey({ means: house.means, login: 'web', institution, actor: person, now: at }, person)
  const key = unseal(house.means.secrets.key('people'), sealed, person)
  const marks: Mark[] = []

  await asSeeder(house, async (owner, pointers) => {
    for (const table of tables) {
      for (const [edge] of edgesOf(table)) {
        const making = { person, other, at, edge, pointers, institution, key }
        const row = rowFor(table, making)
        const own = given(table, { sealed, email })
        marks.push(...marksIn(table, row, making).filter(({ place }) => !place.endsWith('persons.email')))
        await insert(owner, table.name, { ...row, ...own })
      }
    }
  })
  return [...marks, { place: 'accounts.persons.email', text: email, whole: [person], sealed: false, staysForgotten: false }]
}

/** What must be true and not merely there. */
function given(table: Table, { sealed, email }: { sealed: Buffer; email: string }): Row {
  if (table.name === 'privacy.standings') return { allowed: allowedIn('active') }
  if (table.name === 'privacy.keys') return { sealed }
  return table.name === 'accounts.persons' ? { email } : {}
}

/** Writes a mark into everything of a row that can say something. */
function marksIn(table: Table, row: Row, making: Making): Mark[] {
  const whole = edgesOf(table).flatMap(([column, edge]) => (edge.export === 'whole' ? [row[column] as string] : []))
  const [, own] = edgesOf(table).find(([column]) => column === making.edge) ?? []
  return Object.entries(table.columns).flatMap(([name, column]) => {
    const text = markFor(table, { column: name, ...making })
    const sealed = isSealed(column)
    if (column.category === 'secret') return []
    if (column.type === 'text') row[name] = text
    else if (column.type === 'jsonb') row[name] = JSON.stringify({ said: text })
    else if (sealed && whole.includes(making.person)) row[name] = seal(making.key, text, sealContext(table, name, row))
    else if (sealed) row[name] = null // only its owner's key opens it
    if (column.type !== 'text' && column.type !== 'jsonb' && !(sealed && row[name])) return []
    const staysForgotten = own?.erase === 'forget' && !own.empties?.includes(name)
    return [{ place: `${table.name}.${name}`, text, whole, sealed, staysForgotten }]
  })
}

/**
 * Checks of values are the rooms' own; here any text may stand anywhere. Keys are taken away while rows are
 * laid out of order, and come back for whatever happens later: so the owner need be no superuser.
 */
async function asSeeder(house: TestHouse, work: (owner: pg.Client, pointers: Pointers) => Promise<void>): Promise<void> {
  const owner = new pg.Client(house.owner)
  await owner.connect()
  try {
    const pointers = await pointersIn(owner)
    const { rows } = await owner.query<{ drop: string; again: string | null }>(CONSTRAINTS)
    await owner.query(rows.map(({ drop }) => drop).join('; '))
    await work(owner, pointers)
    await owner.query(rows.flatMap(({ again }) => again ?? []).join('; '))
  } finally {
    await owner.end()
  }
}

// Not valid: what stands there already is not looked at again.
const CONSTRAINTS = `
  select
    format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    case contype when 'f' then format('alter table %s add constraint %I %s', conrelid::regclass, conname,
      pg_get_constraintdef(con.oid) || case when convalidated then ' not valid' else '' end) end as again
  from pg_constraint as con join pg_namespace as space on space.oid = connamespace
  where contype in ('c', 'f') and conrelid <> 0 and conparentid = 0
    and space.nspname not in ('pgboss', 'public') and space.nspname !~ '^(pg_|information_schema)'
  order by contype`

type Pointers = Map<string, { table: string; column: string }>

/** Which column points at which, so that rows of one person hang together as they do in life. */
async function pointersIn(owner: pg.Client): Promise<Pointers> {
  const { rows } = await owner.query<{ from: string; table: string; column: string }>(`
    select format('%s.%s', con.conrelid::regclass, mine.attname) as from, con.confrelid::regclass::text as table, theirs.attname as column
    from pg_constraint as con
    cross join unnest(con.conkey, con.confkey) as pair (mine, theirs)
    join pg_attribute as mine on mine.attrelid = con.conrelid and mine.attnum = pair.mine
    join pg_attribute as theirs on theirs.attrelid = con.confrelid and theirs.attnum = pair.theirs
    where con.contype = 'f'`)
  return new Map(rows.map(({ from, table, column }) => [from, { table, column }]))
}

type Making = { person: string; other: string; at: Date; edge: string; pointers: Pointers; institution: string; key: Buffer }

function rowFor(table: Table, making: Making): Row {
  const { person, other, at, edge, institution } = making
  const people = new Map(edgesOf(table).map(([column]) => [column, column === edge ? person : other]))
  const row: Row = { institution }
  for (const [name, column] of Object.entries(table.columns)) {
    if (people.has(name)) row[name] = people.get(name)
    else if (column.type === 'uuid') row[name] = idFor(table, name, making)
    else if (column.type === 'timestamp with time zone') row[name] = at
    else if (column.type === 'date') row[name] = at.toISOString().slice(0, 10)
    else if (column.type === 'integer' || column.type === 'bigint' || column.type === 'double precision') row[name] = 7
    else if (column.type === 'boolean') row[name] = true
    else if (column.type === 'jsonb') row[name] = '{}'
    else if (column.type === 'bytea') row[name] = createHash('sha256').update(`${table.name}${name}${edge}${person}`).digest()
    else row[name] = `$scrypt$${markFor(table, { column: name, edge, person })}`
  }
  if (table.name === 'privacy.standings') delete row['lawful']
  return row
}

/** The same for a column and for whatever points at it: a mark of Ola's hangs on Ola's attempt, whoever gave it. */
function idFor(table: Table, column: string, making: Making): string {
  const to = making.pointers.get(`${table.name}.${column}`)
  const pointed = to && tables.find(({ name }) => name === to.table)
  const edge = pointed && edgesOf(pointed)[0]?.[0]
  if (!edge) return idOf(`${table.name}.${column} ${making.edge} ${making.person}`)
  return idOf(`${to.table}.${to.column} ${edge} ${ownerOf(table, making)}`)
}

function ownerOf(table: Table, { person, other, edge }: Making): string {
  const whole = edgesOf(table).filter(([, { export: how }]) => how === 'whole')
  return whole.length === 0 || whole.some(([column]) => column === edge) ? person : other
}

function idOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

/** Told apart wherever it turns up: no mark is part of another, and none is a word. */
function markFor(table: Table, { column, edge, person }: { column: string; edge: string; person: string }): string {
  return `mark${createHash('sha256').update(`${table.name}.${column} ${edge} ${person}`).digest('hex').slice(0, 20)}`
}

async function insert(owner: pg.Client, table: string, row: Row): Promise<void> {
  const names = Object.keys(row)
  const places = names.map((_, i) => `$${i + 1}`)
  await owner.query(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, Object.values(row))
}
