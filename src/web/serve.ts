import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { Refusal } from '../platform/refusal.ts'
import { type Eyes, within } from '../privacy/within.ts'
import { nameInBrowser, secondsKept } from './cookies.ts'
import { type Call, type House, hereOf, wantsData } from './call.ts'
import { type Entered, NOTHING_ENTERED } from './here.ts'
import { enteredWith, faultsOf, kept } from './reading.ts'
import { mustBeWelcome, refuse } from './refuse.tsx'
import type { AnyQuestion, Change, Cookie, Document, Route, Upload } from './route.ts'
import { gatherUploads } from './uploads.ts'
import type { Visit } from './visit.ts'

/** Serves one request in the six steps of the house; a refusal is answered where it stands. */
export async function serveRoute(house: House, route: Route, call: Call): Promise<FastifyReply> {
  prolongCookie(call)
  try {
    mustBeWelcome(route, call.visit)
    if (route.kind === 'question') return await answerQuestion(house, route, call)
    if (route.kind === 'document') return await serveDocument(route, call)
    return await makeChange(house, route, call)
  } catch (error) {
    if (error instanceof Refusal) return refuse(house, error, call)
    throw error
  }
}

async function answerQuestion(house: House, route: AnyQuestion, call: Call): Promise<FastifyReply> {
  const { request, reply, visit } = call
  rememberChoices(request, reply, visit)
  const data = await read(route, call)
  if (wantsData(request)) return reply.type('application/json').send(data)

  const here = hereOf(house, visit, noticeOf(house, request, visit))
  return reply.type('text/html; charset=utf-8').send(route.page(data, here).markup)
}

async function read(route: AnyQuestion, { request, visit }: Call): Promise<unknown> {
  const params = paramsOf(route, request)
  const query = queryOf(route, request)
  const data = await within(route.purpose, eyesFor(route, visit), (db) => route.read(db as never, visit, { params, query }))
  return route.answer.parse(data)
}

