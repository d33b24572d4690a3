import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aCandidate, anExam, type Asked, numberOf, oneOfEachSecret, RIGHT, started, WATERMARK, yesQuestion } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { signedIn } from '../../../../test/sign-in.ts'

const house = await aHouse()

type Kept = { saved: { question: number; sequence: number | null }[]; now: string; deadline: string }
const yes = { kind: 'single', chosen: 'yes' }
const no = { kind: 'single', chosen: 'no' }

test('Kari sits an exam with a script, question by question, and passes (E2, E5)', async () => {
  const { exam, course } = await anExam(house, { questions: oneOfEachSecret().filter(({ kind }) => kind !== 'essay') })
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)

  for (let number = 1; number <= 7; number++) {
    const { question } = await kari.visitor.data<Asked>(`${attempt}/questions/${number}`)
    const answer = await kari.visitor.send(`${attempt}/answers`, { answers: [{ question: number, response: RIGHT[question.kind], sequence: number, flagged: false }] })
    assert.deepEqual((answer.json() as Kept).saved, [{ question: number, sequence: number }])
  }
  const handedIn = await kari.visitor.post(`${attempt}/submission`, {})

  assert.equal(handedIn.headers['location'], `${attempt}?notice=noticeSubmitted`)
  const result = await kari.visitor.data<{ percent: number; isPassed: boolean; state: string }>(attempt)
  assert.deepEqual([result.percent, result.isPassed, result.state], [100, true, 'marked'])
  assert.deepEqual(await ownerSays(house, 'select percent from exams.passes where exam = $1', [exam]), [{ percent: 100 }])
  assert.equal((await ownerSays(house, 'select from courses.item_completions where learner = $1 and how = $2', [kari.person, 'passed'])).length, 1)
})

test('without a script Kari’s answer is saved on the way to the next question (E5, N07)', async () => {
  const { exam, course } = await anExam(house)
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  const number = await numberOf(kari, attempt, 'Which law?')

  const onward = await kari.visitor.post(`${attempt}/questions/${number}`, { 'answer.r1': 'a1', 'answer.r2': '', flagged: 'yes', sequence: '', go: '2' })

  assert.equal(onward.headers['location'], `${attempt}/questions/2`)
  const shown = await kari.visitor.data<{ response: unknown; isFlagged: boolean; steps: { isAnswered: boolean; isFlagged: boolean }[] }>(`${attempt}/questions/${number}`)
  assert.deepEqual(shown.response, { kind: 'matching', answers: { r1: 'a1' } })
  assert.deepEqual([shown.isFlagged, shown.steps[number - 1]?.isAnswered, shown.steps[number - 1]?.isFlagged], [true, true, true])
})

test('without a script, a page that has not seen the newer answer does not write over it: Kari sees it first (E5)', async () => {
  const { exam, course } = await anExam(house, { questions: [yesQuestion] })
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  const known = /name="known" value="(\d+)"/
  const old = known.exec((await kari.visitor.get(`${attempt}/questions/1`)).body)?.[1] ?? ''
  await kari.visitor.post(`${attempt}/questions/1`, { answer: 'yes', go: '1', sequence: '', known: old })

  const stale = await kari.visitor.post(`${attempt}/questions/1`, { answer: 'no', go: 'submission', sequence: '', known: old })
  const seen = known.exec(stale.body)?.[1] ?? ''
  const kept = await kari.visitor.data<{ response: { chosen: string } }>(`${attempt}/questions/1`)
  const again = await kari.visitor.post(`${attempt}/questions/1`, { answer: 'no', go: 'submission', sequence: '', known: seen })

  assert.equal(stale.statusCode, 409)
  assert.match(stale.body, /A newer answer has been saved/)
  assert.equal(kept.response.chosen, 'yes')
  assert.equal(again.statusCode, 303)
  assert.equal((await kari.visitor.data<{ response: { chosen: string } }>(`${attempt}/questions/1`)).response.chosen, 'no')
})

test('Kari goes on at the very question she saw last, on another device, with the same deadline (E6, N07)', async () => {
  const { exam, course } = await anExam(house)
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  await kari.visitor.get(`${attempt}/questions/5`)

  const { open } = await kari.visitor.data<{ open: { href: string; deadline: string } }>(`/exams/${exam}`)
  const again = await started(kari, exam)

  assert.equal(open.href, `${attempt}/questions/5`)
  assert.equal(again, attempt)
  const [first, second] = await Promise.all([kari.visitor.data<Asked & Kept>(open.href), kari.visitor.data<Asked & Kept>(open.href)])
  assert.deepEqual(first.question, second.question)
  assert.equal(first.deadline, open.deadline)
})

