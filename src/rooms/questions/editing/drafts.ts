import { sql } from 'kysely'
import { asJson } from '../../../platform/database.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import type { Kind } from '../question.ts'
import type { Written } from './written.ts'

/** What an author wrote and has not saved. */
export type Draft = { id: string; saved: Date; written: Written }

/** Keeps what is written of a question that is not in the bank yet, under an id that its form carries. */
export async function keepNewDraft(db: Db<'authoring'>, visit: Visit, written: Written): Promise<void> {
  await keep(db, visit, { id: written.draft, entry: null, written })
}

/** Keeps what is written of a question beside what the bank has of it. @throws Refusal `notFound` (404). */
export async function keepDraftOf(db: Db<'authoring'>, visit: Visit, entry: string, written: Written): Promise<void> {
  const known = await db.selectFrom('questions.entries').select('id').where('id', '=', entry).executeTakeFirst()
  if (!known) throw new Refusal('notFound', 404)
  await keep(db, visit, { id: entry, entry, written })
}

/** What somebody has written of it themselves, if they have. */
export async function findDraft(db: Db<'authoring'>, { actor }: Visit, id: string): Promise<Draft | undefined> {
  if (actor === null) return undefined
  return db.selectFrom('questions.drafts').select(['id', 'saved', 'written']).where('id', '=', id).where('author', '=', actor).executeTakeFirst()
}

/** The questions somebody has begun and that are not in the bank, the newest first. */
export async function unfinishedOf(db: Db<'authoring'>, { actor }: Visit) {
  if (actor === null) return []
  return db
    .selectFrom('questions.drafts')
    .select(['id', 'saved', sql<Kind>`written ->> 'kind'`.as('kind'), sql<string>`written ->> 'text'`.as('text')])
    .where('author', '=', actor)
    .where('entry', 'is', null)
    .orderBy('saved', 'desc')
    .limit(20)
    .execute()
}

/** It is in the bank now, or its author does not want it any more. */
export async function endDraft(db: Db<'authoring'>, { actor }: Visit, id: string): Promise<void> {
  if (id !== '' && actor !== null) await db.deleteFrom('questions.drafts').where('id', '=', id).where('author', '=', actor).execute()
}

async function keep(db: Db<'authoring'>, { actor, now }: Visit, { id, entry, written }: { id: string; entry: string | null; written: Written }): Promise<void> {
  if (id === '' || actor === null) return
  const row = { written: asJson(written), saved: now }
  await db
    .insertInto('questions.drafts')
    .values({ id, author: actor, entry, ...row })
    .onConflict((conflict) => conflict.columns(['institution', 'id', 'author']).doUpdateSet(row))
    .execute()
}
