import type { Room } from '../../web/room.ts'
import { appointments, persons, unreached } from './data.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const accounts: Room = { name: 'accounts', tables: [persons, appointments, unreached], routes, words }
