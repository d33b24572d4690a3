import { isTaken } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addDuration, localDay } from '../../platform/time.ts'
import { durations } from '../../privacy/durations.ts'
import { record } from '../../privacy/jobs.ts'
import { newPersonKey } from '../../privacy/person-key.ts'
import { allowedIn } from '../../privacy/standing.ts'
import { within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { isWithinDomains, readMembershipCode, shutBecause, takesIn } from '../organisations/rules.ts'
import { claimSeat, findMembership, hasSeat } from '../organisations/service.ts'
import { getPolicy } from '../policy/service.ts'
import { type Limit, mustNotBeTooMany, note, noteRefusal } from '../security/service.ts'
import { newLink } from '../sign-in/service.ts'
import { tellOwner } from '../sign-in/known-address-service.ts'
import type { Draft } from './rules.ts'

const LIMIT: Limit = { kinds: ['registrationRefused'], minutes: 15, perKey: 10, perNetwork: 40 }

/**
 * Makes an account, claims its seat and records the acceptance, in one transaction: all or nothing.
 * An address that has an account already gets a letter instead, and the visitor the same answer.
 * @throws Refusal `codeRefused` (422) alike for unknown, full, expired and suspended codes,
 * `policyChanged` (409), `tooManyTries` (429).
 */
export async function register(visit: Visit, draft: Draft): Promise<void> {
  const id = newId()
  try {
    await within('registration', { ...visit, actor: id }, (db) => makeAccount(db, { visit, draft, id }))
  } catch (error) {
    // Where no seat is free a known address is refused like any other, or the answer would tell it.
    const isKnown = isTaken(error, 'persons_by_email') && (await hasFreeSeat(visit, draft))
    if (isKnown) await tellOwner(visit, draft.email)
    else if (isTaken(error, 'persons_by_email') || isCodeRefused(error)) {
      await noteRefusal('registration', visit, { kind: 'registrationRefused', tried: draft.membershipCode, limit: LIMIT })
      throw codeRefused()
    } else throw error
  }
}

function isCodeRefused(error: unknown): boolean {
  return error instanceof Refusal && error.reason === 'codeRefused'
}

function codeRefused(): Refusal {
  return new Refusal('codeRefused', 422, { field: 'membershipCode' })
}

async function hasFreeSeat(visit: Visit, { membershipCode }: Draft): Promise<boolean> {
  return within('registration', visit, async (db) => {
    const today = localDay(visit.now, visit.site.zone)
    const membership = await findMembership(db, { code: readMembershipCode(membershipCode), today })
    return membership !== undefined && hasSeat(db, { membership: membership.id, today })
  })
}

type NewAccount = { visit: Visit; draft: Draft; id: string }

async function makeAccount(db: Db<'registration'>, { visit, draft, id }: NewAccount): Promise<void> {
  const { now } = visit
  const today = localDay(now, visit.site.zone)
  await mustNotBeTooMany(db, visit, { limit: LIMIT, tried: draft.membershipCode })
  if ((await getPolicy(db, now)).hash !== draft.version) throw new Refusal('policyChanged', 409)

  const membership = await findMembership(db, { code: readMembershipCode(draft.membershipCode), today })
  if (!membership || !takesIn(membership, { email: draft.email, today })) throw codeRefused()

  await writePerson(db, { visit, draft, id })
  const claimed = await claimSeat(db, { membership: membership.id, holder: id, now, today })
  if (!claimed) throw codeRefused()

  await note(db, visit, { kind: 'registered', person: id })
  await record(db, { eyes: visit, purpose: 'registration', happening: { event: 'accounts.linkAsked', person: id, subject: await linkFor(db, visit, id) } })
}

async function writePerson(db: Db<'registration'>, { visit, draft, id }: NewAccount): Promise<void> {
  const { now, language } = visit
  const acceptance = { id: newId(), person: id, version: draft.version, language, accepted: now, how: 'accepted' }

  await db.insertInto('privacy.standings').values({ person: id, allowed: allowedIn('unconfirmed'), objected: 0 }).execute()
  await db.insertInto('accounts.persons').values(personOf(draft, { visit, id })).execute()
  await db.insertInto('privacy.keys').values({ person: id, sealed: newPersonKey(visit, id) }).execute()
  await db.insertInto('registration.acceptances').values(acceptance).execute()
  await db.insertInto('accounts.appointments').values({ id: newId(), person: id, role: 'learner', begins: now }).execute()
}

function personOf(draft: Draft, { visit, id }: { visit: Visit; id: string }) {
  const { now, language, site } = visit
  return {
    id,
    first_name: draft.firstName,
    last_name: draft.lastName,
    email: draft.email,
    language,
    created: now,
    unconfirmed_until: addDuration(now, durations.unconfirmedAccount, site.zone),
  }
}

async function linkFor(db: Db<'registration'>, visit: Visit, person: string): Promise<string> {
  const link = newLink({ person, kind: 'confirm', now: visit.now })
  await db.insertInto('sign_in.links').values(link).execute()
  return link.id
}

/**
 * Why a code was refused, for whoever may know: an address within the organisation's own domains.
 * Null for everybody else, and for a code that is nobody's.
 */
export async function helpFor(visit: Visit, draft: Draft): Promise<'full' | 'expired' | 'suspended' | 'notBegun' | 'joiningOver' | null> {
  return within('registration', visit, async (db) => {
    const today = localDay(visit.now, visit.site.zone)
    const membership = await findMembership(db, { code: readMembershipCode(draft.membershipCode), today })
    if (!membership || !isWithinDomains(draft.email, membership.domains)) return null
    return shutBecause(membership, today) ?? 'full'
  })
}
