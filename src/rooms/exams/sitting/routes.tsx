import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { change, question } from '../../../web/route.ts'
import { readResponse, responseSchema } from '../../questions/response.ts'
import { saveAnswers, saveAnswersIn } from './answers.ts'
import { startAttempt } from './attempts.ts'
import { mustBeReleased } from './release.ts'
import { ExamPage } from './exam-page.tsx'
import { QuestionPage } from './question-page.tsx'
import { ResultPage } from './result-page.tsx'
import { examSchema, keptSchema, questionSchema, resultSchema, submissionSchema } from './shapes.ts'
import { getOwnAttempt, linesOf } from './sheet.ts'
import { showExamTo, showQuestionTo, showResultTo, showSubmissionTo } from './showing.ts'
import { SubmissionPage } from './submission-page.tsx'
import { closeOverdueOf, submitAttempt } from './submitting.ts'
import { noteTakeover } from './takeovers.ts'

const LEARNERS = { purpose: 'examination', audience: 'learner' } as const
const exam = z.object({ exam: z.uuid() })
const attempt = z.object({ attempt: z.uuid() })
const at = (id: string) => `/exams/attempts/${id}`

const showExam = question({
  ...LEARNERS,
  path: '/exams/:exam',
  params: exam,
  answer: examSchema,
  read: (db, visit, { params }) => showExamTo(db, visit, params.exam),
  page: (data, here) => <ExamPage exam={data} here={here} />,
})

const start = change({
  ...LEARNERS,
  path: '/exams/:exam/attempts',
  params: exam,
  form: z.strictObject({}),
  answer: z.object({ id: z.string() }),
  again: showExam,
  async act(db, visit, { params }) {
    await closeOverdueOf(db, visit, { exam: params.exam, learner: visit.actor ?? '' })
    await mustBeReleased(db, visit, params.exam)
    const started = await startAttempt(db, visit, params.exam)
    return { to: `${at(started.id)}/questions/${started.at}`, data: { id: started.id }, created: true }
  },
})

const numbered = attempt.extend({ number: z.coerce.number().int().min(1).max(1_000) })

const showQuestion = question({
  ...LEARNERS,
  path: '/exams/attempts/:attempt/questions/:number',
  params: numbered,
  answer: questionSchema,
  read: (db, visit, { params }) => showQuestionTo(db, visit, params),
  page: (data, here) => <QuestionPage shown={data} here={here} />,
})

/** Without a script: what stands in the form is saved, and one goes on to where the button says. */
const answerQuestion = change({
  ...LEARNERS,
  path: '/exams/attempts/:attempt/questions/:number',
  params: numbered,
  form: z.record(z.string().regex(/^(answer(\.[a-z0-9]{1,12})?|go|flagged|sequence|known)$/), z.union([z.string(), z.array(z.string())])),
  again: showQuestion,
  async act(db, visit, { params, form }) {
    const own = await getOwnAttempt(db, visit, params.attempt)
    const [line] = await linesOf(db, visit, { attempt: own, only: params.number })
    if (!line) throw new Refusal('notFound', 404)
    const response = readResponse(line.question, form)
    if (!response) throw new Refusal('answerTooLong', 422, { field: 'answer' })

    const sequence = sequenceOf(form, { kept: line.sequence, now: visit.now })
    const given = { question: params.number, response, sequence, flagged: form['flagged'] === 'yes' }
    const kept = await saveAnswersIn(db, visit, { attempt: own.id, given: [given] })
    if (!kept.isOpen) {
      const canSubmit = !own.submitted && visit.now < own.ends
      return { to: canSubmit ? `${at(own.id)}/submission` : at(own.id), notice: 'noticeOver' }
    }
    const to = placeFor(form['go'], { attempt: own.id, number: params.number, of: own.questions.length })
    return kept.saved[0]?.sequence === sequence ? { to } : { to, notice: 'noticeNewerKept' }
  },
})

