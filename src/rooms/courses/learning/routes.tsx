import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { within } from '../../../privacy/within.ts'
import { change, document, question } from '../../../web/route.ts'
import type { Visit } from '../../../web/visit.ts'
import { offersOf } from '../catalogue-service.ts'
import { applicationReasons } from '../rules.ts'
import { applyFor, withdrawApplication } from './applying.ts'
import { CoursePage } from './course-page.tsx'
import { CoursesPage } from './courses-page.tsx'
import { enrol, leave } from './enrolling.ts'
import { getCourseFor } from './course.ts'
import { LessonPage } from './lesson-page.tsx'
import { findFileFor } from './finding-files.ts'
import { readOn, sayRead } from './doing.ts'
import { getLessonFor } from './reading.ts'
import { rememberPosition } from './visiting.ts'
import { placesOf } from '../service.ts'
import { serveFile } from './serving.ts'
import { catalogueSchema, courseSchema, lessonSchema } from '../shapes.ts'
import { hrefOf } from '../structure.ts'
import { endReach } from '../teaching-service.ts'

const course = z.object({ course: z.uuid() })
const lesson = z.object({ course: z.uuid(), item: z.uuid() })
const NOTHING = z.strictObject({})

const showCourses = question({
  path: '/courses',
  purpose: 'information',
  audience: 'anyone',
  answer: catalogueSchema,
  async read(db, visit) {
    if (!visit.person) return { places: [], offers: await offersOf(db, visit.language) }
    // What is theirs is read under its own purpose; the visitors' handle stays unused.
    return within('teaching', visit, async (own) => {
      const [places, offers] = await Promise.all([placesOf(own, visit), offersOf(own, visit.language)])
      return { places, offers: offers.filter(({ id }) => !places.some((place) => place.course === id)) }
    })
  },
  page: (data, here) => <CoursesPage {...data} here={here} />,
})

const showCourse = question({
  path: '/courses/:course',
  purpose: 'teaching',
  audience: 'anyone',
  params: course,
  answer: courseSchema,
  async read(db, visit, { params }) {
    const shown = await getCourseFor(db, visit, params.course)
    // Who teaches is for those who are taught.
    return visit.person ? shown : { ...shown, teachers: [] }
  },
  page: (data, here) => <CoursePage course={data} here={here} />,
})

const makeEnrolment = change({
  path: '/courses/:course/enrolment',
  purpose: 'teaching',
  audience: 'learner',
  params: course,
  form: NOTHING,
  again: showCourse,
  async act(db, visit, { params }) {
    await enrol(db, visit, { learner: actorOf(visit), course: params.course })
    return { to: `/courses/${params.course}`, notice: 'noticeEnrolled', created: true }
  },
})

const endEnrolment = change({
  path: '/courses/:course/enrolment/end',
  purpose: 'teaching',
  audience: 'learner',
  params: course,
  form: NOTHING,
  async act(db, visit, { params }) {
    const mine = { learner: actorOf(visit), course: params.course }
    await leave(db, visit, mine)
    await endReach(visit, { ...mine, butNot: [] })
    return { to: `/courses/${params.course}`, notice: 'noticeLeft' }
  },
})

const ask = change({
  path: '/courses/:course/application',
  purpose: 'teaching',
  audience: 'learner',
  params: course,
  form: z.strictObject({ because: z.enum(applicationReasons, '#fieldNotAChoice') }),
  again: showCourse,
  async act(db, visit, { params, form }) {
    await applyFor(db, visit, { learner: actorOf(visit), course: params.course, ...form })
    return { to: `/courses/${params.course}`, notice: 'noticeAsked', created: true }
  },
})

const askNoMore = change({
  path: '/courses/:course/application/end',
  purpose: 'teaching',
  audience: 'learner',
  params: course,
  form: NOTHING,
  async act(db, visit, { params }) {
    const mine = { learner: actorOf(visit), course: params.course }
    if (await withdrawApplication(db, visit, mine)) await endReach(visit, { ...mine, butNot: [] })
    return { to: `/courses/${params.course}`, notice: 'noticeAskedNoMore' }
  },
})

const showLesson = question({
  path: '/courses/:course/lessons/:item',
  purpose: 'teaching',
  audience: 'learner',
  params: lesson,
  answer: lessonSchema,
  read: (db, visit, { params }) => getLessonFor(db, visit, params),
  page: (data, here) => <LessonPage lesson={data} here={here} />,
})

const markRead = change({
  path: '/courses/:course/lessons/:item/completion',
  purpose: 'teaching',
  audience: 'learner',
  params: lesson,
  form: NOTHING,
  answer: z.object({ isDone: z.boolean(), isComplete: z.boolean() }),
  again: showLesson,
  async act(db, visit, { params }) {
    const { isDone, isComplete, next } = await sayRead(db, visit, params)
    const data = { isDone, isComplete }
    if (!isDone) return { to: `/courses/${params.course}/lessons/${params.item}`, notice: 'noticeReadLonger', data }
    if (isComplete) return { to: `/courses/${params.course}`, notice: 'noticeCourseCompleted', data }
    return next ? { to: hrefOf(next), data } : { to: `/courses/${params.course}`, notice: 'noticeLessonRead', data }
  },
})

const countTime = change({
  path: '/courses/:course/lessons/:item/time',
  purpose: 'teaching',
  audience: 'learner',
  params: lesson,
  form: z.strictObject({ says: z.enum(['begins', 'reads on']) }),
  answer: z.object({ secondsLeft: z.number(), isDone: z.boolean(), isComplete: z.boolean() }),
  async act(db, visit, { params, form }) {
    const data = await readOn(db, visit, { ...params, ...form })
    return { to: `/courses/${params.course}/lessons/${params.item}`, data }
  },
})

const rememberPlace = change({
  path: '/courses/:course/lessons/:item/position',
  purpose: 'teaching',
  audience: 'learner',
  params: lesson,
  form: z.strictObject({
    seconds: z.coerce.number().int().min(0).max(86_400).optional(),
    paragraph: z.coerce.number().int().min(0).max(10_000).optional(),
  }),
  async act(db, visit, { params, form: { seconds, paragraph } }) {
    await rememberPosition(db, { ...params, learner: actorOf(visit), seconds, paragraph })
    return { to: `/courses/${params.course}/lessons/${params.item}` }
  },
})

const showFile = document({
  path: '/courses/:course/files/:hash/:name',
  purpose: 'teaching',
  audience: 'learner',
  params: z.object({ course: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(120) }),
  async serve(db, visit, { params, range }) {
    const file = await findFileFor(db, visit, params)
    if (!file) throw new Refusal('notFound', 404)
    return serveFile(visit.means.files, file, range)
  },
})

export const learningRoutes = [
  showCourses,
  showCourse,
  makeEnrolment,
  endEnrolment,
  ask,
  askNoMore,
  showLesson,
  markRead,
  countTime,
  rememberPlace,
  showFile,
]

function actorOf({ actor }: Visit): string {
  if (!actor) throw new Refusal('signInFirst', 401)
  return actor
}
