import { z } from 'zod'
import { question } from '../../web/route.ts'
import { SecurityPage } from './pages.tsx'
import { happeningsOf } from './service.ts'

const showSecurity = question({
  path: '/account/security',
  purpose: 'security',
  audience: 'signed in',
  answer: z.object({
    events: z.array(z.object({ happened: z.date(), kind: z.string(), device: z.string().nullable(), network: z.string().nullable() })),
  }),
  read: async (db, visit) => ({ events: await happeningsOf(db, visit) }),
  page: SecurityPage,
})

export const routes = [showSecurity]
