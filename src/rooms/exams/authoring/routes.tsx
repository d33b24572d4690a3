import { z } from 'zod'
import { newId } from '../../../platform/ids.ts'
import type { Language } from '../../../platform/words.ts'
import { change, document, question } from '../../../web/route.ts'
import { inLanguage } from '../../courses/rules.ts'
import { getCourse, titleOf } from '../../courses/service.ts'
import { openForEditing } from '../../questions/presence-service.ts'
import { draftsBefore } from './drafts.ts'
import { planForm, planIn } from './forms.ts'
import { AuthorExamPage } from './exam-page.tsx'
import { AuthorExamsPage, ExamPreviewPage } from './pages.tsx'
import { authoredExamSchema, authoredExamsSchema, previewSchema } from './shapes.ts'
import { availableFor, deleteDraftExam, examsOf, getDraft, makeExam, namesInBank, publishedVersionsOf, publishExam, restoreVersion, saveDraft, trialDraw } from './authoring.ts'
import { versionsAsked } from '../asking.ts'
import { codeOf, examPdf } from '../paper/paper.ts'
import { NEW_PLAN } from '../plan.ts'

export const AUTHORS = { purpose: 'authoring', audience: 'author' } as const
const course = z.object({ course: z.uuid() })
export const exam = z.object({ exam: z.uuid() })
export const at = (id: string) => `/authoring/exams/${id}`

const showExams = question({
  ...AUTHORS,
  path: '/authoring/courses/:course/exams',
  params: course,
  answer: authoredExamsSchema,
  async read(db, { language }, { params }) {
    const found = await getCourse(db, params.course)
    const exams = await examsOf(db, params.course)
    return {
      course: { id: found.id, title: titleOf(found, language) },
      language: found.language,
      exams: exams.map(({ id, draft, version }) => ({ id, title: inLanguage(draft.title, language, draft.language), isPublished: version !== null })),
    }
  },
  page: (data, here) => <AuthorExamsPage shown={data} here={here} />,
})

const makeNewExam = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/exams',
  params: course,
  form: z.strictObject({ title: z.string().trim().min(1).max(200) }),
  answer: z.object({ id: z.string() }),
  again: showExams,
  async act(db, visit, { params, form }) {
    const { language } = await getCourse(db, params.course)
    const title = { nb: '', da: '', en: '', [language]: form.title } as Record<Language, string>
    const id = await makeExam(db, visit, { course: params.course, plan: { ...NEW_PLAN, title, language } })
    return { to: at(id), notice: 'noticeExamMade', data: { id }, created: true }
  },
})

const showExam = question({
  ...AUTHORS,
  path: '/authoring/exams/:exam',
  params: exam,
  answer: authoredExamSchema,
  async read(db, visit, { params }) {
    const { language, actor } = visit
    const found = await getDraft(db, params.exam)
    const [inCourse, pools, bank, versions, drafts] = await Promise.all([
      getCourse(db, found.course),
      availableFor(db, found.draft),
      namesInBank(db),
      publishedVersionsOf(db, params.exam),
      draftsBefore(db, params.exam, actor),
    ])
    return {
      id: found.id,
      course: { id: found.course, title: titleOf(inCourse, language) },
      plan: found.draft,
      revision: found.revision,
      versions,
      drafts,
      published: found.published && found.number !== null ? { number: found.number, at: found.published, hasChanges: !isSame(found.draft, found.plan) } : null,
      editors: await openForEditing(db, visit, params.exam),
      available: pools.map(({ available }) => available),
      bank,
    }
  },
  page: (data, here) => <AuthorExamPage exam={data} here={here} />,
})

const changeExam = change({
  ...AUTHORS,
  path: '/authoring/exams/:exam',
  params: exam,
  form: planForm,
  answer: z.object({ base: z.number(), editors: z.array(z.string()) }),
  again: showExam,
  async act(db, visit, { params, form }) {
    const { draft } = await getDraft(db, params.exam)
    await saveDraft(db, visit, { ...params, base: form.base, plan: planIn(form, draft, visit.site.zone) })
    const data = { base: form.base + 1, editors: await openForEditing(db, visit, params.exam) }
    if (form.how === 'save') return { to: at(params.exam), notice: 'noticeExamSaved', data }
    await publishExam(db, visit, params.exam)
    return { to: at(params.exam), notice: 'noticeExamPublished', data }
  },
})

export const base = z.coerce.number().int()

const restore = change({
  ...AUTHORS,
  path: '/authoring/exams/:exam/draft',
  params: exam,
  form: z.strictObject({ base, version: z.uuid() }),
  again: showExam,
  async act(db, visit, { params, form }) {
    await restoreVersion(db, visit, { ...params, ...form })
    return { to: at(params.exam), notice: 'noticeExamRestored' }
  },
})

const endDraft = change({
  ...AUTHORS,
  path: '/authoring/exams/:exam/end',
  params: exam,
  form: z.strictObject({}),
  again: showExam,
  async act(db, { now }, { params }) {
    const inCourse = await deleteDraftExam(db, params.exam, now)
    return { to: `/authoring/courses/${inCourse}/exams`, notice: 'noticeExamDeleted' }
  },
})

// Short enough to be written down: whoever has it sees the same draw again, as long as the bank stays the same.
const seeded = z.object({ seed: z.string().regex(/^[0-9a-f]{8}$/).optional().catch(undefined) })

const preview = question({
  ...AUTHORS,
  path: '/authoring/exams/:exam/preview',
  params: exam,
  query: seeded,
  answer: previewSchema,
  async read(db, { language }, { params, query }) {
    const { draft } = await getDraft(db, params.exam)
    const seed = query.seed ?? codeOf(newId())
    return {
      id: params.exam,
      title: inLanguage(draft.title, language, draft.language),
      language: draft.language,
      seed,
      questions: await trialDraw(db, draft, seed),
    }
  },
  page: (data, here) => <ExamPreviewPage shown={data} here={here} />,
})

const paper = document({
  ...AUTHORS,
  path: '/authoring/exams/:exam/paper',
  params: exam,
  query: seeded.extend({ key: z.literal('yes').optional().catch(undefined) }),
  async serve(db, { means, site, now }, { params, query }) {
    const { draft } = await getDraft(db, params.exam)
    const seed = query.seed ?? codeOf(newId())
    const { versions } = await versionsAsked(db, draft, { seed })
    const body = await examPdf(db, means.files, { plan: draft, seed, versions, institution: site.name, isKey: query.key === 'yes', date: now })
    return { type: 'application/pdf', body, inline: `${seed}.pdf` }
  },
})

export const authorRoutes = [showExams, makeNewExam, showExam, changeExam, restore, endDraft, preview, paper]

// Both came out of the same schema, and jsonb keeps one order of keys.
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
