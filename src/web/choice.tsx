import type { FastifyReply, FastifyRequest } from 'fastify'
import { say } from '../platform/words.ts'
import type { AssetMap } from './assets.ts'
import { sendBare } from './bare-page.tsx'
import { languageOf } from './door.ts'
import { Card, PageHead } from './kit/layout.tsx'
import { RowItem, Rows } from './kit/lists.tsx'
import type { Site } from './visit.ts'
import { words } from './words.ts'

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
  const said = say(words, languageOf(request))
  return sendBare(
    { request, reply, assets, status: 200, title: said.institutions },
    <>
      <PageHead title={said.institutions} lede={said.chooseInstitution} />
      <Card flush>
        <Rows>
          {sites.map(({ hosts, name, legalName }) => (
            <RowItem title={name} detail={legalName} href={`http://${hosts[0]}${port}/`} />
          ))}
        </Rows>
      </Card>
    </>,
  )
}
