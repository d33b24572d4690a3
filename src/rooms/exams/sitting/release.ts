import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { openingOfItem } from '../../courses/opening-service.ts'
import { attemptsAt, getPublishedExam, type PublishedExam } from './attempts.ts'

/** When the course opens an exam to its learner: at once, unless its author has chosen a day. */
export function releaseOf(db: Db<'examination'>, { actor, now, site }: Visit, { item }: Pick<PublishedExam, 'item'>) {
  return openingOfItem(db, { learner: actor ?? '', item, now, zone: site.zone })
}

/**
 * Whoever is in the middle of an attempt goes on, whatever its author has chosen since.
 * @throws Refusal `notFound` (404) where nobody may know of it yet, `notOpenYet` (409).
 */
export async function mustBeReleased(db: Db<'examination'>, visit: Visit, id: string): Promise<void> {
  const { isOpen, isSeen } = await releaseOf(db, visit, await getPublishedExam(db, id))
  if (isOpen) return
  const tried = await attemptsAt(db, id, visit.actor ?? '')
  if (tried.some(({ submitted }) => !submitted)) return
  throw isSeen ? new Refusal('notOpenYet', 409) : new Refusal('notFound', 404)
}
