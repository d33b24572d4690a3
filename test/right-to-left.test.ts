import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { findingsOf, openBrowser, overflowOf } from './browser.ts'
import { aCourse } from './course-builders.ts'
import { aCandidate } from './exam-builders.ts'
import { aHouse } from './house.ts'

const browser = await openBrowser()
const skip = browser ? false : 'no browser here'
const house = await aHouse()
await house.site.listen({ port: 0, host: '127.0.0.1' })
const host = 'nomkus.localhost'
const origin = `http://${host}:${(house.site.server.address() as AddressInfo).port}`
after(() => browser?.close())

const TEXT = `## حقوقك في العمل

يجب أن يكون عقد العمل مكتوبًا. هذا هو **القانون**.

- الراتب
- الإجازة

> **تذكر:** اقرأ العقد قبل أن توقع.

| اليوم | الساعات |
|---|---|
| الاثنين | 7,5 |

Les loven på norsk hos Arbeidstilsynet.`

test('Mahmoud reads a lesson in Arabic from right to left, with the Norwegian in it and the page around it from left to right', { skip }, async (t) => {
  const { course, items } = await aCourse(house, {
    files: [],
    sections: [{ title: { nb: 'العمل' }, lessons: [{ title: { nb: 'عقد العمل' }, text: { nb: TEXT }, minutes: 5, video: null, captions: {}, files: [] }] }],
  })
  const mahmoud = await aCandidate(house, course, { firstName: 'محمود', lastName: 'الخطيب' })
  const context = await (browser as NonNullable<typeof browser>).newContext({ viewport: { width: 320, height: 640 }, locale: 'nb-NO', bypassCSP: true })
  t.after(() => context.close())
  await context.addCookies([{ name: 'session', value: mahmoud.visitor.cookies.get('session') ?? '', domain: host, path: '/' }])
  const page = await context.newPage()
  await page.goto(`${origin}/courses/${course}/lessons/${items[0]}`)

  const directionOf = (selector: string) => page.locator(selector).first().evaluate((one) => getComputedStyle(one).direction)
  assert.deepEqual(await Promise.all(['.prose h2', '.prose p', '.prose ul', '.prose .callout', '.prose th', '.prose td'].map(directionOf)), Array(6).fill('rtl'))
  assert.deepEqual(await Promise.all(['html', 'header', 'main', 'footer', '.prose p:text("Les loven")'].map(directionOf)), Array(5).fill('ltr'))
  const [text, title] = await Promise.all(['.prose', 'h1'].map((selector) => page.locator(selector).first().boundingBox()))
  assert.ok(text && title && text.width <= 320 && title.width <= 320)
  assert.equal(await overflowOf(page), 0)
  assert.deepEqual(await findingsOf(page), [])
})
