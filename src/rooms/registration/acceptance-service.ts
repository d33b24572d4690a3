import { newId } from '../../platform/ids.ts'
import { within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { changesSince, versionsOf } from '../policy/service.ts'

/** A policy in force that says something new of weight to somebody since the version they know. */
export type PolicyNews = { version: string; effective: Date; changes: number }

/** What the signed-in person should be told of the policy; null where they know what matters in it. */
export async function findPolicyNews(visit: Visit): Promise<PolicyNews | null> {
  return within('account', visit, async (db) => {
    const [known, current] = await Promise.all([knownTo(db, visit), inForce(db, visit)])
    if (!known || !current || known === current) return null
    const news = await changesSince(db, { hash: known, now: visit.now })
    return news && { version: news.version, effective: news.effective, changes: news.changes.length }
  })
}

/** Writes down that the signed-in person knows the version in force: they are not told of it again. */
export async function knowPolicy(db: Db<'account'>, visit: Visit): Promise<void> {
  const current = await inForce(db, visit)
  if (!current || !visit.actor || (await knownTo(db, visit)) === current) return
  const { actor: person, language, now } = visit
  await db.insertInto('registration.acceptances').values({ id: newId(), person, version: current, language, accepted: now }).execute()
}

async function knownTo(db: Db<'account'>, { actor }: Visit): Promise<string | undefined> {
  const known = await db
    .selectFrom('registration.acceptances')
    .select('version')
    .where('person', '=', actor)
    .orderBy('accepted', 'desc')
    .limit(1)
    .executeTakeFirst()
  return known?.version
}

async function inForce(db: Db<'account'>, { now }: Visit): Promise<string | undefined> {
  return (await versionsOf(db)).find(({ effective }) => effective <= now)?.hash
}
