import { z } from 'zod'
import { change } from '../../../web/route.ts'
import { openForEditing } from '../presence-service.ts'
import { endDraft, keepDraftOf, keepNewDraft } from './drafts.ts'
import { nested, writtenShape } from './written.ts'

const author = { purpose: 'authoring', audience: 'author' } as const
const form = z.preprocess(nested, writtenShape)
// What a form that saves itself wants to know: on which version it builds, and who else has it open.
const answer = z.object({ base: z.number(), editors: z.array(z.string()) })

/** What the script keeps of a form, faulty or not; the bank has it only once its author saves it. */
const keepNew = change({
  path: '/authoring/questions/drafts',
  ...author,
  form,
  answer,
  async act(db, visit, { form: written }) {
    await keepNewDraft(db, visit, written)
    return { to: `/authoring/questions/new?draft=${written.draft}`, data: { base: written.base, editors: [] } }
  },
})

const keepOne = change({
  path: '/authoring/questions/:question/draft',
  ...author,
  params: z.object({ question: z.uuid() }),
  form,
  answer,
  async act(db, visit, { params: { question }, form: written }) {
    await keepDraftOf(db, visit, question, written)
    return { to: `/authoring/questions/${question}`, data: { base: written.base, editors: await openForEditing(db, visit, question) } }
  },
})

const endNew = change({
  path: '/authoring/questions/drafts/:draft/end',
  ...author,
  params: z.object({ draft: z.uuid() }),
  form: z.strictObject({}),
  async act(db, visit, { params }) {
    await endDraft(db, visit, params.draft)
    return { to: '/authoring/questions', notice: 'noticeDraftEnded' }
  },
})

const endOne = change({
  path: '/authoring/questions/:question/draft/end',
  ...author,
  params: z.object({ question: z.uuid() }),
  form: z.strictObject({}),
  async act(db, visit, { params: { question } }) {
    await endDraft(db, visit, question)
    return { to: `/authoring/questions/${question}`, notice: 'noticeDraftEnded' }
  },
})

export const draftRoutes = [keepNew, keepOne, endNew, endOne]
