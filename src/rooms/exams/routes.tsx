import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { within } from '../../privacy/within.ts'
import { change, question } from '../../web/route.ts'
import { present } from '../questions/presenting.ts'
import { readResponse, responseSchema } from '../questions/response.ts'
import { type Given, type Kept, saveAnswers } from './answers.ts'
import { arrangementOf, attemptsAt, getPublishedExam, startAttempt } from './attempts.ts'
import { ExamPage } from './exam-page.tsx'
import { QuestionPage } from './question-page.tsx'
import { ResultPage, SubmissionPage } from './result-pages.tsx'
import { lengthOf } from './plan.ts'
import { attemptsLeft, minutesFor, shownNow, whyNotStart } from './rules.ts'
import { getOwnAttempt, linesOf, stepsOf } from './sheet.ts'
import { submitAttempt } from './submitting.ts'

const exam = z.object({ exam: z.uuid() })
const attempt = z.object({ attempt: z.uuid() })
const language = z.enum(['nb', 'da', 'en'])

const showExam = question({
  path: '/exams/:exam',
  purpose: 'examination',
  audience: 'learner',
  params: exam,
  answer: z.object({
    id: z.string(),
    course: z.string(),
    title: z.string(),
    introduction: z.string(),
    questions: z.number(),
    minutes: z.number(),
    usualMinutes: z.number(),
    passPercent: z.number(),
    attemptsLeft: z.number(),
    open: z.object({ id: z.string(), at: z.number() }).nullable(),
    notNow: z.object({ reason: z.enum(['notOpenYet', 'examClosed', 'noAttemptsLeft', 'waitFirst']), until: z.date().nullable() }).nullable(),
    attempts: z.array(z.object({ id: z.string(), number: z.number(), submitted: z.date(), percent: z.number().nullable(), isPassed: z.boolean() })),
  }),
  async read(db, visit, { params }) {
    const learner = visit.actor ?? ''
    const { id, course, plan } = await getPublishedExam(db, params.exam)
    const [tried, arrangement] = await Promise.all([attemptsAt(db, id, learner), arrangementOf(db, id, learner)])
    const open = tried.find(({ submitted }) => !submitted)
    return {
      id,
      course,
      title: plan.title[visit.language],
      introduction: plan.introduction[visit.language],
      questions: lengthOf(plan),
      minutes: minutesFor(plan, arrangement),
      usualMinutes: plan.minutes,
      passPercent: plan.passPercent,
      attemptsLeft: attemptsLeft(plan, arrangement, tried),
      open: open ? { id: open.id, at: open.at } : null,
      notNow: whyNotStart(plan, { arrangement, tried, now: visit.now }),
      attempts: tried.flatMap(({ submitted, released, percent, ...one }) => {
        const known = released ? percent : null
        return submitted ? [{ id: one.id, number: one.number, submitted, percent: known, isPassed: (known ?? 0) >= plan.passPercent }] : []
      }),
    }
  },
  page: ExamPage,
})

const makeAttempt = change({
  path: '/exams/:exam/attempts',
  purpose: 'examination',
  audience: 'learner',
  params: exam,
  form: z.strictObject({}),
  answer: z.object({ id: z.string() }),
  again: showExam,
  async act(db, visit, { params }) {
    const { id, at } = await startAttempt(db, visit, params.exam)
    return { to: `/exams/attempts/${id}/questions/${at}`, data: { id }, created: true }
  },
})

const shownOption = z.object({ id: z.string(), text: z.string() })
// Spelled out, so that nothing else of a question can leave before the release.
const presented = z.object({
  kind: z.enum(['single', 'multiple', 'trueFalse', 'shortAnswer', 'numeric', 'matching', 'ordering', 'essay']),
  text: z.string(),
  options: z.array(shownOption).optional(),
  unit: z.string().optional(),
  rows: z.array(shownOption).optional(),
  answers: z.array(shownOption).optional(),
  items: z.array(shownOption).optional(),
  fewestWords: z.number().optional(),
  mostWords: z.number().optional(),
})

const numbered = attempt.extend({ number: z.coerce.number().int().min(1).max(1_000) })

const showQuestion = question({
  path: '/exams/attempts/:attempt/questions/:number',
  purpose: 'examination',
  audience: 'learner',
  params: numbered,
  answer: z.object({
    attempt: z.string(),
    exam: z.string(),
    title: z.string(),
    number: z.number(),
    deadline: z.date(),
    now: z.date(),
    language,
    question: presented,
    response: responseSchema.nullable(),
    saved: z.date().nullable(),
    sequence: z.number(),
    isFlagged: z.boolean(),
    steps: z.array(z.object({ number: z.number(), isAnswered: z.boolean(), isFlagged: z.boolean() })),
  }),
  async read(db, visit, { params }) {
    const found = await getOwnAttempt(db, visit, params.attempt)
    if (found.submitted) throw new Refusal('notFound', 404)
    const [[line], steps] = await Promise.all([linesOf(db, visit, { attempt: found, only: params.number }), stepsOf(db, found)])
    if (!line) throw new Refusal('notFound', 404)
    await db.updateTable('exams.attempts').set({ at: params.number, seen: visit.now }).where('id', '=', found.id).execute()
    return {
      attempt: found.id,
      exam: found.exam,
      title: found.plan.title[visit.language],
      number: params.number,
      deadline: found.deadline,
      now: visit.now,
      language: found.plan.language,
      question: present(line.question, `${found.seed} ${line.version}`),
      response: line.response,
      saved: line.saved,
      sequence: line.sequence,
      isFlagged: line.isFlagged,
      steps,
    }
  },
  page: QuestionPage,
})

