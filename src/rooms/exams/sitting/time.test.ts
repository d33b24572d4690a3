import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aCandidate, anExam, aTeacher, numberOf, started, yesQuestion } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { tables } from '../../../house.ts'
import { listLetters, readLetter } from '../../../platform/mail/mailbox.ts'
import { erasePerson } from '../../../privacy/erase.ts'
import { allowedIn } from '../../../privacy/standing.ts'
import type { Plan } from '../plan.ts'

const house = await aHouse()

const MINUTE = 60_000
const yes = { kind: 'single', chosen: 'yes' }
const plan: Partial<Plan> = { minutes: 60, graceSeconds: 30, attempts: 5 }

type Ended = { percent: number | null; because: string; submitted: string; state: string }
type Kept = { title: string; saved: { question: number; sequence: number | null }[]; deadline: string }

async function aSitting(changes: Partial<Plan> = {}) {
  const { exam, course } = await anExam(house, { plan: { ...plan, ...changes }, questions: [yesQuestion] })
  const teacher = await aTeacher(house, course)
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  const save = (response: object, sequence: number) => kari.visitor.send(`${attempt}/answers`, { question: 1, response, sequence })
  return { exam, teacher, kari, attempt, save, id: attempt.split('/').at(-1) ?? '' }
}

test('time runs out and Kari’s browser is gone: what she had answered is handed in, and a letter says so (E4, E7)', async () => {
  const { kari, attempt, save } = await aSitting()
  await save(yes, 1)
  house.clock.pass(60 * MINUTE + 29_000)
  await house.tick('exams.closeOverdue')
  assert.equal((await kari.visitor.data<{ open: object | null }>(attempt)).open, undefined)

  house.clock.pass(1_000)
  const ends = house.clock.now().toISOString()
  house.clock.pass(3 * MINUTE)
  await house.tick('exams.closeOverdue')
  await house.tick('exams.closeOverdue')
  await house.drain()

  const ended = await kari.visitor.data<Ended>(attempt)
  assert.deepEqual([ended.percent, ended.because, ended.submitted], [100, 'time', ends])
  const letters = (await listLetters(join(house.dataFolder, 'mail'), { limit: 50 })).filter(({ to }) => to === kari.email)
  assert.equal(letters.length, 1)
  assert.match((await readLetter(join(house.dataFolder, 'mail'), letters[0]?.id ?? ''))?.text ?? '', /Time was up, and we handed in for you what you had answered to “The exam” on 1 June 2026 at/)
})

test('the job that waits for the end of Kari’s attempt closes it, and does nothing before (E7)', async () => {
  const { kari, attempt, save } = await aSitting()
  await save(yes, 1)
  await house.drain() // the test's queue is early: it must bear that
  assert.equal((await kari.visitor.get(`${attempt}/questions/1`)).statusCode, 200)

  house.clock.pass(61 * MINUTE)
  await house.tick('exams.closeOverdue')

  assert.equal((await kari.visitor.data<Ended>(attempt)).because, 'time')
})

test('a late answer is taken in the grace and marked late, and refused after it with what is kept (E4)', async () => {
  const { kari, attempt, save } = await aSitting({ review: { rightAfter: shown(), laterOpen: shown(), afterClose: shown() } })
  await save({ kind: 'single', chosen: 'no' }, 1)
  house.clock.pass(60 * MINUTE + 20_000)
  const late = await save(yes, 2)
  house.clock.pass(11_000)
  const tooLate = await save({ kind: 'single', chosen: 'no' }, 3)

  assert.equal(late.statusCode, 200)
  assert.equal(tooLate.statusCode, 409)
  const kept = tooLate.json() as Kept
  assert.deepEqual(kept.saved, [{ question: 1, sequence: 2 }])
  assert.match(kept.title, /Time is up/)
  const result = await kari.visitor.data<Ended & { lines: { isLate: boolean }[] }>(attempt)
  assert.deepEqual([result.percent, result.because, result.lines[0]?.isLate], [100, 'time', true])
})

test('without a script Kari who comes too late is told, and led to what came of it (E7)', async () => {
  const { kari, attempt } = await aSitting()
  house.clock.pass(61 * MINUTE)

  const answer = await kari.visitor.post(`${attempt}/questions/1`, { answer: 'yes', sequence: '', go: 'submission' })

  assert.equal(answer.headers['location'], `${attempt}?notice=noticeOver`)
  assert.match((await kari.visitor.get(`${attempt}?notice=noticeOver`)).body, /Time is up\. What was saved stands\./)
})

