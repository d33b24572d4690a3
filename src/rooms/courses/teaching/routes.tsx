import { z } from 'zod'
import { languages } from '../../../platform/words.ts'
import { change, question } from '../../../web/route.ts'
import { endTeacher } from '../teaching-service.ts'
import { appoint, coursesAndTeachers, getTaughtCourse } from './appointing.ts'
import { TaughtCoursePage, TaughtCoursesPage } from './pages.tsx'

const EMPLOYEE = { purpose: 'administration', audience: 'administrator', looks: 'teachersArranged' } as const
const HERE = '/administration/courses'
const course = z.object({ course: z.uuid() })
const person = z.object({ person: z.string(), firstName: z.string(), lastName: z.string() })
const taught = z.object({ id: z.string(), title: z.object({ text: z.string(), language: z.enum(languages) }), teachers: z.array(person) })

const showTaughtCourses = question({
  ...EMPLOYEE,
  path: HERE,
  answer: z.object({ courses: z.array(taught) }),
  read: async (db, visit) => ({ courses: await coursesAndTeachers(db, visit, visit.language) }),
  page: TaughtCoursesPage,
})

const showTaughtCourse = question({
  ...EMPLOYEE,
  path: `${HERE}/:course`,
  params: course,
  answer: taught.extend({ others: z.array(person) }),
  read: (db, visit, { params }) => getTaughtCourse(db, visit, { ...params, language: visit.language }),
  page: TaughtCoursePage,
})

const letTeach = change({
  ...EMPLOYEE,
  path: `${HERE}/:course/teachers`,
  params: course,
  form: z.strictObject({ person: z.union([z.uuid(), z.literal('')]) }),
  again: showTaughtCourse,
  async act(db, visit, { params, form }) {
    await appoint(db, visit, { ...params, ...form })
    return { to: `${HERE}/${params.course}`, notice: 'noticeTeacherAdded', created: true }
  },
})

const teachNoMore = change({
  ...EMPLOYEE,
  path: `${HERE}/:course/teachers/end`,
  params: course,
  form: z.strictObject({ person: z.uuid() }),
  again: showTaughtCourse,
  async act(db, visit, { params, form }) {
    await getTaughtCourse(db, visit, { ...params, language: visit.language })
    await endTeacher(db, visit, { ...params, ...form })
    return { to: `${HERE}/${params.course}`, notice: 'noticeTeacherEnded' }
  },
})

export const teachingRoutes = [showTaughtCourses, showTaughtCourse, letTeach, teachNoMore]
