import type { Room } from '../../web/room.ts'
import { jobs } from './jobs.ts'
import type { SaidOfLooks } from './looks.ts'
import { routesFor } from './routes.tsx'
import { words } from './words.ts'

/** The desk where people use their rights. It owns no table, and answers for all of them. */
export function rightsDesk(looks: SaidOfLooks): Room {
  return { name: 'rights', routes: routesFor(looks), jobs, words }
}
