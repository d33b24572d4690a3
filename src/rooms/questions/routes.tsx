import { bankRoutes } from './bank/routes.tsx'
import { draftRoutes } from './editing/draft-routes.ts'
import { editingRoutes } from './editing/routes.tsx'
import { versionRoutes } from './editing/version-routes.tsx'
import { pictureRoutes } from './pictures/routes.ts'
import { transferRoutes } from './transfer/routes.tsx'

/** The bank and its list, one question and its versions, its pictures, and files in and out. */
export const routes = [...bankRoutes, ...editingRoutes, ...draftRoutes, ...versionRoutes, ...pictureRoutes, ...transferRoutes]