test('where time is given to hand in, Kari can hand in but answer no more; else the attempt is abandoned (E7)', async () => {
  const one = await aSitting({ onTimeUp: 'grace', graceSeconds: 120 })
  const other = await aSitting({ onTimeUp: 'grace', graceSeconds: 120 })
  await one.save(yes, 1)
  await other.save(yes, 1)
  house.clock.pass(60 * MINUTE + 5_000)

  assert.equal((await one.save(yes, 2)).statusCode, 409)
  assert.match((await one.kari.visitor.get(`${one.attempt}/questions/1`)).body, /Now you can only hand in/)
  await one.kari.visitor.post(`${one.attempt}/submission`, {})
  house.clock.pass(3 * MINUTE)
  await house.tick('exams.closeOverdue')

  assert.equal((await one.kari.visitor.data<Ended>(one.attempt)).percent, 100)
  await house.drain()
  const [receipt] = await lettersTo(one.kari.email)
  const [notice] = await lettersTo(other.kari.email)
  assert.match(receipt?.text ?? '', /We received your answers to “The exam” on 1 June 2026 at/)
  assert.equal(notice?.subject, 'Your exam was not handed in in time')
  const abandoned = await other.kari.visitor.data<Ended>(other.attempt)
  assert.deepEqual([abandoned.state, abandoned.percent, abandoned.because], ['abandoned', null, 'abandoned'])
})

test('a browser whose clock runs ahead hands nothing in too early (E4)', async () => {
  const { kari, attempt } = await aSitting()
  house.clock.pass(59 * MINUTE)

  const early = await kari.visitor.post(`${attempt}/submission`, { because: 'time' })

  assert.equal(early.headers['location'], `${attempt}/questions/1`)
  assert.equal((await kari.visitor.get(`${attempt}/questions/1`)).statusCode, 200)
})

test('Kari with a quarter more time is told so before she starts, and nobody why (E8)', async () => {
  const { exam, course } = await anExam(house, { plan, questions: [yesQuestion] })
  const tove = await aTeacher(house, course)
  const kari = await aCandidate(house, course)

  const given = await tove.visitor.post(`/marking/exams/${exam}/learners/${kari.person}`, { percentMore: '25', extraMinutes: '0', extraAttempts: '0' })

  assert.equal(given.statusCode, 303, given.body)
  assert.match((await kari.visitor.get(`/exams/${exam}`)).body, /75 minutes, extended from 60/)
  const attempt = await started(kari, exam)
  const { deadline, now } = await kari.visitor.data<{ deadline: string; now: string }>(`${attempt}/questions/1`)
  assert.equal(Date.parse(deadline) - Date.parse(now), 75 * MINUTE)
  const looks = await ownerSays<{ what: string }>(house, 'select distinct what from privacy.looks where subject = $1', [kari.person])
  assert.deepEqual(looks, [{ what: 'examLearners' }])
})

test('extra time given while Kari sits moves her deadline at once, at the very moment she saves and the job comes (E8)', async () => {
  const { exam, teacher, kari, attempt, save } = await aSitting()
  house.clock.pass(60 * MINUTE + 25_000)

  const [given, saved] = await Promise.all([
    teacher.visitor.post(`/marking/exams/${exam}/learners/${kari.person}`, { percentMore: '0', extraMinutes: '15', extraAttempts: '0' }),
    save(yes, 1),
    house.tick('exams.closeOverdue'),
  ])
  house.clock.pass(10 * MINUTE)
  await house.tick('exams.closeOverdue')
  const later = await save(yes, 2)

  assert.deepEqual([given.statusCode, saved.statusCode, later.statusCode], [303, 200, 200])
  const { deadline } = later.json() as Kept
  assert.equal(Date.parse(deadline) - house.clock.now().getTime(), 5 * MINUTE - 25_000)
  assert.equal(await numberOf(kari, attempt, 'Is the answer yes?'), 1)
})

test('an attempt that was closed is opened again for so many minutes, and marked anew (E6)', async () => {
  const { exam, teacher, kari, attempt, save, id } = await aSitting()
  house.clock.pass(61 * MINUTE)
  await house.tick('exams.closeOverdue')
  assert.equal((await kari.visitor.data<Ended>(attempt)).percent, 0)

  const opened = await teacher.visitor.post(`/marking/exams/${exam}/learners/${kari.person}/extensions`, { attempt: '1', minutes: '10', reason: 'technical' })
  await save(yes, 1)
  await kari.visitor.post(`${attempt}/submission`, {})

  assert.equal(opened.statusCode, 303, opened.body)
  assert.equal((await kari.visitor.data<Ended>(attempt)).percent, 100)
  assert.deepEqual(await ownerSays(house, 'select fraction, replaced is null as "inForce" from exams.marks where attempt = $1 order by marked, replaced nulls last', [id]), [
    { fraction: 0, inForce: false },
    { fraction: 1, inForce: true },
  ])
})

