import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { grounds } from '../rules.ts'
import { decideObjection, getExaminedObjection, propose } from './answering.ts'
import { AnsweringPage } from './answering-page.tsx'
import { correctionBetween } from './differences.ts'
import { contestedReason, difference, outcomes } from './routes.tsx'

const PATH = '/administration/certificates/:certificate/objection'
const STAFF = {
  purpose: 'administration',
  audience: 'administrator',
  looks: 'answeringObjection',
  params: z.object({ certificate: z.uuid() }),
} as const
const at = (certificate: string) => `/administration/certificates/${certificate}/objection`

const examined = z.object({
  certificate: z.string(),
  code: z.string(),
  language: z.enum(['nb', 'da', 'en']),
  courseTitle: z.string(),
  against: z.enum(grounds),
  reason: contestedReason,
  differences: z.array(difference),
  text: z.string(),
  made: z.date(),
  answerBy: z.date(),
  proposal: z.object({ outcome: z.enum(outcomes), answer: z.string(), own: z.boolean() }).nullable(),
  mayDecide: z.boolean().describe('Whether one may decide what is proposed: not one’s own proposal, nor about one’s own decision.'),
  decided: z.date().nullable(),
})

export type ShownObjection = z.output<typeof examined>

const showObjection = question({
  ...STAFF,
  path: PATH,
  answer: examined,
  async read(db, visit, { params }) {
    const { snapshot, before, reason, ...rest } = await getExaminedObjection(db, visit, params.certificate)
    return {
      ...rest,
      courseTitle: snapshot.courseTitle,
      reason: reason as 'mistake',
      differences: before ? correctionBetween(before, snapshot, visit.language) : [],
    }
  },
  page: AnsweringPage,
})

const makeProposal = change({
  ...STAFF,
  path: PATH,
  form: z.strictObject({ outcome: z.enum(outcomes, '#outcomeMissing'), answer: z.string().trim().min(1, '#answerEmpty').max(4_000) }),
  again: showObjection,
  async act(db, visit, { params: { certificate }, form }) {
    await propose(db, visit, { certificate, ...form })
    return { to: at(certificate), notice: 'noticeProposed' }
  },
})

const decide = change({
  ...STAFF,
  path: `${PATH}/decision`,
  form: z.strictObject({ decision: z.enum(['approved', 'sentBack']) }),
  again: showObjection,
  async act(db, visit, { params: { certificate }, form }) {
    const approved = form.decision === 'approved'
    await decideObjection(db, visit, { certificate, approved })
    return { to: at(certificate), notice: approved ? 'noticeAnswered' : 'noticeSentBack' }
  },
})

export const answeringRoutes = [showObjection, makeProposal, decide]
