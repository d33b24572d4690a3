import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { askRevocation, correct, decideRevocation, findByCode, getExamined, waitingForSecond } from './correcting.ts'
import { waitingObjections } from '../objecting/answering.ts'
import { givenReasons, grounds, reasons } from '../rules.ts'
import { ruleCited } from '../snapshot.ts'
import { ExaminedPage, StaffPage } from './pages.tsx'

const PATH = '/administration/certificates'
const params = z.object({ certificate: z.uuid() })
const at = ({ certificate }: z.output<typeof params>) => `${PATH}/${certificate}`

const STAFF = { purpose: 'administration', audience: 'administrator' } as const
/** Whoever the paper is about may read that an employee has looked. */
const LOOKING = { ...STAFF, looks: 'checkingCertificate' } as const

const overview = z.object({
  waiting: z.array(z.object({ certificate: z.string(), reason: z.enum(reasons), asked: z.date(), own: z.boolean() })),
  objections: z.array(z.object({ certificate: z.string(), against: z.enum(grounds), made: z.date(), answerBy: z.date(), isProposed: z.boolean() })),
})

export type Overview = z.output<typeof overview>

const showOverview = question({
  ...STAFF,
  looks: 'objectionsListed',
  path: PATH,
  answer: overview,
  async read(db, visit) {
    const [waiting, objections] = await Promise.all([waitingForSecond(db, visit), waitingObjections(db, visit)])
    return { objections, waiting: waiting.map((one) => ({ ...one, reason: one.reason as 'mistake' })) }
  },
  page: StaffPage,
})

const findPaper = change({
  ...LOOKING,
  path: PATH,
  form: z.strictObject({ certificate: z.string().trim().min(1).max(100) }),
  again: showOverview,
  async act(db, visit, { form }) {
    return { to: at({ certificate: await findByCode(db, visit, form.certificate) }) }
  },
})

const examined = z.object({
  id: z.string(),
  code: z.string(),
  language: z.enum(['nb', 'da', 'en']),
  status: z.enum(['valid', 'replaced', 'revoked', 'expired']),
  version: z.number(),
  courseTitle: z.string(),
  level: z.string().nullable(),
  hours: z.number().nullable(),
  outcome: z.enum(['completed', 'passed']),
  score: z.number().nullable(),
  completed: z.string(),
  rule: z.string().nullable(),
  issued: z.date(),
  validUntil: z.string().nullable(),
  issuer: z.string(),
  revokedBecause: z.enum(reasons).nullable(),
  holderErased: z.boolean(),
  asked: z.object({ reason: z.enum(reasons), asked: z.date(), own: z.boolean() }).nullable(),
  objected: z.boolean().describe('Whether its holder has objected to what was decided about it.'),
})

export type ShownExamined = z.output<typeof examined>

const showPaper = question({
  ...LOOKING,
  path: `${PATH}/:certificate`,
  params,
  answer: examined,
  async read(db, visit, { params }) {
    const { snapshot, revokedBecause, asked, ...paper } = await getExamined(db, visit, params.certificate)
    return {
      ...paper,
      ...snapshot,
      rule: ruleCited(snapshot),
      issuer: snapshot.institution.legalName,
      revokedBecause: revokedBecause as 'mistake' | null,
      asked: asked as ShownExamined['asked'],
    }
  },
  page: ExaminedPage,
})

const makeVersion = change({
  ...LOOKING,
  path: `${PATH}/:certificate/version`,
  params,
  form: z.strictObject({
    courseTitle: z.string().trim().min(1).max(200),
    level: z.string().trim().max(60),
    hours: z.union([z.literal(''), z.coerce.number().int().min(1).max(1000)]),
    completed: z.iso.date('#fieldNotADate'),
    reason: z.enum(givenReasons, '#chooseReason'),
  }),
  again: showPaper,
  async act(db, visit, { params, form: { reason, ...form } }) {
    const correction = { ...form, level: form.level || null, hours: form.hours === '' ? null : form.hours }
    const next = await correct(db, visit, { certificate: params.certificate, correction, reason })
    return { to: at({ certificate: next }), notice: 'noticeCorrected' }
  },
})

const makeRevocation = change({
  ...LOOKING,
  path: `${PATH}/:certificate/revocation`,
  params,
  form: z.strictObject({ reason: z.enum(reasons) }),
  again: showPaper,
  async act(db, visit, { params, form }) {
    await askRevocation(db, visit, { certificate: params.certificate, reason: form.reason })
    return { to: at(params), notice: 'noticeAsked' }
  },
})

const decide = change({
  ...LOOKING,
  path: `${PATH}/:certificate/revocation/decision`,
  params,
  form: z.strictObject({ decision: z.enum(['approved', 'declined']) }),
  again: showPaper,
  async act(db, visit, { params, form }) {
    const approved = form.decision === 'approved'
    await decideRevocation(db, visit, { certificate: params.certificate, approved })
    return { to: at(params), notice: approved ? 'noticeRevoked' : 'noticeDeclined' }
  },
})

export const staffRoutes = [showOverview, findPaper, showPaper, makeVersion, makeRevocation, decide]
