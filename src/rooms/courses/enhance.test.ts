import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { openBrowser } from '../../../test/browser.ts'
import { ownerSays } from '../../../test/builders.ts'
import { aCourse } from '../../../test/course-builders.ts'
import { aHouse } from '../../../test/house.ts'
import { signedIn } from '../../../test/sign-in.ts'

const house = await aHouse()
const browser = await openBrowser()

test('Kari reads to the end: the lesson is done without a press, and next time she stands where she was (N07, A2)', {
  skip: browser === undefined,
}, async () => {
  if (!browser) return
  const port = new URL(await house.site.listen({ port: 0, host: '127.0.0.1' })).port
  const text = {
    nb: Array.from({ length: 60 }, (_, at) => `Avsnitt ${at}. ${'Ord og flere ord. '.repeat(12)}`).join('\n\n'),
  }
  // What is said in the film stands before the text, and is not where she reads.
  const names = ['calling-in-sick.webm', 'calling-in-sick.nb.vtt']
  const files = names.map((name) => ({ name, content: readFileSync(`demonstration/nomkus/files/${name}`) }))
  const lesson = { title: { nb: 'Lang' }, text, minutes: 9, video: 'calling-in-sick.webm', captions: { nb: 'calling-in-sick.nb.vtt' }, files: [] }
  const { course, items } = await aCourse(house, { files, sections: [{ title: { nb: 'Alt' }, lessons: [lesson] }] })
  const kari = await signedIn(house)
  await kari.visitor.post(`/courses/${course}/enrolment`, {})
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  const session = kari.visitor.cookies.get('session') ?? ''
  await context.addCookies([{ name: 'session', value: session, domain: 'nomkus.localhost', path: '/' }])
  const page = await context.newPage()
  const address = `http://nomkus.localhost:${port}/courses/${course}/lessons/${items[0]}`

  await page.goto(address)
  await page.locator('.prose p', { hasText: 'Avsnitt 30.' }).scrollIntoViewIfNeeded()
  await page.goto(`http://nomkus.localhost:${port}/courses`)
  await page.goto(address)
  await page.waitForFunction(() => scrollY > 1000)
  const [place] = await ownerSays<{ paragraph: number }>(house, 'select paragraph from courses.places')
  await page.locator('lesson-end').scrollIntoViewIfNeeded()
  await page.waitForResponse((answer) => answer.url().endsWith('/completion') && answer.ok())
  await browser.close()

  assert.ok((place?.paragraph ?? 0) > 20, `paragraph ${place?.paragraph}`)
  assert.equal((await ownerSays(house, 'select 1 from courses.completions')).length, 1)
})
