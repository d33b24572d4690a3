import type { Room } from '../../web/room.ts'
import { events, holds } from './data.ts'
import { words as investigatingWords } from './investigating/words.ts'
import { routes as investigatingRoutes } from './investigating/routes.tsx'
import { jobs } from './jobs.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const security: Room = {
  name: 'security',
  tables: [holds, events],
  routes: [...routes, ...investigatingRoutes],
  words: { ...words, ...investigatingWords },
  jobs,
  looks: {
    securityLogRead: {
      nb: 'Leste i sikkerhetsloggen for å undersøke noe',
      da: 'Læste i sikkerhedsloggen for at undersøge noget',
      en: 'Read the security log to investigate something',
    },
  },
}
