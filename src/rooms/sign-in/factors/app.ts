import { newId } from '../../../platform/ids.ts'
import { checkTotp, newTotpSecret, totpUri } from '../../../platform/sign-in/totp.ts'
import { sealOf } from '../../../privacy/person-key.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'

const SECRET = 'sign_in.factors.secret'

/** Makes the secret for an app; it counts once a code has shown that the app has it. */
export async function prepareApp(db: Db<'account'>, visit: Visit, person: string): Promise<void> {
  const seal = await sealOf(db, visit, person)
  await db.deleteFrom('sign_in.factors').where('person', '=', person).where('confirmed', 'is', null).execute()
  const secret = seal.seal(newTotpSecret(), SECRET)
  await db.insertInto('sign_in.factors').values({ id: newId(), person, secret }).execute()
}

/** The secret that waits for the app, as text and as the address that an app reads from a QR code. */
export async function preparedApp(db: Db<'account'>, visit: Visit, person: string): Promise<{ secret: string; uri: string } | null> {
  const sealed = await preparedSecret(db, visit, person)
  if (!sealed) return null
  const { email } = await db.selectFrom('accounts.persons').select('email').where('id', '=', person).executeTakeFirstOrThrow()
  return { secret: sealed.secret, uri: totpUri({ secret: sealed.secret, account: email, issuer: visit.site.name }) }
}

/** Takes the prepared app into use, instead of an earlier one; says false when the code is not its. */
export async function confirmApp(db: Db<'account'>, visit: Visit, { person, code }: { person: string; code: string }): Promise<boolean> {
  const prepared = await preparedSecret(db, visit, person)
  const step = prepared ? checkTotp({ secret: prepared.secret, code, now: visit.now, lastStep: null }) : null
  if (!prepared || step === null) return false

  await db.deleteFrom('sign_in.factors').where('person', '=', person).where('confirmed', 'is not', null).execute()
  await db.updateTable('sign_in.factors').set({ confirmed: visit.now, last_step: step }).where('id', '=', prepared.id).execute()
  return true
}

/** Takes a code of the app, once; says false for any other. */
export async function takeAppCode(db: Db<'account'>, visit: Visit, { person, code }: { person: string; code: string }): Promise<boolean> {
  const app = await db
    .selectFrom('sign_in.factors')
    .select(['id', 'secret', 'last_step'])
    .where('person', '=', person)
    .where('confirmed', 'is not', null)
    .executeTakeFirst()
  if (!app) return false
  const secret = (await sealOf(db, visit, person)).open(app.secret, SECRET)
  const step = checkTotp({ secret, code, now: visit.now, lastStep: app.last_step })
  if (step === null) return false

  const { numUpdatedRows } = await db
    .updateTable('sign_in.factors')
    .set({ last_step: step })
    .where('id', '=', app.id)
    .where((is) => is.or([is('last_step', 'is', null), is('last_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

async function preparedSecret(db: Db<'account'>, visit: Visit, person: string): Promise<{ id: string; secret: string } | null> {
  const row = await db.selectFrom('sign_in.factors').select(['id', 'secret']).where('person', '=', person).where('confirmed', 'is', null).executeTakeFirst()
  return row ? { id: row.id, secret: (await sealOf(db, visit, person)).open(row.secret, SECRET) } : null
}
