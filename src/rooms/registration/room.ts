import type { Room } from '../../web/room.ts'
import { acceptingRoutes } from './accepting/routes.tsx'
import { acceptingWords } from './accepting/words.ts'
import { acceptances, policyLetters, policyRounds } from './data.ts'
import { jobs } from './jobs.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const registration: Room = {
  name: 'registration',
  tables: [acceptances, policyLetters, policyRounds],
  routes: [...routes, ...acceptingRoutes],
  words: { ...words, ...acceptingWords },
  jobs,
}
