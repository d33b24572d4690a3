import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import { change, question } from '../../../web/route.ts'
import { inLanguage, type Texts } from '../../courses/rules.ts'
import { explain } from '../../questions/explaining.ts'
import { isMarkedByHand } from '../../questions/marking.ts'
import type { Question } from '../../questions/question.ts'
import type { Response } from '../../questions/response.ts'
import { getVersions } from '../../questions/service.ts'
import { answerToMark, boardFor, getMarkedExam, questionsAsked, readyToRelease } from './board.ts'
import { giveMark, releaseResults } from './grading.ts'
import { MarkAnswerPage } from './answer-page.tsx'
import { answerToMarkSchema, boardSchema, examToMarkSchema } from './shapes.ts'
import { BoardPage, ExamToMarkPage } from './pages.tsx'
import type { Plan } from '../plan.ts'
import { decisionsOn } from './regrading.ts'

export const MARKERS = { purpose: 'examination', audience: 'teacher', looks: 'marking' } as const
export const exam = z.object({ exam: z.uuid() })
export const asked = exam.extend({ question: z.uuid() })

const showBoard = question({
  ...MARKERS,
  path: '/marking',
  answer: boardSchema,
  async read(db, visit) {
    const rows = await boardFor(db, visit)
    return { exams: rows.map(({ running, waiting, ready, ...row }) => ({ ...titlesOf(row, visit.language), running, waiting, ready })) }
  },
  page: (data, here) => <BoardPage {...data} here={here} />,
})

export const showExamToMark = question({
  ...MARKERS,
  path: '/marking/exams/:exam',
  params: exam,
  answer: examToMarkSchema,
  async read(db, visit, { params }) {
    const found = await getMarkedExam(db, visit, params.exam)
    const questions = await questionsAsked(db, visit, params.exam)
    const decisions = await decisionsOn(db, params.exam)
    return {
      ...titlesOf(found, visit.language),
      ready: await readyToRelease(db, params.exam),
      questions: questions.map(({ question: { text, kind }, ...one }) => ({ ...one, text, kind })),
      decisions: decisions.map(({ id, remedy, reason, changed, looked_at, decided }) => ({ id, kind: remedy.kind, reason, changed, lookedAt: looked_at, decided })),
    }
  },
  page: (data, here) => <ExamToMarkPage exam={data} here={here} />,
})

const showAnswer = question({
  ...MARKERS,
  path: '/marking/exams/:exam/questions/:question',
  params: asked,
  query: z.object({ attempt: z.uuid().optional() }),
  answer: answerToMarkSchema,
  async read(db, visit, { params, query }) {
    const found = await getMarkedExam(db, visit, params.exam)
    const [version] = await getVersions(db, [params.question])
    const answer = await answerToMark(db, visit, { ...params, attempt: query.attempt })
    if (!version) throw new Refusal('notFound', 404)
    const { question: content } = version
    return {
      ...titlesOf(found, visit.language),
      question: { id: version.id, text: content.text, modelAnswer: modelAnswerOf(content), byHand: isMarkedByHand(content) },
      answer: answer ? { ...answer, given: givenIn(content, answer.line.response, visit.language), ...atTimeUpIn(content, answer, visit.language), mark: answer.mark && { ...answer.mark, percent: percentOf(answer.mark.fraction) } } : null,
    }
  },
  page: (data, here) => <MarkAnswerPage shown={data} here={here} />,
})

// `87,5` is how it is written here; nothing is not nought.
const percentTyped = z
  .string()
  .trim()
  .min(1)
  .transform((typed) => Number(typed.replace(',', '.')))
  .pipe(z.number().min(0).max(100))

const makeMark = change({
  ...MARKERS,
  path: '/marking/exams/:exam/questions/:question',
  params: asked,
  form: z.strictObject({
    attempt: z.uuid(),
    number: z.coerce.number().int().min(1).max(1_000),
    percent: percentTyped,
    comment: z.string().trim().max(10_000),
    reason: z.string().trim().max(2_000).default(''),
    before: z.string().max(36),
    next: z.uuid().or(z.literal('')).default(''),
  }),
  again: showAnswer,
  async act(db, visit, { params, form }) {
    await getMarkedExam(db, visit, params.exam)
    const { percent, next, ...given } = form
    await giveMark(db, visit, { ...params, ...given, fraction: percent / 100 })
    const to = `/marking/exams/${params.exam}/questions/${params.question}`
    return { to: next === '' ? to : `${to}?attempt=${next}`, notice: 'noticeMarked' }
  },
})

const makeRelease = change({
  ...MARKERS,
  path: '/marking/exams/:exam/release',
  params: exam,
  form: z.strictObject({}),
  answer: z.object({ released: z.number() }),
  again: showExamToMark,
  async act(db, visit, { params }) {
    await getMarkedExam(db, visit, params.exam)
    const released = await releaseResults(db, visit, params.exam)
    return { to: `/marking/exams/${params.exam}`, notice: 'noticeReleased', data: { released } }
  },
})

export const markingRoutes = [showBoard, showExamToMark, showAnswer, makeMark, makeRelease]

/** The titles of an exam and its course as somebody reads them. */
export function titlesOf(
  { id, plan, courseTitle, courseLanguage }: { id: string; plan: Plan; courseTitle: Texts; courseLanguage: string },
  language: Language,
) {
  return { exam: id, title: inLanguage(plan.title, language, plan.language), course: inLanguage(courseTitle, language, courseLanguage as Language) }
}

function percentOf(fraction: number | null): number | null {
  return fraction === null ? null : Math.round(fraction * 10_000) / 100
}

function modelAnswerOf(question: Question): string | null {
  return question.kind === 'essay' ? (question.modelAnswer ?? null) : null
}

/** What stood when time was up, of an answer that came after it. */
function atTimeUpIn(question: Question, { atTimeUp }: { atTimeUp: Response | null | undefined }, language: Language): { atTimeUp: string | null } {
  return { atTimeUp: atTimeUp === undefined ? null : givenIn(question, atTimeUp, language) }
}

/** The answer in words, whatever its kind. */
export function givenIn(question: Question, response: Response | null, language: Language): string {
  const { rows } = explain(question, response, language)
  return rows.flatMap(({ text, given }) => (given === undefined ? [] : [text === undefined || text === given ? given : `${text}: ${given}`])).join('\n')
}
