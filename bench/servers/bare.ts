// The floor: `node:http` and the same queries by the same functions, and their answer as JSON. No router, no
// validation, no page, no headers; and no protection, since it is started like the unprotected house.
import { createServer, type IncomingMessage } from 'node:http'
import type { Addresses } from '../../src/logins.ts'
import { openHouse } from '../../src/open-house.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openSecrets } from '../../src/platform/secrets.ts'
import { clockWithOffset } from '../../src/platform/time.ts'
import { within } from '../../src/privacy/within.ts'
import { getCourseFor } from '../../src/rooms/courses/learning/course.ts'
import { saveAnswers } from '../../src/rooms/exams/sitting/answers.ts'
import { startAttempt } from '../../src/rooms/exams/sitting/attempts.ts'
import { showQuestionTo, showResultTo, showSubmissionTo } from '../../src/rooms/exams/sitting/showing.ts'
import { closeOverdueOf, submitAttempt } from '../../src/rooms/exams/sitting/submitting.ts'
import { keepSites } from '../../src/rooms/institutions/service.ts'
import { signIn } from '../../src/rooms/sign-in/doors/doors.ts'
import { personOf } from '../../src/rooms/sign-in/service.ts'
import type { Visit } from '../../src/web/visit.ts'

type Asked = { visit: Visit; ids: string[]; body: string }
type Answered = { status: number; data?: unknown }

const config = readConfig()
const database = config.databaseUrl as string
const addresses: Addresses = { web: database, worker: database, organisation: database, rights: database, queue: database }
const { means } = await openHouse({
  addresses,
  dataFolder: config.dataFolder,
  clock: clockWithOffset('P0D'),
  secrets: openSecrets({ folder: config.dataFolder, secret: config.secret }),
  smtpUrl: undefined,
  port: config.port,
  assets: { map: {} as never, folder: config.dataFolder },
})
const site = (await keepSites(means)()).find(({ slug }) => slug === 'nomkus')

const ROUTES: readonly [method: string, path: RegExp, answer: (asked: Asked) => Promise<Answered>][] = [
  ['GET', /^\/health$/, async () => ({ status: 200 })],
  ['GET', /^\/courses\/([^/]+)$/, async ({ visit, ids: [course = ''] }) => said(await within('teaching', visit, (db) => getCourseFor(db, visit, course)))],
  ['POST', /^\/sign-in$/, async ({ visit, body }) => ({ status: 303, data: await signIn(visit, Object.fromEntries(new URLSearchParams(body)) as never) })],
  ['POST', /^\/exams\/([^/]+)\/attempts$/, async ({ visit, ids: [exam = ''] }) => ({ status: 201, data: await within('examination', visit, async (db) => {
    await closeOverdueOf(db, visit, { exam, learner: visit.actor ?? '' })
    return startAttempt(db, visit, exam)
  }) })],
  ['POST', /^\/exams\/attempts\/([^/]+)\/answers$/, async ({ visit, ids: [attempt = ''], body }) => {
    const { answers } = JSON.parse(body) as { answers: [] }
    return said(await saveAnswers(visit, { attempt, given: answers }))
  }],
  ['GET', /^\/exams\/attempts\/([^/]+)\/questions\/(\d+)$/, async ({ visit, ids: [attempt = '', number] }) => said(await within('examination', visit, (db) => showQuestionTo(db, visit, { attempt, number: Number(number) })))],
  ['GET', /^\/exams\/attempts\/([^/]+)\/submission$/, async ({ visit, ids: [attempt = ''] }) => said(await within('examination', visit, (db) => showSubmissionTo(db, visit, attempt)))],
  ['POST', /^\/exams\/attempts\/([^/]+)\/submission$/, async ({ visit, ids: [attempt = ''] }) => {
    await within('examination', visit, (db) => submitAttempt(db, visit, attempt))
    return { status: 303 }
  }],
  ['GET', /^\/exams\/attempts\/([^/]+)$/, async ({ visit, ids: [attempt = ''] }) => said(await within('examination', visit, (db) => showResultTo(db, visit, attempt)))],
]

createServer(async (request, response) => {
  try {
    const { status, data } = await answer(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data ?? {}))
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
}).listen(config.port)

process.on('SIGTERM', () => process.exit())

async function answer(request: IncomingMessage): Promise<Answered> {
  const [route, match] = find(request)
  let body = ''
  for await (const part of request) body += part
  return route({ visit: await visitOf(request), ids: match.slice(1), body })
}

function find({ method, url = '' }: IncomingMessage) {
  for (const [at, path, route] of ROUTES) {
    const match = at === method ? path.exec(url) : null
    if (match) return [route, match] as const
  }
  throw new Error('Nothing here')
}

async function visitOf({ headers }: IncomingMessage): Promise<Visit> {
  const eyes = { means, login: 'web', institution: site?.id ?? '', actor: null, now: means.clock.now() } as const
  const token = /session=([^;]+)/.exec(headers.cookie ?? '')?.[1]
  const person = token ? await personOf(eyes, token) : null
  const rest = { language: 'nb', ip: String(headers['x-forwarded-for']), userAgent: headers['user-agent'] ?? '' }
  return { ...eyes, ...rest, site, token, person, actor: person?.id ?? null } as unknown as Visit
}

function said(data: unknown): Answered {
  return { status: 200, data }
}
