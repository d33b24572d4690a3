import type { Room } from '../../web/room.ts'
import { authorRoutes } from './authoring/routes.tsx'
import { certificates as papers, deliveries, revocations, rules } from './data.ts'
import { jobs } from './jobs.ts'
import { routes } from './routes.tsx'
import { staffRoutes } from './staff/routes.tsx'
import { looks, staffWords } from './staff/words.ts'
import { verifyRoutes } from './verifying/routes.tsx'
import { verifyingWords } from './verifying/words.ts'
import { words } from './words.ts'

export const certificates: Room = {
  name: 'certificates',
  tables: [rules, papers, deliveries, revocations],
  routes: [...routes, ...verifyRoutes, ...staffRoutes, ...authorRoutes],
  words: { ...words, ...verifyingWords, ...staffWords },
  jobs,
  looks,
  navigation: [{ href: '/certificates', label: words.certificates, icon: 'seal', audience: ['learner'] }],
}
