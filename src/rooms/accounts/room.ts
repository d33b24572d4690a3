import type { Room } from '../../web/room.ts'
import { appointments, persons } from './data.ts'

export const accounts: Room = { name: 'accounts', tables: [persons, appointments] }
