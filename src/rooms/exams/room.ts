import type { Room } from '../../web/room.ts'
import * as data from './data.ts'
import { jobs } from './jobs.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const exams: Room = {
  name: 'exams',
  tables: [data.exams, data.versions, data.arrangements, data.attempts, data.answers, data.regrades, data.marks, data.passes],
  routes,
  jobs,
  words,
}
