import { sql } from 'kysely'
import { isTaken } from '../../../platform/database.ts'
import { logFault } from '../../../platform/log.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { tokenHash } from '../../../platform/secrets.ts'
import { hashPassword, passwordWeakness } from '../../../platform/sign-in/password.ts'
import { record } from '../../../privacy/jobs.ts'
import { setState } from '../../../privacy/standing.ts'
import { within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { mustNotBeTooMany, note } from '../../security/service.ts'
import { type Admission, admit, doorAt, lockPerson } from '../doors/doors.ts'
import { LINK_LIMIT } from '../rules.ts'
import { newLink } from '../service.ts'
import { endOtherSessions } from '../sessions.ts'

export type LinkKind = 'confirm' | 'password' | 'email'
type Link = { id: string; person: string; kind: LinkKind }

/** What a letter's link is for, as long as it can be used. */
export async function findLink(db: Db<'account'>, token: string): Promise<Link | undefined> {
  const { rows } = await sql<Link>`select id, person, kind from sign_in.link_of(${tokenHash(token)})`.execute(db)
  return rows[0]
}

/**
 * Does what a link is for: confirms the address and chooses the first password, or chooses a new one
 * and ends every session there is. Leads in, as any first step does.
 * @throws Refusal `linkGone` (410), `password…` (422).
 */
export async function choosePasswordBy(visit: Visit, { link, password }: { link: Link; password: string }): Promise<Admission> {
  const own = { ...visit, actor: link.person }
  await within('account', own, (db) => mustBeStrong(db, own, password))
  const hash = await hashPassword(password)

  return within('account', own, async (db) => {
    await useUp(db, visit, link)
    if (link.kind === 'confirm') await confirm(db, visit, link.person)
    await endOtherSessions(db, { ...visit, person: null }, link.person)
    await setPassword(db, visit, { person: link.person, hash })
    return admit(db, visit, link.person)
  })
}

/** Switches to the new address that a link was sent to. @throws Refusal `linkGone` (410), `emailTaken` (409) */
export async function changeEmailBy(visit: Visit, link: Link): Promise<void> {
  try {
    await within('account', { ...visit, actor: link.person }, async (db) => {
      const email = await db.selectFrom('sign_in.links').select('new_email').where('id', '=', link.id).executeTakeFirst()
      await useUp(db, visit, link)
      if (!email?.new_email) throw new Refusal('linkGone', 410)
      await db.updateTable('accounts.persons').set({ email: email.new_email, email_confirmed: visit.now }).where('id', '=', link.person).execute()
      await note(db, visit, { kind: 'emailChanged', person: link.person })
    })
  } catch (error) {
    if (isTaken(error, 'persons_by_email')) throw new Refusal('emailTaken', 409)
    throw error
  }
}

/**
 * Sends a link for a new password, or to confirm the address where that is still to be done. Everybody
 * gets the same answer after the same work; the link is made when the answer has gone.
 * @throws Refusal `tooManyTries` (429).
 */
export async function askForLink(visit: Visit, email: string): Promise<void> {
  const door = await within('account', visit, async (db) => {
    await mustNotBeTooMany(db, visit, { limit: LINK_LIMIT, tried: email })
    const found = await doorAt(db, email)
    await note(db, visit, { kind: 'passwordLinkAsked', person: found?.person ?? null, tried: email })
    return found
  })
  if (!door || door.blocked || door.deactivated) return
  const kind = door.email_confirmed ? 'password' : 'confirm'
  setImmediate(() => sendLink(visit, { person: door.person, kind }).catch((fault) => logFault(fault, 'sign-in link')))
}

/** @throws Refusal `passwordTooShort`, `passwordTooLong`, `passwordTooCommon`, `passwordContainsName` (422) */
export async function mustBeStrong(db: Db<'account'>, visit: Visit, password: string): Promise<void> {
  const person = await db
    .selectFrom('accounts.persons')
    .select(['first_name', 'last_name', 'email'])
    .where('id', '=', visit.actor)
    .executeTakeFirst()
  if (!person) throw new Refusal('linkGone', 410)
  const weakness = passwordWeakness(password, [person.first_name, person.last_name, person.email, visit.site.name])
  if (weakness) throw new Refusal(WEAK[weakness], 422, { field: 'newPassword' })
}

const WEAK = {
  tooShort: 'passwordTooShort',
  tooLong: 'passwordTooLong',
  tooCommon: 'passwordTooCommon',
  containsName: 'passwordContainsName',
} as const

export async function setPassword(db: Db<'account'>, visit: Visit, { person, hash }: { person: string; hash: string }): Promise<void> {
  const changed = visit.now
  await db
    .insertInto('sign_in.passwords')
    .values({ person, hash, changed })
    .onConflict((known) => known.columns(['institution', 'person']).doUpdateSet({ hash, changed }))
    .execute()
  await note(db, visit, { kind: 'passwordChanged', person })
}

/** Writes a link and has its letter sent, in one transaction. */
export async function sendLink(visit: Visit, { person, kind, newEmail = null }: { person: string; kind: LinkKind; newEmail?: string | null }): Promise<void> {
  const link = { ...newLink({ person, kind, now: visit.now }), new_email: newEmail }
  await within('account', { ...visit, actor: person }, async (db) => {
    await db.insertInto('sign_in.links').values(link).execute()
    await record(db, { eyes: visit, purpose: 'account', happening: { event: 'accounts.linkAsked', person, subject: link.id } })
  })
}

/** Once: whoever comes second finds it used. The person's other links go with it. */
async function useUp(db: Db<'account'>, { now }: Visit, { id, person }: Link): Promise<void> {
  await lockPerson(db, person)
  const { numUpdatedRows } = await db
    .updateTable('sign_in.links')
    .set({ used: now })
    .where('id', '=', id)
    .where('used', 'is', null)
    .where('expires', '>', now)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('linkGone', 410)
  await db.updateTable('sign_in.links').set({ used: now }).where('person', '=', person).where('used', 'is', null).execute()
}

async function confirm(db: Db<'account'>, { now }: Visit, person: string): Promise<void> {
  await db
    .updateTable('accounts.persons')
    .set({ email_confirmed: now, unconfirmed_until: null })
    .where('id', '=', person)
    .where('email_confirmed', 'is', null)
    .execute()
  await setState(db, person, 'active')
}
