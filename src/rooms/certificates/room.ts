import type { Room } from '../../web/room.ts'
import { certificates as papers, deliveries, revocations, rules } from './data.ts'

export const certificates: Room = { name: 'certificates', tables: [rules, papers, deliveries, revocations] }
