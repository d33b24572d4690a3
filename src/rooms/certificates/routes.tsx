import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { change, document, question } from '../../web/route.ts'
import { type Limit, mustNotBeTooMany, noteRefusal } from '../security/service.ts'
import { CertificatesPage, VerifyFormPage, VerifyPage } from './pages.tsx'
import { isName, issueEarned, print, readCode } from './service.ts'

const LIMIT: Limit = { kinds: ['verificationRefused'], minutes: 15, perKey: 20, perNetwork: 60 }

const showCertificates = question({
  path: '/certificates',
  purpose: 'certification',
  audience: 'learner',
  answer: z.object({
    firstName: z.string(),
    lastName: z.string(),
    isConfirmed: z.boolean(),
    papers: z.array(z.object({ id: z.string(), code: z.string(), title: z.string(), issued: z.date(), replaced: z.date().nullable(), revoked: z.date().nullable() })),
  }),
  async read(db, visit) {
    const person = await db.selectFrom('accounts.persons').select(['first_name', 'last_name', 'name_confirmed']).where('id', '=', visit.actor).executeTakeFirstOrThrow()
    const papers = await db
      .selectFrom('certificates.certificates')
      .select(['id', 'code', 'snapshot', 'issued', 'replaced', 'revoked'])
      .where('learner', '=', visit.actor)
      .orderBy('issued', 'desc')
      .limit(200)
      .execute()
    return {
      firstName: person.first_name,
      lastName: person.last_name,
      isConfirmed: person.name_confirmed !== null,
      papers: papers.map(({ snapshot, ...paper }) => ({ ...paper, title: snapshot.courseTitle })),
    }
  },
  page: CertificatesPage,
})

const confirmName = change({
  path: '/certificates/name',
  purpose: 'certification',
  audience: 'learner',
  form: z.strictObject({ firstName: z.string().trim().min(1).max(100), lastName: z.string().trim().min(1).max(100) }),
  again: showCertificates,
  async act(db, visit, { form }) {
    await db.updateTable('accounts.persons').set({ first_name: form.firstName, last_name: form.lastName, name_confirmed: visit.now }).where('id', '=', visit.actor).execute()
    await issueEarned(db, visit, visit.site)
    return { to: '/certificates', notice: 'noticeName' }
  },
})

const servePaper = document({
  path: '/certificates/:certificate/paper',
  purpose: 'certification',
  audience: 'learner',
  params: z.object({ certificate: z.uuid() }),
  async serve(db, visit, { params }) {
    const paper = await db
      .selectFrom('certificates.certificates')
      .select(['code', 'language', 'name', 'snapshot', 'issued'])
      .where('id', '=', params.certificate)
      .where('learner', '=', visit.actor)
      .where('replaced', 'is', null)
      .executeTakeFirst()
    if (!paper) throw new Refusal('notFound', 404)
    return { type: 'application/pdf', body: await print(paper, { site: visit.site, address: visit.origin }), inline: `${paper.code}.pdf` }
  },
})

const showForm = question({
  path: '/verify',
  purpose: 'verification',
  audience: 'anyone',
  answer: z.object({}),
  read: async () => ({}),
  page: VerifyFormPage,
})

const lookUp = change({
  path: '/verify',
  purpose: 'verification',
  audience: 'anyone',
  form: z.strictObject({ code: z.string().trim().min(1).max(40) }),
  again: showForm,
  act: async (_, __, { form }) => ({ to: `/verify/${readCode(form.code)}` }),
})

const code = z.object({ code: z.string().max(40) })

const showVerification = question({
  path: '/verify/:code',
  purpose: 'verification',
  audience: 'anyone',
  params: code,
  answer: z.object({
    code: z.string(),
    status: z.enum(['valid', 'replaced', 'revoked']),
    courseTitle: z.string(),
    level: z.string().nullable(),
    hours: z.number().nullable(),
    completed: z.string(),
    legalName: z.string(),
    issued: z.date(),
    language: z.string(),
    hasName: z.boolean(),
  }),
  async read(db, visit, { params }) {
    const asked = readCode(params.code)
    await mustNotBeTooMany(db, visit, { limit: LIMIT, tried: asked })
    const paper = await db
      .selectFrom('certificates.certificates')
      .select(['code', 'language', 'snapshot', 'issued', 'replaced', 'revoked', 'name_hash'])
      .where('code', '=', asked)
      .executeTakeFirst()
    if (!paper) {
      await noteRefusal('verification', visit, { kind: 'verificationRefused', tried: asked })
      throw new Refusal('notFound', 404)
    }
    const { snapshot, replaced, revoked, name_hash, ...rest } = paper
    const status = revoked ? 'revoked' : replaced ? 'replaced' : 'valid'
    return { ...rest, ...snapshot, status, hasName: name_hash !== null } as const
  },
  page: VerifyPage,
})

const checkName = change({
  path: '/verify/:code',
  purpose: 'verification',
  audience: 'anyone',
  params: code,
  form: z.strictObject({ name: z.string().trim().min(1).max(201) }),
  again: showVerification,
  async act(db, visit, { params, form }) {
    const asked = readCode(params.code)
    await mustNotBeTooMany(db, visit, { limit: LIMIT, tried: asked })
    const paper = await db.selectFrom('certificates.certificates').select('name_hash').where('code', '=', asked).executeTakeFirst()
    if (paper?.name_hash && isName(visit, { code: asked, hash: paper.name_hash, typed: form.name })) return { to: `/verify/${asked}`, notice: 'noticeMatches' }
    await noteRefusal('verification', visit, { kind: 'verificationRefused', tried: asked })
    throw new Refusal('nameRefused', 422, { field: 'name' })
  },
})

export const routes = [showCertificates, confirmName, servePaper, showForm, lookUp, showVerification, checkName]
