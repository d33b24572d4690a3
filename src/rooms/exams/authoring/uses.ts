import type { Db } from '../../../tables.ts'
import { recordUses } from '../../questions/using-service.ts'

/** By what the bank knows an exam, and where it leads there. */
export function usedBy(exam: string) {
  return { usedBy: 'exam', reference: exam, path: `/authoring/exams/${exam}` }
}

/** Tells the bank what an exam asks and draws: as it is written now, and as learners have it. */
export async function tellUses(db: Db<'authoring'>, exam: string, now: Date): Promise<void> {
  const { draft, plan } = await db
    .selectFrom('exams.exams as exam')
    .leftJoin('exams.versions as version', 'version.id', 'exam.version')
    .select(['exam.draft', 'version.plan'])
    .where('exam.id', '=', exam)
    .executeTakeFirstOrThrow()
  const plans = plan ? [draft, plan] : [draft]
  const places = plans.flatMap(({ questions }) => questions.places)
  const questions = places.filter(({ entry }, index) => places.findIndex((one) => one.entry === entry) === index)
  await recordUses(db, { ...usedBy(exam), title: draft.title[draft.language], questions, pools: plans.flatMap(({ questions: { pools } }) => pools), now })
}
