import { z } from 'zod'
import { emailAddress } from '../../../platform/email-address.ts'
import { change, question } from '../../../web/route.ts'
import { moveToMembership } from './moving-service.ts'
import { findOwnMembership, leaveOrganisation } from './own-service.ts'
import { OwnMembershipPage } from './pages.tsx'
import { WakingPage } from './waking-page.tsx'
import { wakeByCode } from './waking-service.ts'

const membershipCode = z.string().trim().min(1).max(60)

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
    const rests = await leaveOrganisation(visit, { person: visit.actor ?? '', zone: visit.site.zone })
    return { to: '/', notice: rests ? 'noticeLeft' : 'noticeLeftForWork' }
  },
})

const makeMove = change({
  path: '/membership',
  purpose: 'registration',
  audience: 'learner',
  form: z.strictObject({ membershipCode }),
  again: showOwnMembership,
  async act(_, visit, { form }) {
    await moveToMembership(visit, form.membershipCode)
    return { to: '/membership', notice: 'noticeMoved' }
  },
})

const showWaking = question({
  path: '/membership/waking',
  purpose: 'information',
  audience: 'anyone',
  answer: z.object({}),
  read: async () => ({}),
  page: WakingPage,
})

const makeWaking = change({
  path: '/membership/waking',
  purpose: 'membership',
  audience: 'anyone',
  form: z.strictObject({ email: emailAddress, password: z.string().min(1).max(1_000), membershipCode }),
  again: showWaking,
  async act(_, visit, { form }) {
    await wakeByCode(visit, form)
    return { to: '/sign-in', notice: 'noticeAwake' }
  },
})

export const ownRoutes = [showOwnMembership, makeMove, makeLeaving, showWaking, makeWaking]
