import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import { record } from '../../../privacy/jobs.ts'
import { sealOf } from '../../../privacy/person-key.ts'
import { seen } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { type Ground, mayDecideObjection } from '../rules.ts'
import type { Snapshot } from '../snapshot.ts'
import { factsIn, issueCorrected, mustNotBeTheirs } from '../staff/correcting.ts'
import { answerBy, answerContext, textContext } from './objections.ts'

/** An objection in the list of those that wait: what it is about is seen on its own page. */
export type Waiting = { certificate: string; against: Ground; made: Date; answerBy: Date; isProposed: boolean }

/** An objection as employees see it: the holder's words and the decision they are against, never a name of ours. */
export type Examined = {
  id: string
  certificate: string
  code: string
  language: Language
  snapshot: Snapshot
  before: Snapshot | null
  against: Ground
  reason: string
  text: string
  made: Date
  answerBy: Date
  proposal: { outcome: Outcome; answer: string; own: boolean } | null
  /** Whether the actor may decide what is proposed. */
  mayDecide: boolean
  decided: Date | null
}

export type Outcome = 'granted' | 'dismissed'

/** Objections that nobody has decided yet, the oldest first. Those who objected may read that they were listed. */
export async function waitingObjections(db: Db<'administration'>, visit: Visit): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('certificates.objections')
    .select(['learner', 'certificate', 'against', 'made', 'proposed'])
    .where('decided', 'is', null)
    .orderBy('made')
    .limit(100)
    .execute()
  await seen(db, { eyes: visit, purpose: 'administration', people: rows.map(({ learner }) => learner) })
  return rows.map(({ certificate, against, made, proposed }) => ({
    ...{ certificate, made, against: against as Ground },
    answerBy: answerBy(made, visit.site.zone),
    isProposed: proposed !== null,
  }))
}

/** @throws Refusal `notFound` (404) where nobody has objected. */
export async function getExaminedObjection(db: Db<'administration'>, visit: Visit, certificate: string): Promise<Examined> {
  const { contested, ...row } = await getRow(db, visit, certificate)
  const seal = await sealOf(db, visit, row.learner)
  const { id, made, outcome, answer, proposed_by: proposedBy, decided } = row
  return {
    ...{ id, certificate, made, decided, code: row.code, language: row.language as Language, snapshot: row.snapshot, against: row.against as Ground },
    before: contested.before,
    reason: contested.reason,
    text: row.text ? seal.open(row.text, textContext(id)) : '',
    answerBy: answerBy(made, visit.site.zone),
    proposal: outcome && answer ? { outcome: outcome as Outcome, answer: seal.open(answer, answerContext(id)), own: proposedBy === visit.actor } : null,
    mayDecide: mayDecideObjection(visit.actor, { proposedBy, contestedBy: contested.by }),
  }
}

/**
 * Proposes what to answer; nothing happens, and nobody is told, until a second employee decides.
 * @throws Refusal `notFound` (404), `alreadyProposed` (409).
 */
