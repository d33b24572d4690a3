import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { correctionReasons, grounds, reasons } from '../rules.ts'
import { correctionBetween } from './differences.ts'
import { getContested, object } from './objections.ts'
import { ObjectionPage } from './pages.tsx'

const PATH = '/certificates/:certificate/objection'
const HOLDER = { purpose: 'certification', audience: 'signed in', params: z.object({ certificate: z.uuid() }) } as const

export const outcomes = ['granted', 'dismissed'] as const
export const contestedReason = z.enum([...reasons, ...correctionReasons]).nullable()
export const difference = z.object({ fact: z.enum(['course', 'level', 'extent', 'completedOn']), before: z.string().nullable(), after: z.string().nullable() })

const contested = z.object({
  certificate: z.string(),
  code: z.string(),
  language: z.enum(['nb', 'da', 'en']),
  courseTitle: z.string(),
  against: z.enum(grounds),
  since: z.date(),
  reason: contestedReason,
  differences: z.array(difference).describe('What a correction changed on the paper.'),
  objection: z
    .object({
      text: z.string(),
      made: z.date(),
      answerBy: z.date(),
      decision: z.object({ outcome: z.enum(outcomes), answer: z.string(), decided: z.date() }).nullable(),
    })
    .nullable(),
})

export type ShownContested = z.output<typeof contested>

const showObjection = question({
  ...HOLDER,
  path: PATH,
  answer: contested,
  async read(db, visit, { params }) {
    const { snapshot, before, reason, ...rest } = await getContested(db, visit, params.certificate)
    return {
      ...rest,
      courseTitle: snapshot.courseTitle,
      reason: reason === '' ? null : (reason as 'mistake'),
      differences: before ? correctionBetween(before, snapshot, visit.language) : [],
    }
  },
  page: ObjectionPage,
})

const makeObjection = change({
  ...HOLDER,
  path: PATH,
  form: z.strictObject({ text: z.string().trim().min(1, '#objectionEmpty').max(4_000) }),
  again: showObjection,
  async act(db, visit, { params, form }) {
    await object(db, visit, { certificate: params.certificate, text: form.text })
    return { to: `/certificates/${params.certificate}/objection`, notice: 'noticeObjected', created: true }
  },
})

export const objectionRoutes = [showObjection, makeObjection]
