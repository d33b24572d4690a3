import type { Room } from '../../web/room.ts'
import { versions } from './data.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const policy: Room = { name: 'policy', tables: [versions], routes, words }
