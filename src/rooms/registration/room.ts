import type { Room } from '../../web/room.ts'
import { acceptances } from './data.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const registration: Room = { name: 'registration', tables: [acceptances], routes, words }
