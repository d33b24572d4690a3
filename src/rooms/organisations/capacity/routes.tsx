import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { poolSchema, requestSchema, termSchema } from '../shapes.ts'
import { capacitiesOf } from './capacity-service.ts'
import { CapacityPage } from './pages.tsx'
import { askForSeats, withdrawRequest } from './request-service.ts'

const CONTACT = { purpose: 'capacity', audience: 'contact' } as const

const capacity = z.object({
  id: z.string(),
  code: z.string(),
  begins: z.iso.date(),
  ends: z.iso.date(),
  state: z.enum(['active', 'notBegun', 'expired', 'suspended']),
  counted: z.iso.date().describe('The day on which was counted; nothing is told of what happened since.'),
  seats: z.number().int(),
  activated: z.number().int().nullable().describe('Null where a number would point at somebody.'),
  turnedAway: z.boolean().describe('Whether somebody was turned away in the time before the count, all seats being taken.'),
  joiningBegins: z.iso.date().nullable(),
  joiningEnds: z.iso.date().nullable(),
  terms: z.array(termSchema),
  pools: z.array(poolSchema),
  requests: z.array(requestSchema),
})

const showCapacity = question({
  ...CONTACT,
  path: '/organisation',
  answer: z.object({ organisations: z.array(z.object({ name: z.string(), memberships: z.array(capacity) })) }),
  read: async (db, visit) => ({ organisations: await capacitiesOf(db, visit) }),
  page: CapacityPage,
})

const makeRequest = change({
  ...CONTACT,
  path: '/organisation/requests',
  form: z.strictObject({
    membership: z.uuid(),
    kind: z.enum(['more', 'fewer']),
    seats: z.coerce.number('#fieldNotANumber').int('#fieldNotANumber').min(1).max(5_000),
  }),
  again: showCapacity,
  async act(db, visit, { form }) {
    await askForSeats(db, visit, form)
    return { to: '/organisation#ask', notice: 'noticeAsked', created: true }
  },
})

const makeWithdrawal = change({
  ...CONTACT,
  path: '/organisation/requests/:request/withdrawal',
  params: z.object({ request: z.uuid() }),
  form: z.strictObject({}),
  again: showCapacity,
  async act(db, visit, { params: { request } }) {
    await withdrawRequest(db, visit, request)
    return { to: '/organisation#ask', notice: 'noticeWithdrawn' }
  },
})

export const capacityRoutes = [showCapacity, makeRequest, makeWithdrawal]
