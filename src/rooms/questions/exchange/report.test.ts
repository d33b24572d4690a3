import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MOST_QUESTIONS, note, reportOf, rowOf, sayNote } from './report.ts'

const essay = { kind: 'essay', text: 'Hva?' }

test('a teacher reads each note in their own language, with its values in it', () => {
  const changed = note('textChanged', '->', '→')

  assert.equal(sayNote(changed, 'nb'), '«->» er skrevet som «→».')
  assert.equal(sayNote(changed, 'da'), '»->« er skrevet som »→«.')
  assert.equal(
    sayNote(note('noRightOption'), 'en'),
    'At least one answer must be worth everything.',
  )
})

test('a teacher reads a note once, however often it happened, and a long value cut short', () => {
  const notes = [note('fileDropped', 'x'.repeat(500)), note('fileDropped', 'x'.repeat(500))]
  const row = rowOf(1, { name: 'n', content: essay, tags: [], notes })

  assert.equal(row.outcome, 'takenWithLoss')
  assert.equal(row.notes.length, 1)
  assert.equal(String(row.notes[0]?.values[0]).length, 80)
})

test('a teacher with more questions than one import takes is told so', () => {
  const found = Array.from({ length: MOST_QUESTIONS + 1 }, () => ({
    name: 'n',
    content: essay,
    tags: [],
    notes: [],
  }))
  const report = reportOf(found, [])

  assert.equal(report.rows.length, MOST_QUESTIONS)
  assert.deepEqual(report.notes, [note('tooManyQuestions', MOST_QUESTIONS)])
})

test('a name longer than a teacher’s list is wide is shortened, and that is said', () => {
  const row = rowOf(1, { name: 'navn '.repeat(100), content: essay, tags: [], notes: [] })

  assert.equal(row.name.length, 120)
  assert.deepEqual(row.notes, [note('nameShortened')])
  assert.equal(row.outcome, 'takenWithLoss')
})
