import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aCandidate, anExam, aTeacher, started, yesQuestion } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { listLetters, readLetter } from '../../../platform/mail/mailbox.ts'
import type { Plan } from '../plan.ts'

const house = await aHouse()

const MINUTE = 60_000
const NOTHING_MORE = { percentMore: '0', extraMinutes: '0', extraAttempts: '0' }
const later = (minutes: number) => new Date(house.clock.now().getTime() + minutes * MINUTE)
/** As a form says it, in Oslo in June. */
const onTheWall = (moment: Date) => new Date(moment.getTime() + 120 * MINUTE).toISOString().slice(0, 16)

async function anExamWithTwoTeachers(plan: Partial<Plan> = {}) {
  const { exam, course } = await anExam(house, { plan: { minutes: 60, ...plan }, questions: [yesQuestion] })
  const [tove, tor] = [await aTeacher(house, course), await aTeacher(house, course, { firstName: 'Tor' })]
  const kari = await aCandidate(house, course)
  return { exam, course, tove, tor, kari, at: `/marking/exams/${exam}/learners/${kari.person}` }
}

type Learner = { learner: { revision: number; extraMinutes: number }; attempts: { deadline: string; submitted: string | null; occurrences: { kind: string; minutes: number; because: string }[] }[] }
type Exam = { notNow: { reason: string; until: string } | null; rules: { opens: string; isOwnOpening: boolean } }

test('Kari may sit an exam at a time of her own: she sees it before, starts then, and has all her minutes though it has closed for others (E8)', async () => {
  const { exam, course, tove, kari, at } = await anExamWithTwoTeachers({ opens: later(0).toISOString(), closes: later(60).toISOString() })
  const ola = await aCandidate(house, course)
  const [opens, closes] = [later(120), later(240)]

  const given = await tove.visitor.post(at, { ...NOTHING_MORE, percentMore: '50', opens: onTheWall(opens), closes: onTheWall(closes) })

  assert.equal(given.statusCode, 303, given.body)
  const early = await kari.visitor.send(`/exams/${exam}/attempts`, {})
  assert.deepEqual([early.statusCode, (await kari.visitor.data<Exam>(`/exams/${exam}`)).notNow], [409, { reason: 'notOpenYet', until: opens.toISOString() }])
  assert.match((await kari.visitor.get(`/exams/${exam}`)).body, /Opens for you 14:00.*Closes for you 16:00/s)
  house.clock.set(opens)
  const attempt = await started(kari, exam)
  const { deadline } = await kari.visitor.data<{ deadline: string }>(`${attempt}/questions/1`)
  assert.equal(deadline, new Date(opens.getTime() + 90 * MINUTE).toISOString())
  assert.equal((await ola.visitor.data<Exam>(`/exams/${exam}`)).notNow?.reason, 'examClosed')
})

test('with an exam still open for Kari, right answers that others see are not shown to her (E8, E9)', async () => {
  const { exam, tove, kari, at } = await anExamWithTwoTeachers({ attempts: 2, closes: later(60).toISOString() })
  await tove.visitor.post(at, { ...NOTHING_MORE, closes: onTheWall(later(300)) })
  const attempt = await started(kari, exam)
  await kari.visitor.send(`${attempt}/answers`, { question: 1, response: { kind: 'single', chosen: 'no' }, sequence: 1 })
  await kari.visitor.post(`${attempt}/submission`, {})

  house.clock.pass(90 * MINUTE)
  const whileOpen = await kari.visitor.get(attempt)
  house.clock.pass(300 * MINUTE)
  const afterwards = await kari.visitor.get(attempt)

  assert.doesNotMatch(whileOpen.body, /Yes, it is/)
  assert.match(afterwards.body, /Yes, it is/)
})

test('a time that is none, or ends before it begins, is said at its field (E8)', async () => {
  const { tove, at } = await anExamWithTwoTeachers()

  const faulty = await tove.visitor.post(at, { ...NOTHING_MORE, opens: 'tomorrow' })
  const backwards = await tove.visitor.post(at, { ...NOTHING_MORE, opens: onTheWall(later(60)), closes: onTheWall(later(30)) })

  assert.deepEqual([faulty.statusCode, backwards.statusCode], [422, 422])
  assert.match(faulty.body, /id="opens"[^>]*aria-invalid="true"/)
  assert.match(backwards.body, /id="closes"[^>]*aria-invalid="true"/)
})

test('of two teachers who give Kari time at once the second is told, sees what stands now, and saves then (E8)', async () => {
  const { tove, tor, at } = await anExamWithTwoTeachers()
  const { learner } = await tove.visitor.data<Learner>(at)
  const save = (one: typeof tove, extraMinutes: string, revision: number) => one.visitor.post(at, { ...NOTHING_MORE, extraMinutes, revision: String(revision) })

  const answers = await Promise.all([save(tove, '10', learner.revision), save(tor, '25', learner.revision)])
  const [won, lost] = answers.toSorted((one, other) => one.statusCode - other.statusCode)
  const after = await tove.visitor.data<Learner>(at)
  const again = await save(tor, '25', after.learner.revision)

  assert.deepEqual([won?.statusCode, lost?.statusCode], [303, 409])
  assert.match(lost?.body ?? '', /Somebody else has changed this meanwhile/)
  assert.match(lost?.body ?? '', new RegExp(`What stands now.*Extra minutes</dt><dd>${after.learner.extraMinutes}<`, 's'))
  assert.match(lost?.body ?? '', new RegExp(`name="revision" value="${after.learner.revision}"`))
  assert.equal(again.statusCode, 303)
  assert.equal((await tove.visitor.data<Learner>(at)).learner.extraMinutes, 25)
})

