import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aShortCourse } from '../../../../test/course-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { anAdministrator } from '../../../../test/organisations-builders.ts'
import { signedIn } from '../../../../test/sign-in.ts'

const house = await aHouse()

type Taught = { teachers: { person: string }[]; others: { person: string }[] }

test('Jonas lets Tove teach a new course: she reaches its learners, who see her name and that Jonas looked (D54)', async () => {
  const jonas = await anAdministrator(house)
  const tove = await signedIn(house, { roles: ['teacher'], firstName: 'Tove', lastName: 'Lærdal' })
  const kari = await signedIn(house)
  const { course } = await aShortCourse(house, { slug: 'taught-1' })
  await kari.visitor.post(`/courses/${course}/enrolment`, {})
  const at = `/administration/courses/${course}`

  assert.match((await jonas.visitor.get('/administration/courses')).body, /No teacher/)
  const { others } = await jonas.visitor.data<Taught>(at)
  const added = await jonas.visitor.post(`${at}/teachers`, { person: others.find(({ person }) => person === tove.person)?.person ?? '' })
  await house.drain()
  const reach = await ownerSays(house, 'select purpose from privacy.reach where actor = $1 and subject = $2', [tove.person, kari.person])

  assert.equal(added.statusCode, 303)
  assert.equal(reach.length, 2)
  assert.match((await kari.visitor.get(`/courses/${course}`)).body, /Tove Lærdal/)
  const looks = await ownerSays<{ what: string }>(house, 'select what from privacy.looks where actor = $1 and subject = $2', [jonas.person, tove.person])
  assert.ok(looks.length > 0 && looks.every(({ what }) => what === 'teachersArranged'))

  await jonas.visitor.post(`${at}/teachers/end`, { person: tove.person })
  await house.drain()
  assert.deepEqual(await ownerSays(house, 'select purpose from privacy.reach where actor = $1', [tove.person]), [])
})

test('nobody is made a teacher who has not the role, or is of another institution, and nobody but an administrator does it', async () => {
  const jonas = await anAdministrator(house)
  const learner = await signedIn(house)
  const stranger = await signedIn(house, { roles: ['teacher'], institution: house.laeringshus })
  const [author, teacher] = [await signedIn(house, { roles: ['author'] }), await signedIn(house, { roles: ['teacher'] })]
  const { course } = await aShortCourse(house, { slug: 'taught-2' })
  const at = `/administration/courses/${course}/teachers`

  for (const person of [learner.person, stranger.person, '']) {
    const refused = await jonas.visitor.post(at, { person })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /id="person-error"/)
  }
  for (const { visitor } of [author, teacher, learner]) assert.equal((await visitor.post(at, { person: teacher.person })).statusCode, 404)
  assert.deepEqual(await ownerSays(house, 'select from courses.teachers where course = $1', [course]), [])
})

test('Tove counts a lesson as done for Kari, who completes the course by it and can read who looked (D2, D3, D55)', async () => {
  const jonas = await anAdministrator(house)
  const tove = await signedIn(house, { roles: ['teacher'], firstName: 'Tove', lastName: 'Lærdal' })
  const [kari, ola] = [await signedIn(house, { lastName: 'Vik' }), await signedIn(house, { lastName: 'Dal' })]
  const { course, items } = await aShortCourse(house, { slug: 'taught-3' })
  const other = await aShortCourse(house, { slug: 'taught-4' })
  await jonas.visitor.post(`/administration/courses/${course}/teachers`, { person: tove.person })
  await kari.visitor.post(`/courses/${course}/enrolment`, {})
  await ola.visitor.post(`/courses/${other.course}/enrolment`, {})
  await house.drain()
  const at = `/teaching/courses/${course}`

  const { learners } = await tove.visitor.data<{ learners: { id: string; progress: { percent: number } }[] }>(at)
  const done = await tove.visitor.post(`${at}/learners/${kari.person}/completions`, { item: items[0] ?? '' })
  const page = await tove.visitor.get(`${at}/learners/${kari.person}`)

  assert.deepEqual(learners.map(({ id, progress }) => [id, progress.percent]), [[kari.person, 0]])
  assert.equal(done.statusCode, 303, done.body)
  assert.match(page.body, /Counted by a teacher/)
  assert.equal((await kari.visitor.data<{ progress: { isComplete: boolean } }>(`/courses/${course}`)).progress.isComplete, true)
  const looks = await ownerSays<{ what: string }>(house, 'select distinct what from privacy.looks where actor = $1 and subject = $2', [tove.person, kari.person])
  assert.deepEqual(looks, [{ what: 'courseLearners' }])
  for (const path of [`/teaching/courses/${other.course}`, `/teaching/courses/${other.course}/learners/${ola.person}`, `${at}/learners/${ola.person}`])
    assert.equal((await tove.visitor.get(path)).statusCode, 404, path)
  assert.equal((await tove.visitor.post(`/teaching/courses/${other.course}/learners/${ola.person}/completions`, { item: other.items[0] ?? '' })).statusCode, 404)
  assert.equal((await kari.visitor.get(at)).statusCode, 404)
})
