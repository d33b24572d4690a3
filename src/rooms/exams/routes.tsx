import { arrangingRoutes } from './arranging/routes.tsx'
import { placesRoutes } from './authoring/places-routes.tsx'
import { authorRoutes } from './authoring/routes.tsx'
import { markingRoutes } from './marking/routes.tsx'
import { regradeRoutes } from './marking/regrade-routes.tsx'
import { replayRoutes } from './replaying/routes.tsx'
import { sittingRoutes } from './sitting/routes.tsx'

/** Sitting an exam, marking it, mending a faulty question, looking into an attempt again, giving extra time, and making exams. */
export const routes = [...sittingRoutes, ...markingRoutes, ...regradeRoutes, ...replayRoutes, ...arrangingRoutes, ...authorRoutes, ...placesRoutes]
