import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { NEW_PLAN } from '../../src/rooms/exams/plan.ts'
import { importExam } from '../../src/rooms/exams/importing-service.ts'
import { oneOfEach } from '../../src/rooms/questions/example-questions.ts'
import { openBrowser } from '../browser.ts'
import { aMembership, ownerSays, put } from '../builders.ts'
import { aCourse, systemsEyes } from '../course-builders.ts'
import { aTeacher } from '../exam-builders.ts'
import { aHouse } from '../house.ts'
import { theirPolicy } from '../policy-builders.ts'
import type { KnownPerson } from '../sign-in.ts'
import { visitor } from '../visitor.ts'
import { confirmsTheirName, type Drive, fetchesThePaper, goTo, learns, look, press, registers, signsOutAndIn, takesACopyAndLeaves, takesTheExam } from './steps.ts'

const house = await aHouse()
await theirPolicy(house, 'nomkus')
const browser = await openBrowser()
const skip = browser === undefined
const port = new URL(await house.site.listen({ port: 0, host: '127.0.0.1' })).port
const origin = `http://nomkus.localhost:${port}`
after(() => browser?.close())

const PASSWORD = 'fire grønne hester danser'
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const LAPTOP = { viewport: { width: 1280, height: 900 } }

const drives = [
  { who: 'Åse', on: 'her telephone', screen: PHONE, locale: 'nb-NO', scheme: 'light', hasScripts: true },
  { who: 'Søren', on: 'his telephone without a script', screen: PHONE, locale: 'da-DK', scheme: 'dark', hasScripts: false },
  { who: 'Grace', on: 'her laptop', screen: LAPTOP, locale: 'en-GB', scheme: 'dark', hasScripts: true },
  { who: 'Øystein', on: 'his laptop without a script', screen: LAPTOP, locale: 'nb-NO', scheme: 'light', hasScripts: false },
] as const

for (const { who, on, screen, locale, scheme, hasScripts } of drives) {
  test(`${who} registers, learns, takes an exam of every kind of question, gets the certificate and leaves, on ${on} (N07, N18, N19, N31, N33, N36, D40, D42, E2)`, { skip }, async (t) => {
    const { course, exam, teacher } = await aWholeCourse()
    const { code } = await aMembership(house, { seats: 1 })
    const context = await (browser as NonNullable<typeof browser>).newContext({ ...screen, locale, colorScheme: scheme, javaScriptEnabled: hasScripts, bypassCSP: true, reducedMotion: 'reduce' })
    t.after(() => context.close())
    context.setDefaultTimeout(20_000)
    const person = { firstName: who, lastName: 'Ødegård', email: `${who.toLowerCase()}@fjordvik.example`, password: PASSWORD }
    const drive: Drive = { house, page: await context.newPage(), origin, hasScripts, person, findings: [] }

    await registers(drive, code)
    await signsOutAndIn(drive)
    await learns(drive, course)
    await takesTheExam(drive, exam)
    await theTeacherMarks({ teacher, exam })
    await house.drain()
    await goTo(drive, `/courses/${course}`)
    assert.match(await drive.page.locator('main').innerText(), /100\s?%/)

    await confirmsTheirName(drive)
    await house.drain()
    const { code: paper, pdf } = await fetchesThePaper(drive)
    assert.equal(pdf.subarray(0, 4).toString(), '%PDF')
    const stranger = await visitor(house).get(`/verify/${paper}`)
    assert.equal(stranger.statusCode, 200)
    assert.doesNotMatch(stranger.body, new RegExp(`${who}|Ødegård`))
    await goTo(drive, `/verify/${paper}`)
    await drive.page.fill('[name=name]', `${who} Ødegård`)
    await press(drive, 'main form:has([name=name]) button', /\/verify\//)

    await takesACopyAndLeaves(drive)
    await goTo(drive, '/my-data')
    await look(drive)
    assert.match(drive.page.url(), /\/sign-in/)
    assert.deepEqual(await ownerSays(house, 'select 1 from accounts.persons where email = $1', [person.email]), [])
    assert.deepEqual([...new Set(drive.findings)], [])
  })
}

/** A course with text, picture, film and files, an exam of every kind of question, a teacher, and a certificate. */
async function aWholeCourse(): Promise<{ course: string; exam: string; teacher: KnownPerson }> {
  const { course } = await aCourse(house)
  const teacher = await aTeacher(house, course)
  const questions = oneOfEach().map((question, i) => ({ name: `Question ${i + 1}`, tags: [], question }))
  const exam = await importExam(systemsEyes(house), {
    course,
    category: `exam of ${course}`,
    plan: { ...NEW_PLAN, title: { nb: 'Prøven', da: 'Prøven', en: 'The exam' }, waitMinutes: 0, questions: { places: [], pools: [{ count: questions.length }] } },
    questions,
  })
  await put(house, 'certificates.rules', { institution: house.nomkus, course, since: house.clock.now() })
  return { course, exam, teacher }
}

async function theTeacherMarks({ teacher: { visitor: tove }, exam }: { teacher: KnownPerson; exam: string }): Promise<void> {
  const { questions } = await tove.data<{ questions: { id: string; waiting: number }[] }>(`/marking/exams/${exam}`)
  const address = `/marking/exams/${exam}/questions/${questions.find(({ waiting }) => waiting > 0)?.id}`
  const { answer } = await tove.data<{ answer: { attempt: string; number: number } }>(address)
  const marked = await tove.post(address, { attempt: answer.attempt, number: String(answer.number), before: '', next: '', percent: '90', comment: 'Godt tenkt.' })
  assert.equal(marked.statusCode, 303, marked.body)
  await tove.post(`/marking/exams/${exam}/release`, {})
}
