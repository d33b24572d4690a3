import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readGift } from './gift.ts'
import { sayNote } from './report.ts'

const read = (gift: string) => readGift(new TextEncoder().encode(gift)).rows
const questionIn = (gift: string) => read(gift)[0]?.question

test('a teacher’s multiple choice with one right answer becomes radio buttons', () => {
  const question = questionIn(
    '::Ferie::Hvor lenge? {=25 dager#Ja ~21 dager#Nei ~%50%5 uker ####Se loven}',
  )

  assert.equal(question?.kind, 'single')
  const options = question?.kind === 'single' ? question.options : []
  assert.deepEqual(
    options.map((one) => [one.text, one.fraction, one.feedback]),
    [
      ['25 dager', 100, 'Ja'],
      ['21 dager', 0, 'Nei'],
      ['5 uker', 50, undefined],
    ],
  )
  assert.equal(question?.feedback, 'Se loven')
})

test('a teacher’s weights without a "=" become checkboxes', () => {
  const question = questionIn('Hvem? {~%50%Kari ~%50%Ola ~%-100%Ingen}')

  assert.equal(question?.kind, 'multiple')
})

test('a teacher’s first feedback on true or false is for those who were wrong', () => {
  const question = questionIn('Sant? {F#Nei, det er usant.#Ja, usant.}')

  assert.deepEqual(question, {
    kind: 'trueFalse',
    text: 'Sant?',
    answer: false,
    feedbackTrue: 'Nei, det er usant.',
    feedbackFalse: 'Ja, usant.',
  })
})

test('a teacher’s range of numbers becomes a middle and a tolerance', () => {
  const question = questionIn('Hvor høyt? {#2.101..2.102}')
  const answer = question?.kind === 'numeric' ? question.answers[0] : undefined

  assert.deepEqual([answer?.value, answer?.tolerance], [2.1015, 0.0005])
})

test('a teacher keeps colons and equals signs that Moodle would take', () => {
  const [sum, time] = read(
    '::Sum:: Hva er 2 + 2 = ? Se https://nav.no: {=4#Ja: fire ~5}\n\nTid? {#=10:1#Kl. 10:30 ~#Nei: feil}',
  )

  assert.equal(sum?.question?.text, 'Hva er 2 + 2 = ? Se https://nav.no:')
  assert.equal(
    time?.question?.kind === 'numeric' && time.question.answers[0]?.feedback,
    'Kl. 10:30',
  )
  assert.deepEqual(
    time?.notes.map((one) => one.code),
    ['anyOtherDropped'],
  )
})

test('a teacher’s missing word, matching and wildcards come as they are meant', () => {
  const [gap, pairs, short] = read(
    'NAV gir {=sykepenger =penger} i ett år.\n\nPar: {=a -> 1=b -> 2= -> 3}\n\nHvem? {=*tilsynet}',
  )

  assert.equal(gap?.question?.text, 'NAV gir _____ i ett år.')
  assert.equal(pairs?.question?.kind === 'matching' && pairs.question.answers.length, 3)
  assert.equal(
    short?.question?.kind === 'shortAnswer' && short.question.answers[0]?.text,
    '*tilsynet',
  )
})

test('a teacher’s Moodle ordering is read, and another way of marking it is named', () => {
  const [row] = read(
    '::Rekke::[html]Sorter: {>3 ALL VERTICAL RELATIVE_TO_CORRECT SHOW\nEn\nTo\nTre\n}',
  )

  assert.deepEqual(
    row?.question?.kind === 'ordering' && row.question.items.map((one) => one.text),
    ['En', 'To', 'Tre'],
  )
  assert.equal(row?.name, 'Rekke')
  assert.equal(row?.outcome, 'takenWithLoss')
  assert.deepEqual(row?.notes, [{ code: 'markingDiffers', values: ['RELATIVE_TO_CORRECT'] }])
})

test('categories hold until the next, and tags belong to one question of a teacher’s', () => {
  const rows = read(
    '$CATEGORY: $course$/top/Lov/Ferie\n\n// [id:7] [tag:lov] [tag:lett]\nA {T}\n\nB {F}\n\n$CATEGORY: Lønn\nC {T}',
  )

  assert.deepEqual(
    rows.map((one) => one.category),
    ['Lov/Ferie', 'Lov/Ferie', 'Lønn'],
  )
  assert.deepEqual(
    rows.map((one) => one.tags),
    [['lov', 'lett'], [], []],
  )
  assert.deepEqual(
    rows.map((one) => one.name),
    ['A', 'B', 'C'],
  )
})

test('a mistake of a teacher’s costs one question and names its line', () => {
  const rows = read('// a comment\nA {T}\n\n::Feil::B {=x ~y\n=z\n\nC {F}')

  assert.deepEqual(
    rows.map((one) => one.outcome),
    ['taken', 'refused', 'taken'],
  )
  assert.equal(rows[1]?.name, 'Feil')
  assert.deepEqual(
    rows[1]?.notes.map((one) => sayNote(one, 'nb')),
    ['Kan ikke leses: noe er galt på linje 5.'],
  )
})

test('a teacher is told why a text without a question, and one without a right answer, is refused', () => {
  const rows = read('Bare en tekst.\n\nHva? {~%50%a ~%20%b}')

  assert.deepEqual(
    rows.map((one) => one.notes[0]?.code),
    ['descriptionRefused', 'fractionsNot100'],
  )
  assert.deepEqual(
    rows.map((one) => one.outcome),
    ['refused', 'refused'],
  )
})

test('a teacher’s HTML becomes Markdown, and plain text shows as it was', () => {
  const [html, plain] = read('[html]<p>Et <b>godt</b> svar</p> {T}\n\n[plain]2 * 3 <b> {T}')

  assert.equal(html?.question?.text, 'Et **godt** svar')
  assert.equal(plain?.question?.text, '2 \\* 3 \\<b\\>')
})
