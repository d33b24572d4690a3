import type { Room } from '../../web/room.ts'
import { capacities, contacts, memberships, notices, organisations as organisationTable, pools, requests, seats, terms, vacated } from './data.ts'
import { jobs } from './jobs.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const organisations: Room = {
  name: 'organisations',
  tables: [organisationTable, memberships, terms, pools, seats, vacated, contacts, requests, capacities, notices],
  routes,
  words,
  jobs,
  navigation: [{ href: '/organisation', label: words.yourOrganisation, icon: 'bar-chart', audience: ['contact'] }],
  looks: {
    organisationContacts: {
      nb: 'Så hvem som er kontaktperson for en organisasjon',
      da: 'Så, hvem der er kontaktperson for en organisation',
      en: 'Saw who is an organisation’s contact',
    },
  },
}
