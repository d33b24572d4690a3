import { newId } from '../../../platform/ids.ts'
import { newRecoveryCodes, recoveryCodeHash } from '../../../platform/sign-in/recovery-codes.ts'
import { addDuration } from '../../../platform/time.ts'
import { durations } from '../../../privacy/durations.ts'
import { sealOf } from '../../../privacy/person-key.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { note } from '../../security/service.ts'

const SHOWN = 'sign_in.shown_codes.sealed'

/** Ten new recovery codes instead of those there were, kept as hashes, and shown for some minutes. */
export async function renewCodes(db: Db<'account'>, visit: Visit, person: string): Promise<void> {
  const codes = newRecoveryCodes()
  const seal = await sealOf(db, visit, person)
  const shown = { person, sealed: seal.seal(codes.join('\n'), SHOWN), expires: addDuration(visit.now, durations.challenge, 'UTC') }

  await db.deleteFrom('sign_in.recovery_codes').where('person', '=', person).execute()
  await db.insertInto('sign_in.recovery_codes').values(codes.map((code) => ({ id: newId(), person, hash: recoveryCodeHash(code) }))).execute()
  await hideCodes(db, person)
  await db.insertInto('sign_in.shown_codes').values(shown).execute()
}

/** The new recovery codes until the person has said that they are kept; afterwards nobody can show them. */
export async function shownCodesOf(db: Db<'account'>, visit: Visit, person: string): Promise<string[]> {
  const shown = await db.selectFrom('sign_in.shown_codes').select('sealed').where('person', '=', person).where('expires', '>', visit.now).executeTakeFirst()
  if (!shown) return []
  const seal = await sealOf(db, visit, person)
  return seal.open(shown.sealed, SHOWN).split('\n')
}

export async function hideCodes(db: Db<'account'>, person: string): Promise<void> {
  await db.deleteFrom('sign_in.shown_codes').where('person', '=', person).execute()
}

/** Takes a recovery code, once; says false for any other. */
export async function takeRecoveryCode(db: Db<'account'>, visit: Visit, { person, code }: { person: string; code: string }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sign_in.recovery_codes')
    .set({ used: visit.now })
    .where('person', '=', person)
    .where('hash', '=', recoveryCodeHash(code))
    .where('used', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 1n) await note(db, visit, { kind: 'recoveryCodeUsed', person })
  return numUpdatedRows === 1n
}