test('two teachers who add ten minutes to Kari’s attempt at once add ten, not twenty, and the second is told (E6, E8)', async () => {
  const { exam, tove, tor, kari, at } = await anExamWithTwoTeachers()
  await started(kari, exam)
  const deadline = (await tove.visitor.data<Learner>(at)).attempts[0]?.deadline ?? ''
  const form = { attempt: '1', minutes: '10', reason: 'technical', deadline }

  const answers = await Promise.all([tove.visitor.post(`${at}/extensions`, form), tor.visitor.post(`${at}/extensions`, form)])

  const [attempt] = (await tove.visitor.data<Learner>(at)).attempts
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [303, 409])
  assert.equal(Date.parse(attempt?.deadline ?? '') - Date.parse(deadline), 10 * MINUTE)
  assert.deepEqual(attempt?.occurrences.map(({ kind, minutes, because }) => [kind, minutes, because]), [['minutesAdded', 10, 'technical']])
})

test('minutes meant for Kari’s running attempt do not open the one that she has handed in meanwhile (E6)', async () => {
  const { exam, tove, kari, at } = await anExamWithTwoTeachers()
  const attempt = await started(kari, exam)
  const deadline = (await tove.visitor.data<Learner>(at)).attempts[0]?.deadline ?? ''
  await kari.visitor.post(`${attempt}/submission`, {})

  const added = await tove.visitor.post(`${at}/extensions`, { attempt: '1', minutes: '10', reason: 'technical', deadline })

  assert.equal(added.statusCode, 409)
  assert.match(added.body, /The attempt has changed meanwhile/)
  assert.notEqual((await tove.visitor.data<Learner>(at)).attempts[0]?.submitted, null)
})

test('no attempt is given minutes or opened again without a reason, one of a few words, which stands with who did it (E6)', async () => {
  const { exam, tove, kari, at } = await anExamWithTwoTeachers()
  const attempt = await started(kari, exam)
  await kari.visitor.post(`${attempt}/submission`, {})

  const unreasoned = await tove.visitor.post(`${at}/extensions`, { attempt: '1', minutes: '15', reason: '' })
  const invented = await tove.visitor.post(`${at}/extensions`, { attempt: '1', minutes: '15', reason: 'She was ill' })
  const opened = await tove.visitor.post(`${at}/extensions`, { attempt: '1', minutes: '15', reason: 'interrupted' })

  assert.deepEqual([unreasoned.statusCode, invented.statusCode, opened.statusCode], [422, 422, 303])
  assert.match(unreasoned.body, /id="reason"[^>]*aria-invalid="true"/)
  assert.deepEqual(await ownerSays(house, 'select kind, minutes, because, teacher from exams.occurrences where attempt = $1', [attempt.split('/').at(-1)]), [
    { kind: 'openedAgain', minutes: 15, because: 'interrupted', teacher: tove.person },
  ])
  assert.match((await tove.visitor.get(at)).body, /Opened again for 15 min, 1 June 2026 at \d\d:\d\d\. The exam was interrupted/)
})

test('Kari gets a letter when her attempt is opened again, which says until when, and none once she has handed it in (E6, E7)', async () => {
  const { exam, tove, kari, at } = await anExamWithTwoTeachers()
  const attempt = await started(kari, exam)
  await kari.visitor.post(`${attempt}/submission`, {})
  await house.drain()

  await tove.visitor.post(`${at}/extensions`, { attempt: '1', minutes: '15', reason: 'technical' })
  await house.drain()
  await kari.visitor.post(`${attempt}/submission`, {})
  await tove.visitor.post(`${at}/extensions`, { attempt: '1', minutes: '15', reason: 'technical' })
  await kari.visitor.post(`${attempt}/submission`, {})
  await house.drain()

  const letters = (await lettersTo(kari.email)).filter(({ subject }) => subject === 'Your exam is open again')
  assert.equal(letters.length, 1)
  assert.match(letters[0]?.text ?? '', /has opened your attempt at “The exam” again\. You have until 1 June 2026 at \d\d:\d\d\./)
})

test('Kari hears by letter that her exam is arranged otherwise, and neither subject nor letter says how (E8, E14)', async () => {
  const { tove, kari, at } = await anExamWithTwoTeachers()

  await tove.visitor.post(at, { percentMore: '25', extraMinutes: '0', extraAttempts: '1', because: 'agreed' })
  await house.drain()

  const [letter, ...more] = await lettersTo(kari.email)
  assert.deepEqual([letter?.subject, more.length], ['News of your exam', 0])
  assert.match(letter?.text ?? '', /changed what holds for you in “The exam”/)
  assert.doesNotMatch(letter?.text ?? '', /25|extra|more time/)
})

async function lettersTo(address: string) {
  const folder = join(house.dataFolder, 'mail')
  const heads = (await listLetters(folder, { limit: 200 })).filter(({ to }) => to === address)
  const letters = await Promise.all(heads.map(({ id }) => readLetter(folder, id)))
  return letters.flatMap((letter) => letter ?? [])
}
