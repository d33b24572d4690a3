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
