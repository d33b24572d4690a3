import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aCandidate, anExam, aTeacher, started, yesQuestion } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { aSession } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'

const house = await aHouse()

async function aSitting() {
  const { exam, course } = await anExam(house, { questions: [yesQuestion] })
  const tove = await aTeacher(house, course)
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  const pageOf = async ({ visitor }: Pick<typeof kari, 'visitor'>) => (await visitor.data<{ page: string }>(`${attempt}/questions/1`)).page
  const takenOver = async () => (await ownerSays(house, 'select from exams.occurrences where attempt = $1 and kind = $2', [attempt.split('/').at(-1), 'takenOver'])).length
  return { exam, tove, kari, attempt, pageOf, takenOver }
}

test('that Kari goes on at another device is written down, with the minute, where her teacher sees it (E6)', async () => {
  const { exam, tove, kari, pageOf, takenOver } = await aSitting()
  await pageOf(kari)
  const laptop = visitor(house, { host: 'nomkus.localhost', language: 'en' })
  await aSession(house, { person: kari.person, institution: house.nomkus, strong: false, browser: laptop })

  await pageOf({ visitor: laptop })
  await pageOf({ visitor: laptop })

  assert.equal(await takenOver(), 1)
  assert.match((await tove.visitor.get(`/marking/exams/${exam}/learners/${kari.person}`)).body, /Went on in another tab or on another device, 1 June 2026 at 12:00/)
})

test('one who goes from question to question, or comes back to the same browser, takes nothing over (E6)', async () => {
  const { kari, pageOf, takenOver } = await aSitting()

  for (let again = 0; again < 3; again++) await pageOf(kari)

  assert.equal(await takenOver(), 0)
})

test('a second tab is written down once, when the first one is heard of, though it asks again and again (E6)', async () => {
  const { kari, attempt, pageOf, takenOver } = await aSitting()
  const [first, second] = [await pageOf(kari), await pageOf(kari)]
  const ask = (page: string | undefined) => kari.visitor.send(`${attempt}/answers`, { page, answers: [] })

  const answers = await Promise.all([ask(second), ask(undefined), ask(first), ask(first), ask(first)])

  assert.deepEqual(answers.map((answer) => (answer.json() as { elsewhere: boolean }).elsewhere), [false, false, true, true, true])
  assert.equal(await takenOver(), 1)
})
