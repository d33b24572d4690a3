import { logFault } from '../../platform/log.ts'
import { localDay } from '../../platform/time.ts'
import { within } from '../../privacy/within.ts'
import type { Visit } from '../../web/visit.ts'
import { readMembershipCode, takesIn } from './rules.ts'
import { findMembership, hasSeat, noteWanted } from './service.ts'

/**
 * Has the organisation's contacts told, with the next count, that somebody was turned away since all seats
 * are taken. After the answer has gone: it neither shows nor takes longer on the page.
 */
export function noteTurnedAway(visit: Visit, tried: { typed: string; email: string }): void {
  setImmediate(() => noteIfFull(visit, tried).catch((fault) => logFault(fault, 'turned away')))
}

async function noteIfFull(visit: Visit, { typed, email }: { typed: string; email: string }): Promise<void> {
  const today = localDay(visit.now, visit.site.zone)
  await within('registration', visit, async (db) => {
    const membership = await findMembership(db, { code: readMembershipCode(typed), today })
    if (!membership || !takesIn(membership, { email, today })) return
    if (!(await hasSeat(db, { membership: membership.id, today }))) await noteWanted(db, { membership: membership.id, today })
  })
}
