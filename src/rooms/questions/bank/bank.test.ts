import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aHouse } from '../../../../test/house.ts'
import { questionsInBank } from '../../../../test/question-builders.ts'
import { signedIn } from '../../../../test/sign-in.ts'
import { within } from '../../../privacy/within.ts'
import { countBy, entriesFor, getVersions, latestReadyVersions } from '../service.ts'
import { recordUses, usageOf } from '../using-service.ts'

const house = await aHouse()
const { visitor: ingrid } = await signedIn(house, { roles: ['author'], firstName: 'Ingrid' })
const { visitor: jonas } = await signedIn(house, { roles: ['author'], firstName: 'Jonas' })
const eyes = {
  means: house.means,
  login: 'web',
  institution: house.nomkus,
  actor: null,
  now: house.clock.now(),
} as const

test('Ingrid turns the pages of a long bank, and each question is on one of them (E1)', async () => {
  const ids = await questionsInBank(house, 60, { category: 'Pages' })

  const pages = await Promise.all([1, 2, 3].map((page) => listed(`category=Pages&order=name&page=${page}`)))

  assert.deepEqual(
    pages.map(({ total, listed }) => [total, listed.length]),
    [
      [60, 25],
      [60, 25],
      [60, 10],
    ],
  )
  assert.deepEqual(pages.flatMap(({ listed }) => listed.map(({ id }) => id)).sort(), ids.sort())
  assert.match((await ingrid.get('/authoring/questions?category=Pages&page=2')).body, /Page 2 of 3/)
})

test('Ingrid finds a question by its words, its shelf, its kind and its state (E1)', async () => {
  await questionsInBank(house, 1, {
    category: 'Find',
    name: 'Needle',
    tags: ['100%_sure'],
    question: { kind: 'essay', text: 'Where is the hay?' },
  })
  await questionsInBank(house, 1, { category: 'Find', name: 'Unfinished', ready: false })

  const found = async (query: string) => (await listed(`category=Find&${query}`)).listed.map(({ name }) => name)

  assert.deepEqual(await found('search=HAY'), ['Needle'])
  assert.deepEqual(await found('search=%25'), [], 'a sign of the database is a letter like any other')
  assert.deepEqual(await found('tag=100%25_sure'), ['Needle'])
  assert.deepEqual(await found('kind=essay'), ['Needle'])
  assert.deepEqual(await found('condition=draft'), ['Unfinished'])
  assert.equal(
    (await listed('kind=nonsense&page=-1&order=;drop')).listed.length,
    25,
    'what cannot be read narrows nothing',
  )
})

test('Ingrid moves, tags and hides many at once, and takes each back (E1)', async () => {
  const ids = await questionsInBank(house, 3, { category: 'Before' })

  const moved = await change({ chosen: ids, do: 'move', moveTo: ' After  the fact ' })
  await change({ chosen: ids, do: 'tag', addTag: 'Winter' })
  const hidden = await change({ all: 'yes', category: 'After the fact', do: 'hide' })

  assert.match((await ingrid.get(moved)).body, /3 moved to “After the fact”[\s\S]*Undo/)
  const { listed: after } = await listed('category=After+the+fact')
  assert.deepEqual(
    after.map(({ tags, condition }) => [tags, condition]),
    Array(3).fill([['winter'], 'hidden']),
  )

  for (const one of [hidden, moved]) await ingrid.post(`/authoring/questions/changes/${doneIn(one)}/reversal`, {})

  const { listed: again } = await listed('category=Before')
  assert.deepEqual(
    again.map(({ tags, condition }) => [tags, condition]),
    Array(3).fill([['winter'], 'ready']),
  )
})

test('Ingrid says of many how hard they are, makes drafts ready and takes a tag off, and takes each back (E1)', async () => {
  const ids = await questionsInBank(house, 2, { category: 'Graded', tags: ['summer'], ready: false })
  const stateOf = async () => (await listed('category=Graded')).listed.map(({ difficulty, tags, condition }) => [difficulty, tags.join(), condition])

  const done = [
    await change({ chosen: ids, do: 'grade', grade: 'hard' }),
    await change({ chosen: ids, do: 'ready' }),
    await change({ chosen: ids, do: 'untag', addTag: 'Summer' }),
  ]
  const after = await stateOf()
  const found = await listed('difficulty=hard&condition=ready')
  for (const one of done) await ingrid.post(`/authoring/questions/changes/${doneIn(one)}/reversal`, {})

  assert.deepEqual(after, Array(2).fill(['hard', '', 'ready']))
  assert.equal(found.total, 2)
  assert.deepEqual(await stateOf(), Array(2).fill(['', 'summer', 'draft']))
})

