import type { Language } from '../../platform/words.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'

export type Profile = { firstName: string; lastName: string; email: string; language: Language }

/** What the signed-in person has told us about themselves. */
export async function profileOf(db: Db<'account'>, { actor }: Visit): Promise<Profile> {
  const profile = await db
    .selectFrom('accounts.persons')
    .select(['first_name as firstName', 'last_name as lastName', 'email', 'language'])
    .where('id', '=', actor)
    .executeTakeFirstOrThrow()
  return { ...profile, language: profile.language as Language }
}

/** When the last letter to the signed-in person was refused for good; null where it arrived. */
export async function refusedLetterOf(db: Db<'account'>, { actor }: Visit): Promise<Date | null> {
  const row = await db.selectFrom('accounts.unreached').select('refused').where('person', '=', actor).executeTakeFirst()
  return row?.refused ?? null
}

/** Changes the signed-in person's name. Whoever prints it asks them to confirm it anew. */
export async function rename(db: Db<'account'>, { actor }: Visit, name: { firstName: string; lastName: string }): Promise<void> {
  const { firstName: first_name, lastName: last_name } = name
  await db.updateTable('accounts.persons').set({ first_name, last_name, printed_name: null, name_confirmed: null }).where('id', '=', actor).execute()
}

/** Changes the language of the letters to the signed-in person. */
export async function chooseLanguage(db: Db<'account'>, { actor }: Visit, language: Language): Promise<void> {
  await db.updateTable('accounts.persons').set({ language }).where('id', '=', actor).execute()
}
