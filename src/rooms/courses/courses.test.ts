import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../test/builders.ts'
import { aCourse, aLessonMore, aShortCourse, systemsEyes } from '../../../test/course-builders.ts'
import { aHouse } from '../../../test/house.ts'
import { aPerson, type KnownPerson, signedIn } from '../../../test/sign-in.ts'
import { visitor } from '../../../test/visitor.ts'
import { within } from '../../privacy/within.ts'
import { markItemDone } from './completing-service.ts'
import { addTeacher, endTeacher } from './teaching-service.ts'

const house = await aHouse()

type Shown = {
  progress: { percent: number; done: number; of: number }
  completed: string | null
  next: { href: string } | null
  sections: { items: { isDone: boolean; title: { text: string } }[] }[]
  prerequisites: { isMet: boolean }[]
  teachers: string[]
}
type Lesson = { files: { address: string }[] }

const enrol = ({ visitor }: KnownPerson, course: string) => visitor.post(`/courses/${course}/enrolment`, {})
const read = ({ visitor }: KnownPerson, course: string, item: string) =>
  visitor.post(`/courses/${course}/lessons/${item}/completion`, {})
const shown = ({ visitor }: KnownPerson, course: string) => visitor.data<Shown>(`/courses/${course}`)
const completions = (learner: string) =>
  ownerSays<{ rule: { items: string[] } }>(house, 'select rule from courses.completions where learner = $1', [learner])

test('a visitor sees what is offered, and must sign in for what is taught (N17)', async () => {
  const { course, items } = await aCourse(house)
  const guest = visitor(house)
  const asked = { accept: 'application/json' }

  assert.match((await guest.get('/courses')).body, /Working life in Norway/)
  assert.equal((await guest.get(`/courses/${course}`)).statusCode, 200)
  assert.equal((await guest.get(`/courses/${course}/lessons/${items[0]}`, asked)).statusCode, 401)
  assert.equal((await guest.get(`/courses/${course}/files/${'0'.repeat(64)}/a.png`, asked)).statusCode, 401)
  assert.match((await guest.get(`/courses/${course}/lessons/${items[0]}`)).headers.location ?? '', /^\/sign-in\?next=/)
})

test('a learner who has not joined a course is asked to, and gets no file of it', async () => {
  const { course, items } = await aCourse(house)
  const [insider, outsider] = [await signedIn(house), await signedIn(house)]
  await enrol(insider, course)
  const { files } = await insider.visitor.data<Lesson>(`/courses/${course}/lessons/${items[1]}`)

  assert.equal((await outsider.visitor.get(`/courses/${course}/lessons/${items[0]}`)).statusCode, 403)
  assert.equal((await outsider.visitor.get(files[0]?.address ?? '')).statusCode, 404)
  assert.equal((await insider.visitor.get(files[0]?.address ?? '')).statusCode, 200)
})

test('Kari reads all lessons of a course and completes it once, with the rule as it was (D3)', async () => {
  const { course, items } = await aCourse(house)
  const kari = await signedIn(house)
  await enrol(kari, course)

  const answers = []
  for (const item of items) answers.push(await read(kari, course, item))
  await read(kari, course, items[0] ?? '')

  assert.equal(answers[0]?.headers.location, `/courses/${course}/lessons/${items[1]}`)
  assert.match(String(answers[2]?.headers.location), /noticeCourseCompleted/)
  const [completion, ...others] = await completions(kari.person)
  assert.equal(others.length, 0)
  assert.deepEqual(completion?.rule.items, [...items].sort())
  assert.equal((await shown(kari, course)).progress.percent, 100)
})

test('a lesson added later leaves Kari complete and gives Ola one more to do (D3)', async () => {
  const { course, items } = await aCourse(house)
  const [kari, ola] = [await signedIn(house), await signedIn(house)]
  await enrol(kari, course)
  await enrol(ola, course)
  for (const item of items) await read(kari, course, item)
  await read(ola, course, items[0] ?? '')

  await aLessonMore(house, course)

  assert.deepEqual((await shown(kari, course)).progress, { done: 4, of: 4, percent: 100, isComplete: true })
  assert.deepEqual((await shown(ola, course)).progress, { done: 1, of: 4, percent: 25, isComplete: false })
})

test('Ola is told why he is not done, with a link to each open lesson (D3)', async () => {
  const { course, items } = await aCourse(house)
  const ola = await signedIn(house)
  await enrol(ola, course)
  await read(ola, course, items[0] ?? '')

  const { body } = await ola.visitor.get(`/courses/${course}`)

  assert.match(body, /What is left to do/)
  const left = body.slice(body.indexOf('What is left to do'), body.indexOf('section-'))
  assert.ok(!left.includes(`/lessons/${items[0]}`) && items.slice(1).every((item) => body.includes(`/lessons/${item}`)))
})

test('Kari sends her enrolment twice at once and is enrolled once', async () => {
  const { course } = await aCourse(house)
  const kari = await signedIn(house)

  const answers = await Promise.all(Array.from({ length: 6 }, () => enrol(kari, course)))

  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    Array(6).fill(303),
  )
  assert.equal((await ownerSays(house, 'select * from courses.enrolments where learner = $1', [kari.person])).length, 1)
})

