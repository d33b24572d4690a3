import type { Room } from '../../web/room.ts'
import { jobs } from './jobs.ts'
import type { SaidOfLooks } from './looks.ts'
import { routes as overseeingRoutes } from './overseeing/routes.tsx'
import { words as overseeingWords } from './overseeing/words.ts'
import { routesFor } from './routes.tsx'
import { words } from './words.ts'

/** The desk where people use their rights. It owns no table, and answers for all of them. */
export function rightsDesk(looks: SaidOfLooks): Room {
  return {
    name: 'rights',
    routes: [...routesFor(looks), ...overseeingRoutes],
    navigation: [{ href: '/oversight', label: overseeingWords.oversight, icon: 'shield', audience: ['officer'] }],
    jobs,
    words,
  }
}
