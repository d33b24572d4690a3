import type { Room } from '../../web/room.ts'
import * as data from './data.ts'

export const courses: Room = { name: 'courses', tables: Object.values(data) }
