import { newId } from '../../../platform/ids.ts'
import { refuseIfTaken } from '../../../platform/database.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { localDay } from '../../../platform/time.ts'
import type { Language } from '../../../platform/words.ts'
import { record } from '../../../privacy/jobs.ts'
import { seen, within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { issueNextVersion } from '../issuing.ts'
import { type CorrectionReason, readCode, type Reason, type Status, statusOf } from '../rules.ts'
import type { Snapshot } from '../snapshot.ts'

/** A paper as an employee sees it: what it says, never to whom. */
export type Examined = {
  id: string
  code: string
  language: Language
  status: Status
  version: number
  snapshot: Snapshot
  issued: Date
  validUntil: string | null
  revokedBecause: string | null
  /** Nobody can be issued a new version: the holder is erased. */
  holderErased: boolean
  objected: boolean
  /** A revocation that waits for a second employee; `own` where the actor asked for it. */
  asked: { reason: string; asked: Date; own: boolean } | null
}

/** The paper's id by its code. @throws Refusal `codeUnknown` (404) at the field `certificate`. */
export async function findByCode(db: Db<'administration'>, visit: Visit, typed: string): Promise<string> {
  const paper = await rowsSeen(db, visit, { code: readCode(typed) })
  if (!paper) throw new Refusal('codeUnknown', 404, { field: 'certificate' })
  return paper.id
}

/** @throws Refusal `notFound` (404). */
export async function getExamined(db: Db<'administration'>, visit: Visit, certificate: string): Promise<Examined> {
  const { learner, revoked_because, replaced, revoked, validUntil, ...row } = await getRow(db, visit, certificate)
  const [open, objection] = await Promise.all([
    db
      .selectFrom('certificates.revocations')
      .select(['reason', 'asked', 'asked_by'])
      .where('certificate', '=', certificate)
      .where('decided', 'is', null)
      .executeTakeFirst(),
    db.selectFrom('certificates.objections').select('id').where('certificate', '=', certificate).limit(1).executeTakeFirst(),
  ])
  return {
    ...row,
    language: row.language as Language,
    validUntil,
    status: statusOf({ replaced, revoked, validUntil }, localDay(visit.now, visit.site.zone)),
    revokedBecause: revoked_because,
    holderErased: learner === null,
    objected: objection !== undefined,
    asked: open ? { reason: open.reason, asked: open.asked, own: open.asked_by === visit.actor } : null,
  }
}

/** Papers whose revocation waits for a second employee, the oldest first. */
export async function waitingForSecond(db: Db<'administration'>, visit: Visit): Promise<{ certificate: string; reason: string; asked: Date; own: boolean }[]> {
  const rows = await db
    .selectFrom('certificates.revocations')
    .select(['certificate', 'reason', 'asked', 'asked_by'])
    .where('decided', 'is', null)
    .orderBy('asked')
    .limit(100)
    .execute()
  return rows.map(({ asked_by, ...row }) => ({ ...row, own: asked_by === visit.actor }))
}

/**
 * Asks for a paper to be revoked; nothing happens to it until a second employee approves.
 * @throws Refusal `notFound` (404), `notValid` (409), `alreadyAsked` (409).
 */
export async function askRevocation(
  db: Db<'administration'>,
  visit: Visit,
  { certificate, reason }: { certificate: string; reason: Reason },
): Promise<void> {
  const row = await getRow(db, visit, certificate)
  mustNotBeTheirs(visit, row.learner)
  if (row.replaced || row.revoked) throw new Refusal('notValid', 409)
  await refuseIfTaken('alreadyAsked', () =>
    db.insertInto('certificates.revocations').values({ id: newId(), certificate, reason, asked: visit.now, asked_by: visit.actor }).execute(),
  )
}

/**
 * Decides, as the second of two, what a first employee asked for. Approved, the paper is revoked at once
 * and its holder told (`certificates.revoked`).
 * @throws Refusal `notFound` (404), `secondEmployee` (403) for whoever asked, `notAsked` (409) where nothing is open.
 */
export async function decideRevocation(
  db: Db<'administration'>,
  visit: Visit,
  { certificate, approved }: { certificate: string; approved: boolean },
): Promise<void> {
  const { learner } = await getRow(db, visit, certificate)
  mustNotBeTheirs(visit, learner)
  await mustNotHaveAsked(db, visit, certificate)
  const decided = await db
    .updateTable('certificates.revocations')
    .set({ decided: visit.now, decided_by: visit.actor, approved })
    .where('certificate', '=', certificate)
    .where('decided', 'is', null)
    .returning('reason')
    .executeTakeFirstOrThrow(() => new Refusal('notAsked', 409))
  if (!approved) return

  const newest = await revokeWithLater(db, { certificate, reason: decided.reason, now: visit.now })
  await record(db, { eyes: visit, purpose: 'administration', happening: { event: 'certificates.revoked', person: learner, subject: newest } })
}

export type Correction = { courseTitle: string; level: string | null; hours: number | null; completed: string }

/**
 * Issues the holder a new version with these facts, and tells them why; the old code says that it is replaced.
 * @throws Refusal `notFound` (404), `nothingCorrected` (422), `notValid` (409) also where the holder is erased.
 */
export async function correct(
  db: Db<'administration'>,
  visit: Visit,
  { certificate, correction, reason }: { certificate: string; correction: Correction; reason: CorrectionReason },
): Promise<string> {
  const { learner, snapshot } = await getRow(db, visit, certificate)
  if (learner === null) throw new Refusal('notValid', 409)
  mustNotBeTheirs(visit, learner)
  if (isSame(factsIn(snapshot), correction)) throw new Refusal('nothingCorrected', 422, { field: 'courseTitle' })
  return issueCorrected(visit, { certificate, learner, correction, reason })
}

/** The name is copied with its holder's own eyes, as a job would: the employee corrects what they see and no more. */
export async function issueCorrected(
  visit: Visit,
  { certificate, learner, correction, reason }: { certificate: string; learner: string; correction: Correction; reason: CorrectionReason },
): Promise<string> {
  const issuing = { eyes: { ...visit, actor: learner }, site: visit.site, address: visit.origin }
  return within('certification', issuing.eyes, async (own) => {
    const next = await issueNextVersion(own, issuing, { certificate, facts: correction })
    await own.insertInto('certificates.corrections').values({ id: newId(), certificate: next, learner, reason, made: visit.now, made_by: visit.actor }).execute()
    return next
  })
}

/** What of a paper can be corrected. */
export function factsIn({ courseTitle, level, hours, completed }: Snapshot): Correction {
  return { courseTitle, level, hours, completed }
}

function isSame(one: Correction, other: Correction): boolean {
  return one.courseTitle === other.courseTitle && one.level === other.level && one.hours === other.hours && one.completed === other.completed
}

/**
 * Revokes a version and those that came after it, so that nobody escapes by a new version while two
 * employees decide. Each is locked before the next is looked for. Gives the newest one's id.
 */
async function revokeWithLater(
  db: Db<'administration'>,
  { certificate, reason, now }: { certificate: string; reason: string; now: Date },
): Promise<string> {
  await db.updateTable('certificates.certificates').set({ revoked: now, revoked_because: reason }).where('id', '=', certificate).where('revoked', 'is', null).execute()
  const later = await db.selectFrom('certificates.certificates').select('id').where('replaces', '=', certificate).executeTakeFirst()
  return later ? revokeWithLater(db, { certificate: later.id, reason, now }) : certificate
}

/** @throws Refusal `ownPaper` (403): nobody decides about a paper of their own. */
export function mustNotBeTheirs({ actor }: Visit, learner: string | null): void {
  if (actor === learner) throw new Refusal('ownPaper', 403)
}

async function mustNotHaveAsked(db: Db<'administration'>, visit: Visit, certificate: string): Promise<void> {
  const own = await db
    .selectFrom('certificates.revocations')
    .select('id')
    .where('certificate', '=', certificate)
    .where('decided', 'is', null)
    .where('asked_by', '=', visit.actor)
    .executeTakeFirst()
  if (own) throw new Refusal('secondEmployee', 403)
}

async function getRow(db: Db<'administration'>, visit: Visit, certificate: string) {
  const row = await rowsSeen(db, visit, { id: certificate })
  if (!row) throw new Refusal('notFound', 404)
  return row
}

/** Whoever looks at a paper looks at its holder, and the holder may read that. */
async function rowsSeen(db: Db<'administration'>, visit: Visit, by: { code: string } | { id: string }) {
  const row = await db
    .selectFrom('certificates.certificates')
    .select(['id', 'learner', 'code', 'language', 'version', 'snapshot', 'issued', 'replaced', 'revoked', 'revoked_because', 'valid_until as validUntil'])
    .where((where) => where.and(by))
    .executeTakeFirst()
  await seen(db, { eyes: visit, purpose: 'administration', people: row?.learner ? [row.learner] : [] })
  return row
}
