import { z } from 'zod'
import { localDay } from '../../platform/time.ts'
import { change, question } from '../../web/route.ts'
import { renewMembership, resumeMembership, rotateCode, setDomains, setSeats, suspendMembership } from './changing-service.ts'
import { MembershipPage } from './membership-page.tsx'
import { getMembership } from './reading-service.ts'

const EMPLOYEE = { purpose: 'administration', audience: 'administrator' } as const
const HERE = '/administration/organisations/:organisation/memberships/:membership'
const params = z.object({ organisation: z.uuid(), membership: z.uuid() })
type Params = z.output<typeof params>

export const seatsSchema = z.coerce.number('#fieldNotANumber').int('#fieldNotANumber').min(1).max(5_000)

/** Mail domains with spaces or commas between, kept with one space; empty is none. */
export const domainsSchema = z
  .string()
  .max(1_000)
  .default('')
  .transform((typed) => typed.toLowerCase().split(/[\s,;]+/).filter(Boolean).map((domain) => domain.replace(/^@/, '')))
  .refine((domains) => domains.every((domain) => /^[\p{L}\d-]+(\.[\p{L}\d-]+)+$/u.test(domain)), '#domainsWrong')
  .transform((domains) => domains.join(' ') || null)

const showMembership = question({
  ...EMPLOYEE,
  path: HERE,
  params,
  answer: z.object({
    organisation: z.object({ id: z.string(), name: z.string() }),
    id: z.string(),
    code: z.string(),
    begins: z.iso.date(),
    ends: z.iso.date(),
    state: z.enum(['active', 'notBegun', 'expired', 'suspended']),
    domains: z.string().nullable(),
    domainsOnly: z.boolean().describe('Whether nobody with another address gets in.'),
    seats: z.number(),
    taken: z.number(),
    activated: z.number(),
  }),
  read: (db, visit, input) => getMembership(db, visit, input.params),
  page: MembershipPage,
})

const changeSeats = change({
  ...EMPLOYEE,
  path: `${HERE}/seats`,
  params,
  form: z.strictObject({ seats: seatsSchema }),
  again: showMembership,
  async act(_, visit, { params: at, form: { seats } }) {
    await setSeats(visit, { membership: at.membership, seats })
    return back(at, 'noticeSeatsChanged')
  },
})

const makeCode = change({
  ...EMPLOYEE,
  path: `${HERE}/code`,
  params,
  form: z.strictObject({}),
  async act(db, _, { params: at }) {
    await rotateCode(db, at.membership)
    return back(at, 'noticeCodeRotated')
  },
})

const changeTerm = change({
  ...EMPLOYEE,
  path: `${HERE}/term`,
  params,
  form: z.strictObject({ ends: z.iso.date('#fieldNotADate') }),
  again: showMembership,
  async act(db, visit, { params: at, form: { ends } }) {
    const today = localDay(visit.now, visit.site.zone)
    await renewMembership(db, { eyes: visit, membership: at.membership, ends, today })
    return back(at, 'noticeRenewed')
  },
})

const makeSuspension = change({
  ...EMPLOYEE,
  path: `${HERE}/suspension`,
  params,
  form: z.strictObject({}),
  async act(db, visit, { params: at }) {
    await suspendMembership(db, { membership: at.membership, now: visit.now })
    return back(at, 'noticeSuspended')
  },
})

const makeResumption = change({
  ...EMPLOYEE,
  path: `${HERE}/resumption`,
  params,
  form: z.strictObject({}),
  async act(db, _, { params: at }) {
    await resumeMembership(db, at.membership)
    return back(at, 'noticeResumed')
  },
})

const changeDomains = change({
  ...EMPLOYEE,
  path: `${HERE}/domains`,
  params,
  form: z.strictObject({ domains: domainsSchema, only: z.literal('yes').optional() }),
  again: showMembership,
  async act(db, _, { params: at, form: { domains, only } }) {
    await setDomains(db, { membership: at.membership, domains, only: only === 'yes' })
    return back(at, 'noticeDomainsSaved')
  },
})

export const membershipRoutes = [showMembership, changeSeats, makeCode, changeTerm, makeSuspension, makeResumption, changeDomains]

function back({ organisation, membership }: Params, notice: string) {
  return { to: `/administration/organisations/${organisation}/memberships/${membership}`, notice }
}
