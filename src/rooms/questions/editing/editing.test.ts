import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { fieldsOf, type Kept, OSLO, write } from '../../../../test/question-builders.ts'
import { signedIn } from '../../../../test/sign-in.ts'

const house = await aHouse()
const { visitor: ingrid } = await signedIn(house, { roles: ['author'], firstName: 'Ingrid' })

test('Ingrid writes a question and finds it as she wrote it, its empty row left out (E1, E2)', async () => {
  const at = await write(ingrid, OSLO)

  const kept = await ingrid.data<Kept>(at)

  assert.deepEqual(
    [kept.name, kept.category, kept.tags, kept.condition],
    ['Capital', 'Geography', ['easy', 'norway'], 'ready'],
  )
  assert.deepEqual(
    kept.question.options?.map(({ text, fraction }) => [text, fraction]),
    [
      ['Oslo', 100],
      ['Bergen', 0],
    ],
  )
  assert.match((await ingrid.get(at)).body, /The second largest city\.[\s\S]*value="Capital"/)
})

test('three right options share a hundred per cent without Ingrid dividing it (E2)', async () => {
  const rows = ['Oslo', 'Bergen', 'Tromsø', 'Malmö'].flatMap((text, index) => [
    [`rows.${index}.text`, text],
    [`rows.${index}.worth`, index < 3 ? 'right' : '-50'],
  ])

  const at = await write(ingrid, {
    kind: 'multiple',
    text: 'Which are in Norway?',
    do: 'draft',
    ...Object.fromEntries(rows),
  })

  const { question, name } = await ingrid.data<Kept>(at)
  assert.deepEqual(
    question.options?.map(({ fraction }) => fraction),
    [33.33333, 33.33333, 33.33333, -50],
  )
  assert.equal(name, 'Which are in Norway?')
})

for (const [kind, form] of Object.entries({
  trueFalse: { truth: 'false', feedbackTrue: 'Look again.' },
  numeric: { unit: 'kg', 'rows.0.value': '1 234,5', 'rows.0.tolerance': '0,5', 'rows.0.worth': '100' },
  shortAnswer: {
    matchCase: 'yes',
    'rows.0.text': 'Oslo*',
    'rows.0.worth': '100',
    'rows.1.text': 'Christiania',
    'rows.1.worth': '50',
  },
  matching: {
    'rows.0.text': 'Norge',
    'rows.0.answer': 'Oslo',
    'rows.1.text': 'Danmark',
    'rows.1.answer': 'København',
    'extras.0.text': 'Bergen',
  },
  ordering: { 'rows.0.text': 'First', 'rows.1.text': 'Second', 'rows.2.text': 'Third' },
  essay: { fewestWords: '50', mostWords: '200', modelAnswer: 'Something like this.' },
})) {
  test(`a question of the kind ${kind} comes back into Ingrid’s form as it went in (E2)`, async () => {
    const at = await write(ingrid, { kind, text: `About ${kind}`, feedback: 'Well done.', do: 'ready', ...form })
    const { question } = await ingrid.data<Kept>(at)

    const again = await ingrid.post(at, { ...fieldsOf((await ingrid.get(at)).body), do: 'ready' })

    assert.equal(again.statusCode, 303)
    assert.deepEqual((await ingrid.data<Kept>(at)).question, question)
    assert.equal((await ingrid.data<Kept>(at)).newest, 2)
  })
}

test('every button keeps what Ingrid has entered: a row more, one moved, one gone (E2)', async () => {
  const path = '/authoring/questions/new?kind=single'

  const added = await ingrid.post(path, { ...OSLO, do: 'add' })
  const moved = await ingrid.post(path, { ...fieldsOf(added.body), do: 'up.1' })
  const removed = await ingrid.post(path, { ...fieldsOf(moved.body), do: 'remove.2' })

  assert.deepEqual([added.statusCode, moved.statusCode, removed.statusCode], [200, 200, 200])
  const fields = fieldsOf(removed.body)
  assert.deepEqual(
    [fields['rows.0.text'], fields['rows.0.feedback'], fields['rows.1.text'], fields['rows.3.text']],
    ['Bergen', 'The second largest city.', 'Oslo', undefined],
  )
  assert.deepEqual([fields['name'], fields['shuffle'], fields['rows.2.text']], ['Capital', 'yes', ''])
  assert.match(added.body, /id="rows\.3\.text"[^>]*autofocus/)
})

test('Ingrid sees her question as a learner will, before it is saved, without the right answer in it (E2)', async () => {
  const preview = await ingrid.post('/authoring/questions/new?kind=single', { ...OSLO, do: 'preview' })

  assert.equal(preview.statusCode, 200)
  assert.match(preview.body, /As whoever answers sees it[\s\S]*capital of <strong>Norway<\/strong>/)
  assert.match(preview.body, /name="preview"/)
})

test('a faulty question comes back with each reason at its field, and nothing is kept (E2)', async () => {
  const before = await entriesInAll()

  const answer = await ingrid.post('/authoring/questions/new?kind=single', {
    ...OSLO,
    text: ' ',
    'rows.0.worth': '0',
    do: 'ready',
  })

  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /href="#text"[\s\S]*href="#rows"/)
  assert.match(answer.body, /At least one answer must be worth everything/)
  assert.match(answer.body, /value="Capital"/)
  assert.equal(await entriesInAll(), before)
})

test('what the form does not know, too many rows and a stranger’s names are refused, and harm nobody', async () => {
  for (const more of [
    { ['__proto__']: 'x' },
    { 'rows.0.constructor': 'x' },
    { surprise: 'x' },
    { 'rows.0.id': 'NOT AN ID' },
    { do: 'remove.999' },
    { text: 'x'.repeat(20_001) },
  ]) {
    const answer = await ingrid.post('/authoring/questions/new?kind=single', { ...OSLO, ...more })
    assert.equal(answer.statusCode, 422, JSON.stringify(more).slice(0, 60))
  }
})

async function entriesInAll(): Promise<number> {
  const [row] = await ownerSays<{ count: number }>(house, 'select count(*) from questions.entries')
  return Number(row?.count)
}
