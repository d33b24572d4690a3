import { createHash } from 'node:crypto'
import pg from 'pg'
import { newId } from '../src/platform/ids.ts'
import type { TestHouse } from './house.ts'
import { NOON } from './house.ts'

/** What the owner's login finds: for looking behind the front door, past every policy. */
export async function ownerSays<T = Record<string, unknown>>(house: TestHouse, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client(house.owner)
  await client.connect()
  try {
    return (await client.query(text, values)).rows as T[]
  } finally {
    await client.end()
  }
}

/** Puts rows where they belong as the owner: for what a test needs to be there, not for what it tests. */
export async function put(house: TestHouse, table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row)
  const places = names.map((_, i) => `$${i + 1}`)
  await ownerSays(house, `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, Object.values(row))
}

/** A policy in force at Nomkus. */
export async function aPolicy(house: TestHouse, text = '# Personvern'): Promise<string> {
  const texts = JSON.stringify({ nb: text, da: text, en: text })
  const hash = createHash('sha256').update(texts).digest('hex')
  await put(house, 'policy.versions', { institution: house.nomkus, hash, effective: new Date(NOON.getTime() - 86_400_000), published: NOON, texts, facts: '{}' })
  return hash
}

let codes = 0

/** An organisation at Nomkus with a membership of so many seats, in force the whole year. */
export async function aMembership(house: TestHouse, { seats, begins = '2026-01-01', ends = '2026-12-31', domains = null }: { seats: number; begins?: string; ends?: string; domains?: string | null }) {
  const institution = house.nomkus
  const organisation = newId()
  const membership = newId()
  const code = `TEST-${String(++codes).padStart(4, '0')}-${String(process.pid).padStart(6, '0').slice(-4)}`.toUpperCase()
  await put(house, 'organisations.organisations', { institution, id: organisation, name: `Fjordvik ${codes}`, organisation_number: String(codes), created: NOON })
  await put(house, 'organisations.memberships', { institution, id: membership, organisation, code, domains })
  await put(house, 'organisations.terms', { institution, id: newId(), membership, begins, ends, made: NOON })
  await put(house, 'organisations.pools', { institution, id: newId(), membership, number: 1, begins, seats, because: 'agreed', made: NOON, applied: NOON })
  for (let seat = 0; seat < seats; seat++) await put(house, 'organisations.seats', { institution, id: newId(), membership })
  return { organisation, membership, code }
}
