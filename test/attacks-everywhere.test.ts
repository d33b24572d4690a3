import assert from 'node:assert/strict'
import { test } from 'node:test'
import type pg from 'pg'
import { tables } from '../src/house.ts'
import { newId } from '../src/platform/ids.ts'
import { readable } from '../src/privacy/policies.ts'
import { type Login, logins, type PurposeName, purposeNames, purposes } from '../src/privacy/purposes.ts'
import { columnsOf, edgesOf, type Table } from '../src/privacy/table.ts'
import { asVisitor, DENIED } from './as-login.ts'
import { putEverywhere } from './everywhere.ts'
import { aHouse, NOON } from './house.ts'

const house = await aHouse()
const [kari, ola, mette, freja] = [newId(), newId(), newId(), newId()]
for (const [person, other, institution] of [[kari, ola, house.nomkus], [ola, kari, house.nomkus], [mette, freja, house.laeringshus], [freja, mette, house.laeringshus]] as const) {
  await putEverywhere(house, { person, other, institution, at: NOON, email: `${person}@fjordvik.example` })
}

for (const login of logins) {
  const own = purposeNames.filter((purpose) => (purposes[purpose].logins as readonly Login[]).includes(login))

  test(`by the ${login} login nobody reaches another institution, in any table, by any statement (D54, N24)`, async () => {
    for (const purpose of own) {
      await everyTable({ login, purpose }, async (client, table) => {
        if (table.duty.of === 'installation') return
        const columns = readable(table, purpose).join(', ')
        const elsewhere = `institution = '${house.laeringshus}'`
        assert.equal(await rowsOf(client, `select ${columns} from ${table.name} where ${elsewhere}`), 0, `${purpose} ${table.name}`)
        assert.equal(await rowsOf(client, `copy (select ${columns} from ${table.name} where ${elsewhere}) to stdout`), 0)
        await leavesAlone(client, table, elsewhere)
      })
    }
  })

  test(`by the ${login} login Kari sees no row that is another person’s (D54)`, async () => {
    for (const purpose of own.filter((name) => purposes[name].reach === 'person')) {
      await everyTable({ login, purpose }, async (client, table) => {
        const shown = edgesOf(table).filter(([, { shows }]) => shows || purpose === 'rights')
        if (shown.length === 0) return
        const others = shown.map(([column]) => `${column} <> '${kari}'`).join(' and ')
        assert.equal(await rowsOf(client, `select from ${table.name} where ${others}`), 0, `${purpose} ${table.name}`)
        assert.equal(await rowsOf(client, `copy (select ${shown[0]?.[0]} from ${table.name} where ${others}) to stdout`), 0)
        await leavesAlone(client, table, others)
      })
    }
  })

  test(`by the ${login} login a forbidden column is refused behind every word of a statement (D11, D54)`, async () => {
    for (const purpose of own) {
      await everyTable({ login, purpose }, async (client, table) => {
        const reads = readable(table, purpose)
        const forbidden = Object.keys(columnsOf(table)).filter((column) => !reads.includes(column))
        const asks = forbidden.flatMap((column, i) => hidden(table.name, { column, shown: reads[0] as string })[i % HIDDEN] ?? [])
        const whole = forbidden.length > 0 ? wholeRows(table.name) : []
        for (const ask of [...asks, ...whole]) await assert.rejects(client.query(ask), DENIED, `${purpose}: ${ask}`)
      })
    }
  })
}

const HIDDEN = 7

/** Ways to ask for a column without asking for it. */
function hidden(table: string, { column, shown }: { column: string; shown: string }): string[] {
  return [
    `select ${shown} from ${table} where ${column} is not null`,
    `select ${shown} from ${table} order by ${column}`,
    `select count(*) filter (where ${column} is null) from ${table}`,
    `select ${shown} from ${table} group by ${shown}, ${column} having count(${column}) > 0`,
    `copy ${table} (${column}) to stdout`,
    `select one.${shown} from ${table} as one join ${table} as other on one.${column} = other.${column}`,
    `explain select ${column} from ${table}`,
  ]
}

function wholeRows(table: string): string[] {
  return [
    `select * from ${table}`,
    `select one from ${table} as one`,
    `select to_jsonb(one) from ${table} as one`,
    `select row_to_json(one) from ${table} as one`,
    `select one::text from ${table} as one`,
    `select ${table.split('.')[1]} is null from ${table}`,
    `copy ${table} to stdout`,
  ]
}

type At = { login: Login; purpose: PurposeName }

/** Every table that a purpose reads, as Kari, with a look stated so that only reach stands between. */
async function everyTable({ login, purpose }: At, ask: (client: pg.Client, table: Table) => Promise<void>): Promise<void> {
  await asVisitor(house, { login, purpose, actor: kari, look: 'attack' }, async (client) => {
    for (const table of tables.filter((one) => readable(one, purpose).length > 0)) await ask(client, table)
  })
}

async function rowsOf(client: pg.Client, text: string): Promise<number | null> {
  return (await client.query(text)).rowCount
}

/** Where it may delete or change at all, nothing that it does not see goes or changes. */
async function leavesAlone(client: pg.Client, table: Table, where: string): Promise<void> {
  const deleted = await client.query(`delete from ${table.name} where ${where}`).then(({ rowCount }) => rowCount, ({ code }) => code)
  assert.ok(deleted === 0 || deleted === DENIED.code, `${table.name} ${deleted}`)
}
