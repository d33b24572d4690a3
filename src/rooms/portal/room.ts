import type { Room } from '../../web/room.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

/** The front page shows every room below it, and owns no table. */
export const portal: Room = {
  name: 'portal',
  routes,
  words,
  navigation: [{ href: '/', label: words.home, icon: 'house', audience: 'anyone', first: true }],
}
