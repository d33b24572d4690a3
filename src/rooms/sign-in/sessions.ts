import { newId } from '../../platform/ids.ts'
import { token, tokenHash } from '../../platform/secrets.ts'
import { addDuration } from '../../platform/time.ts'
import { durations } from '../../privacy/durations.ts'
import { within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import { secondsKept } from '../../web/cookies.ts'
import type { Cookie } from '../../web/route.ts'
import type { Visit } from '../../web/visit.ts'
import { deviceOf, note } from '../security/service.ts'
import { idleSince } from './rules.ts'

/** The cookie of nobody. */
export const NO_SESSION: Cookie = { name: 'session', value: '', maxAge: 0 }

/** Signs a person in, in the transaction of the proof; the token is always a new one. */
export async function openSession(
  db: Db<'account'>,
  visit: Visit,
  { person, strong }: { person: string; strong: boolean },
): Promise<Cookie> {
  const { now } = visit
  const secret = token()
  const row = {
    id: newId(),
    person,
    token_hash: tokenHash(secret),
    started: now,
    used: now,
    ends: addDuration(now, durations.session, 'UTC'),
    strong,
    device: deviceOf(visit.userAgent),
  }
  await db.insertInto('sign_in.sessions').values(row).execute()
  // Keyed by the person, so that the doors know the networks they come from.
  await note(db, visit, { kind: 'signedIn', person, tried: person })
  return sessionCookie(secret)
}

/**
 * Gives this session a new token, as whenever it may do more than before or its owner's secret has
 * changed: a token that somebody else got hold of ends with it.
 */
export async function rotateSession(db: Db<'account'>, session: string): Promise<Cookie> {
  const secret = token()
  await db.updateTable('sign_in.sessions').set({ token_hash: tokenHash(secret) }).where('id', '=', session).execute()
  return sessionCookie(secret)
}

/** As `rotateSession`, once a second factor was shown in it. */
export async function strengthenSession(db: Db<'account'>, session: string): Promise<Cookie> {
  await db.updateTable('sign_in.sessions').set({ strong: true }).where('id', '=', session).execute()
  return rotateSession(db, session)
}

export type ShownSession = { id: string; device: string; started: Date; used: Date; current: boolean }

/** Where somebody is signed in now: this browser first, then the last used; at most fifty. */
export async function sessionsOf(db: Db<'account'>, visit: Visit): Promise<ShownSession[]> {
  const { person, now } = visit
  if (!person) return []
  const rows = await db
    .selectFrom('sign_in.sessions')
    .select(['id', 'device', 'started', 'used'])
    .where('person', '=', person.id)
    .where('ended', 'is', null)
    .where('ends', '>', now)
    .where('used', '>', idleSince(person.roles, now))
    .orderBy('used', 'desc')
    .limit(50)
    .execute()
  const shown = rows.map((row) => ({ ...row, current: row.id === person.session }))
  return shown.sort((one, other) => Number(other.current) - Number(one.current))
}

/** Ends one of a person's own sessions; one that has ended already stays as it is. */
export async function endSession(db: Db<'account'>, visit: Visit, session: string): Promise<void> {
  await endingOf(db, visit).where('id', '=', session).execute()
  await note(db, visit, { kind: 'sessionEnded', person: visit.actor })
}

/** Ends all of a person's sessions, but this one if there is one. */
export async function endOtherSessions(db: Db<'account'>, visit: Visit, person: string): Promise<void> {
  const ending = endingOf(db, visit).where('person', '=', person)
  await (visit.person ? ending.where('id', '<>', visit.person.session) : ending).execute()
}

/** Ends the session of this browser, if it has one. */
export async function signOut(visit: Visit): Promise<void> {
  const { person } = visit
  if (!person) return
  await within('account', visit, async (db) => {
    await endingOf(db, visit).where('id', '=', person.session).execute()
    await note(db, visit, { kind: 'signedOut', person: person.id })
  })
}

function endingOf(db: Db<'account'>, { now }: Visit) {
  return db.updateTable('sign_in.sessions').set({ ended: now }).where('ended', 'is', null)
}

function sessionCookie(secret: string): Cookie {
  return { name: 'session', value: secret, maxAge: secondsKept('session') }
}
