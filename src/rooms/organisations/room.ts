import type { Room } from '../../web/room.ts'
import { capacities, contacts, memberships, notices, organisations as organisationTable, seats } from './data.ts'

export const organisations: Room = {
  name: 'organisations',
  tables: [organisationTable, memberships, seats, contacts, capacities, notices],
}
