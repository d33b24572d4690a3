import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Files } from '../platform/files.ts'
import { type Here, NOTHING_ENTERED } from './here.ts'
import type { AssetMap } from './assets.ts'
import type { NavigationItem } from './here.ts'
import type { Speaker } from './reading.ts'
import type { Route } from './route.ts'
import type { Visit } from './visit.ts'

/** What serving a route needs of the house. */
export type House = {
  readonly routes: readonly Route[]
  readonly navigation: readonly NavigationItem[]
  readonly assets: AssetMap
  readonly files: Files
  readonly say: Speaker
  /** Answers a host that is no institution's: the choice between them. */
  elsewhere(request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply>
}

export type Call = { request: FastifyRequest; reply: FastifyReply; visit: Visit }

export function hereOf(house: House, visit: Visit, notice: string | undefined): Here {
  return { visit, navigation: house.navigation, assets: house.assets, entered: NOTHING_ENTERED, notice }
}

export function wantsData(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}

