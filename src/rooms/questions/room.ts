import type { Room } from '../../web/room.ts'
import { asked, changes, drafts, draws, editing, entries, imports, pictures, uses, versions } from './data.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const questions: Room = { name: 'questions', tables: [entries, versions, pictures, uses, draws, asked, drafts, editing, changes, imports], routes, words }
