import { z } from 'zod'
import type { Db } from '../../tables.ts'
import { change } from '../../web/route.ts'
import type { Visit } from '../../web/visit.ts'
import { issuingRule, startIssuing, stopIssuing } from '../certificates/service.ts'
import { copyCourse } from '../courses/copying-service.ts'
import { deleteDraftCourse, mustNeverHaveBeenPublished } from '../courses/deleting-service.ts'
import { copyExams, deleteExams, idsForCopies } from '../exams/course-service.ts'

// A course with what higher rooms have of it: its exams and its certificate.

const AUTHORS = { purpose: 'authoring', audience: 'author', params: z.object({ course: z.uuid() }), form: z.strictObject({}) } as const

const copy = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/copies',
  async act(db, visit, { params }) {
    return { to: `/authoring/courses/${await copyWhole(db, visit, params.course)}`, notice: 'noticeCourseCopied', created: true }
  },
})

const remove = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/deletion',
  async act(db, visit, { params }) {
    await mustNeverHaveBeenPublished(db, params.course)
    await stopIssuing(db, params.course)
    await deleteExams(db, visit, params.course)
    await deleteDraftCourse(db, params.course)
    return { to: '/authoring/courses', notice: 'noticeCourseDeleted' }
  },
})

export const wholeCourseRoutes = [copy, remove]

async function copyWhole(db: Db<'authoring'>, visit: Visit, original: string): Promise<string> {
  const copies = await idsForCopies(db, original)
  const { course, items } = await copyCourse(db, visit, { course: original, references: copies })
  await copyExams(db, visit, { course, items, copies })
  const rule = await issuingRule(db, original)
  if (rule) await startIssuing(db, visit, { course, validMonths: rule.validMonths })
  return course
}
