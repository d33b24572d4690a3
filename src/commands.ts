import { tables } from './house.ts'
import { logLine } from './platform/log.ts'
import { readable } from './privacy/policies.ts'
import { purposeNames } from './privacy/purposes.ts'
import { columnsOf, edgesOf, type Table } from './privacy/table.ts'

export const help = `lofte <command>

  start     the site and its jobs, in one process (what npm start runs)
  site      the site alone: as many as you like, on one DATABASE_URL
  jobs      the jobs alone
  migrate   brings the database up to date and stops
  seed      the same, and fills in the demonstration
  found     makes an institution from a folder: institution.json, policy.nb.md, policy.da.md, policy.en.md
  map       prints the data map: what is kept about whom, why, and until when
  help      this

  PORT=3000  LOFTE_DATA=./data  SMTP_URL=  LOFTE_CLOCK_OFFSET=P0D  LOFTE_DEMO=1 (0: no demonstration)  LOFTE_SECRET=
  DATABASE_URL=  the owner's login, with CREATEROLE; the narrower logins are made from it, or are your own:
                 DATABASE_URL_WEB=  DATABASE_URL_WORKER=  DATABASE_URL_ORGANISATION=  DATABASE_URL_RIGHTS=`

/** Prints the data map as the declarations have it: one block per table. */
export function printMap(): void {
  for (const table of tables) logLine(blockFor(table))
}

function blockFor(table: Table): string {
  const { duty } = table
  const people = edgesOf(table).map(([column, edge]) => `${edge.as} (${column}: ${edge.erase}, export ${edge.export})`)
  const basis = Object.entries(duty.purposes).map(([purpose, ground]) => `${purpose} (${ground})`)
  return [
    table.name,
    `  about    ${people.join(', ') || 'nobody'}`,
    `  for      ${basis.join(', ') || 'nobody reads it'}`,
    `  from     ${duty.source}`,
    `  until    ${untilOf(table)}`,
    ...Object.entries(columnsOf(table)).map(([name, { category }]) => `  ${name.padEnd(22)} ${category.padEnd(15)} ${readersOf(table, name)}`),
    '',
  ].join('\n')
}

function untilOf({ duty: { ends } }: Table): string {
  if (typeof ends === 'string') return ends
  if ('after' in ends) return `${ends.after} after ${ends.from}`
  return ends.with
}

function readersOf(table: Table, column: string): string {
  return purposeNames.filter((purpose) => readable(table, purpose).includes(column)).join(' ')
}
