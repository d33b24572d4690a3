import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { publicKeyOf } from '../seal.ts'
import { RevokedPage, VerifiedPage, VerifyPage } from './pages.tsx'
import { getVerified, mustBeMadeOutTo, revocationsOf } from './verifying.ts'

// Any text may be asked for: what is no code is as unknown as a code that nobody has.
const params = z.object({ code: z.string().max(100) })
const seal = z
  .string()
  .regex(/^[\w.-]{1,2000}$/)
  .optional()

const showVerify = question({
  path: '/verify',
  purpose: 'information',
  audience: 'anyone',
  answer: z.object({ key: z.string().describe('Ed25519 public key, base64url: signs the seal in the address of a paper’s QR code.') }),
  read: async (_, { means }) => ({ key: publicKeyOf(means.secrets) }),
  page: VerifyPage,
})

const findPaper = change({
  path: '/verify',
  purpose: 'verification',
  audience: 'anyone',
  form: z.strictObject({ certificate: z.string().trim().min(1).max(100) }),
  again: showVerify,
  async act(db, visit, { form }) {
    const { code } = await getVerified(db, visit, { code: form.certificate })
    return { to: `/verify/${code}` }
  },
})

const revoked = z.object({
  revocations: z.array(z.object({ fingerprint: z.string().describe('SHA-256 of the code as it stands on the paper, hyphens and all, in hex.'), since: z.string().describe('YYYY-MM-DD') })),
  page: z.number(),
  isLast: z.boolean(),
})

export type ShownRevoked = z.output<typeof revoked>

const showRevoked = question({
  path: '/verify/revocations',
  purpose: 'verification',
  audience: 'anyone',
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  answer: revoked,
  read: async (db, visit, { query: { page } }) => ({ page, ...(await revocationsOf(db, visit, page)) }),
  page: RevokedPage,
})

const verified = z.object({
  code: z.string(),
  status: z.enum(['valid', 'replaced', 'revoked', 'expired', 'sealed']).describe('`sealed`: genuine, but we keep nothing of it any more.'),
  since: z.date().nullable().describe('Since when it is replaced or revoked.'),
  language: z.enum(['nb', 'da', 'en']),
  courseTitle: z.string(),
  level: z.string().nullable(),
  hours: z.number().nullable(),
  outcome: z.enum(['completed', 'passed']),
  score: z.number().nullable().describe('Per cent.'),
  completed: z.string().describe('YYYY-MM-DD'),
  rule: z.string().nullable().describe('The version of the course’s requirements that were met, as the paper cites it.'),
  issued: z.date(),
  validUntil: z.string().nullable().describe('The last day on which it holds, YYYY-MM-DD.'),
  issuer: z.string(),
  holder: z.enum(['named', 'erased', 'withheld']).describe('Whether a name can be compared.'),
  seal: z.string().nullable().describe('As it came in the address.'),
})

export type ShownPaper = z.output<typeof verified>

const showPaper = question({
  path: '/verify/:code',
  purpose: 'verification',
  audience: 'anyone',
  params,
  query: z.object({ seal }),
  answer: verified,
  async read(db, visit, { params, query }) {
    return { ...(await getVerified(db, visit, { ...params, ...query })), seal: query.seal ?? null }
  },
  page: VerifiedPage,
})

/** The answer is the page itself, never an address: a link that says "the name matches" could be forged. */
const compareName = change({
  path: '/verify/:code',
  purpose: 'verification',
  audience: 'anyone',
  params,
  form: z.strictObject({ name: z.string().trim().min(1).max(201), seal }),
  answer: z.object({ matches: z.boolean() }),
  again: showPaper,
  async act(db, visit, { params, form }) {
    await mustBeMadeOutTo(db, visit, { ...params, ...form })
    return { to: form.seal ? `/verify/${params.code}?seal=${form.seal}` : `/verify/${params.code}`, form: { matches: 'yes' }, data: { matches: true } }
  },
})

export const verifyRoutes = [showVerify, findPaper, showRevoked, showPaper, compareName]
