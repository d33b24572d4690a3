import { administrationRoutes } from './administration-routes.tsx'
import { capacityRoutes } from './capacity/routes.tsx'
import { membershipRoutes } from './membership-routes.tsx'
import { ownRoutes } from './own/routes.tsx'

export const routes = [...capacityRoutes, ...ownRoutes, ...administrationRoutes, ...membershipRoutes]
