import { sql } from 'kysely'
import { Refusal } from '../../../platform/refusal.ts'
import { newId } from '../../../platform/ids.ts'
import { token, tokenHash } from '../../../platform/secrets.ts'
import { hashPassword, needsRehash, verifyPassword } from '../../../platform/sign-in/password.ts'
import { addDuration, formatDate } from '../../../platform/time.ts'
import { durations } from '../../../privacy/durations.ts'
import { within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Cookie } from '../../../web/route.ts'
import { isStaff, type Role, type Visit } from '../../../web/visit.ts'
import { mustNotBeTooMany, note, noteRefusal, type Trying } from '../../security/service.ts'
import { hasFactor, takeCode } from '../factors/factors.ts'
import { FACTOR_LIMIT, SIGN_IN_LIMIT } from '../rules.ts'
import { openSession, signOut, strengthenSession } from '../sessions.ts'

/** What the first step at the door led to: in, in but still to set up a factor, or a factor to show. */
export type Admission = { cookie: Cookie; step: 'in' | 'setUp' | 'factor' }

/**
 * Lets somebody in by address and password. Unknown, unconfirmed and wrong are answered alike and
 * after the same work; what has become of an account is told to whoever has its password.
 * @throws Refusal `signInRefused` (422), `accountBlocked`, `accountDeactivated` (403), `tooManyTries` (429).
 */
export async function signIn(visit: Visit, { email, password }: { email: string; password: string }): Promise<Admission> {
  const door = await proveAtDoor(visit, { email, password })
  mustBeOpen(door, visit)
  const renewed = door.hash && needsRehash(door.hash) ? await hashPassword(password) : null

  const admission = await within('account', { ...visit, actor: door.person }, async (db) => {
    // Asked again: of many guesses sent at once, those after the limit get nowhere, right or wrong.
    await mustNotBeTooMany(db, visit, trying(email, door))
    if (renewed) await db.updateTable('sign_in.passwords').set({ hash: renewed }).where('person', '=', door.person).execute()
    return admit(db, visit, door.person)
  })
  await signOut(visit)
  return admission
}

/** The account at an address, for whoever has its password. @throws Refusal `signInRefused` (422), `tooManyTries` (429). */
export async function proveAtDoor(visit: Visit, { email, password }: { email: string; password: string }): Promise<Door> {
  const door = await within('account', visit, async (db) => {
    const found = await doorAt(db, email)
    await mustNotBeTooMany(db, visit, trying(email, found))
    return found
  })
  const isRight = await verifyPassword(door?.hash ?? null, password)
  if (door && isRight) return door
  await noteRefusal('account', visit, { kind: 'signInRefused', person: door?.person ?? null, tried: email, limit: SIGN_IN_LIMIT })
  throw new Refusal('signInRefused', 422)
}

/** As `SIGN_IN_LIMIT` counts: what is tried here, and whose it is. */
export function trying(email: string, door: Door | undefined): Trying {
  return { limit: SIGN_IN_LIMIT, tried: email, person: door?.person }
}

/** After a first step that was right: a session, or the proof of that step where a factor must follow. */
export async function admit(db: Db<'account'>, visit: Visit, person: string): Promise<Admission> {
  if (await hasFactor(db, person)) return { cookie: await openProof(db, visit, person), step: 'factor' }
  const cookie = await openSession(db, visit, { person, strong: false })
  return { cookie, step: isStaff({ roles: await rolesOf(db, visit, person) }) ? 'setUp' : 'in' }
}

/** Whether this browser has shown a right password minutes ago, and still owes the second step. */
export async function owesFactor(visit: Visit): Promise<boolean> {
  return (await proofOf(visit)) !== undefined
}

/**
 * The second step: a code of the app, or a recovery code.
 * @throws Refusal `firstStepGone` (401), `factorRefused` (422), `tooManyTries` (429).
 */
