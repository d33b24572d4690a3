import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chanceOf } from './chance.ts'
import * as example from './example-questions.ts'
import { mark } from './marking.ts'
import { present } from './presenting.ts'
import { type Question, readQuestion } from './question.ts'
import type { Response } from './response.ts'

test('every example a teacher would write is a valid question, and reading it changes nothing', () => {
  for (const question of example.oneOfEach()) {
    assert.deepEqual(readQuestion(question), { question })
  }
})

test('Kari gets the fraction of the one option she chose, and never less than nothing', () => {
  const question = example.holidayQuestion()
  const [right, wrong, harmful] = question.options.map((one) => one.id)

  assert.equal(mark(question, { kind: 'single', chosen: right ?? '' }).fraction, 1)
  assert.equal(mark(question, { kind: 'single', chosen: wrong ?? '' }).fraction, 0)
  assert.equal(mark(question, { kind: 'single', chosen: harmful ?? '' }).fraction, 0)
  assert.equal(mark(question, { kind: 'single', chosen: 'unknown' }).fraction, 0)
})

test('Ola who ticks three thirds has everything, and one wrong tick costs what it says', () => {
  const question = example.unionQuestion()
  const [a = '', b = '', c = '', wrong = ''] = question.options.map((one) => one.id)

  assert.equal(mark(question, { kind: 'multiple', chosen: [a, b, c] }).fraction, 1)
  assert.equal(mark(question, { kind: 'multiple', chosen: [b, a] }).fraction, 0.666667)
  assert.equal(mark(question, { kind: 'multiple', chosen: [a, b, c, wrong] }).fraction, 0.5)
  assert.equal(mark(question, { kind: 'multiple', chosen: [wrong] }).fraction, 0)
  assert.equal(mark(question, { kind: 'multiple', chosen: [a, a, a] }).fraction, 0.333333)
})

test('a learner who leaves a true-or-false question open has not said "false"', () => {
  const question = { ...example.contractQuestion(), answer: false }

  assert.equal(mark(question, { kind: 'trueFalse', answer: null }).fraction, 0)
  assert.equal(mark(question, { kind: 'trueFalse', answer: false }).fraction, 1)
  assert.equal(mark(question, { kind: 'trueFalse', answer: true }).fraction, 0)
})

test('Amina has half the points for the sum with the wage in it', () => {
  const question = example.wageQuestion()
  const fractionOf = (text: string) => mark(question, { kind: 'numeric', text }).fraction

  assert.equal(fractionOf('100,5'), 1)
  assert.equal(fractionOf('100,51'), 0)
  assert.equal(fractionOf('350'), 0.5)
  assert.equal(fractionOf('hundre'), 0)
})

test('Kari and Ola get the share of the rows they matched', () => {
  const question = example.lawQuestion()
  const [first, second] = question.rows
  const kari = { [first?.id ?? '']: first?.answer ?? '', [second?.id ?? '']: second?.answer ?? '' }
  const ola = { [first?.id ?? '']: second?.answer ?? '' }

  assert.equal(mark(question, { kind: 'matching', answers: kari }).fraction, 0.666667)
  assert.equal(mark(question, { kind: 'matching', answers: ola }).fraction, 0)
})

test('all 24 orders of four items give a learner the share that stands in place', () => {
  const question = example.applicationQuestion()
  const ids = question.items.map((one) => one.id)
  const fractions = permutationsOf([1, 2, 3, 4]).map((order) => {
    const places = Object.fromEntries(ids.map((id, index) => [id, order[index] ?? 0]))
    const inPlace = order.filter((place, index) => place === index + 1).length
    const { fraction } = mark(question, { kind: 'ordering', places })
    assert.equal(fraction, inPlace / 4)
    return fraction
  })

  assert.equal(fractions.length, 24)
  assert.equal(fractions.filter((one) => one === 1).length, 1)
  assert.equal(fractions.filter((one) => one === 0).length, 9)
})

test('a learner who says that everything comes first is right about one item', () => {
  const question = example.applicationQuestion()
  const places = Object.fromEntries(question.items.map((one) => [one.id, 1]))

  assert.equal(mark(question, { kind: 'ordering', places }).fraction, 0.25)
})

test('what a learner wrote in an essay waits for a person, an empty one does not', () => {
  const question = example.reflectionQuestion()

  assert.equal(mark(question, { kind: 'essay', text: 'Kolleger.' }).fraction, null)
  assert.equal(mark(question, { kind: 'essay', text: ' \n' }).fraction, 0)
})

test('a learner without an answer, or with one to another kind of question, gets nothing', () => {
  for (const question of example.oneOfEach()) {
    assert.equal(mark(question, null).fraction, 0)
    assert.equal(mark(question, undefined).fraction, 0)
    assert.equal(mark(question, otherKind(question)).fraction, 0)
  }
})

test('whatever a thousand learners answer, a fraction is from 0 to 1 and never NaN', () => {
  for (let learner = 0; learner < 1_000; learner++) {
    const chance = chanceOf(`learner ${learner}`)
    for (const question of example.oneOfEach()) {
      const { fraction, perOption } = mark(question, anyResponse(question, chance))

      const isFine = fraction === null || (fraction >= 0 && fraction <= 1)
      assert.ok(isFine, `${question.kind}: ${fraction}`)
      assert.ok(Object.values(perOption ?? {}).every((one) => one >= -1 && one <= 1))
    }
  }
})

function permutationsOf(list: number[]): number[][] {
  if (list.length === 0) return [[]]
  return list.flatMap((one) =>
    permutationsOf(list.filter((other) => other !== one)).map((rest) => [one, ...rest]),
  )
}

function otherKind(question: Question): Response {
  return question.kind === 'essay'
    ? { kind: 'numeric', text: '1' }
    : { kind: 'essay', text: 'something' }
}

function anyResponse(question: Question, chance: () => number): Response {
  const one = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T
  const shown = present(question, String(chance()))
  switch (shown.kind) {
    case 'single':
      return { kind: 'single', chosen: one([...shown.options.map((o) => o.id), null, 'nobody']) }
    case 'multiple': {
      const chosen = shown.options.filter(() => chance() < 0.5).map((o) => o.id)
      return { kind: 'multiple', chosen: [...chosen, ...chosen, 'nobody'] }
    }
    case 'trueFalse':
      return { kind: 'trueFalse', answer: one([true, false, null]) }
    case 'numeric':
      return { kind: 'numeric', text: one(['100', '350,0', '1e400', 'NaN', 'Infinity', '', '-']) }
    case 'shortAnswer':
      return { kind: 'shortAnswer', text: one(['arbeidstilsynet', 'Datatilsynet', 'nav', '*', '']) }
    case 'matching':
      return { kind: 'matching', answers: pick(shown.rows, () => one(shown.answers).id, chance) }
    case 'ordering':
      return { kind: 'ordering', places: pick(shown.items, () => one([0, 1, 2, 3, 4, 5]), chance) }
    case 'essay':
      return { kind: 'essay', text: one(['', 'Kolleger.']) }
  }
}

function pick<T>(rows: readonly { id: string }[], value: () => T, chance: () => number) {
  return Object.fromEntries(rows.filter(() => chance() < 0.8).map((row) => [row.id, value()]))
}
