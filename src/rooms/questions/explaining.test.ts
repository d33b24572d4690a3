import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as example from './example-questions.ts'
import { explain } from './explaining.ts'

test('Kari reads why her option was wrong, which was right, and no feedback on the others', () => {
  const question = example.holidayQuestion()
  const { verdict, said, rows, feedback } = explain(
    question,
    { kind: 'single', chosen: question.options[1]?.id ?? null },
    'nb',
  )

  assert.deepEqual([verdict, said], ['wrong', 'Ikke riktig'])
  assert.equal(rows[0]?.expected, '25')
  assert.equal(rows[0]?.feedback, undefined)
  assert.equal(rows[1]?.feedback, 'Nei: 21 = fem uker – minus fire.')
  assert.equal(feedback, 'Se ferieloven § 5: 25 virkedager.')
})

test('Ola with two of three reads "partly right" in Danish', () => {
  const question = example.unionQuestion()
  const chosen = question.options.slice(0, 2).map((one) => one.id)
  const { said, rows } = explain(question, { kind: 'multiple', chosen }, 'da')

  assert.equal(said, 'Delvist rigtigt')
  assert.deepEqual(
    rows.map((row) => row.isRight),
    [true, true, false, true],
  )
})

test('Amina reads the right number as her language writes it', () => {
  const question = { ...example.wageQuestion(), unit: 'kr' }
  const inNorwegian = explain(question, { kind: 'numeric', text: '350' }, 'nb')
  const inEnglish = explain(question, null, 'en')

  assert.equal(inNorwegian.rows[0]?.expected, '100 (± 0,5) kr')
  assert.equal(inNorwegian.rows[0]?.feedback, 'Det er med lønnen: 350.')
  assert.equal(inEnglish.rows[0]?.expected, '100 (± 0.5) kr')
  assert.equal(inEnglish.said, 'Not answered')
})

test('a learner reads what belonged to each row, and which place each item had', () => {
  const law = example.lawQuestion()
  const order = example.applicationQuestion()
  const places = { [order.items[0]?.id ?? '']: 1, [order.items[1]?.id ?? '']: 4 }
  const matched = explain(law, { kind: 'matching', answers: {} }, 'nb')
  const ordered = explain(order, { kind: 'ordering', places }, 'nb')

  assert.deepEqual(
    matched.rows.map((row) => row.expected),
    ['Ferieloven', 'Folketrygdloven', 'Folketrygdloven'],
  )
  assert.deepEqual(
    ordered.rows.map((row) => row.given),
    ['Plass 1', 'Plass 4', undefined, undefined],
  )
  assert.equal(ordered.fraction, 0.25)
})

test('a learner never reads the model answer that is for markers', () => {
  const question = { ...example.reflectionQuestion(), modelAnswer: 'For markers only' }
  const explained = explain(question, { kind: 'essay', text: 'Kolleger.' }, 'en')

  assert.equal(explained.verdict, 'markedByHand')
  assert.doesNotMatch(JSON.stringify(explained), /markers only/)
})
