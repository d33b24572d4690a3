import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { extendAttempt, giveArrangement } from './arranging.ts'
import { getMarkedExam } from '../marking/board.ts'
import { LearnerPage, LearnersPage } from './pages.tsx'
import { exam, MARKERS, titlesOf } from '../marking/routes.tsx'
import { learnerIn, learnersOf } from './roster.ts'
import { learnerSchema, learnersSchema } from './shapes.ts'
import { type Arrangement, type AttemptReason, attemptReasons, minutesFor, NO_ARRANGEMENT } from '../rules.ts'
import { timesTyped } from '../times.ts'

const TEACHERS = { ...MARKERS, looks: 'examLearners' } as const
const learner = exam.extend({ learner: z.uuid() })

const showLearners = question({
  ...TEACHERS,
  path: '/marking/exams/:exam/learners',
  params: exam,
  answer: learnersSchema,
  async read(db, visit, { params }) {
    const found = await getMarkedExam(db, visit, params.exam)
    const learners = await learnersOf(db, visit, { exam: params.exam, course: found.course })
    return {
      ...titlesOf(found, visit.language),
      minutes: found.plan.minutes,
      learners: learners.map((one) => {
        const given = givenTo(one)
        return { id: one.id, name: nameOf(one), ...given, minutes: minutesFor(found.plan, given), attempts: one.attempts ?? 0, passed: one.passed }
      }),
    }
  },
  page: (data, here) => <LearnersPage shown={data} here={here} />,
})

const showLearner = question({
  ...TEACHERS,
  path: '/marking/exams/:exam/learners/:learner',
  params: learner,
  answer: learnerSchema,
  async read(db, visit, { params }) {
    const found = await getMarkedExam(db, visit, params.exam)
    const { attempts, occurrences, ...one } = await learnerIn(db, visit, params)
    const { opens, closes } = found.plan
    return {
      ...titlesOf(found, visit.language),
      minutes: found.plan.minutes,
      opens: opens ? new Date(opens) : null,
      closes: closes ? new Date(closes) : null,
      learner: { id: one.id, name: nameOf(one), ...givenTo(one), because: one.because as AttemptReason | null, revision: one.revision ?? 0 },
      // A mark that the learner does not know yet is not told about them by name either.
      attempts: attempts.map(({ id, released, percent, ...attempt }) => ({
        ...attempt,
        percent: released ? percent : null,
        occurrences: occurrences.filter((one) => one.attempt === id),
      })),
    }
  },
  page: (data, here) => <LearnerPage shown={data} here={here} />,
})

const count = (most: number) => z.coerce.number().int().min(0).max(most)

const local = z.string().max(16).default('')

const makeArrangement = change({
  ...TEACHERS,
  path: '/marking/exams/:exam/learners/:learner',
  params: learner,
  form: z.strictObject({
    percentMore: count(300),
    extraMinutes: count(1_440),
    extraAttempts: count(100),
    because: z.union([z.literal(''), z.enum(attemptReasons)]).default(''),
    opens: local,
    closes: local,
    revision: z.coerce.number().int().min(0).optional(),
  }),
  again: showLearner,
  async act(db, visit, { params, form: { percentMore, because, revision, opens, closes, ...extra } }) {
    await getMarkedExam(db, visit, params.exam)
    const arrangement: Arrangement = { factor: 1 + percentMore / 100, ...extra, ...timesTyped({ opens, closes }, visit.site.zone) }
    await giveArrangement(db, visit, { ...params, arrangement, because: because || null, revision })
    return { to: `/marking/exams/${params.exam}/learners/${params.learner}`, notice: 'noticeArranged' }
  },
})

const makeExtension = change({
  ...TEACHERS,
  path: '/marking/exams/:exam/learners/:learner/extensions',
  params: learner,
  form: z.strictObject({
    attempt: z.coerce.number().int().min(1).max(1_000),
    minutes: z.coerce.number().int().min(1).max(1_440),
    reason: z.enum(attemptReasons, '#attemptsReasonMissing'),
    /** How the attempt stood when the teacher looked. */
    deadline: z.iso.datetime().optional(),
    isOver: z.literal('yes').optional(),
  }),
  again: showLearner,
  async act(db, visit, { params, form: { deadline, isOver, ...form } }) {
    await getMarkedExam(db, visit, params.exam)
    const before = deadline ? { deadline: new Date(deadline), isOver: isOver === 'yes' } : undefined
    await extendAttempt(db, visit, { ...params, ...form, before })
    return { to: `/marking/exams/${params.exam}/learners/${params.learner}`, notice: 'noticeExtended' }
  },
})

export const arrangingRoutes = [showLearners, showLearner, makeArrangement, makeExtension]

type Given = { [Part in keyof Arrangement]: Arrangement[Part] | null }

function givenTo({ factor, extraMinutes, extraAttempts, opens, closes }: Given): Arrangement {
  return {
    factor: factor ?? NO_ARRANGEMENT.factor,
    extraMinutes: extraMinutes ?? NO_ARRANGEMENT.extraMinutes,
    extraAttempts: extraAttempts ?? NO_ARRANGEMENT.extraAttempts,
    opens,
    closes,
  }
}

function nameOf({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`
}
