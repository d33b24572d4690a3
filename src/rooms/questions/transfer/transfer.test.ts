import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { questionsInBank, upload } from '../../../../test/question-builders.ts'
import { signedIn } from '../../../../test/sign-in.ts'
import { oneOfEach, reflectionQuestion } from '../example-questions.ts'
import { guessFormat, readApart } from './reading.ts'

const house = await aHouse()
const { visitor: ingrid } = await signedIn(house, { roles: ['author'], firstName: 'Ingrid' })
const { visitor: jonas } = await signedIn(house, { roles: ['author'], firstName: 'Jonas' })

const IMPORT = '/authoring/questions/import'
const THREE = `$CATEGORY: From the file

::Capital:: What is the capital of Norway? {=Oslo ~Bergen}

::Sky:: The sky is blue. {TRUE}

::Broken:: Which? {=}
`

test('Ingrid sees question by question what comes along, and nothing is in the bank before her yes (E12)', async () => {
  const at = await bring({ name: 'three.gift', content: THREE })

  const dry = await ingrid.data<DryRun>(at)
  const page = await ingrid.get(at)

  assert.deepEqual(
    dry.rows.map(({ name, outcome }) => [name, outcome]),
    [
      ['Capital', 'taken'],
      ['Sky', 'taken'],
      ['Broken', 'refused'],
    ],
  )
  assert.match(
    page.body,
    /Nothing is in the bank yet[\s\S]*Come along as they are: 2[\s\S]*Do not come along: 1[\s\S]*Bring in 2 questions/,
  )
  assert.equal(await entries(), 0)
})

test('Ingrid says yes twice at once: the questions come in once, and what was read is gone (E12)', async () => {
  const at = await bring({ name: 'three.gift', content: THREE })

  const answers = await Promise.all(
    [1, 2].map(() => ingrid.post(at, { answer: 'take', category: '', tag: 'New', ready: 'yes' })),
  )

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 404])
  assert.equal(await entries(), 2)
  const result = String(answers.find(({ statusCode }) => statusCode === 303)?.headers.location)
  const { listed } = await ingrid.data<{
    listed: { name: string; category: string; tags: string[]; condition: string }[]
  }>(result)
  assert.deepEqual(listed.map(({ name, category, tags, condition }) => [name, category, tags, condition]).sort(), [
    ['Capital', 'From the file', ['new'], 'ready'],
    ['Sky', 'From the file', ['new'], 'ready'],
  ])
  assert.match((await ingrid.get(result)).body, /2 brought in from three\.gift/)

  await ingrid.post(`/authoring/questions/changes/${result.split('change=')[1]}/reversal`, {})
  assert.equal(await entries(), 0, 'an import can be undone')
})

test('a file that is not wanted after all is forgotten, and nobody else ever sees it (E12)', async () => {
  const at = await bring({ name: 'three.gift', content: THREE })

  const [others, theirYes, forgotten] = [
    await jonas.get(at),
    await jonas.post(at, { answer: 'take' }),
    await ingrid.post(at, { answer: 'forget' }),
  ]

  assert.deepEqual([others.statusCode, theirYes.statusCode, forgotten.statusCode], [404, 404, 303])
  assert.equal((await ingrid.get(at)).statusCode, 404)
  assert.deepEqual(await ownerSays(house, 'select id from questions.imports where id = $1', [at.split('/').at(-1)]), [])
})

test('the name of a file is only ever text on the page', async () => {
  const at = await bring({ name: '<script>alert(1)<script>.gift', content: THREE })

  const page = await ingrid.get(at)

  assert.ok(!page.body.includes('<script>alert(1)'))
  assert.match(page.body, /&lt;script&gt;alert\(1\)/)
})

test('hostile files are refused on the page, in time, and touch nothing (E12)', async () => {
  const files = [
    {
      content: '<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
      says: /DOCTYPE/,
    },
    {
      content: Buffer.from('504b0304000000000000', 'hex'),
      says: /Do not come along: 1/,
    },
    { content: `<quiz>${'<question>'.repeat(50_000)}`, says: /Do not come along: 1/ },
    { content: '{'.repeat(900_000), says: /Do not come along: 1/ },
    { content: '::x:: <img src=x onerror=alert(1)> <script>alert(2)</script> {=a ~b}', says: /.*/ },
  ]
  const before = await entries()

  for (const { content, says } of files) {
    const began = performance.now()
    const page = await ingrid.get(await bring({ name: 'hostile.xml', content }))
    assert.match(page.body, says)
    assert.ok(!/<script>alert|<img src="?x/.test(page.body))
    assert.ok(performance.now() - began < 10_000)
  }
  assert.equal(await entries(), before)
})

test('a file over eight megabytes is refused before it is read, and an empty form says what is missing (E12)', async () => {
  const large = await upload(ingrid, IMPORT, { name: 'large.xml', content: Buffer.alloc(9 * 1024 * 1024, '<') })
  const empty = await ingrid.post(IMPORT, { pasted: '' })
  const strange = await upload(ingrid, IMPORT, { name: 'a.gift', content: THREE, fields: { surprise: 'x' } })

  assert.deepEqual([large.statusCode, empty.statusCode, strange.statusCode], [413, 422, 422])
  assert.match(empty.body, /Choose a file, or paste some text/)
})

test('while Ingrid’s two thousand questions are read, everybody else is answered (E12)', async () => {
  const gift = Array.from(
    { length: 2_000 },
    (_, i) =>
      `::Q ${i}::[html]<p>Which of the <b>following</b> is right, number ${i}?</p> {=Right ${i}#Good ~Wrong ${i}#No ~%-50%Worse ${i}}`,
  ).join('\n\n')
  let longest = 0
  let last = performance.now()
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 10)

  const report = await readApart('gift', Buffer.from(gift))

  clearInterval(pulse)
  assert.equal(report.rows.length, 2_000)
  assert.ok(longest < 500, `the longest wait was ${Math.round(longest)} ms`)
})

