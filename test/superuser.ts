import { ownerSays } from './builders.ts'
import type { TestHouse } from './house.ts'

/**
 * Why a test of what only a superuser can lock has nothing to look at, where the owner's login is none
 * (`decisions/0008`); false where it is one.
 */
export async function lockless(house: TestHouse): Promise<string | false> {
  const [owner] = await ownerSays<{ super: boolean }>(house, 'select rolsuper as super from pg_roles where rolname = current_user')
  return owner?.super === true ? false : 'the owner’s login is no superuser'
}
