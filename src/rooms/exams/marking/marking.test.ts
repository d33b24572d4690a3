import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aCandidate, anExam, aTeacher, essayQuestion, started, yesQuestion } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import type { KnownPerson } from '../../../../test/sign-in.ts'
import { listLetters } from '../../../platform/mail/mailbox.ts'
import type { Question } from '../../questions/question.ts'
import type { Plan } from '../plan.ts'

const house = await aHouse()

type Board = { exams: { exam: string; waiting: number; ready: number }[] }
type ToMark = { ready: number; questions: { id: string; text: string; waiting: number }[]; decisions: { reason: string; changed: number }[] }
type Answer = { answer: { attempt: string; number: number; candidate: string; given: string; waiting: number; next: string | null; mark: { id: string; percent: number } | null } | null }
type Result = { state: string; percent: number | null; isPassed: boolean | null; lines: { comment?: string; reason?: string }[] }

type MarkingDay = { plan?: Partial<Plan>; questions: readonly Question[]; names: string[]; answers: object[][] }

/** An exam of these questions, its teacher, and learners who have handed in these answers. */
async function aMarkingDay({ plan = {}, questions, names, answers }: MarkingDay) {
  const { exam, course } = await anExam(house, { plan: { attempts: 5, ...plan }, questions })
  const tove = await aTeacher(house, course)
  const learners: KnownPerson[] = []
  const attempts: string[] = []
  for (const [i, firstName] of names.entries()) {
    const learner = await aCandidate(house, course, { firstName, lastName: `Etternavn${i}` })
    const attempt = await started(learner, exam)
    for (const response of answers[i] ?? []) await answerByKind(learner, attempt, response as { kind: string })
    await learner.visitor.post(`${attempt}/submission`, {})
    learners.push(learner)
    attempts.push(attempt)
  }
  return { exam, tove, learners, attempts }
}

async function answerByKind({ visitor }: KnownPerson, attempt: string, response: { kind: string }): Promise<void> {
  for (let number = 1; number <= 5; number++) {
    const asked = await visitor.data<{ question?: { kind: string } }>(`${attempt}/questions/${number}`)
    if (asked.question?.kind === response.kind) await visitor.send(`${attempt}/answers`, { question: number, response, sequence: number })
  }
}

/** How many letters of that subject somebody has got. */
async function lettersOf(person: KnownPerson | undefined, about: RegExp): Promise<number> {
  await house.drain()
  const letters = await listLetters(join(house.dataFolder, 'mail'), { limit: 200 })
  return letters.filter(({ to, subject }) => to === person?.email && about.test(subject)).length
}

const yes = { kind: 'single', chosen: 'yes' }
const no = { kind: 'single', chosen: 'no' }
const essay = (text: string) => ({ kind: 'essay', text })

test('Tove marks essays one after the other without a name, and the learners hear of it once she shows the results (E10)', async () => {
  const { exam, tove, learners, attempts } = await aMarkingDay({
    questions: [yesQuestion, essayQuestion],
    names: ['Kari', 'Ola'],
    answers: [[yes, essay('Time for life.')], [yes, essay('Good pay.')]],
  })
  const board = await tove.visitor.data<Board>('/marking')
  assert.deepEqual([board.exams.length, board.exams[0]?.waiting], [1, 2])
  const { questions } = await tove.visitor.data<ToMark>(`/marking/exams/${exam}`)
  const address = `/marking/exams/${exam}/questions/${questions.find(({ waiting }) => waiting === 2)?.id}`

  const page = (await tove.visitor.get(address)).body
  assert.doesNotMatch(page, /Kari|Ola|Etternavn/)
  assert.match(page, /Candidate \d{5}/)
  for (const percent of ['80', '87,5']) {
    const { answer } = await tove.visitor.data<Answer>(address)
    const marked = await tove.visitor.post(`${address}?attempt=${answer?.attempt}`, { attempt: answer?.attempt ?? '', number: String(answer?.number), percent, comment: 'Well argued.', before: '' })
    assert.equal(marked.statusCode, 303, marked.body)
  }

  const waiting = await learners[0]?.visitor.data<Result>(attempts[0] ?? '')
  assert.deepEqual([waiting?.state, waiting?.percent], ['waiting', null])
  const released = await tove.visitor.send(`/marking/exams/${exam}/release`, {})
  assert.deepEqual(released.json(), { released: 2 })
  await house.drain()

  const results = await Promise.all(learners.map((learner, i) => learner.visitor.data<Result>(attempts[i] ?? '')))
  assert.deepEqual(results.map(({ percent }) => percent).sort(), [90, 93.75])
  assert.ok(results.every(({ lines, isPassed }) => isPassed && lines.some(({ comment }) => comment === 'Well argued.')))
  assert.equal(await lettersOf(learners[0], /result is ready/), 1)
  assert.equal((await ownerSays(house, 'select from exams.passes where exam = $1', [exam])).length, 2)
  const clear = await ownerSays<{ whole: string }>(house, 'select row_to_json(mark)::text as whole from exams.marks as mark')
  assert.doesNotMatch(clear.map(({ whole }) => whole).join(), /Well argued/)
})

