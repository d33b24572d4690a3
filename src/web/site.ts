import fastifyCookie from '@fastify/cookie'
import fastifyCompress from '@fastify/compress'
import fastifyFormbody from '@fastify/formbody'
import fastifyMultipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { logFault } from '../platform/log.ts'
import { isOlder } from '../privacy/within.ts'
import { type Doorkeeper, isFromElsewhere, receive } from './door.ts'
import type { House } from './call.ts'
import { describeRoutes } from './openapi.ts'
import { serveRoute } from './serve.ts'
import { apologise, notHere } from './refuse.tsx'
import type { Visit } from './visit.ts'

const LARGEST_FORM = 256 * 1024 // bytes; uploads have limits of their own
const A_MOMENT = 300 // milliseconds in which a connection must say something when the house closes
const LAST_CALL = 6_000 // milliseconds that a request under way has then

/** Opens the whole site: every route of every room behind one door. */
export function openSite(house: House, doorkeeper: Doorkeeper): FastifyInstance {
  const site = Fastify({
    trustProxy: 'loopback',
    bodyLimit: LARGEST_FORM,
    logger: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: 'idle',
  })
  site.register(fastifyCookie)
  site.register(fastifyFormbody)
  // A question of a hundred options has a thousand fields; how large a file may be is each route's own matter.
  site.register(fastifyMultipart, { throwFileSizeLimit: false, limits: { files: 10, fields: 1_500, fieldSize: LARGEST_FORM } })
  site.register(fastifyCompress, { global: true, encodings: ['gzip'], threshold: 2048 })
  endConnectionsWhenClosing(site)
  site.addHook('onRequest', async (request, reply) => {
    for (const [name, value] of Object.entries(headersFor(request))) reply.header(name, value)
  })

  site.register(async (rooms) => {
    for (const route of house.routes) {
      if (!route.purpose) throw new Error(`${route.path} has no purpose`)
      rooms.route({
        method: route.kind === 'change' ? 'POST' : 'GET',
        url: route.path,
        handler: (request, reply) =>
          atTheDoor(house, doorkeeper, { request, reply, work: (visit) => serveRoute(house, route, { request, reply, visit }) }),
      })
    }
  })
  const describe = describeRoutes(house.routes)
  site.get('/openapi.json', (request, reply) =>
    atTheDoor(house, doorkeeper, {
      request,
      reply,
      work: async (visit) => reply.send(describe({ title: visit.site.name, server: visit.origin })),
    }),
  )
  site.setNotFoundHandler((request, reply) =>
    atTheDoor(house, doorkeeper, { request, reply, work: async (visit) => notHere(house, reply, { request, visit }) }),
  )
  site.setErrorHandler((error, request, reply) => answerFault(house, error, { request, reply }))
  return site
}

/** A browser that was answered while we close would keep its connection, and we would wait for it. */
function endConnectionsWhenClosing(site: FastifyInstance): void {
  // Node counts a connection that has never asked for anything as busy, and a browser opens such ones in advance.
  const silent = new Set<FastifyRequest['socket']>()
  site.server.on('connection', (socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  site.server.on('request', ({ socket }) => silent.delete(socket))

  let isClosing = false
  site.addHook('preClose', async () => {
    isClosing = true
    setTimeout(() => silent.forEach((socket) => socket.destroy()), A_MOMENT).unref()
    setTimeout(() => site.server.closeAllConnections(), LAST_CALL).unref()
  })
  site.addHook('onSend', async (_, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
}

type Arrival = { request: FastifyRequest; reply: FastifyReply; work: (visit: Visit) => Promise<FastifyReply> }

async function atTheDoor(house: House, doorkeeper: Doorkeeper, { request, reply, work }: Arrival): Promise<FastifyReply> {
  if (doorkeeper.means.mark.isBehind) return apologise(house.assets, { request, reply, status: 503 })
  const visit = await receive(request, doorkeeper)
  if (!visit) return house.elsewhere(request, reply)
  if (request.method === 'POST' && isFromElsewhere(request)) return apologise(house.assets, { request, reply, status: 403 })
  return work(visit)
}

// A request that cannot be read is the sender's doing; everything else is ours, and is not quoted.
function answerFault(house: House, error: unknown, { request, reply }: { request: FastifyRequest; reply: FastifyReply }): FastifyReply {
  const { statusCode: status = 500 } = error as { statusCode?: number }
  if (status < 500) return apologise(house.assets, { request, reply, status })
  if (isOlder(error)) return apologise(house.assets, { request, reply, status: 503 })
  logFault(error, request.routeOptions.url ?? '')
  return apologise(house.assets, { request, reply, status: 500 })
}

const CONTENT_POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

function headersFor(request: FastifyRequest): Record<string, string> {
  return {
    'content-security-policy': CONTENT_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'cache-control': 'no-store',
    ...(request.protocol === 'https' ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}
