import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AssetMap } from './assets.ts'
import { languageOf } from './door.ts'
import { type Child, trusted } from './jsx-runtime.ts'

export type Bare = { request: FastifyRequest; reply: FastifyReply; assets: AssetMap; status: number; title: string }

/** A page that asks nobody anything: of no institution, or of one that cannot be asked now. */
export function sendBare({ request, reply, assets, status, title }: Bare, content: Child): FastifyReply {
  const page = (
    <html lang={languageOf(request)} data-color-scheme="auto" data-size="sm">
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – Løfte`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={assets.theme('nomkus')} />
        <link rel="stylesheet" href={assets.css} />
      </head>
      <body data-color="neutral">
        <main id="content" class="wrap">
          {content}
        </main>
      </body>
    </html>
  )
  return reply.code(status).type('text/html; charset=utf-8').send(trusted(`<!doctype html>${page.markup}`).markup)
}
