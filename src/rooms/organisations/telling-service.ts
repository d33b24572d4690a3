import { record } from '../../privacy/jobs.ts'
import type { Eyes } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'

export type Telling = { eyes: Eyes; organisation: string; event: string; subject: string }

/** Asks for one letter to each contact of an organisation, in the transaction of what they are told. */
export async function tellContacts(db: Db<'timekeeping'>, { eyes, organisation, event, subject }: Telling): Promise<void> {
  const contacts = await db.selectFrom('organisations.contacts').select('person').where('organisation', '=', organisation).execute()
  for (const { person } of contacts) await record(db, { eyes, purpose: 'timekeeping', happening: { event, person, subject } })
}
