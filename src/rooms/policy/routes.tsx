import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { document, question } from '../../web/route.ts'
import type { Visit } from '../../web/visit.ts'
import { ContactPage, CookiesPage, PolicyPage, VersionsPage } from './pages.tsx'
import { findPolicy, getPolicy, type PolicyVersion, policiesOf } from './service.ts'
import { policyHtml } from './text.ts'

const shown = z.object({ hash: z.string(), effective: z.date(), html: z.string() })
const anyone = { purpose: 'information', audience: 'anyone' } as const

const showPolicy = question({
  path: '/privacy',
  ...anyone,
  answer: shown,
  read: async (db, visit) => shownAs(await getPolicy(db, visit.now), visit),
  page: PolicyPage,
})

const showVersions = question({
  path: '/privacy/versions',
  ...anyone,
  answer: z.object({ versions: z.array(z.object({ hash: z.string(), effective: z.date() })) }),
  read: async (db) => ({ versions: await policiesOf(db) }),
  page: VersionsPage,
})

const showVersion = question({
  path: '/privacy/versions/:hash',
  ...anyone,
  params: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  answer: shown,
  async read(db, visit, { params }) {
    const version = await findPolicy(db, params.hash)
    if (!version) throw new Refusal('notFound', 404)
    return shownAs(version, visit)
  },
  page: PolicyPage,
})

const showCookies = question({ path: '/cookies', ...anyone, answer: z.object({}), read: async () => ({}), page: CookiesPage })
const showContact = question({ path: '/contact', ...anyone, answer: z.object({}), read: async () => ({}), page: ContactPage })

const serveHealth = document({
  path: '/health',
  ...anyone,
  async serve(db) {
    await db.selectFrom('policy.versions').select('hash').limit(1).execute()
    return { type: 'application/json', body: JSON.stringify({ status: 'ok' }) }
  },
})

const serveSecurity = document({
  path: '/.well-known/security.txt',
  ...anyone,
  async serve(_, visit) {
    const expires = new Date(visit.now.getTime() + 180 * 86_400_000).toISOString()
    return { type: 'text/plain; charset=utf-8', body: `Contact: mailto:${visit.site.privacyEmail}\nExpires: ${expires}\nPreferred-Languages: nb, da, en\n` }
  },
})

// There is no beacon to switch off: nothing is set before a yes, with the signal or without.
const serveGpc = document({
  path: '/.well-known/gpc.json',
  ...anyone,
  serve: async () => ({ type: 'application/json', body: JSON.stringify({ gpc: true, lastUpdate: '2026-11-24' }) }),
})

function shownAs(version: PolicyVersion, visit: Visit) {
  return { hash: version.hash, effective: version.effective, html: policyHtml(version, visit) }
}

export const routes = [showPolicy, showVersions, showVersion, showCookies, showContact, serveHealth, serveSecurity, serveGpc]
