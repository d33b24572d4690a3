import { z } from 'zod'
import { languages } from '../../../platform/words.ts'
import { change, question } from '../../../web/route.ts'
import { applicationReasons, exemptionReasons } from '../rules.ts'
import { ways } from '../ways.ts'
import { applicantsFor, waitingAndExempt } from './exempting.ts'
import { countAsDone, coursesTaughtBy, learnerIn, learnersOf } from './following.ts'
import { FollowedCoursePage, FollowedCoursesPage, FollowedLearnerPage } from './following-pages.tsx'

const TEACHERS = { purpose: 'teaching', audience: 'teacher' } as const
const HERE = '/teaching/courses'
const course = z.object({ course: z.uuid() })
const learner = course.extend({ learner: z.uuid() })
const worded = z.object({ text: z.string(), language: z.enum(languages) })
const progress = z.object({ done: z.number(), of: z.number(), percent: z.number(), isComplete: z.boolean() })

const applicant = z.object({ id: z.string(), name: z.string(), asked: z.date(), because: z.enum(applicationReasons), missing: z.array(worded) })

const showFollowed = question({
  ...TEACHERS,
  path: HERE,
  answer: z.object({ courses: z.array(z.object({ id: z.string(), title: worded })) }),
  read: async (db, visit) => ({ courses: await coursesTaughtBy(db, visit, visit.language) }),
  page: FollowedCoursesPage,
})

const showLearners = question({
  ...TEACHERS,
  path: `${HERE}/:course`,
  looks: 'courseLearners',
  params: course,
  answer: z.object({ course: z.string(), learners: z.array(z.object({ id: z.string(), name: z.string(), progress, completed: z.date().nullable() })), applicants: z.array(applicant) }),
  read: async (db, visit, { params }) => ({
    course: params.course,
    learners: await learnersOf(db, visit, params.course),
    applicants: await applicantsFor(db, visit, { course: params.course, language: visit.language }),
  }),
  page: FollowedCoursePage,
})

export const showLearner = question({
  ...TEACHERS,
  path: `${HERE}/:course/learners/:learner`,
  looks: 'courseLearners',
  params: learner,
  answer: z.object({
    course: z.string(),
    learner: z.string(),
    name: z.string(),
    completed: z.date().nullable(),
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['lesson', 'exam']),
        title: worded,
        required: z.boolean(),
        done: z.date().nullable(),
        how: z.enum(ways).nullable(),
      }),
    ),
    waiting: z.array(z.object({ what: z.string(), title: worded, opens: z.object({ from: z.date().nullable(), afterDays: z.number().nullable() }).nullable() })),
    exemptions: z.array(z.object({ id: z.string(), title: worded, because: z.enum(exemptionReasons), given: z.date() })),
  }),
  async read(db, visit, { params }) {
    const learner = await learnerIn(db, visit, { ...params, language: visit.language })
    return { ...params, ...learner, ...(await waitingAndExempt(db, visit, params)) }
  },
  page: FollowedLearnerPage,
})

const makeDone = change({
  ...TEACHERS,
  path: `${HERE}/:course/learners/:learner/completions`,
  looks: 'courseLearners',
  params: learner,
  form: z.strictObject({ item: z.uuid() }),
  again: showLearner,
  async act(db, visit, { params, form }) {
    await countAsDone(db, visit, { ...params, ...form })
    return { to: `${HERE}/${params.course}/learners/${params.learner}`, notice: 'noticeCountedAsDone' }
  },
})

export const followingRoutes = [showFollowed, showLearners, showLearner, makeDone]
