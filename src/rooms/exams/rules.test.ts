import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NEW_PLAN, type Plan } from './plan.ts'
import { partsOf } from './sitting/question-text.ts'
import { regraded } from './marking/remedies.ts'
import { reviewLine } from './sitting/reviewing.ts'
import { attemptsLeft, countingResult, minutesFor, momentsOf, NO_ARRANGEMENT, resultComes, reviewMoment, scoreOf, shownNow, standingIn, whyNotStart } from './rules.ts'

const NOON = new Date('2026-06-01T10:00:00Z')
const plan: Plan = { ...NEW_PLAN, title: { nb: 'Prøven', da: '', en: '' } }
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)

test('a learner with a quarter more time gets 75 minutes of 60, and never a fraction less (E8)', () => {
  assert.equal(minutesFor({ minutes: 60 }, { ...NO_ARRANGEMENT, factor: 1.25 }), 75)
  assert.equal(minutesFor({ minutes: 60 }, { ...NO_ARRANGEMENT, factor: 1.1 }), 66)
  assert.equal(minutesFor({ minutes: 50 }, { ...NO_ARRANGEMENT, factor: 1.25, extraMinutes: 5 }), 68)
})

test('a learner who starts late has until the exam closes, and no longer (E4)', () => {
  const closing = { ...plan, minutes: 60, closes: after(45).toISOString(), graceSeconds: 30 }

  assert.deepEqual(momentsOf(closing, NOON, NO_ARRANGEMENT), { deadline: after(45), answersUntil: after(45.5), ends: after(45.5) })
})

test('in the grace to hand in nothing more is answered (E7)', () => {
  const { answersUntil, deadline, ends } = momentsOf({ ...plan, minutes: 60, onTimeUp: 'grace', graceSeconds: 120 }, NOON, NO_ARRANGEMENT)

  assert.deepEqual([deadline, answersUntil, ends], [after(60), after(60), after(62)])
})

test('a learner waits between attempts, and has no more than are allowed (E14)', () => {
  const tried = [{ number: 1, submitted: NOON, ends: NOON }]
  const why = (now: Date, changes: Partial<Plan> = {}) => whyNotStart({ ...plan, attempts: 2, waitMinutes: 60, ...changes }, { arrangement: NO_ARRANGEMENT, tried, now })

  assert.deepEqual(why(after(59)), { reason: 'waitFirst', until: after(60) })
  assert.equal(why(after(60)), null)
  assert.equal(why(after(60), { attempts: 1 })?.reason, 'noAttemptsLeft')
  assert.equal(why(after(60), { opens: after(90).toISOString() })?.reason, 'notOpenYet')
  assert.equal(why(after(60), { closes: after(60).toISOString() })?.reason, 'examClosed')
  assert.equal(attemptsLeft({ ...plan, attempts: 1 }, { ...NO_ARRANGEMENT, extraAttempts: 1 }, tried), 1)
})

test('which attempt counts is the rule’s to say (E14)', () => {
  const results = [
    { attempt: 'b', number: 2, percent: 90 },
    { attempt: 'a', number: 1, percent: 40 },
    { attempt: 'c', number: 3, percent: 70 },
  ]

  assert.deepEqual(countingResult('first', results), results[1])
  assert.deepEqual(countingResult('last', results), results[2])
  assert.deepEqual(countingResult('highest', results), results[0])
  assert.deepEqual(countingResult('average', results), { attempt: 'b', number: 2, percent: 66.67 })
  assert.equal(countingResult('last', []), undefined)
})

test('a question that does not count is left out of the sum', () => {
  assert.deepEqual(scoreOf([1, 0.5, null]), { points: 1.5, most: 2, percent: 75 })
  assert.deepEqual(scoreOf([null]), { points: 0, most: 0, percent: 0 })
})

