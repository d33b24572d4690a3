import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../platform/refusal.ts'
import { type Language, say } from '../platform/words.ts'
import type { AssetMap } from './assets.ts'
import { sendBare } from './bare-page.tsx'
import { languageOf } from './door.ts'
import { Button } from './kit/action.tsx'
import { EmptyState } from './kit/state.tsx'
import { RefusalPage } from './refusal-page.tsx'
import type { Route } from './route.ts'
import { type Call, type House, hereOf, wantsData } from './call.ts'
import { daysOfGrace, has, type Visit } from './visit.ts'
import { words } from './words.ts'

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

/** What is said when the fault is ours, or what was sent cannot be read: without a word of what went wrong. */
export function apologise(assets: AssetMap, { request, reply, status }: { request: FastifyRequest; reply: FastifyReply; status: number }): FastifyReply {
  const language = languageOf(request)
  // A backup was restored under us: nobody is answered until whom it brought back is gone again. In seconds, as a rule.
  if (status === 503) reply.header('retry-after', '5')
  const { title, why } = sorry(status, language)
  if (wantsData(request)) return problem(reply, status, { title })
  const onward = <Button href="/">{say(words, language).toFrontPage}</Button>
  return sendBare({ request, reply, assets, status, title }, <EmptyState icon="information" title={title} level={1} action={onward}>{why}</EmptyState>)
}

function sorry(status: number, language: Language): { title: string; why: string } {
  const said = say(words, language)
  if (status === 503) return { title: said.notYet, why: said.notYetWhy }
  if (status >= 500) return { title: said.somethingWrong, why: said.somethingWrongWhy }
  if (status === 403) return { title: said.fromElsewhere, why: said.fromElsewhereWhy }
  return status === 413 ? { title: said.tooLarge, why: said.tooLargeWhy } : { title: said.unreadable, why: said.unreadableWhy }
}

function problem(reply: FastifyReply, status: number, members: { title: string; [name: string]: unknown }): FastifyReply {
  return reply.code(status).type('application/problem+json').send({ type: 'about:blank', status, ...members })
}
