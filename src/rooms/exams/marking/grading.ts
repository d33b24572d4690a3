import { refuseIfTaken } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { record } from '../../../privacy/jobs.ts'
import { sealOf } from '../../../privacy/person-key.ts'
import { type Eyes, seen } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { letWait, passIfReached, release, standingOf, total } from './marking.ts'
import { resultComes } from '../rules.ts'
import { type Attempt, getAttempt } from '../sitting/sheet.ts'

export type HandMark = {
  exam: string
  question: string
  attempt: string
  number: number
  /** From 0 to 1. */
  fraction: number
  comment: string
  /** Needed once the learner knows the mark that this one replaces. */
  reason: string
  /** The mark that the teacher had before them; empty for none. */
  before: string
}

/**
 * Marks one answer by hand. Of two teachers who mark it at once, one is refused. The mark before it is
 * kept, with who gave it.
 * @throws Refusal `notFound` (404), `notHandedIn`, `changedMeanwhile` (409), `reasonMissing` (422).
 */
export async function giveMark(db: Db<'examination'>, eyes: Eyes, given: HandMark): Promise<Attempt> {
  const attempt = await getAttempt(db, given.attempt)
  await seen(db, { eyes, purpose: 'examination', people: [attempt.learner] })
  if (!attempt.submitted || attempt.submitted_because === 'abandoned') throw new Refusal('notHandedIn', 409)
  if (attempt.exam !== given.exam || attempt.questions[given.number - 1] !== given.question) throw new Refusal('notFound', 404)
  if (attempt.released && given.reason === '') throw new Refusal('reasonMissing', 422, { field: 'reason' })

  await replaceMark(db, eyes, { attempt, given })
  if (!(await total(db, eyes, attempt)) || !attempt.released) return attempt
  await record(db, { eyes, purpose: 'examination', happening: { event: 'exams.markedAnew', person: attempt.learner, subject: attempt.id } })
  await passIfReached(db, eyes, attempt)
  return attempt
}

/**
 * Lets learners know their marks: every attempt of an exam within reach that is marked to the end. Where the
 * exam hides marks until a day, the result comes by itself on that day. Says how many there were.
 */
export async function releaseResults(db: Db<'examination'>, eyes: Eyes, exam: string): Promise<number> {
  const ready = await db
    .selectFrom('exams.attempts')
    .select(['id', 'exam', 'learner', 'submitted'])
    .where('exam', '=', exam)
    .where('marked', 'is not', null)
    .where('released', 'is', null)
    .where('result_at', 'is', null)
    .orderBy('submitted')
    .limit(1_000)
    .execute()
  await seen(db, { eyes, purpose: 'examination', people: ready.map(({ learner }) => learner) })
  for (const attempt of ready) {
    const { plan, standing } = await standingOf(db, attempt)
    const comes = resultComes(plan, { ...standing, submitted: attempt.submitted ?? eyes.now, now: eyes.now })
    if (comes instanceof Date) {
      await letWait(db, eyes, { id: attempt.id, comes })
      continue
    }
    await release(db, eyes, attempt)
    await record(db, { eyes, purpose: 'examination', happening: { event: 'exams.released', person: attempt.learner, subject: attempt.id } })
  }
  return ready.length
}

/** Names the place a sealed comment belongs to, so that it opens nowhere else. */
export function commentContext(mark: string): string {
  return `exams.marks.comment ${mark}`
}

async function replaceMark(db: Db<'examination'>, eyes: Eyes, { attempt, given }: { attempt: Attempt; given: HandMark }): Promise<void> {
  const { number: position, fraction, comment, reason, before } = given
  const inForce = await db
    .selectFrom('exams.marks')
    .select('id')
    .where('attempt', '=', attempt.id)
    .where('position', '=', position)
    .where('replaced', 'is', null)
    .executeTakeFirst()
  if ((inForce?.id ?? '') !== before) throw new Refusal('changedMeanwhile', 409)
  if (inForce) await db.updateTable('exams.marks').set({ replaced: eyes.now }).where('id', '=', inForce.id).where('replaced', 'is', null).execute()

  const id = newId()
  const sealed = comment === '' ? null : (await sealOf(db, eyes, attempt.learner)).seal(comment, commentContext(id))
  const mark = { id, attempt: attempt.id, position, learner: attempt.learner, fraction, how: 'by hand', marked: eyes.now, marker: eyes.actor, comment: sealed, reason: reason || null }
  await refuseIfTaken('changedMeanwhile', () => db.insertInto('exams.marks').values(mark).execute())
}
