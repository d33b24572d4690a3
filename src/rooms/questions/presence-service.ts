import { sql } from 'kysely'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'

const OPEN_FOR = 5 * 60_000 // milliseconds without a word from a page that saves every few seconds

/** Remembers that an author has a question, or what asks them, before them, and tells by name who else has. */
export async function openForEditing(db: Db<'authoring'>, { actor, now }: Visit, thing: string): Promise<string[]> {
  if (actor === null) return []
  await db
    .insertInto('questions.editing')
    .values({ thing, author: actor, seen: now })
    .onConflict((conflict) => conflict.columns(['institution', 'thing', 'author']).doUpdateSet({ seen: now }))
    .execute()
  const since = new Date(now.getTime() - OPEN_FOR)
  const { rows } = await sql<{ name: string }>`select name from questions.editors_of(${thing}, ${since})`.execute(db)
  return rows.map(({ name }) => name)
}
