import { newId } from '../platform/ids.ts'
import type { Db } from '../tables.ts'
import type { PurposeName } from './purposes.ts'

/** A reason for one person to see another, dated. Without a subject: the whole institution. */
export type Reach = {
  readonly actor: string
  readonly subject: string | null
  readonly purpose: PurposeName
  readonly because: string
  /** The thing it rests on, such as a course: reach ends with it. */
  readonly reference: string | null
  readonly begins: Date
  readonly ends: Date | null
}

/**
 * Gives reach. Under `teaching` and `examination` somebody can give others reach to themselves alone
 * (by enrolling with their teacher); reach to others is given under `administration`.
 */
export async function giveReach<P extends 'teaching' | 'examination' | 'administration'>(
  db: Db<P>,
  reaches: readonly Reach[],
): Promise<void> {
  if (reaches.length === 0) return
  await (db as unknown as Db<'administration'>)
    .insertInto('privacy.reach')
    .values(reaches.map((reach) => ({ id: newId(), ...reach })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
