import { constantEquals } from '../../../platform/secrets.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { type Limit, mustNotBeTooMany, noteRefusal } from '../../security/service.ts'
import { nameHash, readCode, type Status, statusOf } from '../rules.ts'
import type { Snapshot } from '../snapshot.ts'

/** What anybody who has the code may know: what the paper says, and whether it holds. Never a name. */
export type Verified = {
  code: string
  status: Status
  /** Since when it is replaced or revoked. */
  since: Date | null
  language: Language
  snapshot: Snapshot
  issued: Date
  /** Whether a name can be compared: not of an erased holder, nor on a paper that no longer holds. */
  holder: 'named' | 'erased' | 'withheld'
}

const SEARCHES: Limit = { kinds: ['verificationRefused'], minutes: 15, perKey: 40, perNetwork: 40 }
const NAMES: Limit = { kinds: ['verificationRefused'], minutes: 15, perKey: 10, perNetwork: 40 }

/**
 * The paper that a code belongs to, however it is typed.
 * @throws Refusal `codeUnknown` (404) alike for whatever is no paper's code, `tooManyTries` (429).
 */
export async function getVerified(db: Db<'verification'>, visit: Visit, typed: string): Promise<Verified> {
  const { name_hash, ...row } = await getPaper(db, visit, typed)
  const status = statusOf(row)
  return {
    ...row,
    status,
    since: row.revoked ?? row.replaced,
    language: row.language as Language,
    holder: status === 'valid' ? (name_hash ? 'named' : 'erased') : 'withheld',
  }
}

/**
 * Whether a paper is made out to the name that somebody types. Guessing is limited for each code and network.
 * @throws Refusal `nameDiffers` (422) at the field `name`, `notValid` (409), `codeUnknown` (404), `tooManyTries` (429).
 */
export async function mustBeMadeOutTo(
  db: Db<'verification'>,
  visit: Visit,
  { code, name }: { code: string; name: string },
): Promise<void> {
  const paper = await getPaper(db, visit, code)
  if (!paper.name_hash || statusOf(paper) !== 'valid') throw new Refusal('notValid', 409)

  const tried = `name on ${paper.code}`
  await mustNotBeTooMany(db, visit, { limit: NAMES, tried })
  const hash = nameHash(visit.means.secrets.key('certificate names'), paper.id, name)
  if (constantEquals(hash, paper.name_hash)) return
  await noteRefusal('verification', visit, { kind: 'verificationRefused', tried })
  throw new Refusal('nameDiffers', 422, { field: 'name' })
}

async function getPaper(db: Db<'verification'>, visit: Visit, typed: string) {
  const code = readCode(typed)
  await mustNotBeTooMany(db, visit, { limit: SEARCHES, tried: code })
  const paper = await db
    .selectFrom('certificates.certificates')
    .select(['id', 'code', 'language', 'snapshot', 'issued', 'replaced', 'revoked', 'name_hash'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (paper) return paper
  await noteRefusal('verification', visit, { kind: 'verificationRefused', tried: code })
  throw new Refusal('codeUnknown', 404, { field: 'certificate' })
}