export async function showSecondFactor(visit: Visit, code: string): Promise<Cookie> {
  const proof = await proofOf(visit)
  if (!proof) throw new Refusal('firstStepGone', 401)
  const { person } = proof
  return withCode(visit, { person, code }, async (db) => {
    await db.deleteFrom('sign_in.proofs').where('person', '=', person).execute()
    return openSession(db, visit, { person, strong: true })
  })
}

/** Shows the factor in a session that began without it. @throws as `showSecondFactor` */
export async function stepUp(visit: Visit, code: string): Promise<Cookie> {
  const { person } = visit
  if (!person) throw new Refusal('signInFirst', 401)
  return withCode(visit, { person: person.id, code }, (db) => strengthenSession(db, person.session))
}

type Claim = { person: string; code: string }

/** Guesses of one person wait for each other, so that many at once are counted like one after another. */
async function withCode(visit: Visit, { person, code }: Claim, work: (db: Db<'account'>) => Promise<Cookie>): Promise<Cookie> {
  const cookie = await within('account', { ...visit, actor: person }, async (db) => {
    await lockPerson(db, person)
    await mustNotBeTooMany(db, visit, { limit: FACTOR_LIMIT, tried: person })
    if (await takeCode(db, visit, { person, code })) return work(db)
    await note(db, visit, { kind: 'secondFactorRefused', person, tried: person, limit: FACTOR_LIMIT })
    return null
  })
  if (!cookie) throw new Refusal('factorRefused', 422, { field: 'code' })
  return cookie
}

/** Has others who act on the same account wait until this transaction ends. */
export async function lockPerson(db: Db<'account'>, person: string): Promise<void> {
  await sql`select id from accounts.persons where id = ${person} for no key update`.execute(db)
}

export type Door = {
  person: string
  hash: string | null
  email_confirmed: Date | null
  blocked: Date | null
  deactivated: Date | null
  erase_due: Date | null
}

export async function doorAt(db: Db<'account'>, email: string): Promise<Door | undefined> {
  const { rows } = await sql<Door>`
    select person, hash, email_confirmed, blocked, deactivated, erase_due
    from sign_in.door_at(${email})
  `.execute(db)
  return rows[0]
}

/** @throws Refusal `accountBlocked`, `accountDeactivated` (403) */
export function mustBeOpen({ blocked, deactivated, erase_due }: Door, { site, language }: Visit): void {
  if (blocked) throw new Refusal('accountBlocked', 403, { values: [site.contactEmail] })
  if (deactivated && erase_due) {
    const dates = [deactivated, erase_due].map((moment) => formatDate(moment, language, site.zone))
    throw new Refusal('accountDeactivated', 403, { values: [...dates, site.contactEmail] })
  }
}

async function rolesOf(db: Db<'account'>, { now }: Visit, person: string): Promise<Role[]> {
  const rows = await db
    .selectFrom('accounts.appointments')
    .select('role')
    .where('person', '=', person)
    .where('begins', '<=', now)
    .where((is) => is.or([is('ends', 'is', null), is('ends', '>', now)]))
    .execute()
  return rows.map(({ role }) => role as Role)
}

async function openProof(db: Db<'account'>, { now }: Visit, person: string): Promise<Cookie> {
  const secret = token()
  const expires = addDuration(now, durations.challenge, 'UTC')
  await db.insertInto('sign_in.proofs').values({ id: newId(), person, token_hash: tokenHash(secret), expires }).execute()
  return { name: 'session', value: secret, maxAge: (expires.getTime() - now.getTime()) / 1000 }
}

async function proofOf(visit: Visit): Promise<{ id: string; person: string } | undefined> {
  const { token: secret } = visit
  if (!secret) return undefined
  return within('account', visit, async (db) => {
    const { rows } = await sql<{ id: string; person: string }>`
      select id, person from sign_in.proof_of(${tokenHash(secret)})
    `.execute(db)
    return rows[0]
  })
}
