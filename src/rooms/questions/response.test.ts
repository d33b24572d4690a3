import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as example from './example-questions.ts'
import { isAnswered, readResponse, rowField } from './response.ts'

test('Kari’s radio button is read from a plain form', () => {
  const question = example.holidayQuestion()
  const id = question.options[1]?.id ?? ''

  assert.deepEqual(readResponse(question, { answer: id }), { kind: 'single', chosen: id })
  assert.deepEqual(readResponse(question, { answer: '' }), { kind: 'single', chosen: null })
  assert.deepEqual(readResponse(question, { answer: 'forged' }), { kind: 'single', chosen: null })
})

test('Ola’s checkboxes come as one text, as several, or not at all', () => {
  const question = example.unionQuestion()
  const [a = '', b = ''] = question.options.map((one) => one.id)

  assert.deepEqual(readResponse(question, { answer: a }), { kind: 'multiple', chosen: [a] })
  assert.deepEqual(readResponse(question, { answer: [b, a, a, 'x'] }), {
    kind: 'multiple',
    chosen: [a, b],
  })
  assert.deepEqual(readResponse(question, {}), { kind: 'multiple', chosen: [] })
})

test('a learner chooses true, false, or neither', () => {
  const read = (answer?: string) => readResponse(example.contractQuestion(), { answer })

  assert.deepEqual(read('true'), { kind: 'trueFalse', answer: true })
  assert.deepEqual(read('false'), { kind: 'trueFalse', answer: false })
  assert.deepEqual(read('constructor'), { kind: 'trueFalse', answer: null })
  assert.deepEqual(read(), { kind: 'trueFalse', answer: null })
})

test('a learner without a script matches and orders with one select per row', () => {
  const matching = example.lawQuestion()
  const row = matching.rows[0]
  const ordering = example.applicationQuestion()
  const [first = '', second = '', third = ''] = ordering.items.map((one) => one.id)

  assert.deepEqual(
    readResponse(matching, { [rowField('q7', row?.id ?? '')]: row?.answer, 'q7.x': 'y' }, 'q7'),
    { kind: 'matching', answers: { [row?.id ?? '']: row?.answer } },
  )
  assert.deepEqual(
    readResponse(ordering, {
      [rowField('answer', first)]: '2',
      [rowField('answer', second)]: '',
      [rowField('answer', third)]: '9',
    }),
    { kind: 'ordering', places: { [first]: 2 } },
  )
})

test('what a learner typed is kept as typed, and refused rather than cut off', () => {
  const essay = example.reflectionQuestion()

  assert.deepEqual(readResponse(essay, { answer: ' Én\r\nto ' }), {
    kind: 'essay',
    text: ' Én\nto ',
  })
  assert.equal(readResponse(essay, { answer: 'a'.repeat(100_001) }), undefined)
  assert.equal(readResponse(example.wageQuestion(), { answer: '1\0' }), undefined)
})

test('a learner has answered when anything at all is chosen or written', () => {
  for (const question of example.oneOfEach()) {
    assert.equal(isAnswered(readResponse(question, {})), false, question.kind)
  }
  assert.equal(isAnswered(null), false)
  assert.equal(isAnswered({ kind: 'trueFalse', answer: false }), true)
  assert.equal(isAnswered({ kind: 'ordering', places: { a: 1 } }), true)
  assert.equal(isAnswered({ kind: 'essay', text: ' ' }), false)
})
