import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../../platform/ids.ts'
import { coarseNetwork } from '../../platform/network.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { PurposeName } from '../../privacy/purposes.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'

/** What the log tells apart. `…Refused` are counted by the limits. */
export type EventKind =
  | 'signedIn'
  | 'signInRefused'
  | 'signedOut'
  | 'sessionEnded'
  | 'secondFactorRefused'
  | 'lockedOut'
  | 'passwordChanged'
  | 'passwordLinkAsked'
  | 'factorAdded'
  | 'factorRemoved'
  | 'recoveryCodeUsed'
  | 'emailChanged'
  | 'registered'
  | 'membershipChanged'
  | 'registrationRefused'
  | 'registeredAgain'
  | 'verificationRefused'
  | 'roleChanged'
  | 'blocked'
  | 'deactivated'
  | 'reactivated'
  | 'dataDownloaded'
  | 'manySeen'

type Guarding = 'account' | 'registration' | 'administration' | 'verification' | 'membership'

/**
 * What is written of one event: who it was about, if known, and what was tried, as a keyed hash. With a
 * `limit` that the event reaches, it is also written, once, that whoever tried is locked out now.
 */
export type SecurityEvent = { kind: EventKind; person?: string | null; tried?: string; limit?: Limit }

/** Writes an event in the transaction of its cause. */
export async function note<P extends Guarding>(db: Db<P>, visit: Visit, event: SecurityEvent): Promise<void> {
  const row = {
    id: newId(),
    happened: visit.now,
    kind: event.kind,
    person: event.person ?? null,
    key: event.tried === undefined ? null : keyOf(visit, event.tried),
    network: visit.ip,
    device: deviceOf(visit.userAgent),
  }
  await (db as unknown as Db<'account'>).insertInto('security.events').values(row).execute()
  const { limit, tried, person } = event
  if (limit && tried !== undefined) await noteLockout(db, visit, { limit, tried, person: person ?? undefined })
}

/** Writes an event that must stay though its cause is refused: in a transaction of its own. */
export async function noteRefusal<P extends Guarding>(purpose: P, visit: Visit, event: SecurityEvent): Promise<void> {
  await within(purpose as PurposeName as 'account', visit, (db) => note(db, visit, event))
}

/**
 * How much of one kind is borne, and for how long it is counted: of one thing tried from anywhere, of all
 * that comes from one network, and of one thing from one network.
 */
export type Limit = { kinds: readonly EventKind[]; minutes: number; perKey: number; perNetwork: number; perKeyHere?: number }

/** How often something was tried lately, from anywhere. */
export async function countOf<P extends Guarding>(db: Db<P>, visit: Visit, { kinds, tried, minutes }: { kinds: readonly EventKind[]; tried: string; minutes: number }): Promise<number> {
  const since = new Date(visit.now.getTime() - minutes * 60_000)
  const { rows } = await sql<{ count: number }>`select security.count_of(${[...kinds]}::text[], ${keyOf(visit, tried)}, null, ${since}) as count`.execute(db)
  return rows[0]?.count ?? 0
}

/** What is tried; whose it is, if that is known: a network they have come in from is theirs. */
export type Trying = { limit: Limit; tried: string; person?: string | undefined }

/**
 * Stops whoever tries too often, by what they try and by where they come from. What strangers do
 * elsewhere never shuts somebody out of a network that they have come in from before.
 * @throws Refusal `tooManyTries` (429).
 */
export async function mustNotBeTooMany<P extends PurposeName>(db: Db<P>, visit: Visit, trying: Trying): Promise<void> {
  if (await isTooMany(db, visit, trying)) throw new Refusal('tooManyTries', 429, { values: [trying.limit.minutes] })
}

async function isTooMany<P extends PurposeName>(db: Db<P>, visit: Visit, { limit, tried, person }: Trying): Promise<boolean> {
  const { kinds, minutes, perKey, perNetwork, perKeyHere = perKey } = limit
  const since = new Date(visit.now.getTime() - minutes * 60_000)
  const key = keyOf(visit, tried)
  const { rows } = await sql<{ anywhere: number; here: number; came: number; known: number }>`
    select
      security.count_of(${[...kinds]}::text[], ${key}, null, ${since}) as anywhere,
      security.count_of(${[...kinds]}::text[], ${key}, ${visit.ip}, ${since}) as here,
      security.count_of(${[...kinds]}::text[], null, ${visit.ip}, ${since}) as came,
      security.count_of(array['signedIn'], ${keyOf(visit, person ?? NOBODY)}, ${visit.ip}, ${LONG_AGO}) as known
  `.execute(db)
  const [count] = rows
  const isStranger = count?.known === 0
  return !count || count.here >= perKeyHere || count.came >= perNetwork || (isStranger && count.anywhere >= perKey)
}

/** The try that reaches the limit shuts the door: written once for as long as it stays shut. */
async function noteLockout<P extends Guarding>(db: Db<P>, visit: Visit, trying: Trying): Promise<void> {
  const { limit, tried, person = null } = trying
  if (!(await isTooMany(db, visit, trying))) return
  const written = await countOf(db, visit, { kinds: ['lockedOut'], tried, minutes: limit.minutes })
  if (written === 0) await note(db, visit, { kind: 'lockedOut', person, tried })
}

// Asked for an unknown person too, so that known and unknown cost the same.
const NOBODY = 'nobody'
// The log itself forgets: see `securityLog`.
const LONG_AGO = new Date(0)

export type Happening = { happened: Date; kind: string; device: string | null; network: string | null }

/** What happened at the signed-in person's own doors: the newest first, at most a hundred. */
export async function happeningsOf(db: Db<'security'>, { actor }: Visit): Promise<Happening[]> {
  const rows = await db
    .selectFrom('security.events')
    .select(['happened', 'kind', 'device', 'network'])
    .where('person', '=', actor)
    .orderBy('happened', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, network: row.network && coarseNetwork(row.network) }))
}

/** A word for the device, never the raw user agent: `Safari, iPhone`. */
export function deviceOf(userAgent: string): string {
  const browser = first(userAgent, { 'Edg/': 'Edge', 'OPR/': 'Opera', 'Firefox/': 'Firefox', 'Chrome/': 'Chrome', 'Safari/': 'Safari' })
  const system = first(userAgent, { iPhone: 'iPhone', iPad: 'iPad', Android: 'Android', Windows: 'Windows', 'Mac OS': 'Mac', Linux: 'Linux' })
  return [browser, system].filter(Boolean).join(', ') || '–'
}

function first(text: string, names: Record<string, string>): string {
  return Object.entries(names).find(([mark]) => text.includes(mark))?.[1] ?? ''
}

function keyOf(eyes: Eyes, tried: string): Buffer {
  return createHmac('sha256', eyes.means.secrets.key('security events')).update(tried.trim().toLowerCase()).digest()
}
