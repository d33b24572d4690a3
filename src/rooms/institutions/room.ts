import type { Room } from '../../web/room.ts'
import { sites } from './data.ts'

export const institutions: Room = { name: 'institutions', tables: [sites] }
