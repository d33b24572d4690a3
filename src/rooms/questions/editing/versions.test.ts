import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aHouse } from '../../../../test/house.ts'
import { fieldsOf, type Kept, OSLO, questionsInBank, write } from '../../../../test/question-builders.ts'
import { signedIn } from '../../../../test/sign-in.ts'
import { within } from '../../../privacy/within.ts'
import { recordUses } from '../using-service.ts'

const house = await aHouse()
const { visitor: ingrid, person: ingridsId } = await signedIn(house, { roles: ['author'], firstName: 'Ingrid' })
const { visitor: jonas } = await signedIn(house, { roles: ['author'], firstName: 'Jonas' })

test('Ingrid and Jonas save at once: one is taken, and the other sees both and loses nothing (E1)', async () => {
  const at = await write(ingrid, OSLO)
  const base = fieldsOf((await ingrid.get(at)).body)

  const answers = await Promise.all([
    ingrid.post(at, { ...base, text: 'Ingrid’s text', do: 'ready' }),
    jonas.post(at, { ...base, text: 'Jonas’ text', do: 'ready' }),
  ])

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  const [late, lateText, earlyText] =
    answers[0]?.statusCode === 409 ? [ingrid, 'Ingrid’s text', 'Jonas’ text'] : [jonas, 'Jonas’ text', 'Ingrid’s text']
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

  const { versions } = await ingrid.data<{ versions: { number: number; isMine: boolean; text: string }[] }>(
    `${at}/versions`,
  )
  assert.equal(restored.statusCode, 303)
  assert.deepEqual(
    versions.map(({ number, text, isMine }) => [number, text, isMine]),
    [
      [3, 'What is the capital of Norway?', false],
      [2, 'Worse', true],
      [1, 'What is the capital of Norway?', true],
    ],
  )
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
  const eyes = {
    means: house.means,
    login: 'web',
    institution: house.nomkus,
    actor: ingridsId,
    now: house.clock.now(),
  } as const
  const reference = '0192f000-0000-7000-8000-000000000001'
  await within('authoring', eyes, (db) =>
    recordUses(db, {
      usedBy: 'exam',
      reference,
      title: 'Final exam',
      path: '/authoring/exams/1',
      questions: [{ entry: used }],
      pools: [],
      now: eyes.now,
    }),
  )

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
  const eyes = {
    means: house.means,
    login: 'web',
    institution: house.nomkus,
    actor: ingridsId,
    now: house.clock.now(),
  } as const

  await assert.rejects(
    within('teaching', eyes, (db) =>
      (db as never as import('kysely').Kysely<{ 'questions.versions': { content: unknown } }>)
        .selectFrom('questions.versions')
        .select('content')
        .execute(),
    ),
    { code: '42501' },
  )
})
