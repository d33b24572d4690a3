import type { Db } from '../../tables.ts'

type Stopper = 'membership' | 'administration'

/** Signs somebody out everywhere: their account rests, is blocked, or lost its second factor. */
export async function endSessionsOf<P extends Stopper>(
  db: Db<P>,
  { person, now }: { person: string; now: Date },
): Promise<void> {
  await (db as unknown as Db<'membership'>)
    .updateTable('sign_in.sessions')
    .set({ ended: now })
    .where('person', '=', person)
    .where('ended', 'is', null)
    .execute()
}

/** Takes every second factor away from whoever lost theirs; the password stays. */
export async function forgetFactors(db: Db<'administration'>, person: string): Promise<void> {
  await db.deleteFrom('sign_in.recovery_codes').where('person', '=', person).execute()
  await db.deleteFrom('sign_in.passkeys').where('person', '=', person).execute()
  await db.deleteFrom('sign_in.factors').where('person', '=', person).execute()
}
