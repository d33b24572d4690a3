import { refuseIfTaken } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { addDuration } from '../../../platform/time.ts'
import type { Language } from '../../../platform/words.ts'
import { sealOf } from '../../../privacy/person-key.ts'
import type { Db } from '../../../tables.ts'
import type { Visit } from '../../../web/visit.ts'
import { ANSWERED_WITHIN, type Ground } from '../rules.ts'
import type { Snapshot } from '../snapshot.ts'

/** A paper of which something was decided that its holder may object to, and what became of their objection. */
export type Contested = {
  certificate: string
  code: string
  language: Language
  snapshot: Snapshot
  against: Ground
  since: Date
  reason: string
  /** What the paper said before it was corrected. */
  before: Snapshot | null
  objection: Objection | null
}

export type Objection = {
  text: string
  made: Date
  answerBy: Date
  /** Nothing until two employees have answered. */
  decision: { outcome: 'granted' | 'dismissed'; answer: string; decided: Date } | null
}

/** What was decided about the actor's paper, their objection with it. @throws Refusal `notFound` (404) where there is nothing to object to. */
export async function getContested(db: Db<'certification'>, visit: Visit, certificate: string): Promise<Contested> {
  const paper = await db
    .selectFrom('certificates.certificates as paper')
    .leftJoin('certificates.corrections as correction', 'correction.certificate', 'paper.id')
    .leftJoin('certificates.certificates as earlier', 'earlier.id', 'paper.replaces')
    .select(['paper.id', 'paper.code', 'paper.language', 'paper.snapshot', 'paper.revoked', 'paper.revoked_because as because'])
    .select(['correction.made as corrected', 'correction.reason', 'earlier.snapshot as before'])
    .where('paper.id', '=', certificate)
    .where('paper.learner', '=', visit.actor)
    .executeTakeFirst()
  if (!paper) throw new Refusal('notFound', 404)

  const { id, code, language, snapshot, revoked, because, corrected, reason, before } = paper
  const objections = await objectionsTo(db, visit, id)
  const shown = { certificate: id, code, snapshot, language: language as Language }
  if (revoked && because) return { ...shown, against: 'revocation', since: revoked, reason: because, before: null, objection: objections.get('revocation') ?? null }
  // Reinstated after an objection, there is an answer to read though nothing stands to object to.
  const answered = objections.get('revocation')
  if (answered) return { ...shown, against: 'revocation', since: answered.made, reason: '', before: null, objection: answered }
  if (!corrected || !reason || reason === 'objection') throw new Refusal('notFound', 404)
  return { ...shown, against: 'correction', since: corrected, reason, before: before ?? null, objection: objections.get('correction') ?? null }
}

/**
 * Writes down the actor's objection to what was decided about their paper. Nothing happens to the paper.
 * @throws Refusal `notFound` (404), `alreadyObjected` (409): each decision can be objected to once.
 */
export async function object(db: Db<'certification'>, visit: Visit, { certificate, text }: { certificate: string; text: string }): Promise<void> {
  const { against, objection } = await getContested(db, visit, certificate)
  if (objection || !visit.actor) throw new Refusal('alreadyObjected', 409)
  const id = newId()
  const sealed = (await sealOf(db, visit, visit.actor)).seal(text, textContext(id))
  const row = { id, certificate, learner: visit.actor, against, text: sealed, made: visit.now }
  await refuseIfTaken('alreadyObjected', () => db.insertInto('certificates.objections').values(row).execute())
}

/** Where a holder objects to what was decided about a paper, or reads the answer. */
export type Contest = { certificate: string; state: 'open' | 'waiting' | 'answered' }

/** The newest correction and the contest of each chain of versions, which a course and a cycle make. */
export async function contestsOf(db: Db<'certification'>, learner: string) {
  const [corrected, objections] = await Promise.all([
    db
      .selectFrom('certificates.corrections as correction')
      .innerJoin('certificates.certificates as paper', 'paper.id', 'correction.certificate')
      .select(['correction.certificate', 'correction.reason', 'correction.made', 'paper.course', 'paper.cycle'])
      .where('correction.learner', '=', learner)
      .orderBy('correction.made', 'desc')
      .limit(200)
      .execute(),
    db.selectFrom('certificates.objections').select(['certificate', 'against', 'decided']).where('learner', '=', learner).limit(400).execute(),
  ])
  const stateOf = (certificate: string, against: Ground): Contest['state'] => {
    const own = objections.find((one) => one.certificate === certificate && one.against === against)
    if (!own) return 'open'
    return own.decided ? 'answered' : 'waiting'
  }
  return {
    correctionOf: (chain: Chain) => corrected.find((one) => isOf(one, chain)),
    /** What its holder may object to, or has: a revocation before a correction. */
    contestOf({ id, revoked, ...chain }: Chain & { id: string; revoked: Date | null }): Contest | null {
      const state = stateOf(id, 'revocation')
      if (revoked || state !== 'open') return { certificate: id, state }
      const correction = corrected.find((one) => isOf(one, chain) && one.reason !== 'objection')
      return correction ? { certificate: correction.certificate, state: stateOf(correction.certificate, 'correction') } : null
    },
  }
}

type Chain = { course: string; cycle: number }

function isOf(one: Chain, chain: Chain): boolean {
  return one.course === chain.course && one.cycle === chain.cycle
}

/** What the words and the answer are sealed for: nowhere else do they open. */
export function textContext(objection: string): string {
  return `certificates.objections.text ${objection}`
}
export function answerContext(objection: string): string {
  return `certificates.objections.answer ${objection}`
}

/** The last moment for an answer. */
export function answerBy(made: Date, zone: string): Date {
  return addDuration(made, ANSWERED_WITHIN, zone)
}

async function objectionsTo(db: Db<'certification'>, visit: Visit, certificate: string): Promise<Map<Ground, Objection>> {
  const rows = await db
    .selectFrom('certificates.objections')
    .select(['id', 'against', 'text', 'made', 'outcome', 'answer', 'decided'])
    .where('certificate', '=', certificate)
    .where('learner', '=', visit.actor)
    .limit(2)
    .execute()
  if (rows.length === 0) return new Map()
  const seal = await sealOf(db, visit, visit.actor ?? '')
  return new Map(
    rows.map(({ id, against, text, made, outcome, answer, decided }) => {
      const decision = decided && outcome && answer ? { outcome: outcome as 'granted', answer: seal.open(answer, answerContext(id)), decided } : null
      return [against as Ground, { text: text ? seal.open(text, textContext(id)) : '', made, answerBy: answerBy(made, visit.site.zone), decision }]
    }),
  )
}
