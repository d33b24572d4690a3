import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '../../platform/refusal.ts'
import { constantEquals } from '../../platform/secrets.ts'
import { within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { mustKnowPassword } from '../sign-in/credentials-service.ts'

const FRESH = 15 * 60_000 // milliseconds

/** How somebody shows that it is still they who sit there. */
export type Proof = {
  /** They signed in within the last quarter of an hour. */
  readonly isFresh: boolean
  readonly hasPassword: boolean
}

/** What the person who asks has shown, and can show. */
export async function proofOf(db: Db<'rights'>, { actor, person, now }: Visit): Promise<Proof> {
  const { rows } = await sql<{ started: Date; has_password: boolean }>`
    select started, exists (select from sign_in.passwords where person = ${actor}) as has_password
    from sign_in.sessions where id = ${person?.session ?? null}
  `.execute(db)
  const [row] = rows
  return { isFresh: row !== undefined && now.getTime() - row.started.getTime() < FRESH, hasPassword: row?.has_password ?? false }
}

/**
 * Whoever has no password is known by having signed in a moment ago, with whatever they sign in with.
 * @throws Refusal `oldPasswordRefused`, `signInAgain` (422), `tooManyTries` (429).
 */
export async function mustProveIdentity(visit: Visit, password: string): Promise<void> {
  const { hasPassword, isFresh } = await within('rights', visit, (db) => proofOf(db, visit))
  if (hasPassword) await mustKnowPassword(visit, { password, field: 'password' })
  else if (!isFresh) throw new Refusal('signInAgain', 422)
}

/** For an address that opens for a quarter of an hour, and in this session alone. */
export function newKey(visit: Visit): string {
  const ends = String(visit.now.getTime() + FRESH)
  return `${ends}.${signed(visit, ends)}`
}

export function isKey(visit: Visit, key: string | undefined): boolean {
  const [ends = '', signature = ''] = (key ?? '').split('.')
  return Number(ends) > visit.now.getTime() && constantEquals(signature, signed(visit, ends))
}

function signed(visit: Visit, ends: string): string {
  return createHmac('sha256', visit.means.secrets.key('copy of my data')).update(`${visit.person?.session} ${ends}`).digest('base64url')
}
