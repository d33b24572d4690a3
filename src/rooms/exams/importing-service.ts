import { type Eyes, within } from '../../privacy/within.ts'
import type { Question } from '../questions/question.ts'
import { addQuestions } from '../questions/service.ts'
import { examsOf, makeExam, publishExam } from './authoring/authoring.ts'
import { type Plan, planSchema } from './plan.ts'

export type ExamContent = {
  course: string
  /** The bank's category that its questions get, and from which alone the exam draws. */
  category: string
  plan: Plan
  questions: readonly { name: string; tags: readonly string[]; question: Question }[]
}

/** Makes a published exam with its questions; a course that has one already stays as it is. */
export async function importExam(eyes: Eyes, { course, category, plan, questions }: ExamContent): Promise<string> {
  return within('authoring', eyes, async (db) => {
    const [known] = await examsOf(db, course)
    if (known) return known.id

    await addQuestions(db, eyes, questions.map((one) => ({ ...one, category, ready: true })))
    const exam = await makeExam(db, eyes, { course, plan: planSchema.parse(drawingFrom(category, plan)) })
    await publishExam(db, eyes, exam)
    return exam
  })
}

/** Tags are short words that other exams use too. */
function drawingFrom(category: string, plan: Plan): Plan {
  return { ...plan, questions: { ...plan.questions, pools: plan.questions.pools.map((pool) => ({ category, ...pool })) } }
}
