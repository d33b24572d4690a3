import { sql } from 'kysely'
import { newId } from '../../platform/ids.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { addDuration } from '../../platform/time.ts'
import { durations } from '../../privacy/durations.ts'
import { ask, type Eyes, within } from '../../privacy/within.ts'
import type { Role, SignedIn } from '../../web/visit.ts'
import { factorDue, isIdle } from './rules.ts'

const SLIDES_AFTER = 3_600_000 // milliseconds; a session's last use is exact to the hour

type Known = {
  id: string
  first_name: string
  last_name: string
  roles: Role[]
  session: string
  strong: boolean
  has_factor: boolean
  used: Date
  /** Since when they are an employee; null for everybody else. */
  employed: Date | null
}

/** Whoever holds this session's token, at this institution, now. Asked anew at every request. */
export async function personOf(eyes: Eyes, token: string): Promise<SignedIn | null> {
  const [known] = await ask('account', eyes, (db) =>
    sql<Known>`
      select id, first_name, last_name, roles, session, strong, has_factor, used, employed
      from sign_in.visit_of(${tokenHash(token)})
    `.compile(db),
  )
  if (!known || isIdle(known, eyes.now)) return null
  const prolonged = eyes.now.getTime() - known.used.getTime() > SLIDES_AFTER
  if (prolonged) await prolong(eyes, known)

  const { id, first_name, last_name, roles, session, strong, has_factor } = known
  return { id, firstName: first_name, lastName: last_name, roles, session, strong, hasFactor: has_factor, factorDue: factorDue(known), prolonged }
}

async function prolong(eyes: Eyes, { id, session }: Known): Promise<void> {
  const ends = addDuration(eyes.now, durations.session, 'UTC')
  await within('account', { ...eyes, actor: id }, (db) =>
    db.updateTable('sign_in.sessions').set({ used: eyes.now, ends }).where('id', '=', session).execute(),
  )
}

/** A link for a letter to a person; the worker makes its token when it writes the letter. */
export function newLink({ person, kind, now }: { person: string; kind: 'confirm' | 'password' | 'email'; now: Date }) {
  return { id: newId(), person, kind, token_hash: null, new_email: null as string | null, expires: addDuration(now, durations.link, 'UTC'), used: null }
}
