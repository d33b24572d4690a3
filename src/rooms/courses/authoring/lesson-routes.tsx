import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { type Language, languages } from '../../../platform/words.ts'
import { change, question } from '../../../web/route.ts'
import { editIn, lessonForm } from './forms.ts'
import { AuthorLessonPage } from './lesson-page.tsx'
import { draftSchema } from './shapes.ts'
import { getFacts } from './authoring.ts'
import { openForEditing } from './editing.ts'
import { addFile, attachedTo, attachFile, detachFile, filesOf, spokenIn } from './filing.ts'
import { LessonPage } from '../learning/lesson-page.tsx'
import { getDraft, publishDraft, restoreVersion, saveDraft, versionsOf } from './lessons.ts'
import { shownLesson } from '../learning/reading.ts'
import { lessonSchema } from '../shapes.ts'

const AUTHORS = { purpose: 'authoring', audience: 'author' } as const
const lesson = z.object({ course: z.uuid(), item: z.uuid() })
const written = z.object({ text: z.enum(languages).optional() })
const base = z.coerce.number().int()
// Whoever translates stays in the language they write, whatever they do beside the text.
const inWriting = { writing: z.enum(languages).optional() }
const at = ({ course, item }: z.output<typeof lesson>, writing?: Language) => `/authoring/courses/${course}/lessons/${item}${writing ? `?text=${writing}` : ''}`

const showDraft = question({
  ...AUTHORS,
  path: '/authoring/courses/:course/lessons/:item',
  params: lesson,
  query: written,
  answer: draftSchema,
  async read(db, visit, { params, query }) {
    const draft = await getDraft(db, params)
    const [editors, versions, files, attached] = await Promise.all([
      openForEditing(db, visit, params.item),
      versionsOf(db, visit, params.item),
      filesOf(db, params.course),
      attachedTo(db, params.item),
    ])
    return { ...draft, writing: query.text ?? draft.language, editors, versions, files, attached }
  },
  page: (data, here) => <AuthorLessonPage draft={data} here={here} />,
})

const save = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/lessons/:item',
  params: lesson,
  form: lessonForm.extend({ writing: z.enum(languages) }),
  answer: z.object({ base: z.number(), editors: z.array(z.string()) }),
  again: showDraft,
  async act(db, visit, { params, form: { writing, ...form } }) {
    const edit = editIn(form, writing)
    const captions = (await filesOf(db, params.course)).find(({ name }) => name === edit.captions)
    const transcript = edit.transcript.trim() || (await spokenIn(visit.means.files, captions))
    await saveDraft(db, visit, { at: params, base: form.base, edit: { ...edit, transcript } })
    if (form.next === 'publish') {
      await publishDraft(db, visit, { at: params, base: form.base + 1 })
      return { to: `${at(params)}?text=${writing}`, notice: 'noticeLessonPublished' }
    }
    if (form.next === 'preview') return { to: `${at(params)}/preview?text=${writing}` }
    const data = { base: form.base + 1, editors: await openForEditing(db, visit, params.item) }
    return { to: `${at(params)}?text=${writing}`, notice: 'noticeDraftSaved', data }
  },
})

const publish = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/lessons/:item/publication',
  params: lesson,
  form: z.strictObject({ base, ...inWriting }),
  again: showDraft,
  async act(db, visit, { params, form }) {
    await publishDraft(db, visit, { at: params, base: form.base })
    return { to: at(params, form.writing), notice: 'noticeLessonPublished' }
  },
})

const restore = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/lessons/:item/draft',
  params: lesson,
  form: z.strictObject({ base, version: z.uuid() }),
  again: showDraft,
  async act(db, visit, { params, form }) {
    await restoreVersion(db, visit, { at: params, ...form })
    return { to: at(params), notice: 'noticeVersionRestored' }
  },
})

const upload = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/lessons/:item/uploads',
  params: lesson,
  form: z.strictObject(inWriting),
  again: showDraft,
  uploads: { limitBytes: 200 * 1024 * 1024 },
  async act(db, visit, { params, form, files: [file] }) {
    if (!file) throw new Refusal('fileMissing', 422, { field: 'file' })
    await addFile(db, visit, { course: params.course, upload: file })
    return { to: `${at(params, form.writing)}#files`, notice: 'noticeFileAdded', created: true }
  },
})

const attach = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/lessons/:item/files',
  params: lesson,
  form: z.strictObject({
    name: z.string().min(1, '#fileMissing').max(120),
    attachmentTitle: z.string().trim().min(1).max(200),
    ...inWriting,
  }),
  again: showDraft,
  async act(db, visit, { params, form }) {
    await attachFile(db, { ...params, name: form.name, title: { [form.writing ?? visit.language]: form.attachmentTitle } })
    return { to: `${at(params, form.writing)}#attachments`, created: true }
  },
})

const detach = change({
  ...AUTHORS,
  path: '/authoring/courses/:course/lessons/:item/files/end',
  params: lesson,
  form: z.strictObject({ name: z.string().max(120) }),
  async act(db, _, { params, form }) {
    await detachFile(db, { ...params, name: form.name })
    return { to: `${at(params)}#attachments` }
  },
})

const preview = question({
  ...AUTHORS,
  path: '/authoring/courses/:course/lessons/:item/preview',
  params: lesson,
  query: written,
  answer: lessonSchema,
  async read(db, visit, { params, query }) {
    const reader = { ...visit, language: query.text ?? visit.language }
    const [draft, course, files, lessonFiles] = await Promise.all([
      getDraft(db, params),
      getFacts(db, params.course),
      filesOf(db, params.course),
      attachedTo(db, params.item),
    ])
    const item = { id: draft.item, title: draft.title, sectionTitle: course.title, way: 'read', leastMinutes: null, doneWith: null } as const
    const folder = `/authoring/courses/${params.course}/files`
    return shownLesson({
      course,
      version: draft.version,
      files,
      lessonFiles,
      item,
      items: [],
      visit: reader,
      folder,
      isDraft: true,
    })
  },
  page: (data, here) => <LessonPage lesson={data} here={here} isPreview />,
})

export const lessonRoutes = [showDraft, save, publish, restore, upload, attach, detach, preview]
