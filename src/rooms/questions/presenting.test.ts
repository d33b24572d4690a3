import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as example from './example-questions.ts'
import { present, type Shown } from './presenting.ts'

const SEEDS = Array.from({ length: 400 }, (_, index) => `attempt ${index}`)

test('a learner sees the same order on every device, and years later', () => {
  for (const question of example.oneOfEach()) {
    assert.deepEqual(present(question, 'kari 7'), present(question, 'kari 7'))
  }
  assert.deepEqual(textsOf(present(example.applicationQuestion(), 'frozen'), 'items'), FROZEN)
})

// Changing this changes what old attempts showed: don't.
const FROZEN = ['Utlysning', 'Avtale', 'Intervju', 'Søknad']

test('no learner can find the answer in what is sent, not in the ids either', () => {
  const secrets = [/fraction/, /feedback/i, /tolerance/, /modelAnswer/, /"answer"/, /§/, /Nei: 21/]
  const essay = { ...example.reflectionQuestion(), modelAnswer: '§ 4' }
  for (const question of [...example.oneOfEach(), essay]) {
    const sent = JSON.stringify(present(question, 'ola'))
    for (const secret of secrets) assert.doesNotMatch(sent, secret)
  }
  const ids = example.applicationQuestion().items.map((one) => one.id)
  assert.notDeepEqual(ids.toSorted(), ids)
})

test('every option of Kari’s is there once, wherever it went', () => {
  for (const seed of SEEDS) {
    const shown = present(example.unionQuestion(), seed)
    const texts = example.unionQuestion().options.map((one) => one.text)
    assert.deepEqual(textsOf(shown, 'options').toSorted(), texts.toSorted())
  }
})

test('over many learners every option comes first about as often', () => {
  const firsts = SEEDS.map((seed) => textsOf(present(example.unionQuestion(), seed), 'options')[0])
  const counts = Object.values(Object.groupBy(firsts, (text) => text ?? '')).map(
    (all) => all?.length,
  )

  assert.equal(counts.length, 4)
  assert.ok(
    counts.every((count) => (count ?? 0) > 70 && (count ?? 0) < 130),
    String(counts),
  )
})

test('"none of them" stays last for every learner', () => {
  const question = example.holidayQuestion()
  const last = question.options.at(-1)
  if (last) last.pinned = true

  for (const seed of SEEDS) {
    assert.equal(textsOf(present(question, seed), 'options').at(-1), 'Ingen av dem')
  }
})

test('a teacher who does not want shuffling gets none, but the answers of a matching are never in row order by rule', () => {
  const single = { ...example.holidayQuestion(), shuffle: false }
  const matching = { ...example.lawQuestion(), shuffle: false }
  const answerOrders = SEEDS.map((seed) => textsOf(present(matching, seed), 'answers').join())

  assert.deepEqual(textsOf(present(single, 'x'), 'options'), ['25', '21', '30', 'Ingen av dem'])
  assert.deepEqual(textsOf(present(matching, 'x'), 'rows'), [
    'Feriepenger',
    'Sykepenger',
    'Foreldrepenger',
  ])
  assert.equal(new Set(answerOrders).size, 6)
})

test('no learner gets the items of an ordering in their right order to begin with', () => {
  const right = example.applicationQuestion().items.map((one) => one.text)
  const orders = SEEDS.map((seed) => textsOf(present(example.applicationQuestion(), seed), 'items'))

  assert.ok(orders.every((order) => order.join() !== right.join()))
  assert.equal(new Set(orders.map(String)).size, 23)
})

function textsOf(shown: object, part: 'options' | 'items' | 'rows' | 'answers'): string[] {
  return ((shown as Record<string, Shown[]>)[part] ?? []).map((one) => one.text)
}

test('Kari reads beforehand whether part of an answer counts and whether a wrong choice costs her, and not how many are right', () => {
  const { options, ...several } = example.unionQuestion()
  const costly = { ...several, options: options.map((one) => (one.fraction > 0 ? one : { ...one, fraction: -50 })) }
  const oneRight = { ...several, options: options.map((one, index) => ({ ...one, fraction: index === 0 ? 100 : 0 })) }
  const nearly = { ...example.holidayQuestion(), options: example.holidayQuestion().options.map((one, index) => ({ ...one, fraction: [100, 50, 0, 0][index] ?? 0 })) }
  const credits = [costly, oneRight, nearly, example.holidayQuestion(), example.lawQuestion(), example.applicationQuestion(), example.reflectionQuestion()]

  assert.deepEqual(credits.map((question) => present(question, 'x').credit), ['loses', 'part', 'part', undefined, 'part', 'part', undefined])
})
