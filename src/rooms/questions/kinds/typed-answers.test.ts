import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agencyQuestion, wageQuestion } from '../example-questions.ts'
import { wordsIn } from './essay.ts'
import { findAcceptedNumber, readNumber } from './numeric.ts'
import { findAcceptedText, type ShortAnswerQuestion } from './short-answer.ts'

const NUMBERS: [string, number | null][] = [
  ['1234.5', 1234.5],
  ['1234,5', 1234.5],
  ['1 234,5', 1234.5],
  ['1\u00a0234,5', 1234.5],
  ['1\u2009234,5', 1234.5],
  ['1\u202f234,5', 1234.5],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234.567', 1234567],
  ['1,234', 1.234],
  ['−3', -3],
  ['+,5', 0.5],
  ['5,', 5],
  ['1,5e3', 1500],
  [' 12 kr ', 12],
  ['12 KR', 12],
  ['12 dollar', null],
  ['1.2.3', null],
  ['1,2,3', null],
  ['1,23,456', null],
  ['1e999', null],
  ['0x10', null],
  ['Infinity', null],
  ['--1', null],
  ['kr', null],
  ['', null],
]

for (const [typed, value] of NUMBERS) {
  test(`a learner who types "${typed}" means ${value ?? 'no number'}`, () => {
    assert.equal(readNumber(typed, 'kr'), value)
  })
}

test('a learner at the very edge of a tolerance is inside, whatever binary makes of it', () => {
  const answer = { id: 'a', value: 0.3, tolerance: 0.1, fraction: 100 }
  const question = { ...wageQuestion(), answers: [answer] }

  assert.equal(findAcceptedNumber(question, '0,4'), answer)
  assert.equal(findAcceptedNumber(question, '0,2'), answer)
  assert.equal(findAcceptedNumber(question, '0,4001'), undefined)
})

test('a learner may write a tiny number, and a tiny difference still counts', () => {
  const answer = { id: 'a', value: 1.6e-19, tolerance: 0, fraction: 100 }
  const question = { ...wageQuestion(), answers: [answer] }

  assert.equal(findAcceptedNumber(question, '1,6e-19'), answer)
  assert.equal(findAcceptedNumber(question, '1,7e-19'), undefined)
})

const accepting = (text: string, rules: Partial<ShortAnswerQuestion> = {}) => ({
  ...agencyQuestion(),
  ...rules,
  answers: [{ id: 'a', text, fraction: 100 }],
})

test('a learner may write large or small letters and doubled spaces, unless they count', () => {
  const free = accepting('Det norske språket')
  const strict = accepting('Det norske språket', { matchCase: true, matchSpaces: true })

  assert.ok(findAcceptedText(free, '  det  NORSKE\u00a0språket '))
  assert.ok(findAcceptedText(strict, ' Det norske språket '))
  assert.ok(!findAcceptedText(strict, 'det norske språket'))
  assert.ok(!findAcceptedText(strict, 'Det  norske språket'))
})

test('a learner whose keyboard makes å of two characters writes the same å', () => {
  assert.ok(findAcceptedText(accepting('språk'), 'spra\u030ak'))
})

test('a star takes whatever a learner writes, an escaped one only a star', () => {
  assert.ok(findAcceptedText(accepting('*tilsyn*'), 'Arbeidstilsynet'))
  assert.ok(findAcceptedText(accepting('a*b*c'), 'a b b c'))
  assert.ok(!findAcceptedText(accepting('a*b*c'), 'a c b'))
  assert.ok(findAcceptedText(accepting('2\\*3'), '2*3'))
  assert.ok(!findAcceptedText(accepting('2\\*3'), '2 + 3'))
  assert.ok(!findAcceptedText(accepting('*'), '  '))
})

test('a learner who writes a thousand a does not keep the exam waiting', () => {
  const question = accepting(`${'*a'.repeat(400)}b`)
  const before = performance.now()

  assert.ok(!findAcceptedText(question, 'a'.repeat(1_000)))
  assert.ok(performance.now() - before < 500)
})

test('the first accepted text that fits a learner’s answer decides, as in Moodle', () => {
  assert.equal(findAcceptedText(agencyQuestion(), 'arbeidstilsynet')?.fraction, 100)
  assert.equal(findAcceptedText(agencyQuestion(), 'Datatilsynet')?.fraction, 50)
  assert.equal(findAcceptedText(agencyQuestion(), 'nav')?.fraction, 0)
})

test('a learner’s words are counted without dashes and stars', () => {
  assert.equal(wordsIn('Jeg sendte e-post – to ganger, på\nén dag * '), 8)
  assert.equal(wordsIn(' '), 0)
})
