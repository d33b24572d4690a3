import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aShortCourse, systemsEyes } from '../../../../test/course-builders.ts'
import { aCandidate, type Asked, started } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { questionsInBank } from '../../../../test/question-builders.ts'
import { signedIn } from '../../../../test/sign-in.ts'
import { within } from '../../../privacy/within.ts'
import { NEW_PLAN, type Plan } from '../plan.ts'
import { makeExam, publishExam } from './authoring.ts'

const house = await aHouse()
const eyes = systemsEyes(house)
const { course } = await aShortCourse(house, { slug: 'with-places' })
const anna = await signedIn(house, { roles: ['author'] })
let made = 0

/** A draft of an exam that draws what it is told, and nothing else. */
async function aDraft(pools: Plan['questions']['pools'] = []): Promise<string> {
  const title = { nb: `Faste ${++made}`, da: '', en: '' }
  return within('authoring', eyes, (db) => makeExam(db, eyes, { course, plan: { ...NEW_PLAN, title, waitMinutes: 0, questions: { places: [], pools } } }))
}

type Places = { revision: number; places: { entry: string; version: string | null; versions: { id: string; number: number }[] }[]; found: { id: string; isIn: boolean }[] }

const at = (exam: string) => `/authoring/exams/${exam}/questions`
const placesOf = (exam: string) => anna.visitor.data<Places>(at(exam))
const publish = (exam: string) => within('authoring', eyes, (db) => publishExam(db, eyes, exam))

async function add(exam: string, entries: readonly string[]) {
  const { revision } = await placesOf(exam)
  return anna.visitor.post(`${at(exam)}/additions`, { base: String(revision), entry: entries })
}

async function arrange(exam: string, form: { version?: readonly string[]; do?: string }) {
  const { revision, places } = await placesOf(exam)
  return anna.visitor.post(at(exam), { base: String(revision), version: places.map(({ version }) => version ?? ''), do: 'save', ...form })
}

/** Writes a question anew, as its next version. */
async function rewrite(entry: string, text: string): Promise<void> {
  const { newest, name, category } = await anna.visitor.data<{ newest: number; name: string; category: string }>(`/authoring/questions/${entry}`)
  const saved = await anna.visitor.post(`/authoring/questions/${entry}`, { kind: 'trueFalse', base: String(newest), name, category, text, truth: 'true', do: 'ready' })
  assert.equal(saved.statusCode, 303, saved.body)
}

async function textsOf(attempt: string, who: Awaited<ReturnType<typeof aCandidate>>, count: number): Promise<string[]> {
  const asked = await Promise.all(Array.from({ length: count }, (_, i) => who.visitor.data<Asked>(`${attempt}/questions/${i + 1}`)))
  return asked.map(({ question }) => question.text)
}

test('Anna fixes questions in an order of hers, and everybody gets them before what is drawn, none twice (E1, E3)', async () => {
  const all = await questionsInBank(house, 9, { category: 'Rekkefølge' })
  const [first = '', second = '', ...others] = all.slice(0, 8)
  const exam = await aDraft([{ category: 'Rekkefølge', count: 1 }])

  await add(exam, [first, second, ...others])
  await add(exam, [first])
  await arrange(exam, { do: 'down.0' })
  await publish(exam)
  const kari = await aCandidate(house, course)
  const texts = await textsOf(await started(kari, exam), kari, 9)

  const { places, found } = await placesOf(exam)
  assert.deepEqual(places.map(({ entry }) => entry), [second, first, ...others])
  assert.deepEqual(found.filter(({ isIn }) => isIn).map(({ id }) => id).sort(), all.slice(0, 8).sort())
  assert.deepEqual(texts, [2, 1, 3, 4, 5, 6, 7, 8, 9].map((number) => `Claim ${number} holds.`))
})

test('one place keeps the version that Anna pinned, the other follows the newest, and Kari keeps what she was shown (E1)', async () => {
  const [pinned = '', following = ''] = await questionsInBank(house, 2, { category: 'Fast' })
  const exam = await aDraft()
  await add(exam, [pinned, following])
  const { places } = await placesOf(exam)
  await arrange(exam, { version: [places[0]?.versions[0]?.id ?? '', ''] })
  await publish(exam)
  const [kari, ola] = [await aCandidate(house, course), await aCandidate(house, course)]
  const before = await started(kari, exam)

  await rewrite(pinned, 'Newer, and not asked.')
  await rewrite(following, 'Newer, and asked.')

  assert.deepEqual(await textsOf(await started(ola, exam), ola, 2), ['Claim 1 holds.', 'Newer, and asked.'])
  assert.deepEqual(await textsOf(before, kari, 2), ['Claim 1 holds.', 'Claim 2 holds.'])
  const page = (await anna.visitor.get(`/authoring/questions/${pinned}`)).body
  assert.match(page, /Used in[\s\S]*Faste[\s\S]*Version 1/)
  assert.match((await anna.visitor.get(at(exam))).body, /Always version 1[\s\S]*Follows the newest \(now version 2\)/)
})