test('nothing on any page or its other face says what is right before the release (E9)', async () => {
  const { exam, course } = await anExam(house)
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  const addresses = [`/exams/${exam}`, `${attempt}/submission`, ...Array.from({ length: 8 }, (_, i) => `${attempt}/questions/${i + 1}`)]

  const bodies: string[] = []
  for (const address of addresses) {
    bodies.push((await kari.visitor.get(address)).body, JSON.stringify(await kari.visitor.data(address)))
  }
  for (let question = 1; question <= 8; question++) {
    const { question: asked } = await kari.visitor.data<Asked>(`${attempt}/questions/${question}`)
    // What she types herself is hers to see again.
    if (asked.kind === 'numeric' || asked.kind === 'shortAnswer') continue
    bodies.push((await kari.visitor.send(`${attempt}/answers`, { question, response: RIGHT[asked.kind], sequence: 1 })).body)
  }
  bodies.push((await kari.visitor.get(attempt)).body)
  await kari.visitor.post(`${attempt}/submission`, {})
  bodies.push((await kari.visitor.get(attempt)).body, JSON.stringify(await kari.visitor.data(attempt)))

  const told = new RegExp(`${WATERMARK}|48151623|"fraction"|tolerance|modelAnswer|Not right|isRight"`)
  assert.deepEqual(bodies.flatMap((body) => told.exec(body)?.[0] ?? []), [])
  assert.equal((await kari.visitor.data<{ state: string }>(attempt)).state, 'waiting')
})

test('right answers stay hidden while Kari may try again, and are shown when she has no attempt left (E9)', async () => {
  const { exam, course } = await anExam(house, { plan: { attempts: 2 }, questions: [yesQuestion] })
  const kari = await aCandidate(house, course)
  const sit = async () => {
    const attempt = await started(kari, exam)
    await kari.visitor.send(`${attempt}/answers`, { question: 1, response: no, sequence: 1 })
    await kari.visitor.post(`${attempt}/submission`, {})
    return attempt
  }

  const first = await sit()
  const before = await kari.visitor.get(first)
  await sit()
  const later = await kari.visitor.get(first)

  assert.match(before.body, /Not right/)
  assert.match(before.body, /VANNMERKE wrong/)
  assert.doesNotMatch(before.body, /Yes, it is|VANNMERKE right/)
  assert.match(later.body, /Yes, it is/)
})

test('another learner’s attempt is not there for Ola: to read, answer or hand in (E6)', async () => {
  const { exam, course } = await anExam(house)
  const [kari, ola] = [await aCandidate(house, course), await aCandidate(house, course)]
  const attempt = await started(kari, exam)

  const tries = [
    await ola.visitor.get(attempt),
    await ola.visitor.get(`${attempt}/questions/1`),
    await ola.visitor.get(`${attempt}/submission`),
    await ola.visitor.post(`${attempt}/questions/1`, { answer: 'yes', sequence: '', go: '2' }),
    await ola.visitor.send(`${attempt}/answers`, { question: 1, response: yes, sequence: 9 }),
    await ola.visitor.post(`${attempt}/submission`, {}),
  ]

  assert.deepEqual(tries.map(({ statusCode }) => statusCode), [404, 404, 404, 404, 404, 404])
  assert.deepEqual(await ownerSays(house, 'select from exams.answers where attempt = $1', [attempt.split('/').at(-1)]), [])
})

test('an older answer never overwrites a newer, however they arrive, and each tab is told what is kept (E5)', async () => {
  const { exam, course } = await anExam(house, { questions: [yesQuestion] })
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  const save = (response: object, sequence: number) => kari.visitor.send(`${attempt}/answers`, { question: 1, response, sequence })

  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => save(i === 13 ? yes : no, i === 13 ? 100 : i)))
  const late = (await save(no, 50)).json() as Kept

  assert.ok(answers.every(({ statusCode }) => statusCode === 200))
  assert.deepEqual(late.saved, [{ question: 1, sequence: 100 }])
  assert.deepEqual((await kari.visitor.data<{ response: object }>(`${attempt}/questions/1`)).response, yes)
})

test('Kari clicks start five times at once and has one attempt (E14)', async () => {
  const { exam, course } = await anExam(house, { questions: [yesQuestion] })
  const kari = await aCandidate(house, course)

  const attempts = await Promise.all(Array.from({ length: 5 }, () => started(kari, exam)))

  assert.equal(new Set(attempts).size, 1)
  assert.equal((await ownerSays(house, 'select from exams.attempts where exam = $1', [exam])).length, 1)
})

