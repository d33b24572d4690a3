import { Refusal } from '../../../platform/refusal.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { getVersions } from '../../questions/service.ts'
import { learnerIn } from '../arranging/roster.ts'
import { versionsAsked } from '../asking.ts'
import { fractionsOf } from '../marking/marking.ts'
import { type Attempt, getAttempt, type Line, linesOf } from '../sitting/sheet.ts'

export type Which = { exam: string; learner: string; number: number }

export type Replayed = {
  attempt: Attempt
  name: string
  /** Drawn once more with the same seed, from the bank as it was then: the same questions in the same order. */
  isSame: boolean
  /** Every question, in order; what was answered, and its mark by the question's number, once the result is given. */
  lines: Line[]
  marks: Map<number, number | null> | null
}

/**
 * An attempt that is over, as its learner had it before them, for whoever looks into a complaint. Before
 * the result is given it shows no answers: they are marked without a name.
 * @throws Refusal `notFound` (404) out of reach, `notHandedIn` (409) while it is under way.
 */
export async function replayed(db: Db<'examination'>, eyes: Eyes, which: Which): Promise<Replayed> {
  const { firstName, lastName, attempts } = await learnerIn(db, eyes, which)
  const known = attempts.find(({ number }) => number === which.number)
  if (!known) throw new Refusal('notFound', 404)
  if (!known.submitted) throw new Refusal('notHandedIn', 409)

  const attempt = await getAttempt(db, known.id)
  const lines = await linesOf(db, eyes, { attempt })
  const isGiven = attempt.released !== null
  return {
    attempt,
    name: `${firstName} ${lastName}`,
    isSame: await isDrawnAgain(db, attempt),
    lines: isGiven ? lines : lines.map((line) => ({ ...line, response: null, saved: null })),
    marks: isGiven ? await fractionsOf(db, attempt.id) : null,
  }
}

/** Whether the seed, the plan and the bank of then give what was asked: nobody has chosen these questions by hand. */
async function isDrawnAgain(db: Db<'examination'>, { id, exam, learner, number, seed, plan, questions, started }: Attempt): Promise<boolean> {
  const before = await db
    .selectFrom('exams.attempts')
    .select('questions')
    .where('exam', '=', exam)
    .where('learner', '=', learner)
    .where('number', '<', number)
    .where('id', '<>', id)
    .execute()
  const had = await getVersions(db, [...new Set(before.flatMap((one) => one.questions))])
  const { versions } = await versionsAsked(db, plan, { seed, avoid: had.map(({ entry }) => entry), asOf: started })
  return versions.map((one) => one.id).join() === questions.join()
}
