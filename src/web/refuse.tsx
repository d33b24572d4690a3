import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../platform/refusal.ts'
import { RefusalPage } from './refusal-page.tsx'
import type { Route } from './route.ts'
import { type Call, type House, hereOf, wantsData } from './call.ts'
import { daysOfGrace, has, type Visit } from './visit.ts'

/**
 * Whether this visit may come to this address at all.
 * @throws Refusal `signInFirst` (401), `secondFactorFirst` (403), `notFound` (404) for what is not
 * theirs: an address that others have is not confirmed to exist.
 */
export function mustBeWelcome(route: Route, visit: Visit): void {
  const { audience } = route
  if (audience === 'anyone') return
  if (!visit.person) throw new Refusal('signInFirst', 401)
  if (audience === 'signed in') return

  const roles = typeof audience === 'string' ? [audience] : audience
  if (!roles.some((role) => has(visit, role))) throw new Refusal('notFound', 404)
  const needsFactor = !roles.includes('learner') && !roles.includes('contact')
  if (needsFactor && !visit.person.strong && !route.weak && !mayWait(route, visit)) throw new Refusal('secondFactorFirst', 403)
}

// In their first days employees may make courses without a second step: there is nobody's data in them.
function mayWait(route: Route, visit: Visit): boolean {
  return route.purpose === 'authoring' && (daysOfGrace(visit) ?? 0) > 0
}

/** Answers a refusal: a page that helps on, or an RFC 9457 problem document. */
export function refuse(house: House, refusal: Refusal, { request, reply, visit }: Call): FastifyReply {
  const said = house.say(refusal.reason, visit.language, refusal.values)
  if (wantsData(request)) return problem(reply, refusal.status, { ...refusal.more, ...(refusal.field ? { errors: { [refusal.field]: said } } : {}), title: said })
  const next = request.method === 'GET' ? request.url : visit.path
  if (refusal.reason === 'signInFirst') return reply.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303)
  if (refusal.reason === 'secondFactorFirst') {
    // Whoever has a factor shows it; whoever has none sets one up.
    const to = visit.person?.hasFactor ? '/sign-in/step-up' : '/account/second-factor'
    return reply.redirect(`${to}?next=${encodeURIComponent(next)}`, 303)
  }

  const page = RefusalPage({ here: hereOf(house, visit, undefined), said, status: refusal.status })
  return reply.code(refusal.status).type('text/html; charset=utf-8').send(page.markup)
}

export function notHere(house: House, reply: FastifyReply, { request, visit }: Omit<Call, 'reply'>): FastifyReply {
  return refuse(house, new Refusal('notFound', 404), { request, reply, visit })
}

/** One apology for every fault, without a word of what went wrong. */
export function apology(reply: FastifyReply, request: FastifyRequest): FastifyReply {
  if (wantsData(request)) return problem(reply, 500, { title: 'Internal Server Error' })
  const lines = ['Noe gikk galt hos oss.', 'Noget gik galt hos os.', 'Something went wrong on our side.']
  return reply
    .code(500)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html><html lang="nb"><title>500</title><p>${lines.join('<p>')}<p><a href="/">Løfte</a>`)
}

/** A backup was restored under us: nobody is answered until whom it brought back is gone again. In seconds, as a rule. */
export function notYet(reply: FastifyReply, request: FastifyRequest): FastifyReply {
  reply.header('retry-after', '5')
  if (wantsData(request)) return problem(reply, 503, { title: 'Service Unavailable' })
  const lines = ['Vi rydder etter en sikkerhetskopi. Prøv igjen om litt.', 'Vi rydder op efter en sikkerhedskopi. Prøv igen om lidt.', 'We are tidying up after a backup. Please try again in a moment.']
  return reply.code(503).type('text/html; charset=utf-8').send(`<!doctype html><html lang="nb"><title>503</title><p>${lines.join('<p>')}`)
}

function problem(reply: FastifyReply, status: number, members: { title: string; [name: string]: unknown }): FastifyReply {
  return reply.code(status).type('application/problem+json').send({ type: 'about:blank', status, ...members })
}
