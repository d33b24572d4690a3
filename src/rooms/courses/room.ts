import type { Room } from '../../web/room.ts'
import { arrangingRoutes } from './arranging-routes.ts'
import { authoringRoutes } from './authoring-routes.tsx'
import { authoringWords } from './authoring-words.ts'
import * as data from './data.ts'
import { jobs } from './jobs.ts'
import { lessonRoutes } from './lesson-routes.tsx'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const courses: Room = {
  name: 'courses',
  tables: Object.values(data),
  routes: [...routes, ...authoringRoutes, ...arrangingRoutes, ...lessonRoutes],
  jobs,
  words: { ...words, ...authoringWords },
  navigation: [
    { href: '/courses', label: words.courses, icon: 'book', audience: 'anyone' },
    { href: '/authoring/courses', label: authoringWords.makeCourses, icon: 'pencil', audience: ['author'] },
  ],
}
