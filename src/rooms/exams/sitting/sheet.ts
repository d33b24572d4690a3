import { Refusal } from '../../../platform/refusal.ts'
import { sealOf } from '../../../privacy/person-key.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Question } from '../../questions/question.ts'
import { isAnswered, type Response } from '../../questions/response.ts'
import { getVersions } from '../../questions/service.ts'
import { openAnswer } from './answers.ts'
import type { Plan } from '../plan.ts'

/** One attempt with the plan it was started under. */
export type Attempt = Awaited<ReturnType<typeof getAttempt>>

/** An attempt of the actor's own. @throws Refusal `notFound` (404) for everybody else's. */
export async function getOwnAttempt(db: Db<'examination'>, eyes: Eyes, id: string): Promise<Attempt> {
  const attempt = await getAttempt(db, id)
  if (attempt.learner !== eyes.actor) throw new Refusal('notFound', 404)
  return attempt
}

/** Any attempt within sight. @throws Refusal `notFound` (404). */
export async function getAttempt(db: Db<'examination'>, id: string) {
  const attempt = await db
    .selectFrom('exams.attempts as attempt')
    .innerJoin('exams.versions as version', 'version.id', 'attempt.version')
    .innerJoin('exams.exams as exam', 'exam.id', 'attempt.exam')
    .selectAll('attempt')
    .select(['version.plan', 'exam.course'])
    .where('attempt.id', '=', id)
    .executeTakeFirst()
  if (!attempt) throw new Refusal('notFound', 404)
  return attempt as typeof attempt & { plan: Plan }
}

/** How far one has come with a question, without what was answered. */
export type Step = { number: number; isAnswered: boolean; isFlagged: boolean }

/** Every question of an attempt in order, as the map of it shows them. */
export async function stepsOf(db: Db<'examination'>, { id, questions }: Pick<Attempt, 'id' | 'questions'>): Promise<Step[]> {
  const rows = await answerRows(db, id)
  return questions.map((_, index) => {
    const row = rows.find(({ position }) => position === index + 1)
    return { number: index + 1, isAnswered: row !== undefined && hasAnswer(row), isFlagged: row?.flagged != null }
  })
}

/** One question of an attempt and its answer, opened. */
export type Line = {
  number: number
  version: string
  question: Question
  response: Response | null
  saved: Date | null
  sequence: number
  isFlagged: boolean
}

/** Every question of an attempt in order, with what was answered; or only that number. */
export async function linesOf(
  db: Db<'examination'>,
  eyes: Eyes,
  { attempt, only }: { attempt: Pick<Attempt, 'id' | 'learner' | 'questions'>; only?: number },
): Promise<Line[]> {
  const versions = new Map((await getVersions(db, only ? attempt.questions.slice(only - 1, only) : attempt.questions)).map((one) => [one.id, one.question]))
  const rows = await answerRows(db, attempt.id)
  const wanted = rows.filter(({ position }) => only === undefined || position === only)
  const seal = wanted.some(({ sealed }) => sealed) ? await sealOf(db, eyes, attempt.learner) : null

  return attempt.questions.flatMap((version, index) => {
    const question = versions.get(version)
    if (!question) return []
    const row = wanted.find(({ position }) => position === index + 1)
    const response = row ? openAnswer({ ...row, attempt: attempt.id }, seal) : null
    return { number: index + 1, version, question, response, saved: row?.saved ?? null, sequence: row?.sequence ?? 0, isFlagged: row?.flagged != null }
  })
}

async function answerRows(db: Db<'examination'>, attempt: string) {
  return db
    .selectFrom('exams.answers')
    .select(['position', 'response', 'sealed', 'sequence', 'saved', 'flagged'])
    .where('attempt', '=', attempt)
    .orderBy('position')
    .execute()
}

function hasAnswer({ response, sealed }: { response: Response | null; sealed: Buffer | null }): boolean {
  return sealed !== null || isAnswered(response)
}
