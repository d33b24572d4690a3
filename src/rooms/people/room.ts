import type { Room } from '../../web/room.ts'
import { decisions } from './data.ts'
import { jobs } from './jobs.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const people: Room = {
  name: 'people',
  tables: [decisions],
  routes,
  words,
  jobs,
  navigation: [{ href: '/administration', label: words.administration, icon: 'cog', audience: ['administrator'] }],
  looks: {
    peopleFound: { nb: 'Lette etter noen og så deg i listen', da: 'Ledte efter nogen og så dig på listen', en: 'Looked for somebody and saw you in the list' },
    personHelped: { nb: 'Så på kontoen din for å hjelpe', da: 'Så på din konto for at hjælpe', en: 'Looked at your account to help' },
  },
}
