import type { Room } from '../../web/room.ts'
import { decisions } from './data.ts'

export const people: Room = { name: 'people', tables: [decisions] }
