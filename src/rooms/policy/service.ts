import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { asJson } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Facts } from './facts.ts'
import { faultsOf, type MaterialChange, materialChanges, type Texts } from './rules.ts'

export type PolicyReader = 'information' | 'registration' | 'account' | 'rights' | 'communication'

export type PolicyVersion = { hash: string; effective: Date; texts: Texts; facts: Facts }
export type DatedVersion = { hash: string; effective: Date; published: Date }

/**
 * The version in force at a moment. Every institution that takes people in has one.
 * @throws Refusal `policyMissing` (404) where nothing is in force yet.
 */
export async function getPolicy<P extends PolicyReader>(db: Db<P>, now: Date): Promise<PolicyVersion> {
  const version = await versionsIn(db).where('effective', '<=', now).orderBy('effective', 'desc').limit(1).executeTakeFirst()
  if (!version) throw new Refusal('policyMissing', 404)
  return version
}

/** One version by its hash, in force or not. */
export async function getVersion<P extends PolicyReader>(db: Db<P>, hash: string): Promise<PolicyVersion> {
  const version = await versionsIn(db).where('hash', '=', hash).executeTakeFirst()
  if (!version) throw new Refusal('notFound', 404)
  return version
}

/** The version that one replaced, if any. */
export async function findVersionBefore<P extends PolicyReader>(db: Db<P>, version: { effective: Date }): Promise<PolicyVersion | undefined> {
  return versionsIn(db).where('effective', '<', version.effective).orderBy('effective', 'desc').limit(1).executeTakeFirst()
}

/** Every version, the newest first, those to come included; at most two hundred. */
export async function versionsOf<P extends PolicyReader>(db: Db<P>): Promise<DatedVersion[]> {
  return (db as unknown as Db<'information'>)
    .selectFrom('policy.versions')
    .select(['hash', 'effective', 'published'])
    .orderBy('effective', 'desc')
    .limit(200)
    .execute()
}

export type ChangesSince = { readonly version: string; readonly effective: Date; readonly changes: readonly MaterialChange[] }

/**
 * What matters to somebody who knows a version, in the newest there is, also where that is still to take
 * effect. Null where that is the same version, or only wordings have changed.
 */
export async function changesSince<P extends PolicyReader>(db: Db<P>, known: string): Promise<ChangesSince | null> {
  const [newest] = await versionsIn(db).orderBy('effective', 'desc').limit(1).execute()
  if (!newest || newest.hash === known) return null

  const changes = materialChanges((await getVersion(db, known)).facts, newest.facts)
  return changes.length === 0 ? null : { version: newest.hash, effective: newest.effective, changes }
}

/** What matters to people from one version to another. */
export async function findChanges<P extends PolicyReader>(db: Db<P>, { from, to }: { from: string; to: string }): Promise<MaterialChange[]> {
  const [before, after] = await Promise.all([getVersion(db, from), getVersion(db, to)])
  return materialChanges(before.facts, after.facts)
}

export type NewVersion = { readonly texts: Texts; readonly facts: Facts; readonly effective: Date }

/**
 * Publishes a version unless the one in force at that moment says the same; never changes one.
 * @throws Error listing every fault, where the text or the facts may not be published.
 * @throws Refusal `versionTooEarly` (409) for one that would take effect before the newest that is in force.
 */
export async function publishPolicy(eyes: Eyes, version: NewVersion): Promise<{ hash: string; isNew: boolean }> {
  const faults = faultsOf(version.texts, version.facts)
  if (faults.length > 0) throw new Error(`The policy cannot be published:\n${faults.join('\n')}`)

  return within('information', eyes, async (db) => {
    // Two processes that start at once publish once.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`policy ${eyes.institution}`}, 0))`.execute(db)
    const before = await findVersionBefore(db, { effective: new Date(version.effective.getTime() + 1) })
    if (before && contentOf(before) === contentOf(version)) return { hash: before.hash, isNew: false }
    await mustNotComeBefore(db, version.effective, eyes.now)

    const hash = createHash('sha256').update(`${version.effective.toISOString()}\n${contentOf(version)}`).digest('hex')
    await db
      .insertInto('policy.versions')
      .values({ hash, effective: version.effective, published: eyes.now, texts: asJson(version.texts), facts: asJson(version.facts) })
      .execute()
    return { hash, isNew: true }
  })
}

/** History is not written afterwards: what held yesterday was what people read yesterday. */
async function mustNotComeBefore(db: Db<'information'>, effective: Date, now: Date): Promise<void> {
  const [newest] = (await versionsOf(db)).filter((one) => one.effective <= now)
  if (newest && effective <= newest.effective) throw new Refusal('versionTooEarly', 409)
}

function versionsIn<P extends PolicyReader>(db: Db<P>) {
  return (db as unknown as Db<'information'>).selectFrom('policy.versions').select(['hash', 'effective', 'texts', 'facts'])
}

/** Texts and facts in one order, since the database keeps the keys of JSON in its own. */
function contentOf({ texts, facts }: { texts: unknown; facts: unknown }): string {
  return JSON.stringify({ texts, facts }, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
