import { z } from 'zod'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../tables.ts'
import { change, question, type Upload } from '../../../web/route.ts'
import type { Visit } from '../../../web/visit.ts'
import { getEntry } from '../bank/entries.ts'
import { shelvesOf } from '../bank/list.ts'
import { kinds, questionSchema } from '../question.ts'
import { conditions, difficulties } from '../rules.ts'
import { LARGEST_PICTURE } from '../exchange/pictures.ts'
import { keepUpload } from '../pictures/keeping.ts'
import { openForEditing } from '../presence-service.ts'
import { addQuestion, deleteQuestion, getVersions, type QuestionDraft, saveQuestion } from '../service.ts'
import { hasBeenAsked, usageOf } from '../using-service.ts'
import { endDraft, findDraft, keepDraftOf, keepNewDraft } from './drafts.ts'
import { EditQuestionPage, NewQuestionPage } from './pages.tsx'
import { DeletionPage } from './version-pages.tsx'
import { writingSchema } from './writing.ts'
import { emptyForm, flat, focusAfter, stepped, type Written, writtenShape } from './written.ts'

const author = { purpose: 'authoring', audience: 'author' } as const
const params = z.object({ question: z.uuid() })
const kept = z.object({ id: z.string(), saved: z.date(), written: writtenShape })
const used = z.array(z.object({ title: z.string(), path: z.string(), isDrawn: z.boolean(), version: z.number().nullable() }))

const showNew = question({
  path: '/authoring/questions/new',
  ...author,
  query: z.object({ kind: z.enum(kinds).nullable().catch(null), draft: z.uuid().optional().catch(undefined) }),
  answer: z.object({ kind: z.enum(kinds).nullable(), draft: kept.extend({ saved: z.date().nullable() }), categories: z.array(z.string()) }),
  async read(db, visit, { query }) {
    const { categories } = await shelvesOf(db)
    const found = query.draft ? await findDraft(db, visit, query.draft) : undefined
    const fresh = { id: newId(), saved: null, written: emptyForm(query.kind ?? 'single') }
    return { kind: found?.written.kind ?? query.kind, draft: found ?? fresh, categories: categories.map(({ name }) => name) }
  },
  page: NewQuestionPage,
})

const writeNew = change({
  path: '/authoring/questions/new',
  ...author,
  form: writingSchema,
  answer: z.object({ question: z.string() }),
  again: showNew,
  uploads: { limitBytes: LARGEST_PICTURE, unaccepted: 'pictureNotAccepted' },
  async act(db, visit, { form: { written, draft }, files }) {
    if (!draft) {
      const now = await withPicture(db, visit, { written, files })
      await keepNewDraft(db, visit, stepped(now))
      return unfinished('/authoring/questions/new', now)
    }
    const { entry } = await addQuestion(db, visit, await shown(db, visit, { written, draft, files }))
    await endDraft(db, visit, written.draft)
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
    wasAsked: z.boolean(),
    /** What its reader wrote and has not saved. */
    draft: kept.nullable(),
    editors: z.array(z.string()),
    categories: z.array(z.string()),
  }),
  async read(db, visit, { params: { question: id } }) {
    const entry = await getEntry(db, id)
    const { categories } = await shelvesOf(db)
    const [draft, editors] = [await findDraft(db, visit, id), await openForEditing(db, visit, id)]
    return { ...entry, draft: draft ?? null, editors, uses: await usedIn(db, id), wasAsked: await hasBeenAsked(db, id), categories: categories.map(({ name }) => name) }
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
  uploads: { limitBytes: LARGEST_PICTURE, unaccepted: 'pictureNotAccepted' },
  async act(db, visit, { params: { question: entry }, form: { written, draft }, files }) {
    const to = `/authoring/questions/${entry}`
    if (!draft) {
      const now = await withPicture(db, visit, { written, files })
      await keepDraftOf(db, visit, entry, stepped(now))
      return unfinished(to, now)
    }
    const revision = await shown(db, visit, { written, draft, files })
    const { number } = await saveQuestion(db, visit, { ...revision, entry, base: written.base })
    await endDraft(db, visit, entry)
    return { to, notice: 'noticeQuestionSaved', data: { number } }
  },
})

const showDeletion = question({
  path: '/authoring/questions/:question/deletion',
  ...author,
  params,
  answer: z.object({ id: z.string(), name: z.string(), newest: z.number(), uses: used, wasAsked: z.boolean() }),
  async read(db, _, { params: { question: id } }) {
    return { ...(await getEntry(db, id)), uses: await usedIn(db, id), wasAsked: await hasBeenAsked(db, id) }
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

/** Where a question is used, each with the number of the version that is pinned there. */
async function usedIn(db: Db<'authoring'>, entry: string) {
  const uses = await usageOf(db, entry)
  const pinned = await getVersions(db, uses.flatMap(({ version }) => version ?? []))
  return uses.map((use) => ({ ...use, version: pinned.find(({ id }) => id === use.version)?.number ?? null }))
}

type Sent = { written: Written; files: readonly Upload[] }

/** The form with the picture that was sent at the end of its text. @throws Refusal `pictureMissing`, `pictureTextMissing` (422). */
async function withPicture(db: Db<'authoring'>, visit: Visit, { written, files }: Sent): Promise<Written> {
  const [upload] = files
  if (written.do !== 'picture' && !upload) return written
  if (!upload) throw new Refusal('pictureMissing', 422, { field: 'picture' })
  if (written.pictureText.trim() === '') throw new Refusal('pictureTextMissing', 422, { field: 'pictureText' })
  const picture = await keepUpload(db, visit.now, { upload, said: written.pictureText })
  return { ...written, text: `${written.text.trimEnd()}\n\n${picture}`.trimStart(), pictureText: '' }
}

/** A picture that was chosen but not put in before saving is put in: nobody chooses one for nothing. */
async function shown(db: Db<'authoring'>, visit: Visit, { draft, ...sent }: Sent & { draft: QuestionDraft }): Promise<QuestionDraft> {
  if (sent.files.length === 0) return draft
  const { text } = await withPicture(db, visit, { ...sent, written: { ...sent.written, text: draft.question.text } })
  return { ...draft, question: { ...draft.question, text } }
}

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