test('each learner whose answer Tove has seen can read that she looked (E10, D55)', async () => {
  const { exam, tove, learners } = await aMarkingDay({ questions: [essayQuestion], names: ['Kari', 'Ola'], answers: [[essay('One.')], [essay('Two.')]] })
  const { questions } = await tove.visitor.data<ToMark>(`/marking/exams/${exam}`)

  await tove.visitor.get(`/marking/exams/${exam}/questions/${questions[0]?.id}`)

  const looked = await ownerSays<{ subject: string; what: string }>(house, 'select subject, what from privacy.looks where actor = $1', [tove.person])
  assert.equal(looked.length, 1)
  assert.equal(looked[0]?.what, 'marking')
  assert.ok(learners.some(({ person }) => person === looked[0]?.subject))
})

test('of two teachers who mark an answer at once, one is told that it was changed meanwhile (E10)', async () => {
  const { exam, tove, attempts } = await aMarkingDay({ questions: [essayQuestion], names: ['Kari'], answers: [[essay('One.')]] })
  const { questions } = await tove.visitor.data<ToMark>(`/marking/exams/${exam}`)
  const attempt = attempts[0]?.split('/').at(-1) ?? ''
  const mark = (percent: string) =>
    tove.visitor.post(`/marking/exams/${exam}/questions/${questions[0]?.id}?attempt=${attempt}`, { attempt, number: '1', percent, comment: '', before: '' })

  const marks = await Promise.all([mark('40'), mark('80')])

  assert.deepEqual(marks.map(({ statusCode }) => statusCode).sort(), [303, 409])
  assert.equal((await ownerSays(house, 'select from exams.marks where attempt = $1 and replaced is null', [attempt])).length, 1)
})

test('a mark that the learner knows is changed only with a reason, and the one before is kept (E10)', async () => {
  const { exam, tove, learners, attempts } = await aMarkingDay({ questions: [essayQuestion], names: ['Kari'], answers: [[essay('One.')]] })
  const { questions } = await tove.visitor.data<ToMark>(`/marking/exams/${exam}`)
  const attempt = attempts[0]?.split('/').at(-1) ?? ''
  const address = `/marking/exams/${exam}/questions/${questions[0]?.id}`
  const mark = async (percent: string, reason?: string) => {
    const { answer } = await tove.visitor.data<Answer>(`${address}?attempt=${attempt}`)
    return tove.visitor.post(`${address}?attempt=${attempt}`, { attempt, number: '1', percent, comment: '', before: answer?.mark?.id ?? '', ...(reason === undefined ? {} : { reason }) })
  }
  await mark('40')
  await tove.visitor.post(`/marking/exams/${exam}/release`, {})

  const without = await mark('80')
  const withReason = await mark('80', 'A second reader agreed with the learner.')

  assert.deepEqual([without.statusCode, withReason.statusCode], [422, 303])
  assert.match(without.body, /Write why/)
  const result = await learners[0]?.visitor.data<Result>(attempts[0] ?? '')
  assert.deepEqual([result?.percent, result?.lines[0]?.reason], [80, 'A second reader agreed with the learner.'])
  assert.equal(await lettersOf(learners[0], /result has changed/), 1)
  const kept = await ownerSays(house, 'select fraction, marker is not null as "hasMarker", reason from exams.marks where attempt = $1 order by marked, replaced nulls last', [attempt])
  assert.deepEqual(kept, [
    { fraction: 0.4, hasMarker: true, reason: null },
    { fraction: 0.8, hasMarker: true, reason: 'A second reader agreed with the learner.' },
  ])
})

