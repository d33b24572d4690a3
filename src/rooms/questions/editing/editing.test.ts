import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { OSLO, questionsInBank } from '../../../../test/question-builders.ts'
import { signedIn } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/visitor.ts'
import { within } from '../../../privacy/within.ts'
import { recordUses } from '../service.ts'

const house = await aHouse()
const { visitor: ingrid, person: ingridsId } = await signedIn(house, { roles: ['author'], firstName: 'Ingrid' })
const { visitor: jonas } = await signedIn(house, { roles: ['author'], firstName: 'Jonas' })

test('Ingrid writes a question and finds it as she wrote it, its empty row left out (E1, E2)', async () => {
  const at = await write(ingrid, OSLO)

  const kept = await ingrid.data<Kept>(at)

  assert.deepEqual([kept.name, kept.category, kept.tags, kept.condition], ['Capital', 'Geography', ['easy', 'norway'], 'ready'])
  assert.deepEqual(kept.question.options?.map(({ text, fraction }) => [text, fraction]), [['Oslo', 100], ['Bergen', 0]])
  assert.match((await ingrid.get(at)).body, /The second largest city\.[\s\S]*value="Capital"/)
})

test('three right options share a hundred per cent without Ingrid dividing it (E2)', async () => {
  const rows = ['Oslo', 'Bergen', 'Tromsø', 'Malmö'].flatMap((text, index) => [[`rows.${index}.text`, text], [`rows.${index}.worth`, index < 3 ? 'right' : '-50']])

  const at = await write(ingrid, { kind: 'multiple', text: 'Which are in Norway?', do: 'draft', ...Object.fromEntries(rows) })

  const { question, name } = await ingrid.data<Kept>(at)
  assert.deepEqual(question.options?.map(({ fraction }) => fraction), [33.33333, 33.33333, 33.33333, -50])
  assert.equal(name, 'Which are in Norway?')
})

for (const [kind, form] of Object.entries({
  trueFalse: { truth: 'false', feedbackTrue: 'Look again.' },
  numeric: { unit: 'kg', 'rows.0.value': '1 234,5', 'rows.0.tolerance': '0,5', 'rows.0.worth': '100' },
  shortAnswer: { matchCase: 'yes', 'rows.0.text': 'Oslo*', 'rows.0.worth': '100', 'rows.1.text': 'Christiania', 'rows.1.worth': '50' },
  matching: { 'rows.0.text': 'Norge', 'rows.0.answer': 'Oslo', 'rows.1.text': 'Danmark', 'rows.1.answer': 'København', 'extras.0.text': 'Bergen' },
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
  assert.deepEqual([fields['rows.0.text'], fields['rows.0.feedback'], fields['rows.1.text'], fields['rows.3.text']], ['Bergen', 'The second largest city.', 'Oslo', undefined])
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

  const answer = await ingrid.post('/authoring/questions/new?kind=single', { ...OSLO, text: ' ', 'rows.0.worth': '0', do: 'ready' })

  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /href="#text"[\s\S]*href="#rows"/)
  assert.match(answer.body, /At least one answer must be worth everything/)
  assert.match(answer.body, /value="Capital"/)
  assert.equal(await entriesInAll(), before)
})

test('what the form does not know, too many rows and a stranger’s names are refused, and harm nobody', async () => {
  for (const more of [{ ['__proto__']: 'x' }, { 'rows.0.constructor': 'x' }, { surprise: 'x' }, { 'rows.0.id': 'NOT AN ID' }, { do: 'remove.999' }, { text: 'x'.repeat(20_001) }]) {
    const answer = await ingrid.post('/authoring/questions/new?kind=single', { ...OSLO, ...more })
    assert.equal(answer.statusCode, 422, JSON.stringify(more).slice(0, 60))
  }
})

test('Ingrid and Jonas save at once: one is taken, and the other sees both and loses nothing (E1)', async () => {
  const at = await write(ingrid, OSLO)
  const base = fieldsOf((await ingrid.get(at)).body)

  const answers = await Promise.all([
    ingrid.post(at, { ...base, text: 'Ingrid’s text', do: 'ready' }),
    jonas.post(at, { ...base, text: 'Jonas’ text', do: 'ready' }),
  ])

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  const [late, lateText, earlyText] = answers[0]?.statusCode === 409 ? [ingrid, 'Ingrid’s text', 'Jonas’ text'] : [jonas, 'Jonas’ text', 'Ingrid’s text']
  const page = answers.find(({ statusCode }) => statusCode === 409)?.body ?? ''
  assert.match(page, /Somebody else saved this question while you were writing/)
  assert.ok(page.includes(lateText) && page.includes(earlyText))

  const second = await late.post(at, { ...fieldsOf(page), do: 'ready' })

  assert.equal(second.statusCode, 303)
  const { question, newest } = await late.data<Kept>(at)
  assert.deepEqual([question.text, newest], [lateText, 3])
})

test('a row added meanwhile does not hide from Jonas that Ingrid has saved (E1)', async () => {
  const at = await write(ingrid, OSLO)
  const form = fieldsOf((await jonas.get(at)).body)
  await ingrid.post(at, { ...form, text: 'Saved by Ingrid', do: 'ready' })

  const added = await jonas.post(at, { ...form, do: 'add' })
  const saved = await jonas.post(at, { ...fieldsOf(added.body), do: 'ready' })

  assert.match(added.body, /Theirs: version 2/)
  assert.equal(saved.statusCode, 409)
})

