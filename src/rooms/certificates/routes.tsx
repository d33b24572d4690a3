import { z } from 'zod'
import { personName } from '../../platform/person-name.ts'
import { localDay } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import { change, document, question } from '../../web/route.ts'
import type { Visit } from '../../web/visit.ts'
import { findHolder, type Issuing, waitingFor } from './issuing.ts'
import { MinePage, NamePage } from './pages.tsx'
import { correctionReasons, reasons, renewableFrom, statusOf } from './rules.ts'
import { confirmName, holdingOf, pdfOf, replaceForNewName, sendAgain } from './service.ts'
import { verifyAddress } from './snapshot.ts'
import { words } from './words.ts'

const certificate = z.object({ certificate: z.uuid() })

const paper = z.object({
  id: z.string(),
  code: z.string(),
  language: z.enum(['nb', 'da', 'en']),
  courseTitle: z.string(),
  issued: z.date(),
  address: z.string().describe('Where anybody can check it.'),
  revoked: z.date().nullable(),
  revokedBecause: z.enum(reasons).nullable(),
  validUntil: z.string().nullable().describe('The last day on which it holds, YYYY-MM-DD.'),
  expired: z.boolean(),
  renewableFrom: z.string().nullable().describe('From that day on, passing the exam again renews it.'),
  inOtherName: z.boolean(),
  corrected: z.object({ made: z.date(), reason: z.enum(correctionReasons) }).nullable().describe('When an employee last corrected what it says, and why.'),
  contest: z
    .object({ certificate: z.string(), state: z.enum(['open', 'waiting', 'answered']) })
    .nullable()
    .describe('Where to object to what was decided about it, or to read the answer: /certificates/{certificate}/objection.'),
  delivery: z
    .object({ outcome: z.enum(['sent', 'refused', 'withheld', 'delayed']), sent: z.date() })
    .nullable()
    .describe('What the mail server said of the letter: taken, refused for good, or not yet; withheld: none was sent.'),
})

const mine = z.object({
  papers: z.array(paper),
  waiting: z.number().describe('Completed courses whose certificate has not been issued yet.'),
  nameConfirmed: z.boolean(),
})

export type Mine = z.output<typeof mine>

const showMine = question({
  path: '/certificates',
  purpose: 'certification',
  audience: 'signed in',
  answer: mine,
  async read(db, visit) {
    const { papers, ...rest } = await holdingOf(db, learnerOf(visit))
    return {
      ...rest,
      papers: papers.map(({ snapshot, ...one }) => ({
        ...one,
        courseTitle: snapshot.courseTitle,
        expired: statusOf({ ...one, replaced: null }, localDay(visit.now, visit.site.zone)) === 'expired',
        renewableFrom: one.validUntil && renewableFrom(one.validUntil),
        address: verifyAddress(snapshot.site, one.code),
        revokedBecause: one.revokedBecause as 'mistake' | null,
        delivery: one.delivery as { outcome: 'sent'; sent: Date } | null,
      })),
    }
  },
  page: MinePage,
})

const servePaper = document({
  path: '/certificates/:certificate/paper',
  purpose: 'certification',
  audience: 'signed in',
  params: certificate,
  async serve(db, visit, { params }) {
    const { code, pdf } = await pdfOf(db, visit, { certificate: params.certificate, holder: learnerOf(visit) })
    return { type: 'application/pdf', body: Buffer.from(pdf), inline: `${say(words, visit.language).fileName}-${code}.pdf` }
  },
})

const name = z.object({
  firstName: z.string(),
  lastName: z.string(),
  latinName: z.string().describe('In Latin letters, where they write it in others; else empty.'),
  printed: z.string().describe('As it will stand on the paper.'),
  confirmed: z.date().nullable(),
  waiting: z.number(),
})

export type ShownName = z.output<typeof name>

const showName = question({
  path: '/certificates/name',
  purpose: 'certification',
  audience: 'signed in',
  answer: name,
  async read(db, visit) {
    const [holder, waiting] = await Promise.all([findHolder(db, learnerOf(visit)), waitingFor(db, learnerOf(visit))])
    const { firstName = '', lastName = '', latinName = '', printed = '', confirmed = null } = holder ?? {}
    return { firstName, lastName, latinName, printed, confirmed, waiting: waiting.length }
  },
  page: NamePage,
})

const makeName = change({
  path: '/certificates/name',
  purpose: 'certification',
  audience: 'signed in',
  form: z.strictObject({ firstName: personName, lastName: personName, latinName: z.union([z.literal(''), personName]).default('') }),
  again: showName,
  async act(db, visit, { form }) {
    const issued = await confirmName(db, issuingFor(visit), form)
    return { to: '/certificates', notice: issued > 0 ? 'noticeIssued' : 'noticeNameConfirmed' }
  },
})

const makeVersion = change({
  path: '/certificates/:certificate/version',
  purpose: 'certification',
  audience: 'signed in',
  params: certificate,
  form: z.strictObject({}),
  async act(db, visit, { params }) {
    await replaceForNewName(db, issuingFor(visit), params.certificate)
    return { to: '/certificates', notice: 'noticeNewVersion' }
  },
})

const makeDelivery = change({
  path: '/certificates/:certificate/delivery',
  purpose: 'certification',
  audience: 'signed in',
  params: certificate,
  form: z.strictObject({}),
  again: showMine,
  async act(db, visit, { params }) {
    await sendAgain(db, visit, params.certificate)
    return { to: '/certificates', notice: 'noticeSentAgain' }
  },
})

function learnerOf({ actor }: Visit): string {
  return actor ?? ''
}

function issuingFor(visit: Visit): Issuing {
  return { eyes: visit, site: visit.site, address: visit.origin }
}

export const routes = [showMine, servePaper, showName, makeName, makeVersion, makeDelivery]
