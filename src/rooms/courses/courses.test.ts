import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../test/builders.ts'
import { aCourse, aLessonMore, aShortCourse, systemsEyes } from '../../../test/course-builders.ts'
import { aHouse } from '../../../test/house.ts'
import { aPerson, type KnownPerson, signedIn } from '../../../test/sign-in.ts'
import { visitor } from '../../../test/visitor.ts'
import { within } from '../../privacy/within.ts'
import { markItemDone } from './service.ts'
import { addTeacher, endTeacher } from './teaching-service.ts'

const house = await aHouse()

type Shown = { progress: { percent: number; done: number; of: number }; completed: string | null; next: { href: string } | null; sections: { items: { isDone: boolean; title: { text: string } }[] }[]; prerequisites: { isMet: boolean }[]; teachers: string[] }
type Lesson = { body: { html: string; language: string }; film: { address: string; captions: { address: string }[]; seconds: number } | null; files: { address: string }[]; paragraph: number }

const enrol = ({ visitor }: KnownPerson, course: string) => visitor.post(`/courses/${course}/enrolment`, {})
const read = ({ visitor }: KnownPerson, course: string, item: string) => visitor.post(`/courses/${course}/lessons/${item}/completion`, {})
const shown = ({ visitor }: KnownPerson, course: string) => visitor.data<Shown>(`/courses/${course}`)
const completions = (learner: string) => ownerSays(house, 'select * from courses.completions where learner = $1', [learner])

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
  assert.deepEqual((completion?.['rule'] as { items: string[] }).items, [...items].sort())
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

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), Array(6).fill(303))
  assert.equal((await ownerSays(house, 'select * from courses.enrolments where learner = $1', [kari.person])).length, 1)
})

test('the last two lessons, done at once on two devices, complete the course exactly once', async () => {
  for (let round = 0; round < 5; round++) {
    const { course, items } = await aCourse(house)
    const kari = await signedIn(house)
    await enrol(kari, course)
    await read(kari, course, items[0] ?? '')

    const done = await Promise.all([read(kari, course, items[1] ?? ''), read(kari, course, items[2] ?? ''), read(kari, course, items[2] ?? '')])

    assert.equal((await completions(kari.person)).length, 1)
    assert.equal(done.filter(({ headers }) => String(headers.location).includes('noticeCourseCompleted')).length, 1)
  }
})

