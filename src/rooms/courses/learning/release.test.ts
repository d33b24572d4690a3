import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAuthor } from '../../../../test/authoring-builders.ts'
import { ownerSays } from '../../../../test/builders.ts'
import { itemOf, setConditions, setSectionRelease } from '../../../../test/condition-builders.ts'
import { aCourse } from '../../../../test/course-builders.ts'
import { anExam, started } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { type KnownPerson, signedIn } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'

const house = await aHouse()
const DAY = 86_400_000

type Shown = {
  progress: { percent: number; of: number }
  next: { href: string } | null
  laterRequired: number
  sections: { items: { id: string; opens: { from: string | null; afterDays: number | null } | null }[] }[]
}
type Lesson = { next: { href: string } | null; film: { address: string; captions: { address: string }[] }; files: { address: string }[]; body: { html: string } }

const enrol = ({ visitor }: KnownPerson, course: string) => visitor.post(`/courses/${course}/enrolment`, {})
const done = ({ visitor }: KnownPerson, course: string, item = '') => visitor.post(`/courses/${course}/lessons/${item}/completion`, {})
const shown = ({ visitor }: KnownPerson, course: string) => visitor.data<Shown>(`/courses/${course}`)
const itemsIn = ({ sections }: Shown) => sections.flatMap(({ items }) => items)
const JSON_FACE = { accept: 'application/json' }

test('a lesson that opens on Wednesday is named and closed to Kari until Wednesday, on both faces (D2)', async () => {
  const [astrid, kari] = [await anAuthor(house), await signedIn(house)]
  const { course, items } = await aCourse(house)
  const lesson = `/courses/${course}/lessons/${items[1]}`
  await enrol(kari, course)
  await setConditions(astrid, { course, item: items[1] ?? '' }, { opening: 'onDay', opens: '2026-06-03T08:30' })

  const page = (await kari.visitor.get(`/courses/${course}`)).body
  const early = [await kari.visitor.get(lesson), await kari.visitor.get(lesson, JSON_FACE), await done(kari, course, items[1]), await kari.visitor.send(`${lesson}/time`, { says: 'begins' })]
  const [visits, completions] = [await rows('visits', kari), await rows('item_completions', kari)]
  house.clock.set(new Date('2026-06-03T06:30:00Z'))
  const onWednesday = await kari.visitor.get(lesson)

  assert.match(page, /Opens 3 June 2026 at 08:30/)
  assert.doesNotMatch(page, new RegExp(`href="${lesson}"`))
  assert.deepEqual(early.map(({ statusCode }) => statusCode), [403, 403, 403, 403])
  assert.match(early[0]?.body ?? '', /It opens 3 June 2026 at 08:30/)
  assert.deepEqual([visits, completions], [[], []])
  assert.equal(onWednesday.statusCode, 200)
})

test('a section that opens a week after one begins opens to Kari and Ola each on their own day, at midnight (D2)', async () => {
  const [astrid, kari, ola] = [await anAuthor(house), await signedIn(house), await signedIn(house)]
  const { course, items } = await aCourse(house)
  await setSectionRelease(astrid, { course, of: items[2] ?? '' }, { opening: 'afterDays', days: '7' })
  await enrol(kari, course)
  house.clock.pass(2 * DAY)
  await enrol(ola, course)
  const open = async (who: KnownPerson) => (await who.visitor.get(`/courses/${course}/lessons/${items[2]}`)).statusCode
  const [{ midnight = new Date() } = {}] = await ownerSays<{ midnight: Date }>(
    house,
    `select (date_trunc('day', enrolled at time zone 'Europe/Oslo') + interval '7 days') at time zone 'Europe/Oslo' as midnight from courses.enrolments where learner = $1 and course = $2`,
    [kari.person, course],
  )

  house.clock.set(new Date(midnight.getTime() - 1))
  const before = [await open(kari), await open(ola)]
  house.clock.set(midnight)
  const after = [await open(kari), await open(ola)]

  assert.deepEqual([before, after], [[403, 403], [200, 403]])
  const visitors = await visitor(house).get(`/courses/${course}`)
  assert.match(visitors.body, /Opens 7 days after you start/)
})

test('what is hidden until its day is in no list, no count of names and no answer, but keeps the course from being complete (D2, D3)', async () => {
  const [astrid, kari] = [await anAuthor(house), await signedIn(house)]
  const { course, items } = await aCourse(house)
  await enrol(kari, course)
  await setConditions(astrid, { course, item: items[2] ?? '' }, { opening: 'afterDays', days: '30', unseen: 'yes' })
  for (const item of items.slice(0, 2)) await done(kari, course, item)

  const seen = await shown(kari, course)
  const page = (await kari.visitor.get(`/courses/${course}`)).body
  const home = (await kari.visitor.get('/')).body
  const lesson = (await kari.visitor.get(`/courses/${course}/lessons/${items[1]}`)).body
  const hidden = await kari.visitor.get(`/courses/${course}/lessons/${items[2]}`)

  assert.deepEqual([itemsIn(seen).length, seen.laterRequired, seen.next, seen.progress.percent], [2, 1, null, 66])
  for (const body of [page, home, lesson, (await visitor(house).get(`/courses/${course}`)).body]) assert.doesNotMatch(body, new RegExp(`${items[2]}|>Ill<`))
  assert.match(page, /One thing more comes later/)
  assert.equal(hidden.statusCode, 404)
  assert.equal((await done(kari, course, items[2])).statusCode, 404)
})

