import { sql } from 'kysely'
import { type PurposeName, purposes } from '../../privacy/purposes.ts'
import type { Db } from '../../tables.ts'
import type { Phrase } from '../../platform/words.ts'
import type { Visit } from '../../web/visit.ts'
import type { Look } from './shapes.ts'

/** What is said of each kind of look, by its name: every room says it of its own. */
export type SaidOfLooks = Readonly<Record<string, Phrase>>

type Row = { id: string; looked: Date; purpose: string; what: string; name: string | null; roles: string[] }

/**
 * Who has looked at the person who asks, newest first: `most` of those before the look `before`,
 * or all of them. What was looked at is said in words.
 */
export async function looksAtMe(
  db: Db<'rights'>,
  { language }: Visit,
  { said, most, before }: { said: SaidOfLooks; most: number | null; before: string | null },
): Promise<Look[]> {
  const { rows } = await sql<Row>`
    select id, looked, purpose, what, name, roles from privacy.looks_at_me(${most}::integer, ${before}::uuid)
  `.execute(db)
  return rows.map((row) => ({
    ...row,
    what: saidOf(said[row.what]?.[language], row.what),
    purposeName: purposes[row.purpose as PurposeName].name[language],
  }))
}

function saidOf(phrase: unknown, name: string): string {
  return typeof phrase === 'string' ? phrase : name
}
