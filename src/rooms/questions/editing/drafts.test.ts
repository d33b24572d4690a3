import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { fieldsOf, type Kept, OSLO, questionsInBank, write } from '../../../../test/question-builders.ts'
import { signedIn } from '../../../../test/sign-in.ts'

const house = await aHouse()
const { visitor: ingrid } = await signedIn(house, { roles: ['author'], firstName: 'Ingrid', lastName: 'Ås' })
const { visitor: jonas } = await signedIn(house, { roles: ['author'], firstName: 'Jonas', lastName: 'Lie' })

type Left = { draft: { saved: string; written: { text: string } } | null; editors: string[] }
type Bank = { unfinished: { id: string; text: string }[] }

test('what Ingrid writes of a new question is kept though it is not whole yet, waits for her in the bank, and goes once she saves it (D1, E1)', async () => {
  const form = fieldsOf((await ingrid.get('/authoring/questions/new?kind=single')).body)
  const half = { ...form, text: 'Hva er hovedstaden på Færøyene?', 'rows.0.text': 'Tórshavn', 'rows.1.worth': 'nonsense' }

  const kept = await ingrid.send('/authoring/questions/drafts', half)
  const { unfinished } = await ingrid.data<Bank>('/authoring/questions')
  const page = await ingrid.get(`/authoring/questions/new?draft=${unfinished[0]?.id}`)
  const back = fieldsOf(page.body)
  const saved = await ingrid.post('/authoring/questions/new?kind=single', { ...back, 'rows.1.text': 'Klaksvík', 'rows.1.worth': '0', do: 'ready' })

  assert.deepEqual([kept.statusCode, kept.json()], [200, { base: 0, editors: [] }])
  assert.deepEqual([unfinished.length, unfinished[0]?.text], [1, 'Hva er hovedstaden på Færøyene?'])
  assert.match(page.body, /did not save\. Only you see it/)
  assert.deepEqual([back['text'], back['rows.0.text']], ['Hva er hovedstaden på Færøyene?', 'Tórshavn'])
  assert.equal(saved.statusCode, 303)
  assert.deepEqual((await ingrid.data<Bank>('/authoring/questions')).unfinished, [])
})

test('what Ingrid changes in a question changes nothing in the bank, stands in her form when she comes back, and can be discarded (D1, E1)', async () => {
  const at = await write(ingrid, OSLO)
  const form = fieldsOf((await ingrid.get(at)).body)

  await ingrid.send(`${at}/draft`, { ...form, text: 'Half a sent' })
  const [mine, theirs] = [await ingrid.data<Left & Kept>(at), await jonas.data<Left & Kept>(at)]
  const left = fieldsOf((await ingrid.get(at)).body)
  await ingrid.post(`${at}/draft/end`, {})
  const after = fieldsOf((await ingrid.get(at)).body)

  assert.deepEqual([mine.draft?.written.text, mine.question.text], ['Half a sent', OSLO['text']])
  assert.equal(theirs.draft, null)
  assert.deepEqual([left['text'], after['text']], ['Half a sent', OSLO['text']])
})

test('what Ingrid left unsaved stands beside what Jonas has saved meanwhile, and saving it comes after his (E1)', async () => {
  const at = await write(ingrid, OSLO)
  const form = fieldsOf((await ingrid.get(at)).body)
  await ingrid.send(`${at}/draft`, { ...form, text: 'Ingrid’s text' })
  await jonas.post(at, { ...form, text: 'Jonas’ text', do: 'ready' })

  const page = (await ingrid.get(at)).body
  const saved = await ingrid.post(at, { ...fieldsOf(page), do: 'ready' })

  assert.match(page, /Theirs: version 2[\s\S]*Jonas’ text/)
  assert.equal(saved.statusCode, 303)
  const { question, newest } = await ingrid.data<Kept>(at)
  assert.deepEqual([question.text, newest], ['Ingrid’s text', 3])
  assert.equal((await ingrid.data<Left>(at)).draft, null)
})

test('a row that Ingrid adds is kept like what she types (D1)', async () => {
  const form = fieldsOf((await ingrid.get('/authoring/questions/new?kind=ordering')).body)

  const added = fieldsOf((await ingrid.post('/authoring/questions/new?kind=ordering', { ...form, text: 'Order these', do: 'add' })).body)
  const found = fieldsOf((await ingrid.get(`/authoring/questions/new?draft=${form['draft']}`)).body)

  assert.ok('rows.4.text' in added)
  assert.deepEqual([found['text'], 'rows.4.text' in found], ['Order these', true])
  await ingrid.post(`/authoring/questions/drafts/${form['draft']}/end`, {})
  assert.deepEqual((await ingrid.data<Bank>('/authoring/questions')).unfinished, [])
})

test('Ingrid and Jonas who have the same question open are told of each other by name, until one has been gone for a while (D1)', async () => {
  const at = await write(ingrid, OSLO)
  const form = fieldsOf((await ingrid.get(at)).body)

  const [his, hers] = [await jonas.get(at), await ingrid.send(`${at}/draft`, { ...form, text: 'Together' })]
  house.clock.pass(6 * 60_000)
  const alone = await ingrid.data<Left>(at)

  assert.match(his.body, /Ingrid Ås has the question open too/)
  assert.deepEqual((hers.json() as { editors: string[] }).editors, ['Jonas Lie'])
  assert.deepEqual(alone.editors, [])
})

test('a draft can be neither read nor ended by another, goes with a question that is deleted, and is made of no question that is not there (D54)', async () => {
  const [entry = ''] = await questionsInBank(house, 1)
  const at = `/authoring/questions/${entry}`
  const form = fieldsOf((await ingrid.get(at)).body)
  await ingrid.send(`${at}/draft`, { ...form, text: 'Ingrid’s own' })
  const dane = (await signedIn(house, { roles: ['author'], institution: house.laeringshus })).visitor

  await jonas.post(`${at}/draft/end`, {})
  const still = (await ingrid.data<Left>(at)).draft?.written.text
  const foreign = await dane.send(`${at}/draft`, form)
  const gone = await jonas.post(`${at}/deletion`, {})

  assert.equal(still, 'Ingrid’s own')
  assert.equal(foreign.statusCode, 404)
  assert.equal(gone.statusCode, 303)
  assert.deepEqual(await ownerSays(house, 'select id from questions.drafts where id = $1', [entry]), [])
})