for (const format of ['gift', 'moodle'] as const) {
  test(`what goes out as ${format} comes in again the same, through the pages (E12)`, async () => {
    const { visitor: mette } = await signedIn(house, { roles: ['author'], institution: house.laeringshus })
    const category = `Round trip ${format}`
    for (const question of oneOfEach())
      await questionsInBank(house, 1, { category, name: `About ${question.kind}`, tags: ['round', 'trip'], question })
    const selection = `category=${encodeURIComponent(category)}`

    const report = await ingrid.data<{ rows: { name: string; notes: unknown[] }[] }>(
      `/authoring/questions/export?${selection}&format=${format}`,
    )
    const file = await ingrid.get(`/authoring/questions/export/${format}?${selection}`)
    const at = String((await upload(mette, IMPORT, { name: 'round.txt', content: file.body })).headers.location)
    const dry = await mette.data<DryRun>(at)

    assert.match(
      String(file.headers['content-disposition']),
      /^attachment; filename\*=UTF-8''nomkus-2026-06-01\.(gift|xml)$/,
    )
    assert.deepEqual(
      report.rows.map(({ notes }) => notes),
      oneOfEach().map(() => []),
    )
    for (const question of oneOfEach()) {
      const row = dry.rows.find(({ name }) => name === `About ${question.kind}`)
      assert.deepEqual(withoutIds(row?.question), withoutIds(question))
      assert.deepEqual([row?.category, row?.tags], [category, ['round', 'trip']])
    }
    const taken = await mette.post(at, { answer: 'take', ready: 'yes' })
    assert.equal(taken.statusCode, 303)
  })
}

test('an export names what the format cannot say, before Ingrid downloads it (E12)', async () => {
  const [id = ''] = await questionsInBank(house, 1, {
    name: 'In few words',
    question: { ...reflectionQuestion(), mostWords: 300 },
  })

  const page = await ingrid.get(`/authoring/questions/export?chosen=${id}&format=gift`)

  assert.match(page.body, /What the format cannot say[\s\S]*In few words/)
  assert.equal((await ingrid.get(`/authoring/questions/export?chosen=${'x'.repeat(5_000)}`)).statusCode, 200)
})

test('the chosen ones on the list lead to the export of just those (E12)', async () => {
  const [first = ''] = await questionsInBank(house, 2, { category: 'Out' })

  const answer = await ingrid.post('/authoring/questions', { chosen: first, do: 'export' })

  const { rows } = await ingrid.data<{ rows: unknown[] }>(String(answer.headers.location))
  assert.equal(rows.length, 1)
})

test('XML is told from GIFT by how it begins, whatever its encoding', () => {
  assert.equal(guessFormat(Buffer.from('\ufeff  <quiz>')), 'moodle')
  assert.equal(guessFormat(Buffer.from('\ufeff<quiz>', 'utf16le')), 'moodle')
  assert.equal(guessFormat(Buffer.from('::a:: b {=c}')), 'gift')
})

type DryRun = { rows: { name: string; outcome: string; category?: string; tags: string[]; question?: unknown }[] }

async function bring(file: { name: string; content: string | Buffer }): Promise<string> {
  const answer = await upload(ingrid, IMPORT, file)
  assert.equal(answer.statusCode, 303, answer.body.slice(0, 2_000))
  return String(answer.headers.location)
}

async function entries(): Promise<number> {
  const [row] = await ownerSays<{ count: number }>(house, 'select count(*) from questions.entries')
  return Number(row?.count)
}

// Ids are ours: an import makes its own from the texts.
function withoutIds(question: unknown): unknown {
  return JSON.parse(
    JSON.stringify(question ?? null, (name, value) =>
      name === 'id' || (name === 'answer' && typeof value === 'string') ? undefined : value,
    ),
  )
}