test('a teacher of another course cannot give Kari time, nor see that she sits (E8)', async () => {
  const { exam, kari } = await aSitting()
  const { course } = await anExam(house, { questions: [yesQuestion] })
  const stranger = await aTeacher(house, course)

  const tries = [
    await stranger.visitor.get(`/marking/exams/${exam}`),
    await stranger.visitor.get(`/marking/exams/${exam}/learners/${kari.person}`),
    await stranger.visitor.post(`/marking/exams/${exam}/learners/${kari.person}`, { percentMore: '50', extraMinutes: '0', extraAttempts: '0' }),
  ]

  assert.deepEqual(tries.map(({ statusCode }) => statusCode), [404, 404, 404])
})

function shown() {
  return { marks: true, rightAnswers: false, feedback: false, ownAnswers: true }
}

test('another attempt is given to Kari with a reason, one of a few words; without one nothing is given (E14)', async () => {
  const { exam, teacher, kari, attempt } = await aSitting({ attempts: 1 })
  await kari.visitor.post(`${attempt}/submission`, {})
  const at = `/marking/exams/${exam}/learners/${kari.person}`
  const more = { percentMore: '0', extraMinutes: '0', extraAttempts: '1' }

  const unreasoned = await teacher.visitor.post(at, { ...more, because: '' })
  const invented = await teacher.visitor.post(at, { ...more, because: 'She was ill' })
  const before = await kari.visitor.send(`/exams/${exam}/attempts`, {})
  const given = await teacher.visitor.post(at, { ...more, because: 'technical' })
  const afterwards = await kari.visitor.send(`/exams/${exam}/attempts`, {})

  assert.deepEqual([unreasoned.statusCode, invented.statusCode, before.statusCode, given.statusCode, afterwards.statusCode], [422, 422, 409, 303, 201])
  assert.match(unreasoned.body, /Choose why/)
  assert.deepEqual(await ownerSays(house, 'select attempts_because from exams.arrangements where learner = $1', [kari.person]), [{ attempts_because: 'technical' }])
})

test('Kari is deactivated in the middle of her exam: nothing more is taken, the job waits for her, and closes it when she is let in again (E7, C6)', async () => {
  const { kari, id, save } = await aSitting()
  await save(yes, 1)
  await stateOf(kari, 'deactivated')

  const refused = await save({ kind: 'single', chosen: 'no' }, 2)
  house.clock.pass(62 * MINUTE)
  await house.tick('exams.closeOverdue')
  const [waiting] = await ownerSays<{ submitted: Date | null }>(house, 'select submitted from exams.attempts where id = $1', [id])
  await stateOf(kari, 'active')
  await house.tick('exams.closeOverdue')
  const [closed] = await ownerSays<{ submitted_because: string; percent: number }>(house, 'select submitted_because, percent from exams.attempts where id = $1', [id])

  assert.ok([303, 401, 403, 404].includes(refused.statusCode), String(refused.statusCode))
  assert.equal(waiting?.submitted, null)
  assert.deepEqual([closed?.submitted_because, closed?.percent], ['time', 100])
})

test('Kari is erased in the middle of her exam: nothing of it is left, and the job that waited for its end does nothing (E7, N36)', async () => {
  const { kari, id, save } = await aSitting()
  await save(yes, 1)
  const eyes = { means: house.means, login: 'rights', institution: house.nomkus, actor: kari.person, now: house.clock.now() } as const

  await erasePerson({ eyes, tables, cause: 'asked' })
  const afterwards = await save({ kind: 'single', chosen: 'no' }, 2)
  house.clock.pass(62 * MINUTE)
  await house.drain()
  await house.tick('exams.closeOverdue')

  assert.ok([303, 401, 404].includes(afterwards.statusCode), String(afterwards.statusCode))
  assert.deepEqual(await ownerSays(house, 'select id from exams.attempts where id = $1', [id]), [])
  assert.deepEqual(await ownerSays(house, 'select attempt from exams.answers where attempt = $1', [id]), [])
})

async function stateOf({ person }: { person: string }, state: 'active' | 'deactivated'): Promise<void> {
  await ownerSays(house, 'update privacy.standings set allowed = $1 where person = $2', [allowedIn(state), person])
}

async function lettersTo(address: string) {
  const folder = join(house.dataFolder, 'mail')
  const heads = (await listLetters(folder, { limit: 200 })).filter(({ to }) => to === address)
  return Promise.all(heads.map(({ id }) => readLetter(folder, id)))
}
