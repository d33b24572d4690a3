import { createHash } from 'node:crypto'
import { constantEquals } from '../../../platform/secrets.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { localDay } from '../../../platform/time.ts'
import type { Language } from '../../../platform/words.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { type Limit, mustNotBeTooMany, noteRefusal } from '../../security/service.ts'
import { nameHash, readCode, type Status, statusOf } from '../rules.ts'
import { ruleCited } from '../snapshot.ts'
import { hashOf, readSeal, type Told } from '../seal.ts'

/** What anybody who has the code may know: what the paper says, and whether it holds. Never a name. */
export type Verified = Told & {
  code: string
  /** The version of the course's requirements that the paper cites. */
  rule: string | null
  /** `sealed`: our seal is on it, but we keep nothing of it any more, and cannot say what became of it. */
  status: Status | 'sealed'
  /** Since when it is replaced or revoked. */
  since: Date | null
  /** Whether a name can be compared: not of an erased holder, nor on a paper that no longer holds. */
  holder: 'named' | 'erased' | 'withheld'
}

/** A code as it was typed, and the seal that came with it, if the paper's own address was followed. */
export type Asked = { code: string; seal?: string | undefined }

const SEARCHES: Limit = { kinds: ['verificationRefused'], minutes: 15, perKey: 40, perNetwork: 40 }
const NAMES: Limit = { kinds: ['verificationRefused'], minutes: 15, perKey: 10, perNetwork: 40 }

/**
 * The paper that a code belongs to, however it is typed. Where we keep nothing of it any more, the seal it
 * carries says what it says.
 * @throws Refusal `codeUnknown` (404) alike for whatever is no paper's code, `tooManyTries` (429).
 */
export async function getVerified(db: Db<'verification'>, visit: Visit, asked: Asked): Promise<Verified> {
  const { code, row, sealed } = await getPaper(db, visit, asked)
  if (!row) {
    const { name: _, ...told } = sealed
    return { ...told, code, rule: null, status: isPast(told, visit) ? 'expired' : 'sealed', since: null, holder: 'named' }
  }
  const { snapshot, name_hash, issued, validUntil, replaced, revoked } = row
  const status = statusOf(row, today(visit))
  const told = { ...snapshot, language: row.language as Language, issued, validUntil, issuer: snapshot.institution.legalName }
  return { ...told, code, rule: ruleCited(snapshot), status, since: revoked ?? replaced, holder: replaced || revoked ? 'withheld' : name_hash || sealed ? 'named' : 'erased' }
}

/**
 * Whether a paper is made out to the name that somebody types. Guessing is limited for each code and network.
 * @throws Refusal `nameDiffers` (422) at the field `name`, `notValid` (409), `codeUnknown` (404), `tooManyTries` (429).
 */
export async function mustBeMadeOutTo(
  db: Db<'verification'>,
  visit: Visit,
  { name, ...asked }: Asked & { name: string },
): Promise<void> {
  const { code, row, sealed } = await getPaper(db, visit, asked)
  const { secrets } = visit.means
  const kept = row?.name_hash ?? sealed?.name
  if (!kept || row?.replaced || row?.revoked) throw new Refusal('notValid', 409)

  const tried = `name on ${code}`
  await mustNotBeTooMany(db, visit, { limit: NAMES, tried })
  const typed = row?.name_hash ? nameHash(secrets.key('certificate names'), row.id, name) : hashOf({ secrets, code, institution: visit.institution }, name)
  if (constantEquals(typed, kept)) return
  await noteRefusal('verification', visit, { kind: 'verificationRefused', tried, limit: NAMES })
  throw new Refusal('nameDiffers', 422, { field: 'name' })
}

const PAGE = 1_000

/** A revoked paper by the fingerprint of its code: who has the paper finds it, and nobody learns a code from it. */
export type Revoked = { fingerprint: string; since: string }

/** Everything that is revoked, the oldest first, for whoever checks seals without asking us. Pages count from 1. */
export async function revocationsOf(db: Db<'verification'>, { site }: Visit, page: number): Promise<{ revocations: Revoked[]; isLast: boolean }> {
  const rows = await db
    .selectFrom('certificates.certificates')
    .select(['code', 'revoked'])
    .where('revoked', 'is not', null)
    .orderBy('revoked')
    .orderBy('id')
    .limit(PAGE + 1)
    .offset((page - 1) * PAGE)
    .execute()
  const revocations = rows.slice(0, PAGE).flatMap(({ code, revoked }) => (revoked ? [{ fingerprint: fingerprintOf(code), since: localDay(revoked, site.zone) }] : []))
  return { revocations, isLast: rows.length <= PAGE }
}

/** SHA-256 of a code as it stands on the paper, in hex. */
export function fingerprintOf(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}

/** Our row, or else the seal; never neither. */
async function getPaper(db: Db<'verification'>, visit: Visit, { code: typed, seal }: Asked) {
  const code = readCode(typed)
  await mustNotBeTooMany(db, visit, { limit: SEARCHES, tried: code })
  const row = await db
    .selectFrom('certificates.certificates')
    .select(['id', 'language', 'snapshot', 'issued', 'replaced', 'revoked', 'valid_until as validUntil', 'name_hash'])
    .where('code', '=', code)
    .executeTakeFirst()
  const sealed = seal === undefined ? undefined : readSeal({ secrets: visit.means.secrets, institution: visit.institution, code }, seal)
  if (row) return { code, row, sealed }
  if (sealed) return { code, row: undefined, sealed }
  await noteRefusal('verification', visit, { kind: 'verificationRefused', tried: code, limit: SEARCHES })
  throw new Refusal('codeUnknown', 404, { field: 'certificate' })
}

function today({ now, site }: Visit): string {
  return localDay(now, site.zone)
}

function isPast({ validUntil }: Told, visit: Visit): boolean {
  return validUntil !== null && today(visit) > validUntil
}
