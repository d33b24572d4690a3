import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAuthor } from '../../../../test/authoring-builders.ts'
import { itemOf, setConditions, setSectionRelease, theirs } from '../../../../test/condition-builders.ts'
import { aCourse } from '../../../../test/course-builders.ts'
import { anExam } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'

const house = await aHouse()

test('Astrid lets a lesson open on a day and a section after days, and the course says so in Oslo’s time (D2)', async () => {
  const astrid = await anAuthor(house)
  const { course, items } = await aCourse(house)
  const [first = ''] = items

  const saved = await setConditions(astrid, { course, item: first }, { opening: 'onDay', opens: '2026-06-03T08:30', unseen: 'yes' })
  const released = await setSectionRelease(astrid, { course, of: items[2] ?? '' }, { opening: 'afterDays', days: '7' })
  const page = (await astrid.visitor.get(`/authoring/courses/${course}`)).body

  assert.deepEqual([saved.statusCode, released.statusCode], [303, 303])
  assert.match(page, /Opens 3 June 2026 at 08:30 · hidden until then/)
  assert.match(page, /Opens 7 days after the start/)
  assert.deepEqual((await theirs(astrid, { course, item: first })).conditions.opens, '2026-06-03T06:30:00.000Z')
})

test('what is missing is said at its field, and what was chosen stands there still (D2, D3)', async () => {
  const astrid = await anAuthor(house)
  const { course, items } = await aCourse(house)
  const at = { course, item: items[0] ?? '' }

  const day = await setConditions(astrid, at, { opening: 'onDay', opens: '' })
  const days = await setConditions(astrid, at, { opening: 'afterDays', days: '' })
  const many = await setConditions(astrid, at, { opening: 'afterDays', days: '1001' })
  const minutes = await setConditions(astrid, at, { opening: 'atOnce', way: 'time' })

  assert.deepEqual([day, days, many, minutes].map(({ statusCode }) => statusCode), [422, 422, 422, 422])
  assert.match(day.body, /id="opens-error"/)
  assert.match(day.body, /<option value="onDay" selected/)
  assert.match(days.body, /id="days-error"/)
  assert.match(many.body, /id="days-error"/)
  assert.match(minutes.body, /id="leastMinutes-error"/)
})

test('of two authors who change the conditions of a lesson at once, one is told (D1)', async () => {
  const [astrid, bjorn] = [await anAuthor(house), await anAuthor(house)]
  const { course, items } = await aCourse(house)
  const at = { course, item: items[0] ?? '' }
  const { was } = await theirs(astrid, at)

  const answers = await Promise.all([
    setConditions(astrid, at, { opening: 'afterDays', days: '2', was }),
    setConditions(bjorn, at, { opening: 'afterDays', days: '5', was }),
  ])

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
})

test('a lesson is done by an exam of its own course alone, and such an exam is not taken out under it (D3)', async () => {
  const astrid = await anAuthor(house)
  const [here, elsewhere] = [await anExam(house), await anExam(house)]
  const { items } = await aCourse(house)
  const lesson = { course: here.course, item: await itemOf(house, here.course, 'lesson') }
  const [exam, strange] = [await itemOf(house, here.course, 'exam'), await itemOf(house, elsewhere.course, 'exam')]

  const refused = await setConditions(astrid, lesson, { opening: 'atOnce', way: 'passed', doneWith: strange })
  const alien = await setConditions(astrid, { course: here.course, item: items[0] ?? '' }, { opening: 'atOnce', was: '' })
  const taken = await setConditions(astrid, lesson, { opening: 'atOnce', way: 'passed', doneWith: exam })
  const removed = await astrid.visitor.post(`/authoring/courses/${here.course}/items/${exam}/end`, {})

  assert.deepEqual([refused.statusCode, alien.statusCode, taken.statusCode, removed.statusCode], [422, 404, 303, 409])
  assert.match(refused.body, /id="doneWith-error"/)
  assert.match(removed.body, /is done by passing this exam/)
})
