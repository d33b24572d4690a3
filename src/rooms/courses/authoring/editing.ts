import { sql } from 'kysely'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'

export const OPEN_FOR = 5 * 60_000 // milliseconds without a word from a page that saves every few seconds

/** Remembers that an author has a lesson before them, and tells by name who else has. */
export async function openForEditing(db: Db<'authoring'>, { actor, now }: Visit, item: string): Promise<string[]> {
  if (actor === null) return []
  await db
    .insertInto('courses.editing')
    .values({ item, author: actor, seen: now })
    .onConflict((conflict) => conflict.columns(['institution', 'item', 'author']).doUpdateSet({ seen: now }))
    .execute()
  const since = new Date(now.getTime() - OPEN_FOR)
  const { rows } = await sql<{ name: string }>`select name from courses.editors_of(${item}, ${since})`.execute(db)
  return rows.map(({ name }) => name)
}