test('a learner is shown nothing during the attempt, no marks before the release, and more later (E9)', () => {
  const ended = { submitted: NOON, released: NOON, resultAt: null, withheld: null, attemptsLeft: 1, isSitting: false, now: after(1) }

  assert.equal(reviewMoment(plan, { ...ended, submitted: null }), 'during')
  assert.equal(reviewMoment(plan, ended), 'rightAfter')
  assert.equal(reviewMoment(plan, { ...ended, now: after(15) }), 'laterOpen')
  assert.equal(reviewMoment(plan, { ...ended, attemptsLeft: 0 }), 'afterClose')
  assert.equal(reviewMoment({ ...plan, closes: after(1).toISOString() }, ended), 'afterClose')
  assert.deepEqual(shownNow(plan, { ...ended, released: null }), { marks: false, rightAnswers: false, feedback: false, ownAnswers: true })
  assert.ok(!Object.values(shownNow(plan, { ...ended, submitted: null })).some(Boolean))
})

test('while a learner sits their last attempt the exam is over in no sense, though it has closed for others (E9)', () => {
  const ended = { submitted: NOON, attemptsLeft: 0, isSitting: true, now: after(30) }
  const tried = [{ number: 1, submitted: NOON, ends: NOON }, { number: 2, submitted: null, ends: after(60) }]

  assert.equal(reviewMoment({ ...plan, closes: after(1).toISOString() }, ended), 'laterOpen')
  assert.deepEqual(standingIn({ ...plan, attempts: 2 }, NO_ARRANGEMENT, tried), { attemptsLeft: 0, isSitting: true })
})

test('a result waits for the day on which its marks are shown, where there is one (E9)', () => {
  const [shown, hidden] = [plan.review.rightAfter, { ...plan.review.rightAfter, marks: false }]
  const until = (review: Plan['review'], closes: string | null, attemptsLeft = 1) => resultComes({ ...plan, review, closes }, { submitted: NOON, attemptsLeft, isSitting: false, now: after(1) })
  const closes = after(90).toISOString()

  assert.equal(until({ rightAfter: shown, laterOpen: hidden, afterClose: hidden }, closes), 'now')
  assert.deepEqual(until({ rightAfter: hidden, laterOpen: shown, afterClose: shown }, closes), after(15))
  assert.deepEqual(until({ rightAfter: hidden, laterOpen: hidden, afterClose: shown }, closes), after(90))
  assert.equal(until({ rightAfter: hidden, laterOpen: hidden, afterClose: shown }, closes, 0), 'now')
  assert.equal(until({ rightAfter: hidden, laterOpen: hidden, afterClose: shown }, null), 'withTheLast')
  assert.equal(until({ rightAfter: hidden, laterOpen: hidden, afterClose: hidden }, closes), 'now')
})

test('nobody drops by a regrade where nobody shall (E10)', () => {
  assert.deepEqual(regraded([1, 0], 0, { fraction: null, nobodyDrops: true }), { fractions: [1, 0], before: 50, after: 50, changes: false })
  assert.deepEqual(regraded([1, 0], 0, { fraction: null, nobodyDrops: false }), { fractions: [null, 0], before: 50, after: 0, changes: true })
  assert.deepEqual(regraded([0, 1], 0, { fraction: 1, nobodyDrops: true }), { fractions: [1, 1], before: 50, after: 100, changes: true })
})

test('with right answers hidden, a learner’s own order does not betray the right one (E9)', () => {
  const items = ['First', 'Second', 'Third'].map((text, i) => ({ id: `i${i}`, text }))
  const question = { kind: 'ordering' as const, text: 'In which order?', items }
  const response = { kind: 'ordering' as const, places: { i0: 3, i1: 1, i2: 2 } }
  const shown = { marks: true, rightAnswers: false, feedback: false, ownAnswers: true }

  const line = reviewLine({ number: 1, question, response, fraction: 0, comment: null, reason: null, isLate: false }, shown, 'en')

  assert.deepEqual(line.rows, [
    { text: 'Second', given: 'Place 1' },
    { text: 'Third', given: 'Place 2' },
    { text: 'First', given: 'Place 3' },
  ])
})

test('a question’s last paragraph is what it asks, unless it ends with a list', () => {
  assert.deepEqual(partsOf('From the report:\n\n> She is *uggen*.\n\nWhat does she mean?'), { about: 'From the report:\n\n> She is *uggen*.', asks: 'What does she mean?' })
  assert.deepEqual(partsOf('What comes first?'), { about: '', asks: 'What comes first?' })
  assert.deepEqual(partsOf('Choose:\n\n1. One\n2. Two'), { about: 'Choose:\n\n1. One\n2. Two', asks: '' })
})
