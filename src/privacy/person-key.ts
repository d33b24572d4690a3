import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { seal, unseal } from '../platform/secrets.ts'
import type { Db } from '../tables.ts'
import type { Eyes } from './within.ts'

/** A new key of one person's own, sealed by the installation's. */
export function newPersonKey(eyes: Eyes, person: string): Buffer {
  return seal(eyes.means.secrets.key('people'), randomBytes(32), person)
}

/**
 * Seals and opens what is kept under one person's own key; once the key is erased nobody opens it.
 * The context names table and column, so that a value moved elsewhere does not open.
 */
export type PersonSeal = {
  seal(text: string, context: string): Buffer
  open(sealed: Buffer, context: string): string
}

/** The person's own seal, for purposes that may read sealed columns. */
export async function sealOf<P extends 'account' | 'examination' | 'teaching' | 'certification' | 'communication' | 'administration'>(
  db: Db<P>,
  eyes: Eyes,
  person: string,
): Promise<PersonSeal> {
  const { sealed } = await (db as unknown as Db<'account'>)
    .selectFrom('privacy.keys')
    .select('sealed')
    .where('person', '=', person)
    .executeTakeFirstOrThrow()

  return openKey(sealed, eyes, person)
}

/** The seal of the person who asks for their own data. */
export async function ownSealOf(db: Db<'rights'>, eyes: Eyes): Promise<PersonSeal | undefined> {
  const { rows } = await sql<{ sealed: Buffer | null }>`select privacy.own_key() as sealed`.execute(db)
  const sealed = rows[0]?.sealed
  return sealed && eyes.actor ? openKey(sealed, eyes, eyes.actor) : undefined
}

function openKey(sealed: Buffer, eyes: Eyes, person: string): PersonSeal {
  const key = unseal(eyes.means.secrets.key('people'), sealed, person)
  return {
    seal: (text, context) => seal(key, text, context),
    open: (bytes, context) => unseal(key, bytes, context).toString('utf8'),
  }
}
