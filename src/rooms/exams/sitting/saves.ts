import { sealOf } from '../../../privacy/person-key.ts'
import type { Eyes } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import type { Response } from '../../questions/response.ts'

/** Names the place of one save of a sealed answer, so that it opens nowhere else. */
export function saveContext(attempt: string, position: number, sequence: number): string {
  return `exams.saves.sealed ${attempt} ${position} ${sequence}`
}

type Asked = { attempt: { id: string; learner: string }; number: number; moment: Date }

/** What stood as the answer to a question at a moment; null where nothing did, undefined where no save is known. */
export async function answerAt(db: Db<'examination'>, eyes: Eyes, { attempt, number, moment }: Asked): Promise<Response | null | undefined> {
  const saves = db.selectFrom('exams.saves').where('attempt', '=', attempt.id).where('position', '=', number)
  const row = await saves
    .select(['response', 'sealed', 'sequence'])
    .where('saved', '<=', moment)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return (await saves.select('sequence').limit(1).executeTakeFirst()) ? null : undefined
  if (!row.sealed) return row.response

  const seal = await sealOf(db, eyes, attempt.learner)
  return JSON.parse(seal.open(row.sealed, saveContext(attempt.id, number, row.sequence))) as Response
}
