import { conditionRoutes } from './authoring/condition-routes.tsx'
import { arrangingRoutes } from './authoring/arranging-routes.ts'
import { factsRoutes } from './authoring/facts-routes.tsx'
import { lessonRoutes } from './authoring/lesson-routes.tsx'
import { authoringRoutes } from './authoring/routes.tsx'
import { learningRoutes } from './learning/routes.tsx'
import { exemptingRoutes } from './teaching/exempting-routes.tsx'
import { followingRoutes } from './teaching/following-routes.tsx'
import { teachingRoutes } from './teaching/routes.tsx'

/** Finding and taking a course, making one (its facts, its order, its lessons and files), and who teaches it. */
export const routes = [...learningRoutes, ...authoringRoutes, ...arrangingRoutes, ...factsRoutes, ...conditionRoutes, ...lessonRoutes, ...teachingRoutes, ...followingRoutes, ...exemptingRoutes]