test('an undo leaves alone what Jonas has changed since, and is done once (E1)', async () => {
  const [first = '', second = ''] = await questionsInBank(house, 2, { category: 'Undo' })
  const moved = await change({ chosen: [first, second], do: 'move', moveTo: 'Elsewhere' })
  await jonas.post('/authoring/questions', { chosen: [second], do: 'move', moveTo: 'Jonas’ shelf' })

  const answers = await Promise.all(
    [1, 2].map(() => ingrid.post(`/authoring/questions/changes/${doneIn(moved)}/reversal`, {})),
  )

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  assert.deepEqual(
    (await listed('category=Undo')).listed.map(({ id }) => id),
    [first],
  )
  assert.deepEqual(
    (await listed('category=Jonas’ shelf')).listed.map(({ id }) => id),
    [second],
  )
})

test('with nothing chosen nothing happens, and Ingrid is told so on the same list', async () => {
  const answer = await ingrid.post('/authoring/questions?category=Find', { do: 'hide' })

  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /Choose at least one question first[\s\S]*Needle/)
})

test('exams draw only what is ready and shown, by category and tag, and follow the newest ready version (E1, E3)', async () => {
  const [ready = '', hidden = ''] = await questionsInBank(house, 2, { category: 'Draw', tags: ['winter'] })
  await questionsInBank(house, 1, { category: 'Draw', tags: ['winter'], ready: false })
  await change({ chosen: [hidden], do: 'hide' })
  await ingrid.send(`/authoring/questions/${ready}`, {
    kind: 'trueFalse',
    base: 1,
    name: 'Revised',
    category: 'Draw',
    tags: 'winter',
    text: 'Newer, not ready',
    truth: 'true',
    do: 'draft',
  })

  await within('examination', eyes, async (db) => {
    const drawn = await entriesFor(db, [{ category: 'Draw', tag: 'winter', count: 1 }])
    assert.deepEqual(
      drawn.map(({ id }) => id),
      [ready],
    )
    assert.equal(await countBy(db, { category: 'Draw' }), 1)
    const [version] = await latestReadyVersions(db, [ready])
    assert.deepEqual([version?.number, version?.question.text], [1, 'Claim 1 holds.'])
    assert.equal((await latestReadyVersions(db, [hidden])).length, 1, 'an exam that has it keeps it')
    assert.deepEqual(
      (await getVersions(db, [version?.id ?? ''])).map(({ entry }) => entry),
      [version?.entry],
    )
  })
  assert.equal((await listed('category=Draw&condition=revised')).listed[0]?.id, ready)
})

test('what uses a question is told from above, and told anew in place of the old (E1)', async () => {
  const [first = '', second = ''] = await questionsInBank(house, 2)
  const exam = {
    usedBy: 'exam',
    reference: '0192f000-0000-7000-8000-00000000000a',
    path: '/authoring/exams/a',
    pools: [],
    now: eyes.now,
  }

  await within('authoring', eyes, async (db) => {
    await recordUses(db, { ...exam, title: 'Autumn', questions: [{ entry: first }, { entry: second }] })
    await recordUses(db, { ...exam, title: 'Autumn, corrected', questions: [{ entry: first }] })

    assert.deepEqual(
      (await usageOf(db, first)).map(({ title }) => title),
      ['Autumn, corrected'],
    )
    assert.deepEqual(await usageOf(db, second), [])
  })
})

type List = { total: number; listed: { id: string; name: string; tags: string[]; difficulty: string; condition: string }[] }

function listed(query: string): Promise<List> {
  return ingrid.data<List>(`/authoring/questions?${query}`)
}

async function change(form: Record<string, string | readonly string[]>): Promise<string> {
  const answer = await ingrid.post('/authoring/questions', form)
  assert.equal(answer.statusCode, 303, answer.body.slice(0, 2_000))
  return String(answer.headers.location)
}

function doneIn(address: string): string {
  return /done=([0-9a-f-]+)/.exec(address)?.[1] ?? ''
}
