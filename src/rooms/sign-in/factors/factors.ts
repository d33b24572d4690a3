import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../tables.ts'
import type { Cookie } from '../../../web/route.ts'
import type { SignedIn, Visit } from '../../../web/visit.ts'
import { note } from '../../security/service.ts'
import { takeAppCode } from './app.ts'
import { renewCodes, takeRecoveryCode } from './recovery.ts'
import { isLastFactor } from '../rules.ts'
import { strengthenSession } from '../sessions.ts'

export type ShownFactors = {
  app: Date | null
  passkeys: { id: string; label: string; created: Date; used: Date | null }[]
  codesLeft: number
}

export async function factorsOf(db: Db<'account'>, person: string): Promise<ShownFactors> {
  const app = await db
    .selectFrom('sign_in.factors')
    .select('confirmed')
    .where('person', '=', person)
    .where('confirmed', 'is not', null)
    .executeTakeFirst()
  const passkeys = await db
    .selectFrom('sign_in.passkeys')
    .select(['id', 'label', 'created', 'used'])
    .where('person', '=', person)
    .orderBy('created')
    .limit(50)
    .execute()
  const codes = await db
    .selectFrom('sign_in.recovery_codes')
    .select((count) => count.fn.countAll<number>().as('left'))
    .where('person', '=', person)
    .where('used', 'is', null)
    .executeTakeFirstOrThrow()
  return { app: app?.confirmed ?? null, passkeys, codesLeft: codes.left }
}

export async function hasFactor(db: Db<'account'>, person: string): Promise<boolean> {
  const { app, passkeys } = await factorsOf(db, person)
  return app !== null || passkeys.length > 0
}

/**
 * Takes a code of the app or a recovery code, once; says false for any other. Two requests with one
 * code at once are decided by the database: the first changes the row, and the second finds it changed.
 */
export async function takeCode(db: Db<'account'>, visit: Visit, { person, code }: { person: string; code: string }): Promise<boolean> {
  return (await takeAppCode(db, visit, { person, code })) || (await takeRecoveryCode(db, visit, { person, code }))
}

/** What every new factor brings: recovery codes if there are none, a strong session, a line in the log. */
export async function factorAdded(db: Db<'account'>, visit: Visit, person: SignedIn): Promise<Cookie> {
  const { codesLeft } = await factorsOf(db, person.id)
  if (codesLeft === 0) await renewCodes(db, visit, person.id)
  await note(db, visit, { kind: 'factorAdded', person: person.id })
  return strengthenSession(db, person.session)
}

/**
 * Removes the app, or one passkey by its id; the recovery codes go with the last.
 * @throws Refusal `factorNeeded` (409) where the person's work asks for one.
 */
export async function removeFactor(db: Db<'account'>, visit: Visit, { person, factor }: { person: SignedIn; factor: string }): Promise<void> {
  const { app, passkeys } = await factorsOf(db, person.id)
  const factors = passkeys.length + (app ? 1 : 0)
  if (isLastFactor({ factors, roles: person.roles })) throw new Refusal('factorNeeded', 409)

  if (factor === 'app') await db.deleteFrom('sign_in.factors').where('person', '=', person.id).execute()
  else await db.deleteFrom('sign_in.passkeys').where('person', '=', person.id).where('id', '=', factor).execute()
  if (!(await hasFactor(db, person.id))) await db.deleteFrom('sign_in.recovery_codes').where('person', '=', person.id).execute()
  await note(db, visit, { kind: 'factorRemoved', person: person.id })
}