/** One question's form without a script: the answer is saved on the way to wherever one goes. */
const saveForm = change({
  path: '/exams/attempts/:attempt/questions/:number',
  purpose: 'examination',
  audience: 'learner',
  params: numbered,
  form: z.looseObject({ go: z.string().regex(/^(\d{1,4}|submission)$/).optional(), flagged: z.string().optional(), sequence: z.coerce.number().int().min(0).optional() }),
  async act(_, visit, { params, form }) {
    const given = await within('examination', visit, async (db): Promise<Given> => {
      const found = await getOwnAttempt(db, visit, params.attempt)
      const [line] = await linesOf(db, visit, { attempt: found, only: params.number })
      if (!line) throw new Refusal('notFound', 404)
      const response = readResponse(line.question, form as Record<string, string>)
      if (!response) throw new Refusal('faultyInput', 422)
      return { question: params.number, response, sequence: Math.max(line.sequence, form.sequence ?? 0) + 1, flagged: form.flagged !== undefined }
    })
    const kept = await saveAnswers(visit, { attempt: params.attempt, given: [given] })
    if (!kept.isOpen) return { to: `/exams/attempts/${params.attempt}`, notice: 'noticeLate' }
    const { go = String(params.number) } = form
    return { to: `/exams/attempts/${params.attempt}/${go === 'submission' ? go : `questions/${go}`}` }
  },
})

const given = z.strictObject({
  question: z.int().min(1).max(1_000),
  response: responseSchema,
  sequence: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  flagged: z.boolean(),
})

/** What a script saves as it is answered: one statement, in one round trip. */
const saveAnswersNow = change({
  path: '/exams/attempts/:attempt/answers',
  purpose: 'examination',
  audience: 'learner',
  params: attempt,
  form: z.strictObject({ answers: z.array(given).min(1).max(200) }),
  answer: z.object({
    isOpen: z.boolean(),
    deadline: z.date(),
    now: z.date(),
    saved: z.array(z.object({ question: z.number(), sequence: z.number().nullable() })),
  }),
  async act(_, visit, { params, form }) {
    const kept: Kept = await saveAnswers(visit, { attempt: params.attempt, given: form.answers })
    if (!kept.isOpen) throw new Refusal('timeIsUp', 409)
    return { to: `/exams/attempts/${params.attempt}`, data: { ...kept, now: visit.now } }
  },
})

const showSubmission = question({
  path: '/exams/attempts/:attempt/submission',
  purpose: 'examination',
  audience: 'learner',
  params: attempt,
  answer: z.object({
    attempt: z.string(),
    exam: z.string(),
    title: z.string(),
    deadline: z.date(),
    now: z.date(),
    steps: z.array(z.object({ number: z.number(), isAnswered: z.boolean(), isFlagged: z.boolean() })),
  }),
  async read(db, visit, { params }) {
    const found = await getOwnAttempt(db, visit, params.attempt)
    if (found.submitted) throw new Refusal('notFound', 404)
    const steps = await stepsOf(db, found)
    return { attempt: found.id, exam: found.exam, title: found.plan.title[visit.language], deadline: found.deadline, now: visit.now, steps }
  },
  page: SubmissionPage,
})

const submit = change({
  path: '/exams/attempts/:attempt/submission',
  purpose: 'examination',
  audience: 'learner',
  params: attempt,
  form: z.strictObject({}),
  async act(db, visit, { params }) {
    await submitAttempt(db, visit, params.attempt)
    return { to: `/exams/attempts/${params.attempt}` }
  },
})

const showResult = question({
  path: '/exams/attempts/:attempt',
  purpose: 'examination',
  audience: 'learner',
  params: attempt,
  answer: z.object({
    attempt: z.string(),
    exam: z.string(),
    course: z.string(),
    title: z.string(),
    language,
    isOpen: z.boolean(),
    submitted: z.date().nullable(),
    because: z.enum(['learner', 'time', 'abandoned']).nullable(),
    percent: z.number().nullable(),
    isPassed: z.boolean().nullable(),
    isWaiting: z.boolean(),
    lines: z.array(z.object({ number: z.number(), question: z.unknown(), response: responseSchema.nullable() })),
  }),
  async read(db, visit, { params }) {
    const found = await getOwnAttempt(db, visit, params.attempt)
    const [tried, arrangement] = await Promise.all([attemptsAt(db, found.exam, found.learner), arrangementOf(db, found.exam, found.learner)])
    const left = attemptsLeft(found.plan, arrangement, tried)
    const shown = shownNow(found.plan, { submitted: found.submitted, released: found.released, attemptsLeft: left, now: visit.now })
    const percent = shown.marks ? found.percent : null
    const isAll = shown.rightAnswers && shown.feedback && shown.ownAnswers && shown.marks
    const lines = isAll ? await linesOf(db, visit, { attempt: found }) : []
    return {
      attempt: found.id,
      exam: found.exam,
      course: found.course,
      title: found.plan.title[visit.language],
      language: found.plan.language,
      isOpen: found.submitted === null,
      submitted: found.submitted,
      because: found.submitted_because as 'learner' | 'time' | 'abandoned' | null,
      percent,
      isPassed: percent === null ? null : percent >= found.plan.passPercent,
      isWaiting: found.submitted !== null && found.released === null && found.submitted_because !== 'abandoned',
      lines: lines.map(({ number, question: asked, response }) => ({ number, question: asked, response })),
    }
  },
  page: ResultPage,
})

export const routes = [showExam, makeAttempt, showQuestion, saveForm, saveAnswersNow, showSubmission, submit, showResult]
