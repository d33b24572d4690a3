import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/words.ts'
import type { Db } from '../../../tables.ts'
import { change, document, question } from '../../../web/route.ts'
import { AuthorCoursesPage } from './courses-page.tsx'
import { factsIn, newCourseForm } from './forms.ts'
import { AuthorOverviewPage } from './overview-page.tsx'
import { authoredSchema, overviewSchema } from './shapes.ts'
import {
  addPrerequisite,
  coursesForAuthors,
  makeCourse,
  publishCourse,
  removePrerequisite,
  retireCourse,
} from './authoring.ts'
import { CoursePage } from '../learning/course-page.tsx'
import { FactsPage } from './facts-page.tsx'
import { getFactsDraft } from './facts.ts'
import { addFile, filesOf, removeFile } from './filing.ts'
import { previewCourse } from '../learning/course.ts'
import { getOverview, stateOf } from './overview.ts'
import { inLanguage } from '../rules.ts'
import { serveFile } from '../learning/serving.ts'
import { courseSchema } from '../shapes.ts'
import { itemsOf } from '../structure.ts'

const AUTHORS = { purpose: 'authoring', audience: 'author' } as const
const course = z.object({ course: z.uuid() })
const NOTHING = z.strictObject({})
const at = (id: string) => `/authoring/courses/${id}`

const showCourses = question({
  ...AUTHORS,
  path: '/authoring/courses',
  answer: authoredSchema,
  async read(db, { language }) {
    const rows = await coursesForAuthors(db)
    return {
      courses: rows.map((row) => ({
        ...row,
        title: inLanguage(row.title, language, row.language as Language),
        state: stateOf(row),
      })),
    }
  },
  page: (data, here) => <AuthorCoursesPage {...data} here={here} />,
})

const showNewCourse = question({
  ...AUTHORS,
  path: '/authoring/courses/new',
  answer: z.object({}),
  read: async () => ({}),
  page: (_, here) => <FactsPage facts={null} here={here} />,
})

const makeNewCourse = change({
  ...AUTHORS,
  path: '/authoring/courses/new',
  form: newCourseForm,
  again: showNewCourse,
  async act(db, visit, { form }) {
    const id = await makeCourse(db, visit, factsIn(form))
    return { to: at(id), notice: 'noticeCourseMade', created: true }
  },
})

export const showOverview = question({
  ...AUTHORS,
  path: '/authoring/courses/:course',
  params: course,
  answer: overviewSchema,
  read: (db, { language }, { params }) => getOverview(db, { course: params.course, language }),
  page: (data, here) => <AuthorOverviewPage course={data} here={here} />,
})

const publish = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/publication',
  params: course,
  form: NOTHING,
  again: showOverview,
  async act(db, visit, { params }) {
    await publishCourse(db, visit, params.course)
    return { to: at(params.course), notice: 'noticeCoursePublished' }
  },
})

const retire = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/retirement',
  params: course,
  form: NOTHING,
  async act(db, visit, { params }) {
    await retireCourse(db, visit, params.course)
    return { to: at(params.course), notice: 'noticeCourseRetired' }
  },
})

const prerequisite = z.strictObject({ required: z.uuid('#fieldNotAChoice') })
const newPrerequisite = prerequisite.extend({ insteadOf: z.union([z.literal('').transform(() => undefined), z.uuid()]).optional() })

const requireCourse = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/prerequisites',
  params: course,
  form: newPrerequisite,
  again: showOverview,
  async act(db, _, { params, form }) {
    await addPrerequisite(db, { course: params.course, ...form })
    return { to: `${at(params.course)}#prerequisites` }
  },
})

const requireNoLonger = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/prerequisites/end',
  params: course,
  form: prerequisite,
  async act(db, _, { params, form }) {
    await removePrerequisite(db, { course: params.course, required: form.required })
    return { to: `${at(params.course)}#prerequisites` }
  },
})

const upload = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/files',
  params: course,
  form: NOTHING,
  again: showOverview,
  uploads: { limitBytes: 200 * 1024 * 1024 },
  async act(db, visit, { params, files: [file] }) {
    if (!file) throw new Refusal('fileMissing', 422, { field: 'file' })
    await addFile(db, visit, { course: params.course, upload: file })
    return { to: `${at(params.course)}#files`, notice: 'noticeFileAdded', created: true }
  },
})

const removeOneFile = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/files/end',
  params: course,
  form: z.strictObject({ name: z.string().max(120) }),
  again: showOverview,
  async act(db, _, { params, form }) {
    await removeFile(db, { course: params.course, name: form.name })
    return { to: `${at(params.course)}#files` }
  },
})

const showFile = document({
  ...AUTHORS,
  path: '/authoring/courses/:course/files/:hash/:name',
  params: course.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(120) }),
  async serve(db, visit, { params, range }) {
    const file = (await filesOf(db, params.course)).find(
      ({ hash, name }) => hash === params.hash && name === params.name,
    )
    if (!file) throw new Refusal('notFound', 404)
    return serveFile(visit.means.files, file, range)
  },
})

const preview = question({
  ...AUTHORS,
  path: '/authoring/courses/:course/preview',
  params: course,
  answer: courseSchema,
  async read(db, visit, { params }) {
    const [facts, items] = await Promise.all([
      getFactsDraft(db, params.course),
      itemsOf(db as Db<'authoring'>, [params.course]),
    ])
    return previewCourse({ ...facts, retired: null }, { items, visit })
  },
  page: (data, here) => <CoursePage course={data} here={here} isPreview />,
})

export const authoringRoutes = [
  showCourses,
  showNewCourse,
  makeNewCourse,
  showOverview,
  publish,
  retire,
  requireCourse,
  requireNoLonger,
  upload,
  removeOneFile,
  showFile,
  preview,
]