async function serveDocument(route: Document, call: Call): Promise<FastifyReply> {
  const { request, reply, visit } = call
  const params = paramsOf(route, request)
  const query = queryOf(route, request)
  const range = request.headers.range
  const served = await within(route.purpose, eyesFor(route, visit), (db) => route.serve(db as never, visit, { params, query, range }))

  for (const [name, value] of Object.entries(served.headers ?? {})) reply.header(name, value)
  if (served.keepSeconds) reply.header('cache-control', `${served.public ? 'public' : 'private'}, max-age=${served.keepSeconds}`)
  const disposition = served.download ? 'attachment' : 'inline'
  const name = served.download ?? served.inline
  if (name) reply.header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`)
  return reply.code(served.status ?? 200).type(served.type).send(served.body)
}

async function makeChange(house: House, route: Change, call: Call): Promise<FastifyReply> {
  const { request, reply, visit } = call
  const params = paramsOf(route, request)
  const { body, files, refusal } = await bodyOf(house, route, request)
  if (refusal) return refusedChange(house, route, { call, body, refusal })
  if (!isStorable(body)) throw new Refusal('faultyInput', 422)
  const form = route.form.safeParse(body)
  if (!form.success) return comeBack(house, route, { call, entered: unread(house, visit, form.error, body), status: 422 })

  try {
    const outcome = await within(route.purpose, eyesFor(route, visit), (db) =>
      route.act(db as never, visit, { params, form: form.data, files }),
    )
    if (outcome.form && !wantsData(request)) return comeBack(house, route, { call, entered: { ...NOTHING_ENTERED, values: outcome.form }, status: 200 })
    for (const cookie of outcome.cookies ?? []) setCookie(reply, request.protocol, cookie)
    if (wantsData(request)) return sendOutcome(route, outcome, reply)
    return reply.redirect(outcome.notice ? withNotice(outcome.to, outcome.notice) : outcome.to, 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refusedChange(house, route, { call, body, refusal: error })
  }
}

function refusedChange(house: House, route: Change, { call, body, refusal }: { call: Call; body: unknown; refusal: Refusal }): Promise<FastifyReply> {
  if (!route.again) throw refusal
  const said = house.say(refusal.reason, call.visit.language, refusal.values)
  return comeBack(house, route, { call, entered: enteredWith(body, refusal, said), status: refusal.status })
}

function sendOutcome(route: Change, { to, data, created }: { to: string; data?: unknown; created?: true }, reply: FastifyReply) {
  const answer = route.answer && data !== undefined ? route.answer.parse(data) : {}
  return reply.code(created ? 201 : 200).header('location', to).type('application/json').send(answer)
}

// PostgreSQL keeps no null character in any text: https://www.postgresql.org/docs/current/datatype-character.html
function isStorable(body: unknown): boolean {
  if (typeof body === 'string') return !body.includes('\0')
  return typeof body !== 'object' || body === null || Object.entries(body).every(([name, value]) => isStorable(name) && isStorable(value))
}

type Refused = { call: Call; entered: Entered; status: number }

/** The form as it was, with the reason at the field; as a problem document on the other face. */
async function comeBack(house: House, route: Change, { call, entered, status }: Refused): Promise<FastifyReply> {
  const { request, reply, visit } = call
  if (wantsData(request)) {
    const title = entered.refusal ?? house.say('faultyInput', visit.language)
    return reply.code(status).type('application/problem+json').send({ type: 'about:blank', title, status, errors: entered.errors })
  }
  if (!route.again) throw new Refusal('faultyInput', 422)
  const data = await read(route.again, call)
  const here = { ...hereOf(house, visit, undefined), entered }
  return reply.code(status).type('text/html; charset=utf-8').send(route.again.page(data, here).markup)
}

function unread(house: House, visit: Visit, error: z.ZodError, body: unknown): Entered {
  const errors = faultsOf(error, (reason, values) => house.say(reason, visit.language, values))
  return { values: kept(body), errors, refusal: undefined }
}

async function bodyOf(house: House, route: Change, request: FastifyRequest): Promise<{ body: unknown; files: readonly Upload[]; refusal?: Refusal }> {
  if (!request.isMultipart()) return { body: request.body ?? {}, files: [] }
  if (!route.uploads) throw new Refusal('faultyInput', 422)
  return gatherUploads(request, house.files, route.uploads)
}

// A query that cannot be read is no query: an old link still leads to the page.
function queryOf(route: AnyQuestion | Document, request: FastifyRequest): never {
  if (!route.query) return {} as never
  if (!isStorable(request.query)) return route.query.parse({}) as never
  return (route.query.safeParse(request.query).data ?? route.query.parse({})) as never
}

function paramsOf(route: Route, request: FastifyRequest): never {
  if (!route.params) return {} as never
  const params = route.params.safeParse(request.params)
  // What cannot be an id is not found, and never reaches the database.
  if (!params.success || !isStorable(params.data)) throw new Refusal('notFound', 404)
  return params.data as never
}

function eyesFor(route: Route, visit: Visit): Eyes {
  return route.looks ? { ...visit, look: route.looks } : visit
}

function noticeOf(house: House, request: FastifyRequest, visit: Visit): string | undefined {
  const { notice } = request.query as { notice?: unknown }
  if (typeof notice !== 'string' || !/^notice[A-Za-z]{1,40}$/.test(notice)) return undefined
  const said = house.say(notice, visit.language)
  return said === notice ? undefined : said
}

function withNotice(to: string, notice: string): string {
  const [path = '', fragment] = to.split('#')
  const joined = `${path}${path.includes('?') ? '&' : '?'}notice=${notice}`
  return fragment === undefined ? joined : `${joined}#${fragment}`
}

// Set only when somebody chooses: whoever only reads has no cookie.
function rememberChoices(request: FastifyRequest, reply: FastifyReply, visit: Visit): void {
  const asked = request.query as { language?: unknown; scheme?: unknown }
  for (const name of ['language', 'scheme'] as const) {
    if (asked[name] === visit[name]) setCookie(reply, request.protocol, { name, value: visit[name], maxAge: secondsKept(name) })
  }
}

// A session lasts from its last use, and its cookie with it.
function prolongCookie({ request, reply, visit: { person, token } }: Call): void {
  if (person?.prolonged && token) setCookie(reply, request.protocol, { name: 'session', value: token, maxAge: secondsKept('session') })
}

function setCookie(reply: FastifyReply, protocol: string, cookie: Cookie): void {
  reply.setCookie(nameInBrowser(cookie.name, protocol), cookie.value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: protocol === 'https',
    maxAge: cookie.maxAge,
  })
}
