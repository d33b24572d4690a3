import type { Room } from '../../web/room.ts'
import { jobs } from './jobs.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const rights: Room = { name: 'rights', routes, jobs, words }
