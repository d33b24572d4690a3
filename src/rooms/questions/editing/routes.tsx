import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { getEntry } from '../bank/entries.ts'
import { shelvesOf } from '../bank/list.ts'
import { kinds, questionSchema } from '../question.ts'
import { conditions, difficulties } from '../rules.ts'
import { addQuestion, deleteQuestion, saveQuestion, usageOf } from '../service.ts'
import { EditQuestionPage, NewQuestionPage } from './pages.tsx'
import { DeletionPage } from './version-pages.tsx'
import { writingSchema } from './writing.ts'
import { flat, focusAfter, stepped, type Written } from './written.ts'

const author = { purpose: 'authoring', audience: 'author' } as const
const params = z.object({ question: z.uuid() })
const used = z.array(z.object({ title: z.string(), path: z.string(), version: z.string().nullable() }))

const showNew = question({
  path: '/authoring/questions/new',
  ...author,
  query: z.object({ kind: z.enum(kinds).nullable().catch(null) }),
  answer: z.object({ kind: z.enum(kinds).nullable(), categories: z.array(z.string()) }),
  async read(db, _, { query }) {
    const { categories } = await shelvesOf(db)
    return { kind: query.kind, categories: categories.map(({ name }) => name) }
  },
  page: NewQuestionPage,
})

const writeNew = change({
  path: '/authoring/questions/new',
  ...author,
  form: writingSchema,
  answer: z.object({ question: z.string() }),
  again: showNew,
  async act(db, visit, { form: { written, draft } }) {
    if (!draft) return unfinished('/authoring/questions/new', written)
    const { entry } = await addQuestion(db, visit, draft)
    return {
      to: `/authoring/questions/${entry}`,
      notice: 'noticeQuestionAdded',
      data: { question: entry },
      created: true,
    }
  },
})

const showQuestion = question({
  path: '/authoring/questions/:question',
  ...author,
  params,
  answer: z.object({
    id: z.string(),
    name: z.string(),
    category: z.string(),
    tags: z.array(z.string()).readonly(),
    difficulty: z.enum(difficulties).or(z.literal('')),
    newest: z.number(),
    condition: z.enum(conditions),
    question: questionSchema,
    uses: used,
    categories: z.array(z.string()),
  }),
  async read(db, _, { params: { question: id } }) {
    const entry = await getEntry(db, id)
    const { categories } = await shelvesOf(db)
    return { ...entry, uses: await usageOf(db, id), categories: categories.map(({ name }) => name) }
  },
  page: EditQuestionPage,
})

const writeQuestion = change({
  path: '/authoring/questions/:question',
  ...author,
  params,
  form: writingSchema,
  answer: z.object({ number: z.number() }),
  again: showQuestion,
  async act(db, visit, { params: { question: entry }, form: { written, draft } }) {
    const to = `/authoring/questions/${entry}`
    if (!draft) return unfinished(to, written)
    const { number } = await saveQuestion(db, visit, { ...draft, entry, base: written.base })
    return { to, notice: 'noticeQuestionSaved', data: { number } }
  },
})

const showDeletion = question({
  path: '/authoring/questions/:question/deletion',
  ...author,
  params,
  answer: z.object({ id: z.string(), name: z.string(), newest: z.number(), uses: used }),
  async read(db, _, { params: { question: id } }) {
    return { ...(await getEntry(db, id)), uses: await usageOf(db, id) }
  },
  page: DeletionPage,
})

const makeDeletion = change({
  path: '/authoring/questions/:question/deletion',
  ...author,
  params,
  form: z.strictObject({}),
  async act(db, _, { params: { question: entry } }) {
    await deleteQuestion(db, entry)
    return { to: '/authoring/questions', notice: 'noticeQuestionDeleted' }
  },
})

/** The form again, a row more or fewer, or with its preview. */
function unfinished(to: string, written: Written) {
  const now = stepped(written)
  const focus = focusAfter({ ...now, do: written.do })
  return {
    to,
    form: { ...flat(now), ...(written.do === 'preview' ? { preview: 'yes' } : {}), ...(focus ? { focus } : {}) },
  }
}

export const editingRoutes = [showNew, writeNew, showQuestion, writeQuestion, showDeletion, makeDeletion]