test('an older version is restored as a copy, and what lay between stays (E1)', async () => {
  const at = await write(ingrid, OSLO)
  await ingrid.post(at, { ...fieldsOf((await ingrid.get(at)).body), text: 'Worse', do: 'draft' })

  const restored = await jonas.post(`${at}/versions`, { number: '1', base: '2' })

  const { versions } = await ingrid.data<{ versions: { number: number; isMine: boolean; text: string }[] }>(`${at}/versions`)
  assert.equal(restored.statusCode, 303)
  assert.deepEqual(versions.map(({ number, text, isMine }) => [number, text, isMine]), [
    [3, 'What is the capital of Norway?', false],
    [2, 'Worse', true],
    [1, 'What is the capital of Norway?', true],
  ])
})

test('Ingrid tries a version and sees how it is marked; nothing of it is kept (E2)', async () => {
  const at = await write(ingrid, OSLO)
  const { question } = await ingrid.data<Kept>(at)
  const [oslo, bergen] = question.options ?? []

  const right = await ingrid.get(`${at}/versions/1?tried=yes&answer=${oslo?.id}`)
  const wrong = await ingrid.get(`${at}/versions/1?tried=yes&answer=${bergen?.id}`)

  assert.match(right.body, /How it was marked[\s\S]*Chosen, and right/)
  assert.match(wrong.body, /Not right[\s\S]*The second largest city/)
})

test('a question that is used is not deleted, not even past the page; one that is not goes with all its versions (E1)', async () => {
  const [used = '', free = ''] = await questionsInBank(house, 2)
  const eyes = { means: house.means, login: 'web', institution: house.nomkus, actor: ingridsId, now: house.clock.now() } as const
  const reference = '0192f000-0000-7000-8000-000000000001'
  await within('authoring', eyes, (db) => recordUses(db, { usedBy: 'exam', reference, title: 'Final exam', path: '/authoring/exams/1', questions: [{ entry: used }], now: eyes.now }))

  const [page, refused, done] = [
    await ingrid.get(`/authoring/questions/${used}/deletion`),
    await ingrid.post(`/authoring/questions/${used}/deletion`, {}),
    await ingrid.post(`/authoring/questions/${free}/deletion`, {}),
  ]

  assert.match(page.body, /cannot be deleted[\s\S]*Final exam/)
  assert.deepEqual([refused.statusCode, done.statusCode], [409, 303])
  assert.equal((await ingrid.get(`/authoring/questions/${free}`)).statusCode, 404)
  assert.match((await ingrid.get(`/authoring/questions/${used}`)).body, /Final exam/)
})

test('nobody but an author comes in, and another institution’s author finds nothing (C5)', async () => {
  const at = await write(ingrid, OSLO)
  const { visitor: learner } = await signedIn(house)
  const { visitor: dane } = await signedIn(house, { roles: ['author'], institution: house.laeringshus })

  for (const path of ['/authoring/questions', at, `${at}/versions/1`, '/authoring/questions/export']) {
    assert.ok([403, 404].includes((await learner.get(path)).statusCode), path)
  }
  assert.equal((await dane.get(at)).statusCode, 404)
  assert.equal((await dane.post(at, { ...OSLO, base: '1' })).statusCode, 404)
  assert.equal((await dane.data<{ total: number }>('/authoring/questions')).total, 0)
})

test('the purpose under which learners are taught cannot read a question at all (N2)', async () => {
  const eyes = { means: house.means, login: 'web', institution: house.nomkus, actor: ingridsId, now: house.clock.now() } as const

  await assert.rejects(within('teaching', eyes, (db) => (db as never as import('kysely').Kysely<{ 'questions.versions': { content: unknown } }>).selectFrom('questions.versions').select('content').execute()), { code: '42501' })
})

type Kept = {
  name: string
  category: string
  tags: string[]
  condition: string
  newest: number
  question: { kind: string; text: string; options?: { id: string; text: string; fraction: number }[] }
}

async function write(visitor: Visitor, form: Record<string, string>): Promise<string> {
  const answer = await visitor.post(`/authoring/questions/new?kind=${form['kind']}`, form)
  assert.equal(answer.statusCode, 303, answer.body.slice(0, 3_000))
  return String(answer.headers.location).replace(/\?.*$/, '')
}

async function entriesInAll(): Promise<number> {
  const [row] = await ownerSays<{ count: number }>(house, 'select count(*) from questions.entries')
  return Number(row?.count)
}

/** What the edit form on a page would send, without a button. */
function fieldsOf(page: string): Record<string, string> {
  const form = /<form[^>]*id="question"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const inputs = [...form.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
    const at = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
    const isLeft = /type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag)
    return isLeft ? [] : [[at('name'), at('value')]]
  })
  const areas = [...form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)].map(([, name, text]) => [name, text])
  const selects = [...form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].map(([, name, options]) => [name, /value="([^"]*)" selected/.exec(options ?? '')?.[1] ?? ''])
  const unescaped = (text = '') => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return Object.fromEntries([...inputs, ...areas, ...selects].map(([name, value]) => [name, unescaped(value)]))
}
