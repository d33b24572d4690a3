import { Refusal } from '../../platform/refusal.ts'
import type { ErasureOutcome } from '../../privacy/data.ts'
import { erasePerson, type Receipt } from '../../privacy/erase.ts'
import { lawNames, nameOfTable } from '../../privacy/words.ts'
import type { Language } from '../../platform/words.ts'
import type { Db } from '../../tables.ts'
import type { Visit } from '../../web/visit.ts'
import { sendOwnPapers } from '../certificates/service.ts'
import { mustProveIdentity } from './identity.ts'
import type { ShownOutcome } from './shapes.ts'

/**
 * Erases whoever asks, at once; where they wish, their certificates go to their address just before.
 * @throws Refusal `oldPasswordRefused`, `signInAgain` (422), `copiesRefused` (422) with nothing erased,
 * `alreadyErased` (410).
 */
export async function eraseMyself(visit: Visit, { password, withCopies }: { password: string; withCopies: boolean }): Promise<Receipt> {
  await mustProveIdentity(visit, password)
  if (withCopies && (await sendOwnPapers(visit)) === 'refused') throw new Refusal('copiesRefused', 422, { field: 'copies' })
  const receipt = await erasePerson({ eyes: visit, tables: visit.means.tables, cause: 'asked' })
  if (!receipt) throw new Refusal('alreadyErased', 410)
  return receipt
}

export type FoundReceipt = { code: string; erased: Date; cause: string; outcome: ErasureOutcome }

/** @throws Refusal `notFound` (404), alike for every code that is nobody's. */
export async function getReceipt(db: Db<'information'>, code: string): Promise<FoundReceipt> {
  const receipt = await db
    .selectFrom('privacy.receipts')
    .select(['code', 'erased', 'cause', 'outcome'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (!receipt) throw new Refusal('notFound', 404)
  return receipt
}

/** What an erasure does or did, in words. */
export function shownOutcome({ deleted, forgotten, kept }: ErasureOutcome, language: Language): ShownOutcome {
  const counted = (rows: ErasureOutcome['deleted']) =>
    Object.entries(rows).map(([table, count]) => ({ table, title: nameOfTable(table)[language], rows: count }))
  return {
    deleted: counted(deleted),
    forgotten: counted(forgotten),
    kept: kept.map(({ table, law, until }) => ({ title: nameOfTable(table)[language], law: lawNames[law][language], until: new Date(until) })),
  }
}
