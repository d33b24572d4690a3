import type { Language } from '../../platform/words.ts'
import type { Eyes } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import type { Plan } from './plan.ts'

/** An exam that a learner is in the middle of, and the very question they saw last. */
export type OpenAttempt = { exam: string; attempt: string; title: Plan['title']; language: Language; at: number; of: number; deadline: Date; href: string }

/** What a learner is in the middle of, in whichever browser; the one that ends first comes first. */
export async function openAttemptsOf(db: Db<'examination'>, eyes: Eyes): Promise<OpenAttempt[]> {
  const rows = await db
    .selectFrom('exams.attempts as attempt')
    .innerJoin('exams.versions as version', 'version.id', 'attempt.version')
    .select(['attempt.exam', 'attempt.id', 'attempt.at', 'attempt.deadline', 'attempt.questions', 'version.plan'])
    .where('attempt.learner', '=', eyes.actor)
    .where('attempt.submitted', 'is', null)
    .where('attempt.ends', '>', eyes.now)
    .orderBy('attempt.deadline')
    .limit(20)
    .execute()
  return rows.map(({ exam, id, at, deadline, questions, plan: { title, language } }) => ({
    exam,
    attempt: id,
    title,
    language,
    at,
    of: questions.length,
    deadline,
    href: `/exams/attempts/${id}/questions/${at}`,
  }))
}