test('a question written after the exam is known to be in use as soon as it may be drawn, and goes from there when moved (E1)', async () => {
  const exam = await aDraft([{ category: 'Sent', tag: 'vinter', count: 1 }])
  await questionsInBank(house, 1, { category: 'Sent', tags: ['vinter'] })
  await publish(exam)
  const [late = '', other = ''] = [...(await questionsInBank(house, 1, { category: 'Sent', tags: ['vinter', 'sol'] })), ...(await questionsInBank(house, 1, { category: 'Sent' }))]
  const usesOf = async (entry: string) => (await anna.visitor.data<{ uses: { path: string; isDrawn: boolean }[] }>(`/authoring/questions/${entry}`)).uses.map(({ path, isDrawn }) => [path, isDrawn])
  const { listed } = await anna.visitor.data<{ listed: { id: string; uses: number }[] }>('/authoring/questions?category=Sent')

  const [drawn, free] = [await usesOf(late), await usesOf(other)]
  const refused = await anna.visitor.post(`/authoring/questions/${late}/deletion`, {})
  await anna.visitor.post('/authoring/questions', { chosen: [late], do: 'move', moveTo: 'Annet' })

  assert.deepEqual([drawn, free], [[[`/authoring/exams/${exam}`, true]], []])
  assert.deepEqual(listed.map(({ id, uses }) => [id === other, uses]).sort(), [[false, 1], [false, 1], [true, 0]])
  assert.equal(refused.statusCode, 409)
  assert.deepEqual(await usesOf(late), [])
})

test('what Kari has been asked is kept for her though no exam uses it any more (E1)', async () => {
  const [entry = ''] = await questionsInBank(house, 1, { category: 'Brukt' })
  const [other = ''] = await questionsInBank(house, 1, { category: 'Annen' })
  const exam = await aDraft()
  await add(exam, [entry])
  await publish(exam)
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  await add(exam, [other])
  await arrange(exam, { do: 'remove.0' })
  await publish(exam)

  const page = (await anna.visitor.get(`/authoring/questions/${entry}/deletion`)).body
  const refused = await anna.visitor.post(`/authoring/questions/${entry}/deletion`, {})

  assert.match(page, /Somebody has been asked it/)
  assert.equal(refused.statusCode, 409)
  assert.deepEqual(await textsOf(attempt, kari, 1), ['Claim 1 holds.'])
})

test('a question that only a draft asks is not deleted under its author, and is free again when the draft goes (E1)', async () => {
  const [entry = ''] = await questionsInBank(house, 1, { category: 'Kladd' })
  const exam = await aDraft()
  await add(exam, [entry])

  const refused = await anna.visitor.post(`/authoring/questions/${entry}/deletion`, {})
  await anna.visitor.post(`/authoring/exams/${exam}/end`, {})
  const done = await anna.visitor.post(`/authoring/questions/${entry}/deletion`, {})

  assert.deepEqual([refused.statusCode, done.statusCode], [409, 303])
})

test('an exam with a fixed question that is not ready cannot be published, and Anna is told which (E1)', async () => {
  const [entry = ''] = await questionsInBank(house, 1, { category: 'Uferdig', ready: false })
  const exam = await aDraft()
  await add(exam, [entry])

  await assert.rejects(publish(exam), { message: 'placeNotReady' })
  assert.match((await anna.visitor.get(at(exam))).body, /A fixed question has no version that is ready/)
})

test('of two authors who change the fixed questions at once one is told, and nothing of either is half done (E1)', async () => {
  const entries = await questionsInBank(house, 2, { category: 'Samtidig' })
  const exam = await aDraft()
  const { revision } = await placesOf(exam)
  const bjorn = await signedIn(house, { roles: ['author'] })

  const answers = await Promise.all([anna, bjorn].map(({ visitor }, i) => visitor.post(`${at(exam)}/additions`, { base: String(revision), entry: entries[i] ?? '' })))

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  assert.match(answers.find(({ statusCode }) => statusCode === 409)?.body ?? '', /Somebody else has saved the exam meanwhile/)
  assert.equal((await placesOf(exam)).places.length, 1)
})

test('with nothing chosen, and with a version of another question, nothing is kept (E1)', async () => {
  const [one = '', other = ''] = await questionsInBank(house, 2, { category: 'Galt' })
  const exam = await aDraft()
  const none = await add(exam, [])
  await add(exam, [one])
  const [foreign] = await ownerSays<{ id: string }>(house, 'select id from questions.versions where entry = $1', [other])

  const wrong = await arrange(exam, { version: [foreign?.id ?? ''] })

  assert.equal(none.statusCode, 422)
  assert.match(none.body, /Choose at least one question first/)
  assert.equal(wrong.statusCode, 404)
  assert.deepEqual((await placesOf(exam)).places.map(({ version }) => version), [null])
})
