import type { Room } from '../../web/room.ts'
import { changes, entries, imports, pictures, uses, versions } from './data.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const questions: Room = { name: 'questions', tables: [entries, versions, pictures, uses, changes, imports], routes, words }
