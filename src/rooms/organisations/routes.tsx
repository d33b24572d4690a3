import { z } from 'zod'
import { change, question } from '../../web/route.ts'
import { administrationRoutes } from './administration-routes.tsx'
import { membershipRoutes } from './membership-routes.tsx'
import { moveToMembership } from './moving-service.ts'
import { CapacityPage, OwnMembershipPage } from './pages.tsx'
import { capacitiesOf, findOwnMembership } from './reading-service.ts'
import { leaveOrganisation } from './term-service.ts'

const capacity = z.object({
  code: z.string(),
  begins: z.iso.date(),
  ends: z.iso.date(),
  state: z.enum(['active', 'notBegun', 'expired', 'suspended']),
  counted: z.iso.date().describe('The day on which was counted; nothing is told of what happened since.'),
  seats: z.number().int(),
  activated: z.number().int().nullable().describe('Null where a number would point at somebody.'),
})

const showCapacity = question({
  path: '/organisation',
  purpose: 'capacity',
  audience: 'contact',
  answer: z.object({ organisations: z.array(z.object({ name: z.string(), memberships: z.array(capacity) })) }),
  read: async (db, visit) => ({ organisations: await capacitiesOf(db, visit) }),
  page: CapacityPage,
})

const showOwnMembership = question({
  path: '/membership',
  purpose: 'account',
  audience: 'learner',
  answer: z.object({
    membership: z.object({ organisation: z.string(), begins: z.iso.date(), ends: z.iso.date() }).nullable(),
  }),
  read: async (db, visit) => ({ membership: (await findOwnMembership(db, visit)) ?? null }),
  page: OwnMembershipPage,
})

const makeLeaving = change({
  path: '/membership/leaving',
  purpose: 'membership',
  audience: 'learner',
  form: z.strictObject({ sure: z.literal('yes', '#mustTickToLeave') }),
  again: showOwnMembership,
  async act(_, visit) {
    if (visit.actor) await leaveOrganisation(visit, { person: visit.actor, zone: visit.site.zone })
    return { to: '/' }
  },
})

const makeMove = change({
  path: '/membership',
  purpose: 'registration',
  audience: 'learner',
  form: z.strictObject({ membershipCode: z.string().trim().min(1).max(60) }),
  again: showOwnMembership,
  async act(_, visit, { form }) {
    await moveToMembership(visit, form.membershipCode)
    return { to: '/membership', notice: 'moved' }
  },
})

export const routes = [showCapacity, showOwnMembership, makeMove, makeLeaving, ...administrationRoutes, ...membershipRoutes]
