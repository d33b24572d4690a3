import type { Room } from '../../web/room.ts'
import { authorRoutes } from './authoring/routes.tsx'
import { certificates as papers, corrections, deliveries, objections, revocations, rules } from './data.ts'
import { jobs } from './jobs.ts'
import { answeringRoutes } from './objecting/answering-routes.tsx'
import { objectionRoutes } from './objecting/routes.tsx'
import { objectingWords } from './objecting/words.ts'
import { routes } from './routes.tsx'
import { staffRoutes } from './staff/routes.tsx'
import { looks, staffWords } from './staff/words.ts'
import { verifyRoutes } from './verifying/routes.tsx'
import { verifyingWords } from './verifying/words.ts'
import { words } from './words.ts'

export const certificates: Room = {
  name: 'certificates',
  tables: [rules, papers, deliveries, revocations, corrections, objections],
  routes: [...routes, ...verifyRoutes, ...objectionRoutes, ...staffRoutes, ...answeringRoutes, ...authorRoutes],
  words: { ...words, ...verifyingWords, ...staffWords, ...objectingWords },
  jobs,
  looks,
  navigation: [{ href: '/certificates', label: words.certificates, icon: 'seal', audience: ['learner'] }],
}
