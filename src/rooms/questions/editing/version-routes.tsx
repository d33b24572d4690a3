import { z } from 'zod'
import { plainText } from '../../../platform/markdown.ts'
import { change, question } from '../../../web/route.ts'
import { getEntry, restoreVersion, versionsOf } from '../bank/entries.ts'
import { nameFrom } from '../exchange/report.ts'
import { questionSchema } from '../question.ts'
import { type FormFields, readResponse, responseSchema } from '../response.ts'
import { VersionPage, VersionsPage } from './version-pages.tsx'

const author = { purpose: 'authoring', audience: 'author' } as const

const showVersions = question({
  path: '/authoring/questions/:question/versions',
  ...author,
  params: z.object({ question: z.uuid() }),
  answer: z.object({
    id: z.string(),
    name: z.string(),
    newest: z.number(),
    versions: z.array(
      z.object({
        number: z.number(),
        created: z.date(),
        ready: z.date().nullable(),
        isMine: z.boolean().nullable(),
        text: z.string(),
      }),
    ),
  }),
  async read(db, { actor }, { params: { question: id } }) {
    const entry = await getEntry(db, id)
    const versions = await versionsOf(db, id, actor)
    return {
      ...entry,
      versions: versions.map((version) => ({ ...version, text: nameFrom(plainText(version.question.text)) })),
    }
  },
  page: VersionsPage,
})

const restore = change({
  path: '/authoring/questions/:question/versions',
  ...author,
  params: z.object({ question: z.uuid() }),
  form: z.strictObject({ number: z.coerce.number().int().min(1), base: z.coerce.number().int().min(1) }),
  answer: z.object({ number: z.number() }),
  async act(db, visit, { params: { question: entry }, form }) {
    const number = await restoreVersion(db, visit, { entry, ...form })
    return { to: `/authoring/questions/${entry}`, notice: 'noticeVersionRestored', data: { number } }
  },
})

const showVersion = question({
  path: '/authoring/questions/:question/versions/:number',
  ...author,
  params: z.object({ question: z.uuid(), number: z.coerce.number().int().min(1).max(1_000_000) }),
  // The names of the fields depend on the question; `readResponse` knows which to read.
  query: z.looseObject({ tried: z.literal('yes').optional().catch(undefined) }),
  answer: z.object({
    id: z.string(),
    name: z.string(),
    number: z.number(),
    newest: z.number(),
    question: questionSchema,
    response: responseSchema.nullable(),
  }),
  async read(db, _, { params: { question: id, number }, query }) {
    const entry = await getEntry(db, id, number)
    const response = query.tried ? (readResponse(entry.question, query as FormFields) ?? null) : null
    return { ...entry, response }
  },
  page: VersionPage,
})

export const versionRoutes = [showVersions, restore, showVersion]
