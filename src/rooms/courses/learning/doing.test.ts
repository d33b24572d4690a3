import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAuthor } from '../../../../test/authoring-builders.ts'
import { ownerSays } from '../../../../test/builders.ts'
import { itemOf, setConditions } from '../../../../test/condition-builders.ts'
import { aCourse, aShortCourse } from '../../../../test/course-builders.ts'
import { anExam, started, yesQuestion } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { type KnownPerson, signedIn } from '../../../../test/sign-in.ts'

const house = await aHouse()
let courses = 0

type Told = { secondsLeft: number; isDone: boolean; isComplete: boolean }

const enrol = ({ visitor }: KnownPerson, course: string) => visitor.post(`/courses/${course}/enrolment`, {})
const percentOf = async ({ visitor }: KnownPerson, course: string) => (await visitor.data<{ progress: { percent: number } }>(`/courses/${course}`)).progress.percent
const howOf = async ({ person }: KnownPerson, item: string) => (await ownerSays<{ how: string; least_minutes: number | null }>(house, 'select how, least_minutes from courses.item_completions where learner = $1 and item = $2', [person, item]))[0]

/** A course of one lesson that is done in some way, and a learner in it. */
async function aLesson(way: Record<string, string>) {
  const [astrid, kari] = [await anAuthor(house), await signedIn(house)]
  const { course, items } = await aShortCourse(house, { slug: `way-${++courses}` })
  const item = items[0] ?? ''
  await enrol(kari, course)
  await setConditions(astrid, { course, item }, { opening: 'atOnce', ...way })
  return { astrid, kari, course, item, at: `/courses/${course}/lessons/${item}` }
}

const says = async ({ visitor }: KnownPerson, at: string, what: string) => (await visitor.send(`${at}/time`, { says: what })).json() as Told

test('a lesson that is done by opening it is done when Kari opens it, and the course with it (D3)', async () => {
  const { kari, course, item, at } = await aLesson({ way: 'opened' })

  const before = await percentOf(kari, course)
  const lesson = await kari.visitor.data<{ item: { isDone: boolean }; progress: { isComplete: boolean } }>(at)

  assert.deepEqual([before, await percentOf(kari, course)], [0, 100])
  assert.deepEqual([lesson.item.isDone, lesson.progress.isComplete], [true, true])
  assert.equal((await howOf(kari, item))?.how, 'opened')
  const [{ rule } = { rule: null }] = await ownerSays<{ rule: { ways: Record<string, string> } }>(house, 'select rule from courses.completions where learner = $1', [kari.person])
  assert.deepEqual(rule?.ways, { [item]: 'opened' })
})

test('two minutes of reading are counted by the server’s clock while the page says that it is read, and then forgotten (D3, N04)', async () => {
  const { kari, course, item, at } = await aLesson({ way: 'time', leastMinutes: '2' })
  await kari.visitor.get(at)
  await says(kari, at, 'begins')
  const left: number[] = []
  for (let half = 1; half <= 3; half++) {
    house.clock.pass(30_000)
    left.push((await says(kari, at, 'reads on')).secondsLeft)
  }
  const tooEarly = await kari.visitor.post(`${at}/completion`, {})
  house.clock.pass(30_000)
  const last = await says(kari, at, 'reads on')

  assert.deepEqual(left, [90, 60, 30])
  assert.match(String(tooEarly.headers.location), /noticeReadLonger/)
  assert.deepEqual(last, { secondsLeft: 0, isDone: true, isComplete: true })
  assert.deepEqual([await percentOf(kari, course), await howOf(kari, item)], [100, { how: 'time', least_minutes: 2 }])
  assert.deepEqual(await ownerSays(house, 'select seconds_read, last_read from courses.visits where learner = $1', [kari.person]), [{ seconds_read: 0, last_read: null }])
})

test('a page that was left open, two tabs at once, and a browser that says it a hundred times gain Kari no time (D3)', async () => {
  const { kari, at } = await aLesson({ way: 'time', leastMinutes: '10' })
  await kari.visitor.get(at)
  await says(kari, at, 'begins')

  house.clock.pass(60 * 60_000)
  const afterAnHour = (await says(kari, at, 'reads on')).secondsLeft
  house.clock.pass(10_000)
  const both = await Promise.all(Array.from({ length: 8 }, () => says(kari, at, 'reads on')))
  const away = (await says(kari, at, 'begins')).secondsLeft

  assert.equal(afterAnHour, 540)
  assert.deepEqual([Math.min(...both.map(({ secondsLeft }) => secondsLeft)), away], [530, 530])
})

