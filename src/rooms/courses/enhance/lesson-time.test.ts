import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAuthor } from '../../../../test/authoring-builders.ts'
import { openBrowser } from '../../../../test/browser.ts'
import { ownerSays } from '../../../../test/builders.ts'
import { setConditions } from '../../../../test/condition-builders.ts'
import { aShortCourse } from '../../../../test/course-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { signedIn } from '../../../../test/sign-in.ts'

const house = await aHouse()
const browser = await openBrowser()
const HALF_A_MINUTE = 30_000 // milliseconds

test('while Kari reads, the page tells so every half minute and says what is left; after two minutes the lesson is done (D3)', { skip: browser === undefined }, async () => {
  if (!browser) return
  const port = new URL(await house.site.listen({ port: 0, host: '127.0.0.1' })).port
  const [astrid, kari] = [await anAuthor(house), await signedIn(house)]
  const { course, items } = await aShortCourse(house, { slug: 'a-minute' })
  await setConditions(astrid, { course, item: items[0] ?? '' }, { opening: 'atOnce', way: 'time', leastMinutes: '2' })
  await kari.visitor.post(`/courses/${course}/enrolment`, {})
  const context = await browser.newContext({ locale: 'en-GB' })
  await context.addCookies([{ name: 'session', value: kari.visitor.cookies.get('session') ?? '', domain: 'nomkus.localhost', path: '/' }])
  const page = await context.newPage()
  await page.clock.install()
  const told = () => page.waitForResponse((answer) => answer.url().endsWith('/time') && answer.ok())
  const reading = async () => {
    house.clock.pass(HALF_A_MINUTE)
    await Promise.all([told(), page.clock.runFor(HALF_A_MINUTE)])
  }

  await Promise.all([told(), page.goto(`http://nomkus.localhost:${port}/courses/${course}/lessons/${items[0]}`)])
  await page.locator('lesson-time', { hasText: '2 minutes left' }).waitFor()
  await reading()
  await reading()
  await page.locator('lesson-time', { hasText: 'Less than a minute left' }).waitFor()
  await reading()
  await reading()
  await page.locator('lesson-time', { hasText: 'You have read this lesson' }).waitFor()
  await browser.close()

  assert.deepEqual(await ownerSays(house, 'select how, least_minutes from courses.item_completions where learner = $1', [kari.person]), [{ how: 'time', least_minutes: 2 }])
})
