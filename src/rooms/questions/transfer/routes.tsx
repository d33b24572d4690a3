import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { localDay } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import { change, document, question } from '../../../web/route.ts'
import { LARGEST_MOODLE_XML } from '../exchange/decode.ts'
import type { ImportReport, Outcome } from '../exchange/report.ts'
import { questionSchema } from '../question.ts'
import { LONGEST_CATEGORY, LONGEST_TAG } from '../rules.ts'
import { words } from '../words.ts'
import { ExportPage } from './export-page.tsx'
import { DryRunPage, ImportPage, ROWS_PER_PAGE } from './import-pages.tsx'
import { getImport, keepImport, removeImport, takeImport } from './imports.ts'
import { formats, guessFormat, readApart } from './reading.ts'
import { selectionSchema, takeOut } from './taking-out.ts'

const author = { purpose: 'authoring', audience: 'author' } as const
const outcomes = ['taken', 'takenWithLoss', 'refused'] as const satisfies readonly Outcome[]
// A note names a phrase; which ones there are is the room's own matter.
const note = z.object({
  code: z.custom<ImportReport['notes'][number]['code']>((code) => typeof code === 'string'),
  values: z.array(z.union([z.string(), z.number()])).readonly(),
})
const reportRow = z.object({ number: z.number(), name: z.string(), notes: z.array(note) })

const showImport = question({
  path: '/authoring/questions/import',
  ...author,
  answer: z.object({}),
  read: async () => ({}),
  page: ImportPage,
})

const readImport = change({
  path: '/authoring/questions/import',
  ...author,
  form: z.strictObject({ pasted: z.string().default(''), format: z.enum(formats).or(z.literal('')).default('') }),
  uploads: { limitBytes: LARGEST_MOODLE_XML, read: true },
  answer: z.object({ import: z.string() }),
  again: showImport,
  async act(db, visit, { form, files }) {
    const [upload] = files
    const file = upload?.content ?? Buffer.from(form.pasted)
    if (file.length === 0) throw new Refusal('nothingToRead', 422, { field: 'file' })

    const format = form.format || guessFormat(file)
    const report = await readApart(format, file)
    const fileName = upload?.name ?? say(words, visit.language).pastedText
    const id = await keepImport(db, visit, { format, fileName, report })
    return { to: `/authoring/questions/imports/${id}`, data: { import: id }, created: true }
  },
})

const showDryRun = question({
  path: '/authoring/questions/imports/:import',
  ...author,
  params: z.object({ import: z.uuid() }),
  query: z.object({
    show: z.enum(outcomes).or(z.literal('')).catch(''),
    page: z.coerce.number().int().min(1).max(1_000).catch(1),
  }),
  answer: z.object({
    id: z.string(),
    fileName: z.string(),
    notes: z.array(note),
    counts: z.record(z.enum(outcomes), z.number()),
    show: z.enum(outcomes).or(z.literal('')),
    page: z.number(),
    pages: z.number(),
    rows: z.array(
      reportRow.extend({
        outcome: z.enum(outcomes),
        question: questionSchema.exactOptional(),
        category: z.string().exactOptional(),
        tags: z.array(z.string()),
        pictures: z.number(),
      }),
    ),
  }),
  async read(db, _, { params, query: { show, page } }) {
    const { id, fileName, report } = await getImport(db, params.import)
    const rows = report.rows.filter(({ outcome }) => show === '' || outcome === show)
    const shown = rows
      .slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE)
      .map(({ pictures = [], ...row }) => ({ ...row, pictures: pictures.length }))
    return {
      id,
      fileName,
      notes: report.notes,
      counts: countsOf(report),
      show,
      page,
      pages: Math.ceil(rows.length / ROWS_PER_PAGE),
      rows: shown,
    }
  },
  page: DryRunPage,
})

const answerDryRun = change({
  path: '/authoring/questions/imports/:import',
  ...author,
  params: z.object({ import: z.uuid() }),
  form: z.strictObject({
    category: z.string().max(LONGEST_CATEGORY).default(''),
    tag: z.string().max(LONGEST_TAG).default(''),
    ready: z.literal('yes').optional(),
    answer: z.enum(['take', 'forget']),
  }),
  answer: z.object({ change: z.string() }),
  again: showDryRun,
  async act(db, visit, { params: { import: id }, form: { ready, answer, ...wishes } }) {
    if (answer === 'forget') {
      await removeImport(db, id)
      return { to: '/authoring/questions/import', notice: 'noticeFileForgotten' }
    }
    const taken = await takeImport(db, visit, { id, wishes: { ...wishes, ready: ready === 'yes' } })
    return { to: `/authoring/questions?change=${taken}`, data: { change: taken }, created: true }
  },
})

const showExport = question({
  path: '/authoring/questions/export',
  ...author,
  query: selectionSchema.extend({ format: z.enum(formats).catch('moodle') }),
  answer: z.object({ format: z.enum(formats), selection: selectionSchema, rows: z.array(reportRow) }),
  async read(db, { means }, { query: { format, ...selection } }) {
    return { format, selection, rows: (await takeOut(db, means.files, { selection, format })).rows }
  },
  page: ExportPage,
})

const download = document({
  path: '/authoring/questions/export/:format',
  ...author,
  params: z.object({ format: z.enum(formats) }),
  query: selectionSchema,
  async serve(db, { site, now, means }, { params: { format }, query }) {
    const { text } = await takeOut(db, means.files, { selection: query, format })
    const name = `${site.slug}-${localDay(now, site.zone)}`
    const file = {
      gift: { type: 'text/plain; charset=utf-8', ending: 'gift' },
      moodle: { type: 'application/xml', ending: 'xml' },
    }[format]
    return { type: file.type, body: text, download: `${name}.${file.ending}` }
  },
})

function countsOf({ rows }: ImportReport): Record<Outcome, number> {
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length
  return { taken: count('taken'), takenWithLoss: count('takenWithLoss'), refused: count('refused') }
}

export const transferRoutes = [showImport, readImport, showDryRun, answerDryRun, showExport, download]
