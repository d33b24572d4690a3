import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { aCourse } from './course-builders.ts'
import { aCandidate, anExam, started } from './exam-builders.ts'
import { aHouse } from './house.ts'
import { theirPolicy } from './policy-builders.ts'
import type { Visitor } from './visitor.ts'

const MOST = 200_000 // bytes that come over the line for a first visit, all resources together

const browser = await openBrowser()
const skip = browser ? false : 'no browser here'
const house = await aHouse()
await theirPolicy(house, 'nomkus')
const { exam, course } = await anExam(house)
const kari = await aCandidate(house, course)
const attempt = await started(kari, exam)
await house.site.listen({ port: 0, host: '127.0.0.1' })
const host = 'nomkus.localhost'
const origin = `http://${host}:${(house.site.server.address() as AddressInfo).port}`
after(() => browser?.close())

const film = await aCourse(house)
await kari.visitor.post(`/courses/${film.course}/enrolment`, {})

const PAGES: readonly { what: string; path: string; by?: Visitor }[] = [
  { what: 'the front page', path: '/' },
  { what: 'registration', path: '/register' },
  { what: 'her home', path: '/', by: kari.visitor },
  { what: 'a course', path: `/courses/${film.course}`, by: kari.visitor },
  { what: 'a lesson', path: `/courses/${film.course}/lessons/${film.items[0]}`, by: kari.visitor },
  { what: 'a lesson with a film that nobody has started', path: `/courses/${film.course}/lessons/${film.items[2]}`, by: kari.visitor },
  { what: 'a question of an exam', path: `${attempt}/questions/1`, by: kari.visitor },
  { what: 'her data', path: '/my-data', by: kari.visitor },
]

for (const { what, path, by } of PAGES) {
  test(`${what} comes to Kari’s telephone for the first time in less than 200 kB, from our own address alone`, { skip }, async (t) => {
    const { bytes, elsewhere } = await firstVisit(t, path, by)

    assert.deepEqual(elsewhere, [])
    assert.ok(bytes > 10_000 && bytes < MOST, `${bytes} bytes`)
  })
}

/** All that a browser without anything in its cache fetches for a page, as it comes over the line. */
async function firstVisit(t: { after(done: () => Promise<void>): void }, path: string, by: Visitor | undefined): Promise<{ bytes: number; elsewhere: string[] }> {
  const context = await (browser as NonNullable<typeof browser>).newContext({ viewport: { width: 390, height: 844 } })
  t.after(() => context.close())
  const session = by?.cookies.get('session')
  if (session) await context.addCookies([{ name: 'session', value: session, domain: host, path: '/' }])
  const page = await context.newPage()
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(request.url()))
  const bytes = await countBytes(page)
  const answer = await page.goto(origin + path, { waitUntil: 'networkidle' })
  assert.equal(answer?.status(), 200)
  return { bytes: bytes(), elsewhere: [...asked].filter((url) => !url.startsWith(origin)) }
}

/** Heads and bodies as they came, packed where they were packed. */
async function countBytes(page: Page): Promise<() => number> {
  const line = await page.context().newCDPSession(page)
  let bytes = 0
  line.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await line.send('Network.enable')
  return () => bytes
}