test('without a script the time from opening the lesson to saying that it is read counts, and adds up (D3)', async () => {
  const { kari, course, at } = await aLesson({ way: 'time', leastMinutes: '10' })
  const press = async () => String((await kari.visitor.post(`${at}/completion`, {})).headers.location)
  await kari.visitor.get(at)
  house.clock.pass(6 * 60_000)

  const first = await press()
  const page = (await kari.visitor.get(at)).body
  house.clock.pass(5 * 60_000)
  const second = await press()

  assert.match(first, /noticeReadLonger/)
  assert.match(page, /done when you have read for 10 min/)
  assert.match(page, /4 minutes left/)
  assert.match(second, /noticeCourseCompleted/)
  assert.equal(await percentOf(kari, course), 100)
})

test('a lesson that the teacher counts is not done by Kari’s own press, and says so (D3)', async () => {
  const { kari, course, at } = await aLesson({ way: 'teacher' })

  const refused = await kari.visitor.post(`${at}/completion`, {})
  const page = (await kari.visitor.get(at)).body

  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /teacher counts this lesson/i)
  assert.doesNotMatch(page, new RegExp(`action="${at}/completion"`))
  assert.equal(await percentOf(kari, course), 0)
})

test('why Kari is not done is said for each lesson in its own words (D3)', async () => {
  const [astrid, kari] = [await anAuthor(house), await signedIn(house)]
  const { course, items } = await aCourse(house)
  const [a = '', b = '', c = ''] = items
  await enrol(kari, course)
  await setConditions(astrid, { course, item: a }, { opening: 'atOnce', way: 'time', leastMinutes: '7' })
  await setConditions(astrid, { course, item: b }, { opening: 'atOnce', way: 'teacher' })
  await setConditions(astrid, { course, item: c }, { opening: 'afterDays', days: '2' })

  const { body } = await kari.visitor.get(`/courses/${course}`)

  assert.match(body, /· read for at least 7 minutes/)
  assert.match(body, /· your teacher counts it as done/)
  assert.match(body, /· Opens 3 June 2026/)
})

test('a lesson that is done by an exam is done when Kari passes it, also for Ola who passed before its author chose so (D3)', async () => {
  const astrid = await anAuthor(house)
  const [kari, ola] = [await signedIn(house), await signedIn(house)]
  const { course, exam } = await anExam(house, { questions: [yesQuestion] })
  const [lesson, examItem] = [await itemOf(house, course, 'lesson'), await itemOf(house, course, 'exam')]
  for (const one of [kari, ola]) await enrol(one, course)

  await pass(ola, exam)
  const before = await percentOf(ola, course)
  await setConditions(astrid, { course, item: lesson }, { opening: 'atOnce', way: 'passed', doneWith: examItem })
  await house.drain()
  const page = (await kari.visitor.get(`/courses/${course}/lessons/${lesson}`)).body
  const refused = await kari.visitor.post(`/courses/${course}/lessons/${lesson}/completion`, {})
  await pass(kari, exam)

  assert.match(page, /done when you pass:[\s\S]*The exam/)
  assert.deepEqual([before, refused.statusCode, await percentOf(ola, course), await percentOf(kari, course)], [50, 409, 100, 100])
  assert.deepEqual([(await howOf(kari, lesson))?.how, (await howOf(ola, lesson))?.how], ['passed', 'passed'])
})

test('another way of doing a lesson leaves Kari done, counts Ola who had opened it, and asks Per for what it says (D3)', async () => {
  const astrid = await anAuthor(house)
  const [kari, ola, per] = [await signedIn(house), await signedIn(house), await signedIn(house)]
  const { course, items } = await aShortCourse(house, { slug: 'other-way' })
  const at = { course, item: items[0] ?? '' }
  for (const one of [kari, ola, per]) await enrol(one, course)
  await kari.visitor.post(`/courses/${course}/lessons/${at.item}/completion`, {})
  await ola.visitor.get(`/courses/${course}/lessons/${at.item}`)

  await setConditions(astrid, at, { opening: 'atOnce', way: 'opened' })
  await house.drain()
  const opened = [await percentOf(kari, course), await percentOf(ola, course), await percentOf(per, course)]
  await setConditions(astrid, at, { opening: 'atOnce', way: 'teacher' })
  await house.drain()

  assert.deepEqual(opened, [100, 100, 0])
  assert.deepEqual([await percentOf(kari, course), await percentOf(ola, course), await percentOf(per, course)], [100, 100, 0])
  assert.equal((await howOf(kari, at.item))?.how, 'read')
})

async function pass(learner: KnownPerson, exam: string): Promise<void> {
  const attempt = await started(learner, exam)
  await learner.visitor.send(`${attempt}/answers`, { question: 1, response: { kind: 'single', chosen: 'yes' }, sequence: 1 })
  await learner.visitor.post(`${attempt}/submission`, {})
}
