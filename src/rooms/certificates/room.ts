import type { Room } from '../../web/room.ts'
import { certificates as papers, deliveries, revocations, rules } from './data.ts'
import { jobs } from './jobs.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const certificates: Room = {
  name: 'certificates',
  tables: [rules, papers, deliveries, revocations],
  routes,
  jobs,
  words,
  navigation: [{ href: '/certificates', label: words.title, icon: 'hat', audience: ['learner'] }],
}
