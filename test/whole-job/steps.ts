import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { listLetters, readLetter } from '../../src/platform/mail/mailbox.ts'
import { findingsOf, overflowOf } from '../browser.ts'
import { ownerSays } from '../builders.ts'
import type { TestHouse } from '../house.ts'
import { answersOf } from '../right-answers.ts'
import { visitor } from '../visitor.ts'

/** Somebody at a browser, in whichever language, with scripts or without. */
export type Drive = {
  house: TestHouse
  page: Page
  origin: string
  hasScripts: boolean
  person: { firstName: string; lastName: string; email: string; password: string }
  /** What is wrong with the pages passed so far, a line each. */
  findings: string[]
}

/** Goes to an address, and looks at the page that comes. */
export async function goTo(drive: Drive, path: string): Promise<void> {
  await drive.page.goto(drive.origin + path)
  await look(drive)
}

/** Presses something that leads on, and looks at the page that comes. */
export async function press(drive: Drive, selector: string, leadsTo: RegExp): Promise<void> {
  const { page } = drive
  await Promise.all([page.waitForURL(leadsTo), page.locator(selector).first().click()])
  await look(drive)
}

/** What axe finds, and whether anything is out of sight; axe itself is a script. */
export async function look({ page, findings, hasScripts }: Drive): Promise<void> {
  await page.waitForLoadState('load')
  if (!hasScripts) return
  const at = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}|[\w-]{40,}/g, '…')
  findings.push(...(await findingsOf(page)).map((finding) => `${at} ${finding}`))
  if ((await overflowOf(page)) > 0) findings.push(`${at} is wider than the screen`)
}

export async function registers(drive: Drive, code: string): Promise<void> {
  const { page, person } = drive
  await goTo(drive, '/')
  await press(drive, 'main a[href="/privacy"]', /\/privacy$/)
  await goTo(drive, '/register')
  assert.equal(await page.isChecked('[name=accepted]'), false)

  await page.fill('[name=firstName]', person.firstName)
  await page.fill('[name=lastName]', person.lastName)
  await page.fill('[name=email]', person.email)
  await page.fill('[name=membershipCode]', code)
  await press(drive, 'main form button', /\/register$/)
  await page.locator('a[href="#accepted"]').waitFor()
  assert.equal(await page.inputValue('[name=firstName]'), person.firstName)
  assert.deepEqual(await ownerSays(drive.house, 'select 1 from accounts.persons where email = $1', [person.email]), [])

  await page.check('[name=accepted]')
  await press(drive, 'main form button', /\/register\/sent/)
  await goTo(drive, await linkInLetterTo(drive))
  await page.fill('[name=newPassword]', person.password)
  await press(drive, 'main form button', /localhost:\d+\/(\?|$)/)
  assert.match(await page.locator('h1').innerText(), new RegExp(person.firstName))
}

export async function signsOutAndIn(drive: Drive): Promise<void> {
  const { page, person } = drive
  await page.locator('.top-end .menu summary').last().click()
  await Promise.all([page.waitForURL(/localhost/), page.locator('form[action="/sign-out"] button').click()])
  await goTo(drive, '/my-data')
  assert.match(page.url(), /\/sign-in\?next=%2Fmy-data/)
  await page.fill('[name=email]', person.email)
  await page.fill('[name=password]', 'not the one at all')
  await press(drive, 'main form button', /\/sign-in/)
  assert.equal(await page.inputValue('[name=email]'), person.email)
  await page.fill('[name=password]', person.password)
  await press(drive, 'main form button', /\/my-data$/)
}

