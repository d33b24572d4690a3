import { asJson } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Eyes } from '../../privacy/within.ts'
import type { Db } from '../../tables.ts'
import { deleteDraftExam, examsOf, publishExam } from './authoring/authoring.ts'
import { keepDraft } from './authoring/drafts.ts'
import { tellUses } from './authoring/uses.ts'

/** By the exams of a course the ids that their copies will have. */
export async function idsForCopies(db: Db<'authoring'>, course: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await examsOf(db, course)).map(({ id }) => [id, newId()]))
}

export type ExamCopies = {
  /** The course that gets them, and by each new exam its item there. */
  course: string
  items: ReadonlyMap<string, string>
  /** By each exam its copy. */
  copies: ReadonlyMap<string, string>
}

/**
 * Copies exams into the copy of their course: as learners get them, or else the draft; without the days of
 * the earlier run, and without anybody's attempt. One that the bank has too few questions for stays a draft.
 */
export async function copyExams(db: Db<'authoring'>, eyes: Eyes, { course, items, copies }: ExamCopies): Promise<void> {
  for (const [from, id] of copies) {
    const { draft, plan } = await db
      .selectFrom('exams.exams as exam')
      .leftJoin('exams.versions as version', 'version.id', 'exam.version')
      .select(['exam.draft', 'version.plan'])
      .where('exam.id', '=', from)
      .executeTakeFirstOrThrow()
    const held = { ...(plan ?? draft), opens: null, closes: null }
    await db.insertInto('exams.exams').values({ id, course, item: items.get(id) ?? null, draft: asJson(held), revision: 1, created: eyes.now }).execute()
    await keepDraft(db, eyes, { exam: id, plan: held })
    await tellUses(db, id, eyes.now)
    if (plan) await publishExam(db, eyes, id).catch(unlessRefused)
  }
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error
}

/** Deletes the exams of a course that nobody has ever taken. */
export async function deleteExams(db: Db<'authoring'>, eyes: Eyes, course: string): Promise<void> {
  for (const { id } of await examsOf(db, course)) {
    await db.updateTable('exams.exams').set({ version: null, item: null }).where('id', '=', id).execute()
    await db.deleteFrom('exams.versions').where('exam', '=', id).execute()
    await deleteDraftExam(db, id, eyes.now)
  }
}
