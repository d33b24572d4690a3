import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMoodleXml } from './moodle-xml.ts'
import { sayNote } from './report.ts'

const read = (questions: string) =>
  readMoodleXml(
    new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>${questions}</quiz>`),
  ).rows

const question = (type: string, inside: string, text = 'Hva?') =>
  `<question type="${type}"><name><text>Navn</text></name>
   <questiontext format="html"><text><![CDATA[<p>${text}</p>]]></text></questiontext>${inside}</question>`

const answer = (fraction: number, text: string, more = '') =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text>${more}</answer>`

test('a teacher’s export from Moodle 4 is taken with what belongs to each option', () => {
  const [row] = read(
    question(
      'multichoice',
      `<generalfeedback format="html"><text>&lt;p&gt;Se &amp;amp; les&lt;/p&gt;</text></generalfeedback>
       <defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden><idnumber></idnumber>
       <single>true</single><shuffleanswers>false</shuffleanswers><answernumbering>abc</answernumbering>
       <correctfeedback format="html"><text>&lt;p&gt;Your answer is correct.&lt;/p&gt;</text></correctfeedback>
       ${answer(100, '<![CDATA[<p>Ja</p>]]>', '<feedback format="html"><text>Bra</text></feedback>')}
       ${answer(0, 'Nei')}<tags><tag><text>lov</text></tag></tags>`,
    ),
  )

  assert.equal(row?.outcome, 'taken', JSON.stringify(row))
  assert.deepEqual(row?.tags, ['lov'])
  assert.equal(row?.question?.feedback, 'Se & les')
  assert.deepEqual(
    row?.question?.kind === 'single' && row.question.options.map((one) => one.text),
    ['Ja', 'Nei'],
  )
})

test('a teacher’s categories come without the part that says where they hung in Moodle', () => {
  const category = (path: string) =>
    `<question type="category"><category><text>${path}</text></category></question>`
  const rows = read(
    `${category('$course$/top/Lov/Ferie')}${question('essay', '')}${category('top')}${question('essay', '')}`,
  )

  assert.deepEqual(
    rows.map((one) => one.category),
    ['Lov/Ferie', undefined],
  )
})

test('a teacher’s images that are none, hints and points are named as lost', () => {
  const file = '<file name="kart.png" path="/" encoding="base64">bm8gcGljdHVyZTwv</file>'
  const [row] = read(
    question('essay', '<defaultgrade>2</defaultgrade><hint format="html"><text>Tips</text></hint>')
      .replace('Hva?', 'Se <img src="@@PLUGINFILE@@/kart.png" alt="Kart over Oslo">')
      .replace('</questiontext>', `${file}</questiontext>`),
  )

  assert.equal(row?.outcome, 'takenWithLoss')
  assert.equal(row?.question?.text, 'Se Kart over Oslo')
  assert.deepEqual(
    row?.notes.map((one) => sayNote(one, 'en')),
    [
      'The file “kart.png” was left out.',
      'The image “@@PLUGINFILE@@/kart.png” was left out; its alternative text is kept.',
      '“hint” was left out.',
      '“defaultgrade 2” was left out.',
    ],
  )
})

test('a teacher’s numbers, units and short answers come with their rules', () => {
  const [number, short] = read(
    question(
      'numerical',
      `${answer(100, '9.81', '<tolerance>0.01</tolerance>')}${answer(0, '*')}
       <units><unit><multiplier>1</multiplier><unit_name>m/s²</unit_name></unit></units>`,
    ) + question('shortanswer', `<usecase>1</usecase>${answer(100, 'NAV')}`),
  )

  assert.deepEqual(
    number?.notes.map((one) => one.code),
    ['anyOtherDropped'],
  )
  assert.equal(number?.question?.kind === 'numeric' && number.question.unit, 'm/s²')
  assert.equal(short?.question?.kind === 'shortAnswer' && short.question.matchCase, true)
})

test('a teacher’s cloze and description are refused by name, the next question is not', () => {
  const rows = read(question('cloze', '') + question('description', '') + question('essay', ''))

  assert.deepEqual(
    rows.map((one) => one.outcome),
    ['refused', 'refused', 'taken'],
  )
  assert.equal(
    sayNote(rows[0]?.notes[0] ?? { code: 'noText', values: [] }, 'da'),
    'Spørgsmål af typen »cloze« understøttes ikke.',
  )
})

test('a teacher’s broken numbers refuse the question and nothing else', () => {
  const rows = read(
    question('numerical', answer(100, 'ni')) +
      question('multichoice', `${answer(Number.NaN, 'a')}${answer(100, 'b')}`) +
      question('truefalse', ''),
  )

  assert.deepEqual(
    rows.map((one) => one.notes[0]?.code),
    ['badNumber', 'badFraction', 'noRightOption'],
  )
})

test('a file of a teacher’s that is not Moodle’s is refused as a whole, with the line', () => {
  const refusal = (xml: string) => readMoodleXml(new TextEncoder().encode(xml)).rows[0]?.notes[0]

  assert.deepEqual(refusal('<quiz>\n<question>\n</quiz>'), { code: 'syntaxError', values: [3] })
  assert.equal(refusal('<html></html>')?.code, 'notMoodleXml')
  assert.equal(refusal('')?.code, 'notMoodleXml')
  assert.equal(refusal('no xml at all')?.code, 'notMoodleXml')
  assert.equal(refusal('<quiz></quiz>')?.code, 'nothingFound')
})