/** Reads every lesson to its end, from the course's own button on. */
export async function learns(drive: Drive, course: string): Promise<void> {
  const { page } = drive
  await goTo(drive, '/courses')
  await press(drive, `main a[href="/courses/${course}"]`, /\/courses\/[0-9a-f-]{36}$/)
  await press(drive, 'form[action$="/enrolment"] button', /\/courses\//)
  await press(drive, `main a[href*="/courses/${course}/lessons/"]`, /\/lessons\//)
  while (/\/lessons\//.test(page.url())) {
    const before = new URL(page.url()).pathname
    const onward = page.locator('lesson-end button, lesson-end a, main form[action$="/completion"] button, main .row a.ds-button').last()
    await onward.scrollIntoViewIfNeeded()
    await Promise.all([page.waitForURL((to) => to.pathname !== before), onward.click()])
    await look(drive)
  }
}

/** Answers every question as somebody who knows it all, one page after the other, and hands in. */
export async function takesTheExam(drive: Drive, exam: string): Promise<void> {
  const { house, page } = drive
  await goTo(drive, `/exams/${exam}`)
  await press(drive, `form[action="/exams/${exam}/attempts"] button`, /\/attempts\/[0-9a-f-]+\/questions\/1/)
  const attempt = /attempts\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? ''

  const asked = await answersOf(house, attempt)
  for (const [i, { response }] of asked.entries()) {
    await page.locator('#answer-form').waitFor()
    await fillIn(page, response as Response)
    if (drive.hasScripts) await page.locator('.saved-text', { hasText: /\d\d[:.]\d\d/ }).waitFor()
    const isLast = i === asked.length - 1
    await press(drive, '.exam-foot button[name=go]:last-of-type', isLast ? /\/submission/ : new RegExp(`/questions/${i + 2}`))
  }
  await press(drive, `form[action$="${attempt}/submission"] button`, new RegExp(`attempts/${attempt}(\\?|$)`))
}

type Response = { kind: string; chosen?: string | string[]; answer?: boolean; text?: string; answers?: Record<string, string>; places?: Record<string, number> }

/** The fields of a question, whatever its kind, with this response in them. */
async function fillIn(page: Page, { chosen, answer, text, answers, places }: Response): Promise<void> {
  for (const one of [chosen ?? []].flat()) await page.check(`[name=answer][value="${one}"]`, { force: true })
  if (answer !== undefined) await page.check(`[name=answer][value="${answer}"]`, { force: true })
  if (text !== undefined) await page.fill('[name=answer]', text)
  for (const [row, one] of Object.entries({ ...answers, ...places })) await page.selectOption(`[name="answer.${row}"]`, String(one))
}

export async function confirmsTheirName(drive: Drive): Promise<void> {
  await goTo(drive, '/certificates')
  await press(drive, 'main a[href="/certificates/name"]', /\/certificates\/name/)
  await press(drive, 'main form button', /\/certificates(\?|$)/)
}

/** Fetches the paper from the address of their own button; a headless browser shows no PDF. */
export async function fetchesThePaper(drive: Drive): Promise<{ code: string; pdf: Buffer }> {
  const { page } = drive
  await goTo(drive, '/certificates')
  const href = await page.locator('main a[href$="/paper"]').getAttribute('href')
  const code = (await page.locator('main a[href^="/verify/"]').getAttribute('href'))?.split('/').at(-1) ?? ''
  const session = (await page.context().cookies()).find(({ name }) => name === 'session')?.value ?? ''
  const theirs = visitor(drive.house)
  theirs.cookies.set('session', session)
  return { code, pdf: (await theirs.get(href ?? '')).rawPayload }
}

export async function takesACopyAndLeaves(drive: Drive): Promise<void> {
  const { page, person } = drive
  await goTo(drive, '/my-data')
  await press(drive, 'main a[href="/my-data/copy"]', /\/my-data\/copy/)
  assert.match(await page.locator('main').innerText(), new RegExp(person.lastName))
  await goTo(drive, '/my-data/deletion')
  await page.fill('[name=password]', 'not theirs at all')
  await press(drive, 'form[action="/my-data/deletion"] button', /\/my-data\/deletion/)
  await page.fill('[name=password]', person.password)
  await press(drive, 'form[action="/my-data/deletion"] button', /receipts?\//)
  const receipt = await page.locator('main').innerText()
  assert.ok(!receipt.includes(person.lastName) && !receipt.includes(person.email))
}

async function linkInLetterTo({ house, person }: Drive): Promise<string> {
  await house.drain()
  const folder = join(house.dataFolder, 'mail')
  const head = (await listLetters(folder, { limit: 50 })).find(({ to }) => to === person.email)
  const letter = await readLetter(folder, head?.id ?? '')
  return new URL(/https?:\/\/\S+\/sign-in\/links\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? '').pathname
}
