import { addDuration } from '../../platform/time.ts'
import { localDay } from '../../platform/time.ts'
import { document } from '../../web/route.ts'
import { getPolicy } from './service.ts'

const PUBLIC = { purpose: 'information', audience: 'anyone' } as const

/** How long what security.txt says may be believed; less than a year is asked. Source: RFC 9116, 2.5.5. */
const BELIEVED = 'P90D'

const securityText = document({
  ...PUBLIC,
  path: '/.well-known/security.txt',
  async serve(_, { now, origin, site }) {
    const lines = [
      `Contact: mailto:${site.privacyEmail}`,
      `Contact: ${origin}/contact`,
      `Expires: ${addDuration(now, BELIEVED, 'UTC').toISOString()}`,
      'Preferred-Languages: nb, da, en',
      `Canonical: ${origin}/.well-known/security.txt`,
      `Policy: ${origin}/privacy`,
    ]
    return { type: 'text/plain; charset=utf-8', body: `${lines.join('\n')}\n` }
  },
})

/** Source: https://www.w3.org/TR/gpc/. The day is that of the policy that says so. */
const globalPrivacyControl = document({
  ...PUBLIC,
  path: '/.well-known/gpc.json',
  async serve(db, { now, site }) {
    const { effective } = await getPolicy(db, now)
    const said = { gpc: true, lastUpdate: localDay(effective, site.zone), tracking: 'none: there is nothing to switch off' }
    return { type: 'application/json', body: JSON.stringify(said) }
  },
})

export const wellKnown = [securityText, globalPrivacyControl]