export async function propose(db: Db<'administration'>, visit: Visit, { certificate, outcome, answer }: { certificate: string; outcome: Outcome; answer: string }): Promise<void> {
  const { id, learner } = await getRow(db, visit, certificate)
  mustNotBeTheirs(visit, learner)
  const sealed = (await sealOf(db, visit, learner)).seal(answer, answerContext(id))
  const { numUpdatedRows } = await db
    .updateTable('certificates.objections')
    .set({ outcome, answer: sealed, proposed: visit.now, proposed_by: visit.actor })
    .where('id', '=', id)
    .where('proposed', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('alreadyProposed', 409)
}

/**
 * Decides, as the second of two, what a first employee proposed. Approved, it is carried out at once and the
 * holder told (`certificates.objectionDecided`); sent back, the objection waits for another proposal.
 * @throws Refusal `notFound` (404), `notProposed` (409), `otherEmployee` (403) for whoever proposed it or made
 * the decision that is objected to, `notValid` (409) where the paper has become another meanwhile.
 */
export async function decideObjection(db: Db<'administration'>, visit: Visit, { certificate, approved }: { certificate: string; approved: boolean }): Promise<void> {
  const row = await getRow(db, visit, certificate)
  mustNotBeTheirs(visit, row.learner)
  if (row.decided || !row.outcome) throw new Refusal('notProposed', 409)
  if (!mayDecideObjection(visit.actor, { proposedBy: row.proposed_by, contestedBy: row.contested.by })) throw new Refusal('otherEmployee', 403)

  const decision = approved ? { decided: visit.now, decided_by: visit.actor } : { outcome: null, answer: null, proposed: null, proposed_by: null }
  const { numUpdatedRows } = await db
    .updateTable('certificates.objections')
    .set(decision)
    .where('id', '=', row.id)
    .where('decided', 'is', null)
    .where('proposed_by', '=', row.proposed_by)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('notProposed', 409)
  if (!approved) return

  if (row.outcome === 'granted') await grant(db, visit, row)
  await record(db, { eyes: visit, purpose: 'administration', happening: { event: 'certificates.objectionDecided', person: row.learner, subject: row.id } })
}

type Row = Awaited<ReturnType<typeof getRow>>

/** The paper holds again, under the code it has; or a new version says what it said before it was corrected. */
async function grant(db: Db<'administration'>, visit: Visit, { certificate, learner, against, revoked, contested }: Row): Promise<void> {
  if (against === 'revocation') {
    if (!revoked) throw new Refusal('notValid', 409)
    return reinstate(db, certificate, revoked)
  }
  if (!contested.before) throw new Refusal('notValid', 409)
  const newest = await newestOf(db, certificate)
  await issueCorrected(visit, { certificate: newest, learner, correction: factsIn(contested.before), reason: 'objection' })
}

/** With every earlier version that was revoked in the same act, back to what they were. */
async function reinstate(db: Db<'administration'>, certificate: string, revoked: Date): Promise<void> {
  const row = await db
    .updateTable('certificates.certificates')
    .set({ revoked: null, revoked_because: null })
    .where('id', '=', certificate)
    .where('revoked', '=', revoked)
    .returning('replaces')
    .executeTakeFirst()
  if (row?.replaces) await reinstate(db, row.replaces, revoked)
}

async function newestOf(db: Db<'administration'>, certificate: string): Promise<string> {
  const later = await db.selectFrom('certificates.certificates').select('id').where('replaces', '=', certificate).executeTakeFirst()
  return later ? newestOf(db, later.id) : certificate
}

/** The newest objection to a paper with what it is against. Whoever looks at it looks at its holder, who may read that. */
async function getRow(db: Db<'administration'>, visit: Visit, certificate: string) {
  const row = await db
    .selectFrom('certificates.objections as objection')
    .innerJoin('certificates.certificates as paper', 'paper.id', 'objection.certificate')
    .select(['objection.id', 'objection.certificate', 'objection.learner', 'objection.against', 'objection.text', 'objection.made', 'objection.outcome', 'objection.answer'])
    .select(['objection.proposed_by', 'objection.decided', 'paper.code', 'paper.language', 'paper.snapshot', 'paper.revoked', 'paper.replaces'])
    .where('objection.certificate', '=', certificate)
    .orderBy('objection.made', 'desc')
    .limit(1)
    .executeTakeFirst()
  await seen(db, { eyes: visit, purpose: 'administration', people: row ? [row.learner] : [] })
  if (!row) throw new Refusal('notFound', 404)
  const contested = row.against === 'revocation' ? await revocationOf(db, certificate) : await correctionOf(db, row)
  return { ...row, contested }
}

type ContestedDecision = { reason: string; by: string | null; before: Snapshot | null }

/** Asked for on this version, or on an earlier one that took it along. */
async function revocationOf(db: Db<'administration'>, certificate: string): Promise<ContestedDecision> {
  const row = await db
    .selectFrom('certificates.certificates as paper')
    .leftJoin('certificates.revocations as revocation', (join) => join.onRef('revocation.certificate', '=', 'paper.id').on('revocation.approved', '=', true))
    .select(['paper.replaces', 'revocation.reason', 'revocation.decided_by as by'])
    .where('paper.id', '=', certificate)
    .orderBy('revocation.decided', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row?.reason) return { reason: row.reason, by: row.by, before: null }
  return row?.replaces ? revocationOf(db, row.replaces) : { reason: 'mistake', by: null, before: null }
}

async function correctionOf(db: Db<'administration'>, { certificate, replaces }: { certificate: string; replaces: string | null }): Promise<ContestedDecision> {
  const [correction, earlier] = await Promise.all([
    db.selectFrom('certificates.corrections').select(['reason', 'made_by as by']).where('certificate', '=', certificate).executeTakeFirst(),
    db.selectFrom('certificates.certificates').select('snapshot').where('id', '=', replaces).executeTakeFirst(),
  ])
  return { reason: correction?.reason ?? 'misprint', by: correction?.by ?? null, before: earlier?.snapshot ?? null }
}
