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

async function markTheEssay({ visitor }: KnownPerson, exam: string): Promise<void> {
  const { questions } = await visitor.data<{ questions: { id: string; waiting: number }[] }>(`/marking/exams/${exam}`)
  const address = `/marking/exams/${exam}/questions/${questions.find(({ waiting }) => waiting === 1)?.id}`
  const { answer } = await visitor.data<{ answer: { attempt: string; number: number } }>(address)
  const form = { attempt: answer.attempt, number: String(answer.number), percent: '50', comment: 'Half of it.', before: '' }
  const marked = await visitor.post(`${address}?attempt=${answer.attempt}`, form)
  assert.equal(marked.statusCode, 303, marked.body)
}
