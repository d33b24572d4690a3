import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as example from './example-questions.ts'
import { optionId, withIds } from './option-ids.ts'
import { readQuestion } from './question.ts'

const firstFault = (content: unknown) => readQuestion(content).faults?.[0]?.code

test('a teacher is told what is wrong with a question, by the name of a phrase', () => {
  const single = example.holidayQuestion()
  const essay = example.reflectionQuestion()
  const half = single.options.map((one) => ({ ...one, fraction: 50 }))
  const whole = single.options.map((one) => ({ ...one, fraction: 100 }))
  const sameId = single.options.map((one) => ({ ...one, id: 'a' }))

  assert.equal(firstFault({ ...single, text: ' ' }), 'noText')
  assert.equal(firstFault({ ...single, text: 'a\0b' }), 'textNotStorable')
  assert.equal(firstFault({ ...single, text: 'a\ud800b' }), 'textNotStorable')
  assert.equal(firstFault({ ...single, text: 'a'.repeat(20_001) }), 'textTooLong')
  assert.equal(firstFault({ ...single, options: [] }), 'tooFewOptions')
  assert.equal(firstFault({ ...single, options: half }), 'noRightOption')
  assert.equal(firstFault({ ...single, options: whole }), 'noWrongOption')
  assert.equal(firstFault({ ...single, options: sameId }), 'idTwice')
  assert.equal(firstFault({ ...single, kind: 'multiple', options: whole }), 'fractionsNot100')
  assert.equal(firstFault({ ...single, kind: 'riddle' }), 'badKind')
  assert.equal(firstFault({ ...single, extra: 1 }), 'notValid')
  assert.equal(firstFault({ ...essay, fewestWords: 9, mostWords: 3 }), 'wordLimitsCrossed')
  assert.equal(firstFault({ ...example.wageQuestion(), answers: [] }), 'noRightOption')
  assert.equal(firstFault(null), 'badKind')
})

test('a teacher cannot give a number that is none, or a row without its answer', () => {
  const wage = example.wageQuestion()
  const law = example.lawQuestion()
  const nan = wage.answers.map((one) => ({ ...one, value: Number.NaN }))
  const orphans = law.rows.map((one) => ({ ...one, answer: 'zz' }))

  assert.equal(firstFault({ ...wage, answers: nan }), 'badNumber')
  assert.equal(firstFault({ ...law, rows: orphans }), 'answerMissing')
})

test('a teacher who orders two items that read alike is asked to change one', () => {
  const ordering = example.applicationQuestion()
  const twins = withIds([{ text: 'Søknad' }, { text: 'Søknad' }])

  assert.equal(firstFault({ ...ordering, items: twins }), 'sameTextTwice')
})

test('an id comes from the text, is short, and is never given to two options of a teacher', () => {
  const ids = withIds(Array.from({ length: 100 }, () => ({ text: 'same' }))).map((one) => one.id)

  assert.equal(optionId('Ferieloven'), optionId('Ferieloven'))
  assert.equal(new Set(ids).size, 100)
  assert.ok(ids.every((id) => /^[a-z0-9]{1,7}$/.test(id)))
})
