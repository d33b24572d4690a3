import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCandidate, anExam, started } from '../../../test/exam-builders.ts'
import { aHouse } from '../../../test/house.ts'
import { aSession } from '../../../test/sign-in.ts'
import { visitor } from '../../../test/visitor.ts'

type Home = { running: { href: string; at: number; of: number }[]; places: { next: { href: string } | null }[] }

const house = await aHouse()

test('Kari, in the middle of an exam, is led to the very question, on her other device too (N07, A2)', async () => {
  const { exam, course } = await anExam(house)
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  await kari.visitor.get(`${attempt}/questions/3`)
  const phone = visitor(house)
  await aSession(house, { person: kari.person, institution: house.nomkus, strong: false, browser: phone })

  const { running } = await phone.data<Home>('/')
  const page = await phone.get('/')

  assert.deepEqual(running.map(({ href, at, of }) => ({ href, at, of })), [{ href: `${attempt}/questions/3`, at: 3, of: 8 }])
  assert.match(page.body, new RegExp(`href="${attempt}/questions/3"`))
  assert.match(page.body, /You are at question 3 of 8/)
})

test('once it is handed in, or its time is up, Kari’s front page no longer leads into the exam (A2)', async () => {
  const { exam, course } = await anExam(house, { plan: { minutes: 30 } })
  const [kari, ola] = [await aCandidate(house, course), await aCandidate(house, course)]
  const attempt = await started(kari, exam)
  await started(ola, exam)

  await kari.visitor.post(`${attempt}/submission`, {})
  house.clock.pass(31 * 60_000)

  for (const { visitor } of [kari, ola]) assert.deepEqual((await visitor.data<Home>('/')).running, [])
})

test('a visitor has nothing to go on with, and no cookie (N01, N07)', async () => {
  const passer = visitor(house)

  const answer = await passer.get('/')

  assert.equal(answer.statusCode, 200)
  assert.deepEqual((await passer.data<Home>('/')).running, [])
  assert.equal(passer.cookies.size, 0)
})
