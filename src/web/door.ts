import type { FastifyRequest } from 'fastify'
import { type Language, languages } from '../platform/words.ts'
import { networkOf } from '../platform/network.ts'
import type { Login } from '../privacy/purposes.ts'
import type { Eyes, Means } from '../privacy/within.ts'
import { nameInBrowser } from './cookies.ts'
import type { SignedIn, Site, Visit } from './visit.ts'

/** What the door asks the rooms above: which site a host is, and whose session a token is. */
export type Doorkeeper = {
  readonly means: Means
  readonly login: Login
  siteOf(host: string): Promise<Site | undefined>
  /** Whoever the session cookie's token belongs to, at this institution, now. */
  personOf(eyes: Eyes, token: string): Promise<SignedIn | null>
}

/** Makes the visit of a request; nothing of it is remembered between requests. */
export async function receive(request: FastifyRequest, doorkeeper: Doorkeeper): Promise<Visit | undefined> {
  const site = await doorkeeper.siteOf(request.hostname)
  if (!site) return undefined

  const { means, login } = doorkeeper
  const eyes: Eyes = { means, login, institution: site.id, actor: null, now: means.clock.now() }
  const token = request.cookies[nameInBrowser('session', request.protocol)]
  const person = token ? await doorkeeper.personOf(eyes, token) : null

  return {
    ...eyes,
    site,
    person,
    token,
    actor: person?.id ?? null,
    language: languageOf(request, site.language),
    scheme: schemeOf(request),
    origin: `${request.protocol}://${request.host}`,
    path: request.url.split('?')[0] ?? '/',
    // A line that broke meanwhile has no address any more, whatever the type says.
    ip: networkOf((request.ip as string | undefined) ?? ''),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
    gpc: request.headers['sec-gpc'] === '1',
  }
}

/** Another site may link to us, but not post to us in our visitors' names. */
export function isFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none'
  const { origin } = request.headers
  return origin !== undefined && origin !== `${request.protocol}://${request.host}`
}

/** As they asked for, else as they chose before, else as their browser wishes, else as the institution speaks. */
export function languageOf(request: FastifyRequest, otherwise: Language = 'nb'): Language {
  const asked = (request.query as Record<string, unknown>)['language']
  const wished = String(request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase().replace(/^n[on]$/, 'nb'))
  // A request that cannot be read has no cookies either.
  return [asked, request.cookies?.['language'], ...wished].find(isLanguage) ?? otherwise
}

function schemeOf(request: FastifyRequest): Visit['scheme'] {
  const { scheme = request.cookies['scheme'] } = request.query as { scheme?: unknown }
  return scheme === 'light' || scheme === 'dark' ? scheme : 'auto'
}

export function isLanguage(value: unknown): value is Language {
  return (languages as readonly unknown[]).includes(value)
}
