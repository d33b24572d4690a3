import { type DurationName, durations } from '../../privacy/durations.ts'
import { sayDuration } from '../../privacy/duration-words.ts'
import { type Authority, jurisdictions } from '../../privacy/jurisdictions.ts'
import { readable } from '../../privacy/policies.ts'
import { type Basis, type PurposeName, purposeNames, purposes } from '../../privacy/purposes.ts'
import { recipients, type Recipient } from '../../privacy/recipients.ts'
import type { Category, Table } from '../../privacy/table.ts'
import { basisNames, categoryNames, meaningOf, nameOfTable, type Saying, sourceNames } from '../../privacy/words.ts'
import { declaredCookies, type ToldCookie } from '../../web/cookies.ts'
import type { Site } from '../../web/visit.ts'
import { untabled, untilSaid } from './until.ts'

/** What the declarations said when a version was published: every list of it shows these and no others. */
export type Facts = {
  readonly controller: { readonly name: string; readonly number: string; readonly address: string }
  readonly contact: { readonly email: string; readonly privacyEmail: string; readonly phone: string | null; readonly address: string }
  readonly authority: Authority
  readonly categories: readonly { category: Category; name: Saying; tables: readonly { name: Saying; columns: readonly Saying[]; source: Saying }[] }[]
  readonly purposes: readonly { purpose: PurposeName; name: Saying; why: Saying; bases: readonly { basis: Basis; name: Saying }[] }[]
  readonly retention: readonly { what: string; name: Saying; until: Saying; duration: DurationName | null }[]
  readonly recipients: readonly Recipient[]
  readonly cookies: readonly ToldCookie[]
  readonly durations: { readonly [name in DurationName]?: { readonly iso: string; readonly said: Saying } }
}

/** Everything that the lists of a policy show, from the declarations and the institution's own facts. */
export function factsOf({ tables, site }: { tables: readonly Table[]; site: Omit<Site, 'id'> }): Facts {
  const personal = tables.filter(({ duty }) => duty.about !== 'nobody')
  return {
    controller: { name: site.legalName, number: site.organisationNumber, address: site.address },
    contact: { email: site.contactEmail, privacyEmail: site.privacyEmail, phone: site.phone, address: site.address },
    authority: jurisdictions[site.jurisdiction].authority,
    categories: categoriesIn(personal),
    purposes: purposesOf(personal),
    retention: [...endsOfNoTable(), ...personal.map(endOf)],
    recipients,
    cookies: declaredCookies(),
    durations: Object.fromEntries(
      Object.entries(durations).map(([name, iso]) => [name, { iso, said: sayDuration(iso) }]),
    ),
  }
}

/** Which purposes read people's data at all: each must be shown. */
export function readingPurposes(tables: readonly Table[]): PurposeName[] {
  return purposeNames.filter((purpose) => tables.some((table) => table.duty.about !== 'nobody' && readable(table, purpose).length > 0))
}

/** Which periods the tables about people name: each must be shown. */
export function namedDurations(tables: readonly Table[]): DurationName[] {
  const named = tables.flatMap(({ duty: { about, ends } }) => (about !== 'nobody' && typeof ends === 'object' && 'after' in ends ? [ends.after] : []))
  return [...new Set(named)]
}

function categoriesIn(tables: readonly Table[]): Facts['categories'] {
  const shown = (Object.keys(categoryNames) as Category[]).filter((category) => category !== 'plain')
  return shown
    .map((category) => ({ category, name: categoryNames[category], tables: tables.flatMap((table) => columnsWith(table, category)) }))
    .filter((one) => one.tables.length > 0)
}

function columnsWith(table: Table, category: Category) {
  const names = Object.entries(table.columns).filter(([, column]) => column.category === category)
  if (names.length === 0) return []
  const columns = names.map(([name]) => meaningOf(table.name, name))
  return [{ name: nameOfTable(table.name), columns, source: sourceNames[table.duty.source] }]
}

function purposesOf(tables: readonly Table[]): Facts['purposes'] {
  return readingPurposes(tables).map((purpose) => ({
    purpose,
    name: purposes[purpose].name,
    why: purposes[purpose].why,
    bases: basesOf(tables, purpose).map((basis) => ({ basis, name: basisNames[basis] })),
  }))
}

// Rights and erasure read every table about people because the law says so, without each saying it again.
function basesOf(tables: readonly Table[], purpose: PurposeName): Basis[] {
  const declared = tables.flatMap(({ duty }) => duty.purposes[purpose] ?? [])
  return declared.length > 0 ? [...new Set(declared)].sort() : ['legal duty']
}

/** What ends an account itself, the tables that end with it with it; and what lies in no table. */
function endsOfNoTable(): Facts['retention'] {
  return untabled.map((duration) => ({ what: duration, ...untilSaid.period(duration), duration }))
}

function endOf(table: Table): Facts['retention'][number] {
  const { ends } = table.duty
  const duration = typeof ends === 'object' && 'after' in ends ? ends.after : null
  return { what: table.name, name: nameOfTable(table.name), until: untilSaid.table(table), duration }
}