test('a course opens only after the one it requires, and says so (D2)', async () => {
  await aShortCourse(house, { slug: 'first' })
  const { course } = await aShortCourse(house, { slug: 'second', prerequisites: ['first'] })
  const [{ id: first = '' } = {}] = await ownerSays<{ id: string }>(house, `select id from courses.courses where slug = 'first'`)
  const [{ id: lesson = '' } = {}] = await ownerSays<{ id: string }>(house, 'select id from courses.items where course = $1', [first])
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

test('a visit is one row with two moments and a place in the film, never a trail (N03, N04)', async () => {
  const { course, items } = await aCourse(house)
  const kari = await signedIn(house)
  const film = `/courses/${course}/lessons/${items[2]}`
  await enrol(kari, course)
  await kari.visitor.get(film)
  await kari.visitor.post(`${film}/position`, { seconds: '17', paragraph: '3' })
  const again = await kari.visitor.data<Lesson>(film)

  const visits = await ownerSays(house, 'select * from courses.visits where learner = $1', [kari.person])

  assert.equal(visits.length, 1)
  assert.deepEqual(Object.keys(visits[0] ?? {}), ['institution', 'learner', 'item', 'course', 'first_visited', 'last_visited', 'video_seconds'])
  assert.deepEqual([again.film?.seconds, again.paragraph], [17, 3])
})

test('Kari can take her visits with her, and nobody else’s (N03)', async () => {
  const { course, items } = await aCourse(house)
  const [kari, ola] = [await signedIn(house), await signedIn(house)]
  for (const one of [kari, ola]) {
    await enrol(one, course)
    await one.visitor.get(`/courses/${course}/lessons/${items[0]}`)
  }

  const own = { ...systemsEyes(house), login: 'rights' as const, actor: kari.person }
  const visits = await within('rights', own, (db) => (db as never as import('../../tables.ts').Db<'teaching'>).selectFrom('courses.visits').select(['learner', 'item', 'last_visited']).execute())

  assert.deepEqual(visits.map(({ learner, item }) => [learner, item]), [[kari.person, items[0]]])
})

test('a film comes with captions and in the parts a player asks for (D7)', async () => {
  const { course, items } = await aCourse(house)
  const kari = await signedIn(house)
  await enrol(kari, course)
  const { film } = await kari.visitor.data<Lesson>(`/courses/${course}/lessons/${items[2]}`)
  const page = await kari.visitor.get(`/courses/${course}/lessons/${items[2]}`)

  const part = await kari.visitor.get(film?.address ?? '', { range: 'bytes=10-19' })
  const behind = await kari.visitor.get(film?.address ?? '', { range: 'bytes=99999999-' })
  const captions = await kari.visitor.get(film?.captions[0]?.address ?? '')

  assert.match(page.body, /<track kind="captions"[^>]*srclang="en"[^>]*default/)
  assert.deepEqual([part.statusCode, part.rawPayload.length, part.headers['content-type']], [206, 10, 'video/webm'])
  assert.match(String(part.headers['content-range']), /^bytes 10-19\/\d+$/)
  assert.equal(behind.statusCode, 416)
  assert.match(captions.body, /^WEBVTT/)
})

test('a picture is shown, an attachment is saved, and neither is guessed at by the browser', async () => {
  const { course, items } = await aCourse(house)
  const kari = await signedIn(house)
  await enrol(kari, course)
  const { body, files } = await kari.visitor.data<Lesson>(`/courses/${course}/lessons/${items[1]}`)

  const picture = await kari.visitor.get(/src="([^"]+)"/.exec(body.html)?.[1] ?? '')
  const attachment = await kari.visitor.get(files[0]?.address ?? '')

  assert.deepEqual([picture.statusCode, picture.headers['content-type']], [200, 'image/png'])
  assert.match(String(picture.headers['content-disposition']), /^inline/)
  assert.match(String(attachment.headers['content-disposition']), /^attachment/)
  assert.equal(picture.headers['x-content-type-options'], 'nosniff')
})

test('a lesson that is not in her language says so, and which language it is in', async () => {
  const { course, items } = await aCourse(house)
  const mette = await signedIn(house, { language: 'da' })
  await enrol(mette, course)

  const { body } = await mette.visitor.get(`/courses/${course}/lessons/${items[0]}`)

  assert.match(body, /kun på norsk/)
  assert.match(body, /<div class="prose" lang="nb">/)
})

test('Kari leaves a course: her teachers see her no longer, and what she did is there when she comes back', async () => {
  const { course, items } = await aCourse(house)
  const [kari, teacher] = [await signedIn(house), await aPerson(house, { roles: ['teacher'], firstName: 'Marte' })]
  await within('administration', systemsEyes(house), (db) => addTeacher(db, systemsEyes(house), { course, person: teacher.person }))
  await enrol(kari, course)
  await read(kari, course, items[0] ?? '')
  const reach = () => ownerSays(house, 'select purpose from privacy.reach where actor = $1 and subject = $2 order by purpose', [teacher.person, kari.person])
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
  const reach = () => ownerSays(house, 'select purpose from privacy.reach where actor = $1 and subject = $2', [teacher.person, kari.person])
  const administering = <T>(work: Parameters<typeof within<'administration', T>>[2]) => within('administration', systemsEyes(house), work)

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

  await assert.rejects(within('teaching', olas, (db) => markItemDone(db, olas, { purpose: 'teaching', learner: kari.person, item: items[0] ?? '', how: 'read' })))
})
