import { accountRoutes } from './account-routes.tsx'
import { doorRoutes } from './door-routes.tsx'
import { factorRoutes } from './factor-routes.tsx'
import { linkRoutes } from './link-routes.tsx'

export const routes = [...doorRoutes, ...linkRoutes, ...accountRoutes, ...factorRoutes]