test('the last attempt is the last, though Kari asks five times at once (E14)', async () => {
  const { exam, course } = await anExam(house, { plan: { attempts: 1 }, questions: [yesQuestion] })
  const kari = await aCandidate(house, course)
  await kari.visitor.post(`${await started(kari, exam)}/submission`, {})

  const answers = await Promise.all(Array.from({ length: 5 }, () => kari.visitor.send(`/exams/${exam}/attempts`, {})))

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [409, 409, 409, 409, 409])
  assert.match((await kari.visitor.get(`/exams/${exam}`)).body, /You have used all your attempts/)
})

test('an answer on its way while Kari hands in is either marked or refused, never lost in between (E5)', async () => {
  const { exam, course } = await anExam(house, { plan: { attempts: 20 }, questions: [yesQuestion] })
  const kari = await aCandidate(house, course)
  for (let round = 0; round < 8; round++) {
    const attempt = await started(kari, exam)

    const [saved] = await Promise.all([
      kari.visitor.send(`${attempt}/answers`, { question: 1, response: yes, sequence: 1 }),
      kari.visitor.post(`${attempt}/submission`, {}),
    ])

    const { percent } = await kari.visitor.data<{ percent: number }>(attempt)
    assert.equal(percent, saved.statusCode === 200 ? 100 : 0)
  }
})

test('a question that its author changes does not change under Kari (E1)', async () => {
  const { exam, course } = await anExam(house, { questions: [yesQuestion] })
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  const [entry] = await ownerSays<{ entry: string }>(house, 'select version.entry from questions.versions as version join exams.attempts as attempt on attempt.questions ? version.id::text where attempt.exam = $1', [exam])

  await ownerSays(
    house,
    `insert into questions.versions (institution, id, entry, number, content, created, ready)
     select institution, gen_random_uuid(), entry, 2, jsonb_set(content, '{text}', '"Is it no now?"'), created, ready from questions.versions where entry = $1`,
    [entry?.entry],
  )

  assert.match((await kari.visitor.get(`${attempt}/questions/1`)).body, /Is the answer yes\?/)
  const ola = await aCandidate(house, course)
  assert.match((await ola.visitor.get(`${await started(ola, exam)}/questions/1`)).body, /Is it no now\?/)
})

test('what Kari writes is sealed under her own key, and an essay is nowhere in the clear (D56)', async () => {
  const { exam, course } = await anExam(house)
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  const number = await numberOf(kari, attempt, 'What is good work?')
  const text = 'Min sykdom gjør at jeg trenger pauser'

  await kari.visitor.send(`${attempt}/answers`, { question: number, response: { kind: 'essay', text }, sequence: 1 })

  assert.match((await kari.visitor.get(`${attempt}/questions/${number}`)).body, /Min sykdom/)
  const rows = await ownerSays<{ whole: string }>(house, 'select row_to_json(answer)::text as whole from exams.answers as answer where attempt = $1', [attempt.split('/').at(-1)])
  assert.equal(rows.length, 1)
  assert.doesNotMatch(rows[0]?.whole ?? '', /sykdom/)
})

test('questions that Kari has had before come again only when there are no others (E3)', async () => {
  const questions = Array.from({ length: 4 }, (_, i) => ({ ...yesQuestion, text: `Number ${i}?` }))
  const { exam, course } = await anExam(house, { plan: { attempts: 3, questions: { places: [], pools: [{ count: 2 }] } }, questions })
  const kari = await aCandidate(house, course)
  const asked: string[] = []
  for (let round = 0; round < 2; round++) {
    const attempt = await started(kari, exam)
    for (const number of [1, 2]) asked.push((await kari.visitor.data<Asked>(`${attempt}/questions/${number}`)).question.text)
    await kari.visitor.post(`${attempt}/submission`, {})
  }

  assert.equal(new Set(asked).size, 4)
  await started(kari, exam)
})

test('a learner who does not take the course is told to, and cannot start', async () => {
  const { exam } = await anExam(house, { questions: [yesQuestion] })
  const ola = await signedIn(house)

  assert.match((await ola.visitor.get(`/exams/${exam}`)).body, /a course that you must take first/)
  assert.equal((await ola.visitor.send(`/exams/${exam}/attempts`, {})).statusCode, 403)
})

test('Kari reads at the question itself that a wrong choice takes points away, before she answers (E2)', async () => {
  const { exam, course } = await anExam(house)
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)

  const page = (await kari.visitor.get(`${attempt}/questions/${await numberOf(kari, attempt, 'Which two?')}`)).body

  assert.match(page, /Each right choice gives its part of the point, and wrong ones take some away/)
})
