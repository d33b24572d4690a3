import { accountRoutes } from './account/routes.tsx'
import { doorRoutes } from './doors/routes.tsx'
import { factorRoutes } from './factors/routes.tsx'
import { linkRoutes } from './links/routes.tsx'

export const routes = [...doorRoutes, ...linkRoutes, ...accountRoutes, ...factorRoutes]
