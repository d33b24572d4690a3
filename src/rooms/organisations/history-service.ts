import type { Db } from '../../tables.ts'
import type { PoolCause } from './agreement-service.ts'

export type ShownTermOf = { begins: string; ends: string; made: Date }
export type ShownPool = { begins: string; seats: number; because: PoolCause; made: Date }
export type RequestKind = 'more' | 'fewer'
export type RequestAnswer = 'granted' | 'declined' | 'withdrawn'
export type RequestReason = 'inUse' | 'agreement'
export type ShownRequest = { id: string; kind: RequestKind; seats: number; asked: Date; answer: RequestAnswer | null; reason: RequestReason | null; answered: Date | null }

/** What was agreed over time: terms and numbers of seats, the newest first, and what was asked. */
export type Agreement = { terms: ShownTermOf[]; pools: ShownPool[]; requests: ShownRequest[] }

const MOST = 100 // of each, for one membership that is a decade of changes

/** What has been agreed in each of these memberships: numbers and days, and nobody in any of them. */
export async function agreementsOf<P extends 'capacity' | 'administration'>(db: Db<P>, memberships: readonly string[]): Promise<(membership: string) => Agreement> {
  if (memberships.length === 0) return () => ({ terms: [], pools: [], requests: [] })
  const from = db as unknown as Db<'capacity'>
  const most = MOST * memberships.length
  const [terms, pools, requests] = await Promise.all([
    from.selectFrom('organisations.terms').select(['membership', 'begins', 'ends', 'made']).where('membership', 'in', memberships).orderBy('begins', 'desc').limit(most).execute(),
    from.selectFrom('organisations.pools').select(['membership', 'begins', 'seats', 'because', 'made']).where('membership', 'in', memberships).orderBy('number', 'desc').limit(most).execute(),
    from
      .selectFrom('organisations.requests')
      .select(['membership', 'id', 'kind', 'seats', 'asked', 'answer', 'reason', 'answered'])
      .where('membership', 'in', memberships)
      .orderBy('asked', 'desc')
      .orderBy('id')
      .limit(most)
      .execute(),
  ])
  return (asked) => ({
    terms: terms.filter(({ membership }) => membership === asked).map(({ membership: _, ...term }) => term),
    pools: pools.filter(({ membership }) => membership === asked).map(({ membership: _, ...pool }) => ({ ...pool, because: pool.because as PoolCause })),
    requests: requests
      .filter(({ membership }) => membership === asked)
      .map(({ membership: _, ...request }) => ({ ...request, kind: request.kind as RequestKind, answer: request.answer as RequestAnswer | null, reason: request.reason as RequestReason | null })),
  })
}
