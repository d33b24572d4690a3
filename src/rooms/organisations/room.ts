import type { Room } from '../../web/room.ts'
import { capacities, contacts, memberships, notices, organisations as organisationTable, seats } from './data.ts'
import { jobs } from './jobs.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const organisations: Room = {
  name: 'organisations',
  tables: [organisationTable, memberships, seats, contacts, capacities, notices],
  routes,
  jobs,
  words,
}
