import type { Room } from '../../web/room.ts'
import { buckets } from './data.ts'

/** Whether the site is fast: known without knowing for whom. It has no pages yet. */
export const performance: Room = { name: 'performance', tables: [buckets] }
