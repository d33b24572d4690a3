import { sql } from 'kysely'
import { exportPerson, type ExportedTable } from '../../privacy/export.ts'
import { jurisdictions } from '../../privacy/jurisdictions.ts'
import { type PurposeName, purposes } from '../../privacy/purposes.ts'
import { edgesOf, type Table } from '../../privacy/table.ts'
import { basisNames, nameOfTable, sourceNames } from '../../privacy/words.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { untilSaid } from '../policy/until.ts'
import { groupOf, groups } from './groups.ts'
import { looksAtMe, type SaidOfLooks } from './looks.ts'
import type { CopiedTable, Copy, Held } from './shapes.ts'

const LOOKS_SHOWN = 10

/** What is kept about the person who asks, counted; and who may see it and who has. */
export async function heldAbout(db: Db<'rights'>, visit: Visit, said: SaidOfLooks): Promise<Held> {
  const copy = await copyFor(db, visit, said)
  return {
    ...copy,
    groups: copy.groups.map((group) => ({
      ...group,
      tables: group.tables.map((table) => ({ ...table, rows: table.rows.length, mentions: table.mentions.length })),
    })),
    looks: copy.looks.slice(0, LOOKS_SHOWN),
  }
}

/** The same with every value. */
export async function copyFor(db: Db<'rights'>, visit: Visit, said: SaidOfLooks): Promise<Copy> {
  const { language, site } = visit
  const [tables, readers, looks, eraseDue] = await Promise.all([
    exportPerson(db, visit, { tables: visit.means.tables, language, zone: site.zone }),
    readersOf(db, visit),
    looksAtMe(db, visit, { said, most: null, before: null }),
    eraseDueOf(db, visit),
  ])
  return {
    format: 'lofte.person.1',
    institution: institutionOf(visit),
    made: visit.now,
    subject: visit.actor ?? '',
    eraseDue,
    groups: groups.map(({ name, title }) => ({
      name,
      title: title[language],
      tables: tables.filter(({ table }) => groupOf(table) === name).map((one) => tellTable(one, { visit, readers })),
    })),
    readers,
    looks,
  }
}

type Reader = Held['readers'][number]

/** Who has a reason to look at the person who asks, and therefore may; they themselves left out. */
async function readersOf(db: Db<'rights'>, { language }: Visit): Promise<Reader[]> {
  const { rows } = await sql<Omit<Reader, 'purposeName'>>`
    select purpose, because, begins, ends, all_of_us as everybody, name, roles from privacy.who_may_see_me()
  `.execute(db)
  return rows.map((row) => ({ ...row, purposeName: purposes[row.purpose as PurposeName].name[language] }))
}

async function eraseDueOf(db: Db<'rights'>, { actor }: Visit): Promise<Date | null> {
  const { rows } = await sql<{ due: Date | null }>`select erase_due as due from accounts.persons where id = ${actor}`.execute(db)
  return rows[0]?.due ?? null
}

type Telling = { visit: Visit; readers: readonly Reader[] }

function tellTable(exported: ExportedTable, { visit: { language, means }, readers }: Telling): CopiedTable {
  const table = means.tables.find(({ name }) => name === exported.table) as Table
  return {
    table: exported.table,
    title: nameOfTable(exported.table)[language],
    why: exported.why.map((one) => ({ ...one, basis: basisNames[one.basis][language] })),
    source: sourceNames[exported.source][language],
    until: untilSaid.table(table)[language],
    people: edgesOf(table).map(([column]) => column),
    rule: exported.until,
    seenBy: seersOf(table, readers),
    rows: exported.rows.map(({ values, until, untold }) => ({ values, until, untold: [...untold] })),
    mentions: [...exported.mentions],
  }
}

/** Reach is for a purpose: it shows the tables that this purpose reads, and of those only rows of theirs. */
function seersOf(table: Table, readers: readonly Reader[]): CopiedTable['seenBy'] {
  if (!edgesOf(table).some(([, { shows }]) => shows)) return []
  const may = readers.filter(({ purpose }) => (table.duty.purposes as Readonly<Record<string, unknown>>)[purpose] !== undefined)
  const byName = new Map(may.map(({ name, roles }) => [`${name} ${roles}`, { name, roles }]))
  return [...byName.values()]
}

function institutionOf({ site }: Visit): Held['institution'] {
  const { name, legalName, organisationNumber, address, privacyEmail, jurisdiction } = site
  const { authority } = jurisdictions[jurisdiction]
  return { name, legalName, organisationNumber, address, privacyEmail, authority: { name: authority.name, website: authority.website } }
}