test('the last two lessons, done at once on two devices, complete the course exactly once', async () => {
  for (let round = 0; round < 5; round++) {
    const { course, items } = await aCourse(house)
    const kari = await signedIn(house)
    await enrol(kari, course)
    await read(kari, course, items[0] ?? '')

    const done = await Promise.all([
      read(kari, course, items[1] ?? ''),
      read(kari, course, items[2] ?? ''),
      read(kari, course, items[2] ?? ''),
    ])

    assert.equal((await completions(kari.person)).length, 1)
    assert.equal(done.filter(({ headers }) => String(headers.location).includes('noticeCourseCompleted')).length, 1)
  }
})

test('a lesson done while the other last one is not yet committed waits for it, and completes the course', async () => {
  const { course, items } = await aCourse(house)
  const kari = await signedIn(house)
  await enrol(kari, course)
  await read(kari, course, items[0] ?? '')
  const eyes = { ...systemsEyes(house), actor: kari.person }
  const done = (at: number) =>
    ({ purpose: 'teaching', learner: kari.person, item: items[at] ?? '', how: 'read' }) as const
  let second: Promise<boolean> | undefined

  await within('teaching', eyes, async (db) => {
    await markItemDone(db, eyes, done(1))
    second = within('teaching', eyes, (other) => markItemDone(other, eyes, done(2)))
    await new Promise((later) => setTimeout(later, 200))
  })

  assert.equal(await second, true)
  assert.equal((await completions(kari.person)).length, 1)
})

test('a course opens only after the one it requires, and says so (D2)', async () => {
  await aShortCourse(house, { slug: 'first' })
  const { course } = await aShortCourse(house, { slug: 'second', prerequisites: ['first'] })
  const [{ id: first = '' } = {}] = await ownerSays<{ id: string }>(
    house,
    `select id from courses.courses where slug = 'first'`,
  )
  const [{ id: lesson = '' } = {}] = await ownerSays<{ id: string }>(
    house,
    'select id from courses.items where course = $1',
    [first],
  )
  const kari = await signedIn(house)

  const refused = await enrol(kari, course)
  await enrol(kari, first)
  await read(kari, first, lesson)
  const taken = await enrol(kari, course)

  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /Complete this first: Kurset first/)
  assert.match(refused.body, /Available after/)
  assert.equal(taken.statusCode, 303)
})

test('Kari goes on where she was, on another device as well, and behind it once it is done (N07, A2)', async () => {
  const { course, items } = await aCourse(house)
  const kari = await signedIn(house)
  await enrol(kari, course)
  await kari.visitor.get(`/courses/${course}/lessons/${items[1]}`)

  const before = (await shown(kari, course)).next?.href
  await read(kari, course, items[1] ?? '')
  const after = (await shown(kari, course)).next?.href
  await ownerSays(house, 'update courses.items set removed = now() where id = $1', [items[2]])
  const withoutPlace = (await shown(kari, course)).next?.href

  assert.equal(before, `/courses/${course}/lessons/${items[1]}`)
  assert.equal(after, `/courses/${course}/lessons/${items[2]}`)
  assert.equal(withoutPlace, `/courses/${course}/lessons/${items[0]}`)
})

test('Kari leaves a course: her teachers see her no longer, and what she did is there when she comes back', async () => {
  const { course, items } = await aCourse(house)
  const [kari, teacher] = [await signedIn(house), await aPerson(house, { roles: ['teacher'], firstName: 'Marte' })]
  await within('administration', systemsEyes(house), (db) =>
    addTeacher(db, systemsEyes(house), { course, person: teacher.person }),
  )
  await enrol(kari, course)
  await read(kari, course, items[0] ?? '')
  const reach = () =>
    ownerSays(house, 'select purpose from privacy.reach where actor = $1 and subject = $2 order by purpose', [
      teacher.person,
      kari.person,
    ])
  const whileThere = await reach()

  await kari.visitor.post(`/courses/${course}/enrolment/end`, {})
  const gone = await reach()
  await enrol(kari, course)

  assert.deepEqual(whileThere, [{ purpose: 'examination' }, { purpose: 'teaching' }])
  assert.deepEqual(gone, [])
  assert.equal((await reach()).length, 2)
  assert.equal((await shown(kari, course)).progress.done, 1)
  assert.deepEqual((await shown(kari, course)).teachers, ['Marte Nordmann'])
})

test('a teacher who comes later sees those who are enrolled, until they teach no longer', async () => {
  const { course } = await aCourse(house)
  const [kari, teacher] = [await signedIn(house), await aPerson(house, { roles: ['teacher'] })]
  await enrol(kari, course)
  const reach = () =>
    ownerSays(house, 'select purpose from privacy.reach where actor = $1 and subject = $2', [
      teacher.person,
      kari.person,
    ])
  const administering = <T>(work: Parameters<typeof within<'administration', T>>[2]) =>
    within('administration', systemsEyes(house), work)

  await administering((db) => addTeacher(db, systemsEyes(house), { course, person: teacher.person }))
  await house.drain()
  const during = await reach()
  await administering((db) => endTeacher(db, systemsEyes(house), { course, person: teacher.person }))
  await house.drain()

  assert.equal(during.length, 2)
  assert.deepEqual(await reach(), [])
})

test('what Kari does is hers: Ola’s eyes find nothing to complete for her', async () => {
  const { course, items } = await aCourse(house)
  const [kari, ola] = [await signedIn(house), await signedIn(house)]
  await enrol(kari, course)
  const olas = { ...systemsEyes(house), actor: ola.person }

  await assert.rejects(
    within('teaching', olas, (db) =>
      markItemDone(db, olas, { purpose: 'teaching', learner: kari.person, item: items[0] ?? '', how: 'read' }),
    ),
  )
})
