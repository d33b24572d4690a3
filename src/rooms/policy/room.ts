import type { Room } from '../../web/room.ts'
import { versions } from './data.ts'

export const policy: Room = { name: 'policy', tables: [versions] }