test('Kari goes on with what is open: neither her home nor the end of a lesson leads to what is not (D2, N07)', async () => {
  const [astrid, kari] = [await anAuthor(house), await signedIn(house)]
  const { course, items } = await aCourse(house)
  await enrol(kari, course)
  await setConditions(astrid, { course, item: items[1] ?? '' }, { opening: 'afterDays', days: '3' })

  const { next } = await kari.visitor.data<Lesson>(`/courses/${course}/lessons/${items[0]}`)
  const afterwards = await done(kari, course, items[0])
  await done(kari, course, items[2])
  const home = (await kari.visitor.get('/')).body
  const { places } = await kari.visitor.data<{ places: { next: unknown; opens: { from: string } }[] }>('/courses')

  assert.equal(next?.href, `/courses/${course}/lessons/${items[2]}`)
  assert.match(String(afterwards.headers.location), new RegExp(`/lessons/${items[2]}`))
  assert.deepEqual([places[0]?.next, typeof places[0]?.opens.from], [null, 'string'])
  assert.match(home, /What comes next opens/)
})

test('the film, captions and files of a lesson are closed as long as it is, whoever guesses their address (D2)', async () => {
  const [astrid, kari, ola] = [await anAuthor(house), await signedIn(house), await signedIn(house)]
  const { course, items } = await aCourse(house)
  await enrol(ola, course)
  const [film, files] = [await ola.visitor.data<Lesson>(`/courses/${course}/lessons/${items[2]}`), await ola.visitor.data<Lesson>(`/courses/${course}/lessons/${items[1]}`)]
  const addresses = [film.film.address, film.film.captions[0]?.address ?? '', files.files[0]?.address ?? '', /src="([^"]+)"/.exec(files.body.html)?.[1] ?? '']
  const answers = async () => {
    const codes = []
    for (const address of addresses) codes.push((await kari.visitor.get(address)).statusCode)
    return codes
  }
  await enrol(kari, course)
  for (const item of items.slice(1)) await setConditions(astrid, { course, item }, { opening: 'afterDays', days: '2' })

  const before = await answers()
  house.clock.pass(2 * DAY)

  assert.deepEqual([before, await answers()], [[404, 404, 404, 404], [200, 200, 200, 200]])
})

test('a lesson that Kari has done does not close again when its author chooses a later day (D2, D3)', async () => {
  const [astrid, kari, ola] = [await anAuthor(house), await signedIn(house), await signedIn(house)]
  const { course, items } = await aCourse(house)
  for (const one of [kari, ola]) await enrol(one, course)
  await done(kari, course, items[0])
  await setConditions(astrid, { course, item: items[0] ?? '' }, { opening: 'onDay', opens: '2027-01-01T08:00' })

  assert.equal((await kari.visitor.get(`/courses/${course}/lessons/${items[0]}`)).statusCode, 200)
  assert.equal((await ola.visitor.get(`/courses/${course}/lessons/${items[0]}`)).statusCode, 403)
})

test('a free preview waits for its day, and not for anybody’s start (D1, D2)', async () => {
  const [astrid, kari] = [await anAuthor(house), await signedIn(house)]
  const { course, items } = await aCourse(house)
  for (const item of items.slice(0, 2)) await astrid.visitor.post(`/authoring/courses/${course}/items/${item}/sample`, { sample: 'yes' })
  await setConditions(astrid, { course, item: items[0] ?? '' }, { opening: 'afterDays', days: '9' })
  await setConditions(astrid, { course, item: items[1] ?? '' }, { opening: 'onDay', opens: '2027-01-01T08:00' })
  const read = async () => [(await kari.visitor.get(`/courses/${course}/lessons/${items[0]}`)).statusCode, (await kari.visitor.get(`/courses/${course}/lessons/${items[1]}`)).statusCode]

  const before = await read()
  await enrol(kari, course)

  assert.deepEqual([before, await read()], [[200, 403], [200, 403]])
})

test('an exam that opens later is not started before, hidden it is not found, and who is in the middle goes on (D2, E14)', async () => {
  const [astrid, kari, ola] = [await anAuthor(house), await signedIn(house), await signedIn(house)]
  const { course, exam } = await anExam(house)
  const item = await itemOf(house, course, 'exam')
  for (const one of [kari, ola]) await enrol(one, course)
  const attempt = await started(ola, exam)
  await setConditions(astrid, { course, item }, { opening: 'afterDays', days: '3' })

  const page = await kari.visitor.get(`/exams/${exam}`)
  const refused = await kari.visitor.send(`/exams/${exam}/attempts`, {})
  const goesOn = await ola.visitor.send(`/exams/${exam}/attempts`, {})
  await setConditions(astrid, { course, item }, { opening: 'afterDays', days: '3', unseen: 'yes' })
  const hidden = [await kari.visitor.get(`/exams/${exam}`), await kari.visitor.get(`/exams/${exam}`, JSON_FACE), await kari.visitor.send(`/exams/${exam}/attempts`, {})]
  house.clock.pass(3 * DAY)

  assert.match(page.body, /The exam has not opened yet/)
  assert.deepEqual([page.statusCode, refused.statusCode, goesOn.statusCode], [200, 409, 201])
  assert.equal(`/exams/attempts/${(goesOn.json() as { id: string }).id}`, attempt)
  assert.deepEqual(hidden.map(({ statusCode }) => statusCode), [404, 404, 404])
  assert.equal((await kari.visitor.send(`/exams/${exam}/attempts`, {})).statusCode, 201)
})

function rows(table: 'visits' | 'item_completions', { person }: KnownPerson) {
  return ownerSays(house, `select from courses.${table} where learner = $1`, [person])
}
