import type { Room } from '../../web/room.ts'
import { authorRoutes } from './author-routes.tsx'
import { authorWords } from './author-words.ts'
import * as data from './data.ts'
import { jobs } from './jobs.ts'
import { learnersRoutes } from './learners-routes.tsx'
import { markingRoutes } from './marking-routes.tsx'
import { looks, markingWords } from './marking-words.ts'
import { regradeRoutes } from './regrade-routes.tsx'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const exams: Room = {
  name: 'exams',
  tables: [data.exams, data.versions, data.arrangements, data.attempts, data.answers, data.regrades, data.marks, data.passes],
  routes: [...routes, ...markingRoutes, ...regradeRoutes, ...learnersRoutes, ...authorRoutes],
  // What a refusal or a notice names is found here, whoever reads it.
  words: { ...authorWords, ...markingWords, ...words },
  jobs,
  looks,
  navigation: [{ href: '/marking', label: markingWords.marking, icon: 'task', audience: ['teacher'] }],
}
