import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AssetMap } from './assets.ts'
import type { Html } from './jsx-runtime.ts'
import type { Site } from './visit.ts'

/** At an address that is nobody's: the institutions that are here. Any other host is told nothing. */
export function chooseSite(at: {
  request: FastifyRequest
  reply: FastifyReply
  sites: readonly Site[]
  assets: AssetMap
}): FastifyReply {
  const { request, reply, sites, assets } = at
  const isLocal = ['localhost', '127.0.0.1', '[::1]', '::1'].includes(request.hostname)
  if (!isLocal || request.method !== 'GET' || request.url.split('?')[0] !== '/') return reply.code(404).type('text/plain').send('')

  const port = request.host.match(/:\d+$/)?.[0] ?? ''
  const page = Choice({ sites, assets, port })
  return reply.type('text/html; charset=utf-8').send(`<!doctype html>${page.markup}`)
}

function Choice({ sites, assets, port }: { sites: readonly Site[]; assets: AssetMap; port: string }): Html {
  return (
    <html lang="en" data-color-scheme="auto" data-size="sm">
      <head>
        <meta charset="utf-8" />
        <title>Løfte</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href={assets.theme('nomkus')} />
        <link rel="stylesheet" href={assets.css} />
      </head>
      <body data-color="neutral">
        <main id="content" class="wrap">
          <h1>Løfte</h1>
          <p>The institutions of this installation:</p>
          <ul>
            {sites.map((site) => (
              <li>
                <a href={`http://${site.hosts[0]}${port}/`}>{site.name}</a>
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  )
}
