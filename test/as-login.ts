import pg from 'pg'
import { type Login, type PurposeName, roleOf } from '../src/privacy/purposes.ts'
import { type TestHouse, NOON } from './house.ts'

/** What PostgreSQL answers to whoever may not. Source: https://www.postgresql.org/docs/current/errcodes-appendix.html */
export const DENIED = { code: '42501' }

/** As one of the separate logins, by its real password, and as nothing else. */
export async function asLogin(house: TestHouse, login: Login, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(house.addresses[login] as pg.ClientConfig)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

export type Visiting = { login: Login; purpose: PurposeName; actor: string; look?: string; now?: Date }

/** As a person, under a purpose, with the settings that the head of a transaction makes. */
export async function asVisitor(
  house: TestHouse,
  { login, purpose, actor, look = '', now = NOON }: Visiting,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  await asLogin(house, login, async (client) => {
    const settings = { 'app.institution': house.nomkus, 'app.actor': actor, 'app.now': now.toISOString(), 'app.look': look }
    for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, false)', [name, value])
    await client.query(`set role ${roleOf(purpose)}`)
    await work(client)
  })
}
