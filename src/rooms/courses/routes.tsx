import { arrangingRoutes } from './authoring/arranging-routes.ts'
import { lessonRoutes } from './authoring/lesson-routes.tsx'
import { authoringRoutes } from './authoring/routes.tsx'
import { learningRoutes } from './learning/routes.tsx'

/** Finding and taking a course, and making one: its facts, its order, its lessons and files. */
export const routes = [...learningRoutes, ...authoringRoutes, ...arrangingRoutes, ...lessonRoutes]
