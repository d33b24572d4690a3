import type { Room } from '../../web/room.ts'
import { events } from './data.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const security: Room = { name: 'security', tables: [events], routes, words }
