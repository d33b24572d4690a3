import { z } from 'zod'
import { change } from '../../../web/route.ts'
import { exemptionReasons } from '../rules.ts'
import { endReach } from '../teaching-service.ts'
import { decideApplication, endExemption, exempt } from './exempting.ts'
import { showLearner } from './following-routes.tsx'

const TEACHERS = { purpose: 'teaching', audience: 'teacher', looks: 'courseLearners' } as const
const HERE = '/teaching/courses'
const learner = z.object({ course: z.uuid(), learner: z.uuid() })
const at = (params: z.output<typeof learner>) => `${HERE}/${params.course}/learners/${params.learner}`

const decide = change({
  ...TEACHERS,
  path: `${HERE}/:course/learners/:learner/application`,
  params: learner,
  form: z.strictObject({ outcome: z.enum(['granted', 'declined']) }),
  async act(db, visit, { params, form }) {
    await decideApplication(db, visit, { ...params, ...form })
    // Whoever begins lets the teachers see them again by that.
    await endReach(visit, { ...params, butNot: [] })
    return { to: `${HERE}/${params.course}`, notice: form.outcome === 'granted' ? 'noticeGranted' : 'noticeDeclined' }
  },
})

const letHave = change({
  ...TEACHERS,
  path: `${HERE}/:course/learners/:learner/exemptions`,
  params: learner,
  form: z.strictObject({ what: z.uuid('#fieldNotAChoice'), because: z.enum(exemptionReasons, '#fieldNotAChoice') }),
  again: showLearner,
  async act(db, visit, { params, form }) {
    await exempt(db, visit, { ...params, ...form })
    return { to: at(params), notice: 'noticeExempted', created: true }
  },
})

const takeBack = change({
  ...TEACHERS,
  path: `${HERE}/:course/learners/:learner/exemptions/end`,
  params: learner,
  form: z.strictObject({ exemption: z.uuid() }),
  again: showLearner,
  async act(db, visit, { params, form }) {
    await endExemption(db, visit, { ...params, id: form.exemption })
    return { to: at(params), notice: 'noticeExemptionEnded' }
  },
})

export const exemptingRoutes = [decide, letHave, takeBack]
