import { asJson } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import { addItem, showItem } from '../courses/service.ts'
import type { Question } from '../questions/question.ts'
import { addQuestions } from '../questions/service.ts'
import { type Plan, planSchema } from './plan.ts'

export type ExamContent = {
  course: string
  /** The bank's category that its questions get. */
  category: string
  plan: Plan
  questions: readonly { name: string; tags: readonly string[]; question: Question }[]
}

/** Makes a published exam with its questions; a course that has one already stays as it is. */
export async function importExam(eyes: Eyes, { course, category, plan, questions }: ExamContent): Promise<string> {
  return within('authoring', eyes, async (db) => {
    const known = await db.selectFrom('exams.exams').select('id').where('course', '=', course).executeTakeFirst()
    if (known) return known.id

    await addQuestions(db, eyes, questions.map((one) => ({ ...one, category, ready: true })))
    const id = newId()
    const version = newId()
    const checked = planSchema.parse(plan)
    const item = await addItem(db, { course, kind: 'exam', title: plan.title, reference: id, required: true })
    await showItem(db, item, eyes.now)
    await db.insertInto('exams.exams').values({ id, course, item, draft: asJson(checked), created: eyes.now }).execute()
    await db.insertInto('exams.versions').values({ id: version, exam: id, number: 1, plan: asJson(checked), published: eyes.now, author: null }).execute()
    await db.updateTable('exams.exams').set({ version }).where('id', '=', id).execute()
    return id
  })
}
