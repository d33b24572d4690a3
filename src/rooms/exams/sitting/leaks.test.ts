import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCandidate, anExam, type Asked, aTeacher, essayQuestion, oneOfEachSecret, RIGHT, started, WATERMARK, yesQuestion } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import type { KnownPerson } from '../../../../test/sign-in.ts'

const house = await aHouse()

type Row = { values: Record<string, unknown>; untold: string[] }
type Copy = { groups: { tables: { table: string; rows: Row[] }[] }[] }

async function copiedOf({ visitor }: KnownPerson, table: string): Promise<Row[]> {
  const { copy } = await visitor.data<{ copy: Copy }>('/my-data/copy')
  return copy.groups.flatMap(({ tables }) => tables).find((one) => one.table === table)?.rows ?? []
}

test('Kari asks for everything we hold while she sits an exam, and finds no right answer in it (E9, D40)', async () => {
  const { exam, course } = await anExam(house, { questions: oneOfEachSecret() })
  const kari = await aCandidate(house, course)
  await started(kari, exam)

  const page = await kari.visitor.get('/my-data/copy')
  const data = await kari.visitor.data('/my-data/copy')
  const file = await kari.visitor.get(/href="(\/my-data\/copy\/file[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '')

  assert.equal(file.statusCode, 200)
  for (const text of [page.body, JSON.stringify(data), file.body]) {
    assert.match(text, /exams\.attempts/)
    assert.doesNotMatch(text, new RegExp(`${WATERMARK}|48151623`))
  }
})

test('what Kari’s answers were worth is not in her data either before the result is given, and is afterwards (E9, D40)', async () => {
  const { exam, course } = await anExam(house, { questions: [yesQuestion, essayQuestion] })
  const tove = await aTeacher(house, course)
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  for (const question of [1, 2]) {
    const { question: asked } = await kari.visitor.data<Asked>(`${attempt}/questions/${question}`)
    await kari.visitor.send(`${attempt}/answers`, { question, response: RIGHT[asked.kind], sequence: 1 })
  }
  await kari.visitor.post(`${attempt}/submission`, {})

  const marksBefore = await copiedOf(kari, 'exams.marks')
  const page = await kari.visitor.get('/my-data/copy')
  await markTheEssay(tove, exam)
  const [attemptMarked] = await copiedOf(kari, 'exams.attempts')
  await tove.visitor.send(`/marking/exams/${exam}/release`, {})
  const marksAfter = await copiedOf(kari, 'exams.marks')

  assert.deepEqual(marksBefore.map(({ values, untold }) => [values['fraction'], untold.includes('fraction')]), [[null, true]])
  assert.match(page.body, /Told when the result is ready/)
  assert.deepEqual([attemptMarked?.values['percent'], attemptMarked?.untold], [null, ['points', 'most', 'percent']])
  assert.deepEqual(marksAfter.map(({ values }) => values['fraction']).toSorted(), [0.5, 1])
  assert.ok(marksAfter.some(({ values }) => values['comment'] === 'Half of it.'))
})

const HIDDEN = { marks: false, rightAnswers: false, feedback: false, ownAnswers: true }
const hiddenUntilClose = (minutes: number) => ({
  review: { rightAfter: HIDDEN, laterOpen: HIDDEN, afterClose: { ...HIDDEN, marks: true } },
  closes: new Date(house.clock.now().getTime() + minutes * 60_000).toISOString(),
})

type Exam = { passed: string | null; history: { state: string; percent: number | null; resultAt: string | null }[] }
type Course = { sections: { items: { kind: string; isDone: boolean }[] }[] }

test('where marks are hidden until the exam closes, nothing tells Kari before that she has passed: no page, no course, no copy of her data (E9)', async () => {
  const { exam, course } = await anExam(house, { questions: [yesQuestion], plan: hiddenUntilClose(5) })
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  await kari.visitor.send(`${attempt}/answers`, { question: 1, response: RIGHT['single'], sequence: 1 })
  await kari.visitor.post(`${attempt}/submission`, {})
  const told = async () => {
    const { passed, history } = await kari.visitor.data<Exam>(`/exams/${exam}`)
    const { sections } = await kari.visitor.data<Course>(`/courses/${course}`)
    const isDone = sections.flatMap(({ items }) => items).find(({ kind }) => kind === 'exam')?.isDone
    const [mark] = await copiedOf(kari, 'exams.marks')
    const passes = await copiedOf(kari, 'exams.passes')
    return { isPassed: passed !== null, percent: history[0]?.percent, isDone, fraction: mark?.values['fraction'], passes: passes.length }
  }

  await house.tick('exams.giveResults')
  const before = await told()
  const page = await kari.visitor.get(attempt)
  house.clock.pass(6 * 60_000)
  await house.tick('exams.giveResults')
  await house.drain()
  const after = await told()

  assert.deepEqual(before, { isPassed: false, percent: null, isDone: false, fraction: null, passes: 0 })
  assert.match(page.body, /The result comes/)
  assert.deepEqual(after, { isPassed: true, percent: 100, isDone: true, fraction: 1, passes: 1 })
})

test('with her last attempt used up there is nothing left to hide, and Kari has the results of both at once (E9, E14)', async () => {
  const { exam, course } = await anExam(house, { questions: [yesQuestion], plan: { ...hiddenUntilClose(120), attempts: 2 } })
  const kari = await aCandidate(house, course)
  const sit = async () => {
    const attempt = await started(kari, exam)
    await kari.visitor.send(`${attempt}/answers`, { question: 1, response: RIGHT['single'], sequence: 1 })
    await kari.visitor.post(`${attempt}/submission`, {})
    return kari.visitor.data<Exam>(`/exams/${exam}`)
  }

  const first = await sit()
  const second = await sit()

  assert.deepEqual(first.history.map(({ percent, state }) => [percent, state]), [[null, 'waiting']])
  assert.deepEqual(second.history.map(({ percent, state }) => [percent, state]), [[100, 'marked'], [100, 'marked']])
  assert.notEqual(second.passed, null)
})

const hiddenToTheEnd = { review: { rightAfter: HIDDEN, laterOpen: HIDDEN, afterClose: { ...HIDDEN, marks: true } }, closes: null, attempts: 2 }

test('where marks are hidden while attempts are left and no day is set, Kari is told that she has passed with her last attempt, and not before (E9)', async () => {
  const { exam, course } = await anExam(house, { questions: [yesQuestion], plan: hiddenToTheEnd })
  const kari = await aCandidate(house, course)
  const isDone = async () => (await kari.visitor.data<Course>(`/courses/${course}`)).sections.flatMap(({ items }) => items).find(({ kind }) => kind === 'exam')?.isDone

  const attempt = await answeredRightly(kari, exam)
  await house.tick('exams.giveResults')
  const [before, doneBefore, page] = [await kari.visitor.data<Exam>(`/exams/${exam}`), await isDone(), await kari.visitor.get(attempt)]
  const passes = await copiedOf(kari, 'exams.passes')
  await answeredRightly(kari, exam)
  const [after, doneAfter] = [await kari.visitor.data<Exam>(`/exams/${exam}`), await isDone()]

  assert.deepEqual([before.passed, before.history[0]?.percent, doneBefore, passes], [null, null, false, []])
  assert.match(page.body, /The result is shown when you have no attempts left, or when your teacher shows it/)
  assert.deepEqual(after.history.map(({ percent }) => percent), [100, 100])
  assert.deepEqual([after.passed !== null, doneAfter], [true, true])
})

test('a result that waits for Kari’s last attempt can be shown by her teacher before (E9)', async () => {
  const { exam, course } = await anExam(house, { questions: [yesQuestion], plan: hiddenToTheEnd })
  const tove = await aTeacher(house, course)
  const kari = await aCandidate(house, course)
  await answeredRightly(kari, exam)

  const { released } = (await tove.visitor.send(`/marking/exams/${exam}/release`, {})).json() as { released: number }

  assert.equal(released, 1)
  assert.notEqual((await kari.visitor.data<Exam>(`/exams/${exam}`)).passed, null)
})

test('when Kari’s last attempt is abandoned, the result of the one before waits no longer (E7, E9)', async () => {
  const { exam, course } = await anExam(house, { questions: [yesQuestion], plan: { ...hiddenToTheEnd, onTimeUp: 'abandon' } })
  const kari = await aCandidate(house, course)
  await answeredRightly(kari, exam)
  await started(kari, exam)

  house.clock.pass(62 * 60_000)
  await house.tick('exams.closeOverdue')

  const { passed, history } = await kari.visitor.data<Exam>(`/exams/${exam}`)
  assert.deepEqual(history.map(({ state, percent }) => [state, percent]), [['marked', 100], ['abandoned', null]])
  assert.notEqual(passed, null)
})

test('a teacher who shows results before the exam closes, where marks are hidden until then, tells Kari nothing early: they come that day (E9, E10)', async () => {
  const { exam, course } = await anExam(house, { questions: [yesQuestion, essayQuestion], plan: { ...hiddenUntilClose(5), passPercent: 50 } })
  const tove = await aTeacher(house, course)
  const kari = await aCandidate(house, course)
  await answeredRightly(kari, exam)
  await markTheEssay(tove, exam)

  await tove.visitor.send(`/marking/exams/${exam}/release`, {})
  const before = await kari.visitor.data<Exam>(`/exams/${exam}`)
  house.clock.pass(6 * 60_000)
  await house.tick('exams.giveResults')
  const after = await kari.visitor.data<Exam>(`/exams/${exam}`)

  assert.deepEqual([before.passed, before.history[0]?.percent, before.history[0]?.resultAt !== null], [null, null, true])
  assert.deepEqual([after.passed !== null, after.history[0]?.percent], [true, 75])
})

test('while Kari sits her last attempt, the right answers of the one before stay hidden (E9)', async () => {
  const { exam, course } = await anExam(house, { questions: [yesQuestion], plan: { attempts: 2 } })
  const kari = await aCandidate(house, course)
  const first = await started(kari, exam)
  await kari.visitor.send(`${first}/answers`, { question: 1, response: { kind: 'single', chosen: 'no' }, sequence: 1 })
  await kari.visitor.post(`${first}/submission`, {})
  const second = await started(kari, exam)

  const during = [(await kari.visitor.get(first)).body, JSON.stringify(await kari.visitor.data(first))]
  await kari.visitor.post(`${second}/submission`, {})
  const after = await kari.visitor.get(first)

  for (const body of during) assert.doesNotMatch(body, /Yes, it is|VANNMERKE right/)
  assert.match(after.body, /Yes, it is/)
})

/** Sits the exam, answers everything rightly and hands in. */
async function answeredRightly(kari: KnownPerson, exam: string): Promise<string> {
  const attempt = await started(kari, exam)
  const { steps } = await kari.visitor.data<{ steps: unknown[] }>(`${attempt}/submission`)
  for (let number = 1; number <= steps.length; number++) {
    const { question } = await kari.visitor.data<Asked>(`${attempt}/questions/${number}`)
    await kari.visitor.send(`${attempt}/answers`, { question: number, response: RIGHT[question.kind], sequence: number })
  }
  await kari.visitor.post(`${attempt}/submission`, {})
  return attempt
}

async function markTheEssay({ visitor }: KnownPerson, exam: string): Promise<void> {
  const { questions } = await visitor.data<{ questions: { id: string; waiting: number }[] }>(`/marking/exams/${exam}`)
  const address = `/marking/exams/${exam}/questions/${questions.find(({ waiting }) => waiting === 1)?.id}`
  const { answer } = await visitor.data<{ answer: { attempt: string; number: number } }>(address)
  const form = { attempt: answer.attempt, number: String(answer.number), percent: '50', comment: 'Half of it.', before: '' }
  const marked = await visitor.post(`${address}?attempt=${answer.attempt}`, form)
  assert.equal(marked.statusCode, 303, marked.body)
}
