import { newId } from '../../../platform/ids.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'

type Opened = { attempt: { id: string; learner: string; page: string | null; session: string | null }; number: number; page: string }

/**
 * Here one goes on, on any device: whatever page was open before learns that it no longer is. That it was
 * another device's is written down.
 */
export async function openPage(db: Db<'examination'>, visit: Visit, { attempt, number, page }: Opened): Promise<void> {
  const session = visit.person?.session ?? null
  await db.updateTable('exams.attempts').set({ at: number, seen: visit.now, page, session }).where('id', '=', attempt.id).where('submitted', 'is', null).execute()
  if (attempt.page && attempt.session && attempt.session !== session) await noteTakeover(db, visit, { attempt: attempt.id, page: attempt.page })
}

/** An open page that is not the newest is left behind: written down the first time it is heard of. */
export async function noteTakeover(db: Db<'examination'>, { actor, now }: Visit, { attempt, page }: { attempt: string; page: string }): Promise<void> {
  await db
    .insertInto('exams.occurrences')
    .values({ id: newId(), attempt, learner: actor ?? '', kind: 'takenOver', happened: now, page })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
