import type { Db } from '../tables.ts'
import { maskOf, type PurposeName, purposeNames } from './purposes.ts'

/**
 * What an account's state makes lawful. Deactivated and blocked, nobody is taught, examined or
 * listed; what remains is being told of it, one's rights, and being let in again.
 */
const LAWFUL = {
  unconfirmed: ['registration', 'account', 'security', 'communication', 'membership', 'rights'],
  active: purposeNames,
  deactivated: ['security', 'communication', 'membership', 'rights', 'administration'],
  blocked: ['security', 'communication', 'membership', 'rights', 'administration'],
} as const satisfies Record<string, readonly PurposeName[]>

export type AccountState = keyof typeof LAWFUL

/** The mask that a person's standing has in a state. */
export function allowedIn(state: AccountState): number {
  return Number(maskOf(LAWFUL[state]))
}

/** Changes what is lawful for a person; every list, search and job obeys at commit. */
export async function setState<P extends 'account' | 'membership' | 'administration'>(
  db: Db<P>,
  person: string,
  state: AccountState,
): Promise<void> {
  await (db as unknown as Db<'account'>)
    .updateTable('privacy.standings')
    .set({ allowed: allowedIn(state) })
    .where('person', '=', person)
    .execute()
}
