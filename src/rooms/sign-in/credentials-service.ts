import { sql } from 'kysely'
import { Refusal } from '../../platform/refusal.ts'
import { hashPassword, verifyPassword } from '../../platform/sign-in/password.ts'
import { record } from '../../privacy/jobs.ts'
import { within } from '../../privacy/within.ts'
import type { Cookie } from '../../web/route.ts'
import type { Visit } from '../../web/visit.ts'
import { mustNotBeTooMany, noteRefusal } from '../security/service.ts'
import { mustBeStrong, sendLink, setPassword } from './links/links.ts'
import { SIGN_IN_LIMIT } from './rules.ts'
import { endOtherSessions, rotateSession } from './sessions.ts'

/**
 * Changes the signed-in person's password: every other session ends, and this one's token is new.
 * @throws Refusal `oldPasswordRefused`, `password…` (422), `tooManyTries` (429).
 */
export async function changePassword(visit: Visit, { oldPassword, newPassword }: { oldPassword: string; newPassword: string }): Promise<Cookie> {
  const { person } = visit
  if (!person) throw new Refusal('signInFirst', 401)
  await mustKnowPassword(visit, { password: oldPassword, field: 'oldPassword' })
  await within('account', visit, (db) => mustBeStrong(db, visit, newPassword))
  const hash = await hashPassword(newPassword)

  return within('account', visit, async (db) => {
    await setPassword(db, visit, { person: person.id, hash })
    await endOtherSessions(db, visit, person.id)
    return rotateSession(db, person.session)
  })
}

/**
 * Sends a link to the new address, and word of it to the old one. An address that is somebody's account
 * is answered alike; its owner gets a letter instead.
 * @throws Refusal `oldPasswordRefused` (422), `tooManyTries` (429).
 */
export async function askForNewEmail(visit: Visit, { email, password }: { email: string; password: string }): Promise<void> {
  const { person } = visit
  if (!person) throw new Refusal('signInFirst', 401)
  await mustKnowPassword(visit, { password, field: 'password' })

  const owner = await within('account', visit, async (db) => {
    const { rows } = await sql<{ person: string | null }>`select accounts.person_at(${email}) as person`.execute(db)
    return rows[0]?.person
  })
  if (owner && owner !== person.id) await tellOwner(visit, owner)
  else await sendLink(visit, { person: person.id, kind: 'email', newEmail: email })
}

/** The current address of the signed-in person. */
export async function emailOf(visit: Visit): Promise<string> {
  const { email } = await within('account', visit, (db) =>
    db.selectFrom('accounts.persons').select('email').where('id', '=', visit.actor).executeTakeFirstOrThrow(),
  )
  return email
}

async function tellOwner(visit: Visit, owner: string): Promise<void> {
  await within('account', visit, (db) =>
    record(db, { eyes: visit, purpose: 'account', happening: { event: 'accounts.addressKnown', person: owner, subject: owner } }),
  )
}

/** Asks the password once more, before something that cannot be undone. @throws Refusal `oldPasswordRefused` (422) */
export async function mustKnowPassword(visit: Visit, { password, field }: { password: string; field: string }): Promise<void> {
  const tried = await emailOf(visit)
  const hash = await within('account', visit, async (db) => {
    await mustNotBeTooMany(db, visit, { limit: SIGN_IN_LIMIT, tried, person: visit.actor ?? undefined })
    const row = await db.selectFrom('sign_in.passwords').select('hash').where('person', '=', visit.actor).executeTakeFirst()
    return row?.hash ?? null
  })
  if (await verifyPassword(hash, password)) return
  await noteRefusal('account', visit, { kind: 'signInRefused', person: visit.actor, tried, limit: SIGN_IN_LIMIT })
  throw new Refusal('oldPasswordRefused', 422, { field })
}
