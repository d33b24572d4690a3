import { createHash } from 'node:crypto'
import { asJson } from '../../platform/database.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'

export type PolicyReader = 'information' | 'registration' | 'account' | 'rights'

export type PolicyVersion = { hash: string; effective: Date; texts: Readonly<Record<'nb' | 'da' | 'en', string>>; facts: unknown }

/** The version in force at a moment. Every institution that takes people in has one. */
export async function getPolicy<P extends PolicyReader>(db: Db<P>, now: Date): Promise<PolicyVersion> {
  return (db as unknown as Db<'information'>)
    .selectFrom('policy.versions')
    .select(['hash', 'effective', 'texts', 'facts'])
    .where('effective', '<=', now)
    .orderBy('effective', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

export type NewPolicy = { texts: PolicyVersion['texts']; facts: unknown; effective: Date }

/** Publishes a version under the hash of all it says; the same again changes nothing. */
export async function publishPolicy(eyes: Eyes, { texts, facts, effective }: NewPolicy): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify({ texts, facts })).digest('hex')
  const row = { hash, effective, published: eyes.now, texts: asJson(texts), facts: asJson(facts) }
  await within('information', eyes, (db) => db.insertInto('policy.versions').values(row).onConflict((known) => known.doNothing()).execute())
  return hash
}

/** A published version by its hash, in force or not. */
export async function findPolicy(db: Db<'information'>, hash: string): Promise<PolicyVersion | undefined> {
  return db.selectFrom('policy.versions').select(['hash', 'effective', 'texts', 'facts']).where('hash', '=', hash).executeTakeFirst()
}

/** Every version there is, the newest first; at most a hundred. */
export async function policiesOf(db: Db<'information'>): Promise<{ hash: string; effective: Date }[]> {
  return db.selectFrom('policy.versions').select(['hash', 'effective']).orderBy('effective', 'desc').limit(100).execute()
}
