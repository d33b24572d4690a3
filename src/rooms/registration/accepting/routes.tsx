import { z } from 'zod'
import { change, question } from '../../../web/route.ts'
import { changeSaid } from '../../policy/text.ts'
import { knowPolicy, policyNewsFor } from './acceptance-service.ts'
import { NewPolicyPage } from './page.tsx'

const news = z.object({
  version: z.string(),
  effective: z.date(),
  changes: z.array(z.string()).describe('What matters, a sentence each.'),
  asks: z.boolean().describe('Whether one is asked to accept it anew, or only told.'),
})

export type News = z.output<typeof news>

const showNewPolicy = question({
  path: '/account/policy',
  purpose: 'account',
  audience: 'signed in',
  answer: z.object({ news: news.nullable() }),
  async read(db, visit) {
    const found = await policyNewsFor(db, visit)
    return { news: found && { ...found, changes: found.changes.map((one) => changeSaid(one, visit.language)) } }
  },
  page: NewPolicyPage,
})

const makeKnown = change({
  path: '/account/policy',
  purpose: 'account',
  audience: 'signed in',
  form: z.strictObject({ version: z.string().max(64), accepted: z.literal('yes').optional() }),
  again: showNewPolicy,
  async act(db, visit, { form }) {
    await knowPolicy(db, visit, { version: form.version, isAccepted: form.accepted === 'yes' })
    return { to: '/', notice: 'noticePolicyKnown' }
  },
})

export const acceptingRoutes = [showNewPolicy, makeKnown]
