import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { change, document, question } from '../../web/route.ts'
import { offersOf } from './catalogue-service.ts'
import { enrol, leave } from './enrolling.ts'
import { getCourseFor } from './learning.ts'
import { LessonPage } from './lesson-page.tsx'
import { CoursePage, CoursesPage } from './pages.tsx'
import { findFileFor, getLessonFor } from './reading.ts'
import { neighboursOf } from './rules.ts'
import { markItemDone, placesOf } from './service.ts'
import { serveFile } from './serving.ts'
import { hrefOf, itemsOf } from './structure.ts'

const worded = z.object({ text: z.string(), language: z.enum(['nb', 'da', 'en']) })
const progress = z.object({ done: z.number(), of: z.number(), percent: z.number(), isComplete: z.boolean() })
const course = z.object({ course: z.uuid() })

const showCourses = question({
  path: '/courses',
  purpose: 'teaching',
  audience: 'anyone',
  answer: z.object({
    places: z.array(z.object({ course: z.string(), title: worded, href: z.string(), progress, next: z.object({ title: worded }).nullable() })),
    offers: z.array(z.object({ id: z.string(), title: worded, summary: worded, level: z.string().nullable(), hours: z.number().nullable() })),
  }),
  async read(db, visit) {
    const [places, offers] = await Promise.all([placesOf(db, visit), offersOf(db, visit.language)])
    return { places, offers }
  },
  page: CoursesPage,
})

const item = z.object({
  id: z.string(),
  kind: z.enum(['lesson', 'exam']),
  title: worded,
  href: z.string(),
  minutes: z.number().nullable(),
  hasVideo: z.boolean(),
  required: z.boolean(),
  isDone: z.boolean(),
  isNext: z.boolean(),
})

const showCourse = question({
  path: '/courses/:course',
  purpose: 'teaching',
  audience: 'anyone',
  params: course,
  answer: z.object({
    id: z.string(),
    title: worded,
    summary: worded,
    goals: z.array(worded),
    level: z.string().nullable(),
    hours: z.number().nullable(),
    isRetired: z.boolean(),
    teachers: z.array(z.string()),
    prerequisites: z.array(z.object({ id: z.string(), title: worded, isMet: z.boolean() })),
    sections: z.array(z.object({ id: z.string(), title: worded, items: z.array(item) })),
    enrolled: z.date().nullable(),
    completed: z.date().nullable(),
    progress,
    next: item.nullable(),
  }),
  async read(db, visit, { params }) {
    const shown = await getCourseFor(db, visit, params.course)
    // Who teaches is for those who are taught.
    return visit.person ? shown : { ...shown, teachers: [] }
  },
  page: CoursePage,
})

const makeEnrolment = change({
  path: '/courses/:course/enrolment',
  purpose: 'teaching',
  audience: 'learner',
  params: course,
  form: z.strictObject({}),
  again: showCourse,
  async act(db, visit, { params }) {
    await enrol(db, visit, { learner: visit.actor ?? '', course: params.course })
    return { to: `/courses/${params.course}`, notice: 'noticeEnrolled' }
  },
})

const endEnrolment = change({
  path: '/courses/:course/enrolment/end',
  purpose: 'teaching',
  audience: 'learner',
  params: course,
  form: z.strictObject({}),
  async act(db, visit, { params }) {
    await leave(db, visit, { learner: visit.actor ?? '', course: params.course })
    return { to: `/courses/${params.course}`, notice: 'noticeLeft' }
  },
})

const lessonParams = course.extend({ item: z.uuid() })
const link = z.object({ title: worded, href: z.string() }).nullable()

const showLesson = question({
  path: '/courses/:course/lessons/:item',
  purpose: 'teaching',
  audience: 'learner',
  params: lessonParams,
  answer: z.object({
    course: z.object({ id: z.string(), title: worded }),
    item: z.object({ id: z.string(), title: worded, section: worded, minutes: z.number(), isDone: z.boolean() }),
    body: z.object({ html: z.string(), language: z.enum(['nb', 'da', 'en']) }),
    film: z
      .object({
        address: z.string(),
        type: z.string(),
        captions: z.array(z.object({ language: z.enum(['nb', 'da', 'en']), address: z.string() })),
        transcript: worded.nullable(),
        captionless: z.string().nullable(),
        seconds: z.number(),
      })
      .nullable(),
    files: z.array(z.object({ title: worded, address: z.string(), type: z.string(), bytes: z.number() })),
    previous: link,
    next: link,
    progress,
  }),
  read: (db, visit, { params }) => getLessonFor(db, visit, params),
  page: LessonPage,
})

const markRead = change({
  path: '/courses/:course/lessons/:item/completion',
  purpose: 'teaching',
  audience: 'learner',
  params: lessonParams,
  form: z.strictObject({}),
  async act(db, visit, { params }) {
    const items = await itemsOf(db, [params.course])
    const here = items.find(({ id }) => id === params.item)
    if (!here || here.kind !== 'lesson') throw new Refusal('notFound', 404)
    // An exam’s item is done by passing, never by a click: hence the kind.
    await getLessonFor(db, visit, params)
    await markItemDone(db, visit, { purpose: 'teaching', learner: visit.actor ?? '', item: params.item, how: 'read' })
    const { next } = neighboursOf(items.map(({ id }) => id), params.item)
    const following = items.find(({ id }) => id === next)
    return { to: following ? hrefOf(following) : `/courses/${params.course}` }
  },
})

const serveCourseFile = document({
  path: '/courses/:course/files/:hash/:name',
  purpose: 'teaching',
  audience: 'learner',
  params: course.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(200) }),
  async serve(db, visit, { params, range }) {
    const file = await findFileFor(db, { learner: visit.actor ?? '', ...params })
    if (!file) throw new Refusal('notFound', 404)
    return serveFile(visit.means.files, file, range)
  },
})

export const routes = [showCourses, showCourse, makeEnrolment, endEnrolment, showLesson, markRead, serveCourseFile]
