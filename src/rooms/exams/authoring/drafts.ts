import { asJson } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Plan } from '../plan.ts'

const ONE_SITTING = 10 * 60_000 // milliseconds

/** Keeps what an exam says now. After somebody else, or after a pause, beside what it said before: so there is a way back. */
export async function keepDraft(db: Db<'authoring'>, { actor, now }: Eyes, { exam, plan }: { exam: string; plan: Plan }): Promise<void> {
  const newest = await db.selectFrom('exams.drafts').select(['id', 'number', 'author', 'saved']).where('exam', '=', exam).orderBy('number', 'desc').limit(1).executeTakeFirst()
  const row = { plan: asJson(plan), author: actor, saved: now }
  const isGoneOn = newest && newest.author === actor && now.getTime() - newest.saved.getTime() < ONE_SITTING
  if (isGoneOn) await db.updateTable('exams.drafts').set(row).where('id', '=', newest.id).execute()
  else await db.insertInto('exams.drafts').values({ id: newId(), exam, number: (newest?.number ?? 0) + 1, ...row }).execute()
}

/** What was saved before what stands in the draft, the newest first. `isMine` is null once their author has been forgotten. */
export async function draftsBefore(db: Db<'authoring'>, exam: string, actor: string | null) {
  const rows = await db.selectFrom('exams.drafts').select(['id', 'number', 'saved', 'author']).where('exam', '=', exam).orderBy('number', 'desc').limit(50).execute()
  return rows.slice(1).map(({ author, ...row }) => ({ ...row, isMine: author === null ? null : author === actor }))
}

/** One of them. @throws Refusal `notFound` (404). */
export async function getSaved(db: Db<'authoring'>, exam: string, id: string): Promise<{ plan: Plan }> {
  return db
    .selectFrom('exams.drafts')
    .select('plan')
    .where('id', '=', id)
    .where('exam', '=', exam)
    .executeTakeFirstOrThrow(() => new Refusal('notFound', 404))
}
