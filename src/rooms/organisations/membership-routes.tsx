import { z } from 'zod'
import { change, question } from '../../web/route.ts'
import { renewMembership, setSeats } from './agreement-service.ts'
import { answerRequest } from './capacity/request-service.ts'
import { resumeMembership, rotateCode, setJoining, suspendMembership } from './changing-service.ts'
import { MembershipPage } from './membership-page.tsx'
import { getMembership } from './reading-service.ts'
import { poolSchema, requestSchema, termSchema } from './shapes.ts'

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
    joiningBegins: z.iso.date().nullable().describe('The first day on which the code lets somebody in, where it is later than the term’s.'),
    joiningEnds: z.iso.date().nullable(),
    seats: z.number().describe('How many are paid for today.'),
    taken: z.number(),
    activated: z.number(),
    terms: z.array(termSchema),
    pools: z.array(poolSchema),
    requests: z.array(requestSchema),
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
    await setSeats(visit, { membership: at.membership, seats, zone: visit.site.zone })
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
  form: z.strictObject({
    begins: z.iso.date('#fieldNotADate').optional(),
    ends: z.iso.date('#fieldNotADate'),
    termSeats: seatsSchema.optional(),
  }),
  again: showMembership,
  async act(_, visit, { params: at, form: { begins, ends, termSeats: seats } }) {
    await renewMembership(visit, { membership: at.membership, begins, ends, seats, zone: visit.site.zone })
    return back(at, 'noticeRenewed')
  },
})

const makeAnswer = change({
  ...EMPLOYEE,
  path: `${HERE}/requests/:request/answer`,
  params: params.extend({ request: z.uuid() }),
  form: z
    .strictObject({ answer: z.enum(['granted', 'declined']), reason: z.enum(['', 'inUse', 'agreement']).default('') })
    .refine(({ answer, reason }) => answer === 'granted' || reason !== '', { error: '#declineBecause', path: ['reason'] }),
  again: showMembership,
  async act(_, visit, { params: at, form: { answer, reason } }) {
    await answerRequest(visit, { ...at, answer, reason: reason || null })
    return back(at, 'noticeAnswered')
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

const optionalDay = z.union([z.literal('').transform(() => null), z.iso.date('#fieldNotADate')]).default(null)

const changeJoining = change({
  ...EMPLOYEE,
  path: `${HERE}/joining`,
  params,
  form: z
    .strictObject({ domains: domainsSchema, only: z.literal('yes').optional(), joiningBegins: optionalDay, joiningEnds: optionalDay })
    .refine(({ joiningBegins, joiningEnds }) => !joiningBegins || !joiningEnds || joiningBegins <= joiningEnds, { error: '#endsBeforeBegins', path: ['joiningEnds'] }),
  again: showMembership,
  async act(db, _, { params: at, form: { domains, only, joiningBegins: begins, joiningEnds: ends } }) {
    await setJoining(db, { membership: at.membership, domains, only: only === 'yes', begins, ends })
    return back(at, 'noticeJoiningSaved')
  },
})

export const membershipRoutes = [showMembership, changeSeats, makeCode, changeTerm, makeAnswer, makeSuspension, makeResumption, changeJoining]

function back({ organisation, membership }: Params, notice: string) {
  return { to: `/administration/organisations/${organisation}/memberships/${membership}`, notice }
}
