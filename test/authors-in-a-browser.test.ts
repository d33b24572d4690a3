import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { findingsOf, openBrowser, overflowOf } from './browser.ts'
import { ownerSays } from './builders.ts'
import { aCandidate, anExam, aTeacher, essayQuestion, started } from './exam-builders.ts'
import { aHouse } from './house.ts'
import { type KnownPerson, signedIn } from './sign-in.ts'

const house = await aHouse()
const browser = await openBrowser()
const skip = browser === undefined
const port = new URL(await house.site.listen({ port: 0, host: '127.0.0.1' })).port
const origin = `http://nomkus.localhost:${port}`
after(() => browser?.close())

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }
const LAPTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: PICTURE })

test('on her phone Marte makes a course, writes a lesson that saves itself, a question with a picture and an exam (D1, D23, E2)', { skip }, async () => {
  const marte = await signedIn(house, { roles: ['author'], firstName: 'Marte' })
  const page = await pageOf(marte, PHONE)
  const findings: string[] = []
  const look = async () => findings.push(...(await findingsOf(page)), ...((await overflowOf(page)) > 0 ? [`${page.url()} is too wide`] : []))

  await page.goto(`${origin}/authoring/courses/new`)
  await page.fill('#titleNb', 'Ærlig på øya')
  await look()
  await press(page, /notice=noticeCourseMade/, 'Make the course')
  await look()
  await page.fill('[name=lessonTitle]', 'Hva er ærlighet?')
  await Promise.all([page.waitForURL(/lessons/), page.keyboard.press('Enter')])
  await page.setInputFiles('#file', picture('kart over øya.png'))
  await press(page, /noticeFileAdded/, 'Upload')
  await page.fill('#text', 'Se kartet\n')
  await page.locator('#files button', { hasText: 'Put in' }).click()
  await page.keyboard.type('Kart over øya')
  await page.locator('#text').evaluate((text: HTMLTextAreaElement) => text.setSelectionRange(0, 2))
  await page.getByRole('button', { name: 'Heading' }).click()
  await page.locator('[data-status]', { hasText: 'Saved by itself' }).waitFor()
  await look()
  await page.reload()
  assert.equal(await page.inputValue('#text'), '## Se kartet\n![Kart over øya](files/kart%20over%20øya.png)')
  await press(page, /noticeLessonPublished/, 'Save and publish')
  await page.goto(`${page.url().split('?')[0]}/preview`)
  assert.ok(await page.getByAltText('Kart over øya').evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0))
  await look()

  await page.goto(`${origin}/authoring/questions/new?kind=trueFalse`)
  await page.fill('#text', 'Dette er øya.')
  await page.locator('[data-status]', { hasText: 'Kept at' }).waitFor()
  await look()
  await page.locator('summary', { hasText: 'Put in a picture' }).click()
  await page.setInputFiles('#picture', picture('øya.png'))
  await page.fill('#pictureText', 'En øy')
  await page.locator('button', { hasText: /^Put in$/ }).click()
  await page.waitForFunction(() => /files/.test((document.querySelector('#text') as HTMLTextAreaElement).value))
  await page.locator('#truth-true').check()
  await look()
  await press(page, /noticeQuestionAdded/, 'Save and make ready')
  await look()
  await page.goto(`${origin}/authoring/questions`)
  await look()

  await page.goto(`${origin}/authoring/courses/${(await ownerSays<{ id: string }>(house, `select id from courses.courses where title ->> 'nb' = 'Ærlig på øya'`))[0]?.id}/exams`)
  await page.fill('#title', 'Prøven')
  await press(page, /noticeExamMade/, 'Make the exam')
  await page.fill('#poolCount-0', '1')
  await page.locator('[data-status]', { hasText: 'Saved by itself' }).waitFor()
  await page.reload()
  assert.equal(await page.inputValue('#poolCount-0'), '1')
  await look()
  await press(page, /noticeExamPublished/, 'Save and publish')

  assert.deepEqual(findings, [])
  await page.context().close()
})

test('at her laptop Tove marks two essays with the keyboard alone, and every page of a teacher is in order (E10)', { skip }, async () => {
  const { exam, course } = await anExam(house, { questions: [essayQuestion] })
  const tove = await aTeacher(house, course)
  for (const text of ['En', 'To']) {
    const learner = await aCandidate(house, course)
    const attempt = await started(learner, exam)
    await learner.visitor.send(`${attempt}/answers`, { question: 1, response: { kind: 'essay', text }, sequence: 1 })
    await learner.visitor.post(`${attempt}/submission`, {})
  }
  const [question] = (await tove.visitor.data<{ questions: { id: string }[] }>(`/marking/exams/${exam}`)).questions
  const page = await pageOf(tove, LAPTOP)

  await page.goto(`${origin}/marking/exams/${exam}/questions/${question?.id}`)
  const findings = await findingsOf(page)
  await page.focus('#percent')
  for (const percent of ['80', '62,5']) {
    await page.locator('#percent:focus').waitFor()
    await page.keyboard.type(percent)
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }

  assert.deepEqual((await ownerSays<{ fraction: number }>(house, 'select fraction from exams.marks order by fraction')).map(({ fraction }) => fraction), [0.625, 0.8])
  const learner = (await tove.visitor.data<{ learners: { id: string }[] }>(`/marking/exams/${exam}/learners`)).learners[0]?.id
  const paths = [
    '/marking',
    `/marking/exams/${exam}`,
    `/marking/exams/${exam}/questions/${question?.id}/regrade?kind=full&nobodyDrops=yes`,
    `/marking/exams/${exam}/learners`,
    `/marking/exams/${exam}/learners/${learner}`,
    '/teaching/courses',
    `/teaching/courses/${course}`,
    `/teaching/courses/${course}/learners/${learner}`,
  ]
  for (const path of paths) {
    await page.goto(origin + path)
    findings.push(...(await findingsOf(page)).map((finding) => `${path} ${finding}`))
  }
  assert.deepEqual(findings, [])
  await page.context().close()
})

async function pageOf({ visitor }: KnownPerson, options: BrowserContextOptions): Promise<Page> {
  const context = await (browser as NonNullable<typeof browser>).newContext({ ...options, locale: 'en-GB', bypassCSP: true })
  await context.addCookies([{ name: 'session', value: visitor.cookies.get('session') ?? '', domain: 'nomkus.localhost', path: '/' }])
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

/** Presses a button, and waits for the page that follows. */
async function press(page: Page, leads: RegExp, button: string): Promise<void> {
  await Promise.all([page.waitForURL(leads), page.locator('main button', { hasText: button }).first().click()])
}