const given = z.strictObject({
  question: z.int().min(1).max(1_000),
  response: responseSchema,
  sequence: z.int().min(0),
  flagged: z.boolean().default(false),
})
const page = z.uuid().optional()

/**
 * What the script saves, of one question or of all that are waiting: one statement, in one flight. Too
 * late, it is refused with what is kept, so that nobody believes more was saved.
 */
const saveTheAnswers = change({
  ...LEARNERS,
  path: '/exams/attempts/:attempt/answers',
  params: attempt,
  form: z.union([z.strictObject({ page, answers: z.array(given).max(200) }), given.extend({ page }).transform(({ page, ...one }) => ({ page, answers: [one] }))]),
  answer: keptSchema,
  async act(db, visit, { params, form }) {
    const kept = await saveAnswers(visit, { attempt: params.attempt, page: form.page, given: form.answers })
    if (kept.elsewhere && form.page) await noteTakeover(db, visit, { attempt: params.attempt, page: form.page })
    const data = { ...kept, now: visit.now }
    if (!kept.isOpen) throw new Refusal('overNow', 409, { more: keptSchema.parse(data) })
    return { to: at(params.attempt), data }
  },
})

const showSubmission = question({
  ...LEARNERS,
  path: '/exams/attempts/:attempt/submission',
  params: attempt,
  answer: submissionSchema,
  read: (db, visit, { params }) => showSubmissionTo(db, visit, params.attempt),
  page: (data, here) => <SubmissionPage shown={data} here={here} />,
})

const submit = change({
  ...LEARNERS,
  path: '/exams/attempts/:attempt/submission',
  params: attempt,
  form: z.strictObject({ because: z.literal('time').optional() }),
  async act(db, visit, { params, form }) {
    const { deadline, at: last, plan, submitted } = await getOwnAttempt(db, visit, params.attempt)
    const isTimer = form.because === 'time' && !submitted
    // A browser's clock ran ahead, or the deadline was moved: there is time left, and one goes on.
    if (isTimer && visit.now < deadline) return { to: `${at(params.attempt)}/questions/${last}` }
    if (isTimer && plan.onTimeUp !== 'submit') return { to: `${at(params.attempt)}/submission` }
    await submitAttempt(db, visit, params.attempt)
    return { to: at(params.attempt), notice: 'noticeSubmitted' }
  },
})

const showResult = question({
  ...LEARNERS,
  path: '/exams/attempts/:attempt',
  params: attempt,
  answer: resultSchema,
  read: (db, visit, { params }) => showResultTo(db, visit, params.attempt),
  page: (data, here) => <ResultPage result={data} here={here} />,
})

export const sittingRoutes = [showExam, start, showQuestion, answerQuestion, saveTheAnswers, showSubmission, submit, showResult]

type Counting = { kept: number; now: Date }

/**
 * The script counts on by itself. Without one, what is posted last is the newest, unless the page that
 * it was written on has not seen what is kept: then its learner sees that first.
 * @throws Refusal `newerElsewhere` (409) at the field `answer`.
 */
function sequenceOf(form: Readonly<Record<string, unknown>>, { kept, now }: Counting): number {
  const numberIn = (name: string) => (/^\d{1,15}$/.test(String(form[name] ?? '')) ? Number(form[name]) : undefined)
  const counted = numberIn('sequence')
  if (counted !== undefined) return counted
  if ((numberIn('known') ?? kept) < kept) throw new Refusal('newerElsewhere', 409, { field: 'answer' })
  return Math.max(now.getTime(), kept + 1)
}

type Going = { attempt: string; number: number; of: number }

/** Where a button of the question's form leads: to a number, or to handing in. */
function placeFor(go: string | readonly string[] | undefined, { attempt, number, of }: Going): string {
  const wished = go === undefined ? number : Number(go)
  if (go === 'submission' || wished > of) return `${at(attempt)}/submission`
  return `${at(attempt)}/questions/${Number.isInteger(wished) && wished >= 1 ? wished : number}`
}
