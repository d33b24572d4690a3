import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { VerifiedPage, VerifyPage } from './pages.tsx'
import { getVerified, mustBeMadeOutTo } from './verifying.ts'

// Any text may be asked for: what is no code is as unknown as a code that nobody has.
const params = z.object({ code: z.string().max(100) })

const showVerify = question({
  path: '/verify',
  purpose: 'information',
  audience: 'anyone',
  answer: z.object({}),
  read: async () => ({}),
  page: VerifyPage,
})

const findPaper = change({
  path: '/verify',
  purpose: 'verification',
  audience: 'anyone',
  form: z.strictObject({ certificate: z.string().trim().min(1).max(100) }),
  again: showVerify,
  async act(db, visit, { form }) {
    const { code } = await getVerified(db, visit, form.certificate)
    return { to: `/verify/${code}` }
  },
})

const verified = z.object({
  code: z.string(),
  status: z.enum(['valid', 'replaced', 'revoked']),
  since: z.date().nullable().describe('Since when it is replaced or revoked.'),
  language: z.enum(['nb', 'da', 'en']),
  courseTitle: z.string(),
  level: z.string().nullable(),
  hours: z.number().nullable(),
  outcome: z.enum(['completed', 'passed']),
  score: z.number().nullable().describe('Per cent.'),
  completed: z.string().describe('YYYY-MM-DD'),
  issued: z.date(),
  issuer: z.string(),
  holder: z.enum(['named', 'erased', 'withheld']).describe('Whether a name can be compared.'),
})

export type ShownPaper = z.output<typeof verified>

const showPaper = question({
  path: '/verify/:code',
  purpose: 'verification',
  audience: 'anyone',
  params,
  answer: verified,
  async read(db, visit, { params }) {
    const { snapshot, ...paper } = await getVerified(db, visit, params.code)
    return { ...paper, ...snapshot, issuer: snapshot.institution.legalName }
  },
  page: VerifiedPage,
})

/** The answer is the page itself, never an address: a link that says "the name matches" could be forged. */
const compareName = change({
  path: '/verify/:code',
  purpose: 'verification',
  audience: 'anyone',
  params,
  form: z.strictObject({ name: z.string().trim().min(1).max(201) }),
  answer: z.object({ matches: z.boolean() }),
  again: showPaper,
  async act(db, visit, { params, form }) {
    await mustBeMadeOutTo(db, visit, { code: params.code, name: form.name })
    return { to: `/verify/${params.code}`, form: { matches: 'yes' }, data: { matches: true } }
  },
})

export const verifyRoutes = [showVerify, findPaper, showPaper, compareName]
