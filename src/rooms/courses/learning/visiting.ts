import type { Db } from '../../../tables.ts'
import { rememberPlace } from '../service.ts'
import { secondsSince } from '../ways.ts'

type Asked = { learner: string; course: string; item: string }

/** That somebody has opened a lesson, and goes on there: one row each, overwritten. */
export async function rememberVisit(db: Db<'teaching'>, { learner, course, item, now }: Asked & { now: Date }): Promise<void> {
  const again = { last_visited: now, last_read: null }
  const visited = db
    .insertInto('courses.visits')
    .values({ learner, course, item, first_visited: now, video_seconds: 0, seconds_read: 0, ...again })
    .onConflict((conflict) => conflict.columns(['institution', 'learner', 'item']).doUpdateSet(again))
    .execute()
  await Promise.all([visited, rememberPlace(db, { learner, course, item, now })])
}

/** How far into the film, or into the text, one is: whichever the browser tells. */
export async function rememberPosition(
  db: Db<'teaching'>,
  { learner, course, item, seconds, paragraph }: Asked & { seconds: number | undefined; paragraph: number | undefined },
): Promise<void> {
  if (seconds !== undefined) {
    await db
      .updateTable('courses.visits')
      .set({ video_seconds: seconds })
      .where('learner', '=', learner)
      .where('item', '=', item)
      .execute()
  }
  if (paragraph !== undefined) {
    const place = db.updateTable('courses.places').set({ paragraph }).where('learner', '=', learner)
    await place.where('course', '=', course).where('item', '=', item).execute()
  }
}

/** `begins`: the page is before one's eyes from now on. `reads on`: it still is. `is done`: one says that one has read it. */
export type Saying = 'begins' | 'reads on' | 'is done'

/**
 * Counts on how long a lesson has been read, and tells it in seconds. Kept by the server from its own
 * clock; of what happened in between nothing is kept.
 */
export async function countReading(db: Db<'teaching'>, { learner, item, now, says }: Omit<Asked, 'course'> & { now: Date; says: Saying }): Promise<number> {
  const visit = await db
    .selectFrom('courses.visits')
    .select(['last_visited', 'last_read', 'seconds_read'])
    .where('learner', '=', learner)
    .where('item', '=', item)
    .forUpdate()
    .executeTakeFirst()
  if (!visit) return 0
  const more = says === 'begins' ? 0 : secondsSince({ lastVisited: visit.last_visited, lastRead: visit.last_read }, now, says)
  const seconds_read = visit.seconds_read + more
  // Without a script nothing is said but that one is done: the next time begins here.
  const counted = says === 'is done' && visit.last_read === null ? { last_visited: now } : { last_read: now }
  await db.updateTable('courses.visits').set({ seconds_read, ...counted }).where('learner', '=', learner).where('item', '=', item).execute()
  return seconds_read
}

/** What was counted is of no use once the lesson is done. */
export async function forgetReading(db: Db<'teaching'>, { learner, item }: Omit<Asked, 'course'>): Promise<void> {
  await db.updateTable('courses.visits').set({ seconds_read: 0, last_read: null }).where('learner', '=', learner).where('item', '=', item).execute()
}
