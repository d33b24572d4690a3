import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chanceOf } from '../chance.ts'
import * as example from '../example-questions.ts'
import { withIds } from '../option-ids.ts'
import type { Question } from '../question.ts'
import { readGift } from './gift.ts'
import { writeGift } from './gift-writer.ts'
import { readMoodleXml } from './moodle-xml.ts'
import { writeMoodleXml } from './moodle-xml-writer.ts'
import type { ExportedQuestion, ExportReport, ImportReport } from './report.ts'

const FORMATS = [
  { format: 'GIFT', write: writeGift, read: readGift },
  { format: 'Moodle XML', write: writeMoodleXml, read: readMoodleXml },
]

const entry = (question: Question, name = 'Ferie'): ExportedQuestion => ({
  name,
  question,
  category: 'Arbeidsliv/Ferie',
  tags: ['lov', 'uke 3'],
})

for (const { format, write, read } of FORMATS) {
  test(`a teacher gets one of each kind back from ${format} as it was`, () => {
    const sent = example.oneOfEach().map((question) => entry(question, `Om ${question.kind}: {1}`))
    const written = write(sent)
    const rows = read(bytes(written)).rows

    assert.equal(rows.length, 8)
    for (const [index, row] of rows.entries()) {
      assert.equal(row.outcome, 'taken', JSON.stringify(row.notes))
      assert.equal(row.name, sent[index]?.name)
      assert.equal(row.category, 'Arbeidsliv/Ferie')
      assert.deepEqual(row.tags, ['lov', 'uke 3'])
      assert.deepEqual(withoutIds(row.question), withoutIds(sent[index]?.question))
    }
    assert.ok(written.rows.every((row) => row.notes.length === 0))
  })

  test(`a teacher’s strangest signs survive ${format}`, () => {
    for (let round = 0; round < 200; round++) {
      const sent = withStrangeSigns(round)
      const [row] = read(bytes(write([entry(sent)]))).rows

      assert.equal(row?.outcome, 'taken', JSON.stringify([row, sent]))
      assert.deepEqual(withoutIds(row?.question), withoutIds(sent))
    }
  })

  test(`a teacher is told what ${format} has no place for, and the rest comes back`, () => {
    for (const question of rich()) {
      const written = write([entry(question)])
      const back = read(bytes(written)).rows[0]
      const isSame = same(back?.question, question)

      assert.notEqual(back?.outcome, 'refused')
      assert.equal(isSame, written.rows[0]?.notes.length === 0, JSON.stringify(written.rows))
    }
  })
}

test('a teacher’s tiny and huge numbers are written out, since GIFT knows no exponents', () => {
  const values = [1.5e-7, -1.6e-19, 1e21, 123456.789, -0.1]
  const answers = values.map((value, index) => ({
    id: `a${index}`,
    value,
    tolerance: 0,
    fraction: 100,
  }))
  const question = { ...example.wageQuestion(), answers }
  const [row] = readGift(bytes(writeGift([entry(question)]))).rows

  assert.deepEqual(withoutIds(row?.question), withoutIds(question))
})

test('a teacher with an empty bank gets an empty file, and importing it says so', () => {
  for (const { write, read } of FORMATS) {
    const report: ImportReport = read(bytes(write([])))
    assert.deepEqual(report.rows[0]?.notes[0]?.code, 'nothingFound')
  }
})

/** Everything a format may have no place for, one at a time. */
function rich(): Question[] {
  const pinned = example.holidayQuestion()
  const last = pinned.options.at(-1)
  if (last) last.pinned = true
  const law = example.lawQuestion()
  const rows = law.rows.map((row) => ({ ...row, feedback: 'Se NAV.' }))
  return [
    pinned,
    { ...example.holidayQuestion(), shuffle: false },
    { ...law, shuffle: false },
    { ...law, rows },
    { ...example.agencyQuestion(), matchCase: true },
    { ...example.agencyQuestion(), matchSpaces: true },
    { ...example.wageQuestion(), unit: 'kr' },
    { ...example.reflectionQuestion(), fewestWords: 50, mostWords: 300 },
    { ...example.reflectionQuestion(), modelAnswer: 'Trygghet.' },
    { ...example.applicationQuestion(), feedback: 'Se over.' },
    { ...example.contractQuestion(), feedback: 'Avtale -> arbeid' },
    { ...law, rows: law.rows.map((row) => ({ ...row, text: `${row.text} -> lov` })) },
    { ...example.applicationQuestion(), items: withIds([{ text: '// a' }, { text: 'b' }]) },
  ]
}

const SIGNS = [
  ...['=', '~', '#', '####', '{', '}', ':', '::', '\\', '\\n', '\n', '\n\n', '%50%', '//', '*'],
  ...[
    '[html]',
    '[markdown]',
    '<b>',
    '</text>',
    ']]>',
    '<![CDATA[',
    '&amp;',
    '&&058;',
    '&',
    '"',
    '$',
  ],
  ...['@@PLUGINFILE@@', '_____', '- ', '1. ', 'æ', '🙂', '‰', 'T', 'TRUE', 'ord', ' ', '5', ':0.5'],
]

function withStrangeSigns(round: number): Question {
  const chance = chanceOf(`signs ${round}`)
  const strange = () => {
    const signs = Array.from({ length: 6 }, () => SIGNS[Math.floor(chance() * SIGNS.length)])
    return `${signs.join('').trim()}x${Math.floor(chance() * 1e6)}`
  }
  const options = [100, 0, -50].map((fraction) => ({
    text: strange(),
    fraction,
    feedback: strange(),
  }))
  const answers = [100, 50].map((fraction) => ({ text: strange(), fraction, feedback: strange() }))
  const kinds: Question[] = [
    {
      kind: 'single',
      text: strange(),
      feedback: strange(),
      shuffle: true,
      options: withIds(options),
    },
    { kind: 'multiple', text: strange(), shuffle: true, options: withIds(options) },
    { kind: 'trueFalse', text: strange(), answer: chance() < 0.5, feedbackTrue: strange() },
    { kind: 'trueFalse', text: strange(), answer: chance() < 0.5, feedbackFalse: strange() },
    { ...example.agencyQuestion(), text: strange(), answers: withIds(answers) },
    { ...example.wageQuestion(), text: strange(), feedback: strange() },
    { kind: 'essay', text: strange(), feedback: strange() },
  ]
  return kinds[round % kinds.length] as Question
}

function bytes(report: ExportReport): Uint8Array {
  return new TextEncoder().encode(report.text)
}

function same(a: unknown, b: unknown): boolean {
  try {
    assert.deepEqual(withoutIds(a), withoutIds(b))
    return true
  } catch {
    return false
  }
}

/** Ids are made anew by an import; what they point at is compared instead. */
function withoutIds(question: unknown): unknown {
  if (!question) return question
  const copy = structuredClone(question) as Question
  if (copy.kind === 'matching') {
    const textOf = (id: string) => copy.answers.find((one) => one.id === id)?.text ?? ''
    for (const row of copy.rows) row.answer = textOf(row.answer)
  }
  return JSON.parse(JSON.stringify(copy, (key, value) => (key === 'id' ? undefined : value)))
}
