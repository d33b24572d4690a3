import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { asksAnew, type MaterialChange } from '../../policy/rules.ts'
import { changesSince, versionsOf } from '../../policy/service.ts'
import { versionAt } from './rules.ts'

/** The newest policy, where it says something new that matters to somebody since the version they know. */
export type PolicyNews = {
  version: string
  effective: Date
  changes: readonly MaterialChange[]
  /** They are asked for a yes to it, as they were at the beginning; else they are only told. */
  asks: boolean
}

/** What the signed-in person should be told of the policy; null where they know what matters in it. */
export function findPolicyNews(visit: Visit): Promise<PolicyNews | null> {
  return within('account', visit, (db) => policyNewsFor(db, visit))
}

/** The same in a transaction that is open already. */
export async function policyNewsFor(db: Db<'account'>, { actor }: Visit): Promise<PolicyNews | null> {
  const [own, versions] = await Promise.all([findOwn(db, actor), versionsOf(db)])
  const known = own && (own.version ?? versionAt(versions, own.created)?.hash)
  if (!known || known === versions[0]?.hash) return null
  const news = await changesSince(db, known)
  return news && { ...news, asks: own.version !== null && asksAnew(news.changes) }
}

/**
 * Writes down that the signed-in person has accepted, or only read, the newest version: they are not
 * told of it again.
 * @throws Refusal `policyNewer` (409) where it is not the newest any more, `mustAcceptAnew` (422) at
 * the field `accepted` where a yes is asked for.
 */
export async function knowPolicy(db: Db<'account'>, visit: Visit, { version, isAccepted }: { version: string; isAccepted: boolean }): Promise<void> {
  const news = await policyNewsFor(db, visit)
  if (!news || !visit.actor) return
  if (news.version !== version) throw new Refusal('policyNewer', 409)
  if (news.asks && !isAccepted) throw new Refusal('mustAcceptAnew', 422, { field: 'accepted' })
  const { actor: person, language, now } = visit
  const how = isAccepted ? 'accepted' : 'read'
  await db.insertInto('registration.acceptances').values({ id: newId(), person, version, language, accepted: now, how }).execute()
}

/** Whoever never accepted one, such as an employee, knows the version that held when their account was made. */
function findOwn(db: Db<'account'>, person: string | null): Promise<{ created: Date; version: string | null } | undefined> {
  return db
    .selectFrom('accounts.persons as own')
    .select((own) => [
      'own.created',
      own
        .selectFrom('registration.acceptances as known')
        .select('known.version')
        .whereRef('known.person', '=', 'own.id')
        .orderBy('known.accepted', 'desc')
        .limit(1)
        .as('version'),
    ])
    .where('own.id', '=', person)
    .executeTakeFirst()
}

