import type { Room } from '../../web/room.ts'
import { events } from './data.ts'

export const security: Room = { name: 'security', tables: [events] }