test('a faulty question is marked again for all: tried out first, with a reason, and nobody drops (E10)', async () => {
  const other = { ...yesQuestion, text: 'And the other?' }
  const { exam, tove, learners, attempts } = await aMarkingDay({ questions: [yesQuestion, other], names: ['Kari', 'Ola'], answers: [[no], [yes]] })
  const { questions } = await tove.visitor.data<ToMark>(`/marking/exams/${exam}`)
  const address = `/marking/exams/${exam}/questions/${questions.find(({ text }) => text === yesQuestion.text)?.id}/regrade`

  const trial = await tove.visitor.data<{ looked: number; changes: { before: number; after: number }[] }>(`${address}?kind=accept&accepted=no&nobodyDrops=yes`)
  assert.deepEqual([trial.looked, trial.changes.map(({ before, after }) => [before, after])], [2, [[0, 50]]])
  assert.equal((await learners[0]?.visitor.data<Result>(attempts[0] ?? ''))?.percent, 0)
  const form = { kind: 'accept', accepted: 'no', nobodyDrops: 'yes' }
  const unreasoned = await tove.visitor.post(`${address}?kind=accept&accepted=no&nobodyDrops=yes`, { ...form, reason: '' })
  const done = await tove.visitor.post(address, { ...form, reason: 'Both can be read out of the text.' })

  assert.deepEqual([unreasoned.statusCode, done.statusCode], [422, 303])
  assert.match(unreasoned.body, /1 of 2 attempts get a new result/)
  const percents = await Promise.all(learners.map((learner, i) => learner.visitor.data<Result>(attempts[i] ?? '')))
  assert.deepEqual(percents.map(({ percent }) => percent), [50, 100])
  assert.ok(percents[0]?.lines.some(({ reason }) => reason === 'Both can be read out of the text.'))
  assert.deepEqual([await lettersOf(learners[0], /result has changed/), await lettersOf(learners[1], /result has changed/)], [1, 0])
  const { decisions } = await tove.visitor.data<ToMark>(`/marking/exams/${exam}`)
  assert.deepEqual(decisions.map(({ reason, changed }) => [reason, changed]), [['Both can be read out of the text.', 1]])
})

test('an attempt handed in after the decision is marked by it too (E10)', async () => {
  const { exam, tove, learners, attempts } = await aMarkingDay({ questions: [yesQuestion], names: ['Kari'], answers: [[no]] })
  const { questions } = await tove.visitor.data<ToMark>(`/marking/exams/${exam}`)
  const [kari] = learners
  const second = await started(kari as KnownPerson, exam)
  await answerByKind(kari as KnownPerson, second, no)

  await tove.visitor.post(`/marking/exams/${exam}/questions/${questions[0]?.id}/regrade`, { kind: 'full', nobodyDrops: 'yes', reason: 'The question was unclear.' })
  await kari?.visitor.post(`${second}/submission`, {})

  assert.equal((await kari?.visitor.data<Result>(attempts[0] ?? ''))?.percent, 100)
  assert.equal((await kari?.visitor.data<Result>(second))?.percent, 100)
  assert.equal((await ownerSays(house, 'select from exams.passes where exam = $1', [exam])).length, 1)
})

test('to open an attempt again Tove reads first what is lost by it, and a faulty number is said at the attempt it was typed for (E6)', async () => {
  const { exam, tove, learners, attempts } = await aMarkingDay({ questions: [yesQuestion], names: ['Kari'], answers: [[no]] })
  const kari = learners[0] as KnownPerson
  await kari.visitor.post(`${await started(kari, exam)}/submission`, {})
  const address = `/marking/exams/${exam}/learners/${kari.person}`
  const page = (await tove.visitor.get(address)).body
  const refused = await tove.visitor.post(`${address}/extensions`, { attempt: '1', minutes: 'many' })

  // By its id an answer without a name could be given one.
  assert.ok(!`${page}${JSON.stringify(await tove.visitor.data(address))}`.includes(attempts[0]?.split('/').at(-1) ?? ''))
  assert.match(page, /<details[^>]*><summary>Open again[\s\S]*This cannot be undone[\s\S]*Yes, open again/)
  assert.equal(refused.statusCode, 422)
  assert.equal(refused.body.match(/id="minutes-error"/g)?.length, 1)
  assert.match(refused.body, /id="minutes"[^>]*aria-invalid="true"|value="many"[^>]*id="minutes"/)
})

test('a learner cannot come to the marking at all, and a teacher without a second factor shows it first', async () => {
  const { exam, learners } = await aMarkingDay({ questions: [essayQuestion], names: ['Kari'], answers: [[essay('One.')]] })
  const { course } = await anExam(house, { questions: [yesQuestion] })
  const weak = await aTeacher(house, course, { strong: false })

  assert.equal((await learners[0]?.visitor.get(`/marking/exams/${exam}`))?.statusCode, 404)
  assert.equal((await weak.visitor.get('/marking')).statusCode, 303)
})
