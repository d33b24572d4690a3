import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aDraftCourse,
  anAuthor,
  draft,
  FACTS,
  idIn,
  type Overview,
  overview,
  saveLesson,
} from '../../../../test/authoring-builders.ts'
import { ownerSays } from '../../../../test/builders.ts'
import { aCourse, aShortCourse } from '../../../../test/course-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { signedIn } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'

const house = await aHouse()

test('Astrid makes a course: nobody else sees it until a lesson and the course are published (D1)', async () => {
  const astrid = await anAuthor(house)
  const kari = await signedIn(house)
  const { course, lesson } = await aDraftCourse(astrid)

  const tooEarly = await astrid.visitor.post(`/authoring/courses/${course}/publication`, {})
  const hidden = await kari.visitor.get(`/courses/${course}`)
  await saveLesson(astrid, lesson, { base: 1, text: 'Se opp.' })
  await astrid.visitor.post(`${lesson}/publication`, { base: '2' })
  await astrid.visitor.post(`/authoring/courses/${course}/publication`, {})

  assert.equal(tooEarly.statusCode, 409)
  assert.equal(hidden.statusCode, 404)
  assert.match((await visitor(house).get('/courses')).body, /Safety at work/)
  await kari.visitor.post(`/courses/${course}/enrolment`, {})
  assert.match((await kari.visitor.get(`/courses/${course}/lessons/${lesson.slice(-36)}`)).body, /Se opp\./)
})

test('a learner comes to no page of the authors', async () => {
  const kari = await signedIn(house)
  const { course } = await aCourse(house)

  const answers = [
    await kari.visitor.get('/authoring/courses'),
    await kari.visitor.get(`/authoring/courses/${course}`),
    await kari.visitor.post(`/authoring/courses/${course}/retirement`, {}),
  ]

  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [404, 404, 404],
  )
})

test('an author who after the first week has no second factor is sent to set one up (A7)', async () => {
  const astrid = await signedIn(house, { roles: ['author'], strong: false })
  await ownerSays(house, `update accounts.appointments set begins = begins - interval '8 days' where person = $1`, [astrid.person])

  assert.match(String((await astrid.visitor.get('/authoring/courses')).headers.location), /second-factor/)
})

test('two authors save the same lesson: the second is told, and both texts are there (D1)', async () => {
  const [astrid, bjorn] = [await anAuthor(house), await anAuthor(house)]
  const { lesson } = await aDraftCourse(astrid)

  await saveLesson(astrid, lesson, { base: 1, text: 'Astrids tekst' })
  const refused = await saveLesson(bjorn, lesson, { base: 1, text: 'Bjørns tekst' })
  const again = await saveLesson(bjorn, lesson, { base: 2, text: 'Bjørns tekst' })

  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /Bjørns tekst/)
  assert.match(refused.body, /Astrids tekst/)
  assert.equal(again.statusCode, 303)
})

test('of many who save a lesson at once, one is heard and the others are told', async () => {
  const astrid = await anAuthor(house)
  const { lesson } = await aDraftCourse(astrid)

  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, i) => saveLesson(astrid, lesson, { base: 1, text: `Nr ${i}` })),
  )

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409, 409, 409, 409])
})

test('what is saved by itself says what to build on, and a colleague with the lesson open is named to both (D1)', async () => {
  const [astrid, bjorn] = [await anAuthor(house), await signedIn(house, { roles: ['author'], firstName: 'Bjørn', lastName: 'Ås' })]
  const { lesson } = await aDraftCourse(astrid)
  const written = { writing: 'nb', title: 'Farer', minutes: 5, text: 'Se' }
  const editorsSeenBy = async ({ visitor }: typeof bjorn) => (await visitor.data<{ editors: string[] }>(lesson)).editors

  await bjorn.visitor.get(lesson)
  const first = await astrid.visitor.send(lesson, { ...written, base: 1 })
  const second = await astrid.visitor.send(lesson, { ...written, text: 'Se opp', base: (first.json() as { base: number }).base })

  assert.deepEqual(first.json(), { base: 2, editors: ['Bjørn Ås'] })
  assert.deepEqual((second.json() as { base: number }).base, 3)
  assert.equal((await draft(astrid, lesson)).versions.length, 1, 'one sitting is one version')
  assert.deepEqual(await editorsSeenBy(bjorn), ['Astrid Nordmann'])
  assert.match((await bjorn.visitor.get(lesson)).body, /Astrid Nordmann has the lesson open too/)
  house.clock.pass(6 * 60_000)
  assert.deepEqual(await editorsSeenBy(bjorn), [])
})

test('what Bjørn writes over, and what Astrid writes over after a pause, can come back (D1)', async () => {
  const [astrid, bjorn] = [await anAuthor(house), await anAuthor(house)]
  const { course, lesson } = await aDraftCourse(astrid)
  await saveLesson(astrid, lesson, { base: 1, text: 'Astrids' })
  await saveLesson(bjorn, lesson, { base: 2, text: 'Bjørns' })
  house.clock.pass(11 * 60_000)
  await saveLesson(bjorn, lesson, { base: 3, text: 'Tomt' })

  const { versions } = await draft(bjorn, lesson)
  await bjorn.visitor.post(`${lesson}/draft`, { base: '4', version: versions[2]?.id ?? '' })

  assert.deepEqual(versions.map(({ number }) => number), [3, 2, 1])
  assert.equal((await draft(astrid, lesson)).version.text['nb'], 'Astrids')
  assert.equal((await overview(astrid, course)).sections[0]?.items.length, 1)
})

test('a lesson gets its new name when it is published, not letter by letter as Astrid writes it (D1)', async () => {
  const [astrid, kari] = [await anAuthor(house), await signedIn(house, { language: 'nb' })]
  const { course, items } = await aCourse(house)
  const at = `/authoring/courses/${course}/lessons/${items[0]}`

  await saveLesson(astrid, at, { base: 1, title: 'Et halvt na' })
  const before = (await kari.visitor.get(`/courses/${course}`)).body
  await saveLesson(astrid, at, { base: 2, title: 'Et helt navn', next: 'publish' })
  const after = (await kari.visitor.get(`/courses/${course}`)).body

  assert.doesNotMatch(before, /Et halvt na/)
  assert.match(after, /Et helt navn/)
})

test('what stands in the way of publishing is said at its field, and nothing that was typed is lost (D1)', async () => {
  const astrid = await anAuthor(house)
  const { course, section, lesson } = await aDraftCourse(astrid)
  const at = `/authoring/courses/${course}/sections/${section}`

  const empty = await saveLesson(astrid, lesson, { base: 1, title: 'Nytt navn', text: ' ', next: 'publish' })
  const nameless = await astrid.visitor.post(`${at}/lessons`, { lessonTitle: ' ' })
  const blank = await astrid.visitor.post(at, { nb: '', da: '', en: '', was: '{}' })

  assert.deepEqual([empty.statusCode, nameless.statusCode, blank.statusCode], [409, 422, 422])
  assert.match(empty.body, /id="text-error"/)
  assert.match(empty.body, /value="Nytt navn"/)
  assert.match(nameless.body, /<details[^>]* open[^>]*>[\s\S]*id="lessonTitle-error"/)
  assert.match(blank.body, new RegExp(`id="nb-${section}-error"`))
})

test('whoever is signed in reads a free preview before they take the course, and nothing of it is kept (D1)', async () => {
  const [astrid, kari] = [await anAuthor(house), await signedIn(house)]
  const { course, items } = await aCourse(house)
  const page = (item = items[0]) => kari.visitor.get(`/courses/${course}/lessons/${item}`)

  const before = await page()
  await astrid.visitor.post(`/authoring/courses/${course}/items/${items[0]}/sample`, { sample: 'yes' })
  const sample = await page()

  assert.deepEqual([before.statusCode, sample.statusCode, (await page(items[1])).statusCode], [403, 200, 403])
  assert.match(sample.body, /This is a free preview/)
  assert.match((await kari.visitor.get(`/courses/${course}`)).body, /Free preview/)
  assert.equal((await kari.visitor.post(`/courses/${course}/lessons/${items[0]}/completion`, {})).statusCode, 403)
  assert.deepEqual(await ownerSays(house, 'select from courses.visits where learner = $1', [kari.person]), [])
})

test('learners read what was published, not the draft behind it; an older version can come back (D1)', async () => {
  const [astrid, kari] = [await anAuthor(house), await signedIn(house)]
  const { course, items } = await aCourse(house)
  const at = `/authoring/courses/${course}/lessons/${items[0]}`
  const page = `/courses/${course}/lessons/${items[0]}`
  await kari.visitor.post(`/courses/${course}/enrolment`, {})

  await saveLesson(astrid, at, { base: 1, text: 'Andre utgave' })
  const before = (await kari.visitor.get(page)).body
  await astrid.visitor.post(`${at}/publication`, { base: '2' })
  const { versions } = await draft(astrid, at)
  await astrid.visitor.post(`${at}/draft`, { base: '3', version: versions[1]?.id ?? '' })
  const restored = await draft(astrid, at)

  assert.doesNotMatch(before, /Andre utgave/)
  assert.deepEqual(
    versions.map(({ number }) => number),
    [2, 1],
  )
  assert.equal(restored.version.number, 3)
  assert.match(restored.version.text['nb'] ?? '', /Den er skriftlig/)
})

test('Astrid takes a lesson out, and Ola who lacked only that has completed the course; she puts it back and he stays complete (D3)', async () => {
  const [astrid, ola] = [await anAuthor(house), await signedIn(house)]
  const { course, items } = await aCourse(house)
  await ola.visitor.post(`/courses/${course}/enrolment`, {})
  for (const item of items.slice(0, 2)) await ola.visitor.post(`/courses/${course}/lessons/${item}/completion`, {})
  const percent = async () =>
    (await ola.visitor.data<{ progress: { percent: number } }>(`/courses/${course}`)).progress.percent

  const before = await percent()
  await astrid.visitor.post(`/authoring/courses/${course}/items/${items[2]}/end`, {})
  await house.drain()
  const after = await percent()
  await astrid.visitor.post(`/authoring/courses/${course}/items/${items[2]}/return`, {})

  assert.deepEqual([before, after, await percent()], [66, 100, 100])
  assert.equal((await overview(astrid, course)).removed.length, 0)
})

test('lessons move up and down, over the edge of their section as well', async () => {
  const astrid = await anAuthor(house)
  const { course, items } = await aCourse(house)
  const [a, b, c] = items
  const move = (item: string | undefined, direction: string) =>
    astrid.visitor.post(`/authoring/courses/${course}/items/${item}/position`, { direction })
  const order = async () =>
    (await overview(astrid, course)).sections.map((section) => section.items.map(({ id }) => id))

  await move(b, 'up')
  const swapped = await order()
  await move(a, 'down')
  const moved = await order()

  assert.deepEqual(swapped, [[b, a], [c]])
  assert.deepEqual(moved, [[b], [a, c]])
})

test('courses that require each other in a circle are refused, also when two authors close it at once (D2)', async () => {
  const astrid = await anAuthor(house)
  const [one, two] = [await aShortCourse(house, { slug: 'circle-1' }), await aShortCourse(house, { slug: 'circle-2' })]
  const require = (course: string, required: string) =>
    astrid.visitor.post(`/authoring/courses/${course}/prerequisites`, { required })

  const answers = await Promise.all([require(one.course, two.course), require(two.course, one.course)])

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  assert.equal((await require(one.course, one.course)).statusCode, 409)
})

test('a copy has the content and nobody in it (D1)', async () => {
  const [astrid, kari] = [await anAuthor(house), await signedIn(house)]
  const { course, items } = await aCourse(house)
  await kari.visitor.post(`/courses/${course}/enrolment`, {})
  await kari.visitor.post(`/courses/${course}/lessons/${items[0]}/completion`, {})

  const copied = idIn((await astrid.visitor.post(`/authoring/courses/${course}/copies`, {})).headers.location)

  const [original, copy] = [await overview(astrid, course), await overview(astrid, copied)]
  const titles = ({ sections }: Overview) =>
    sections.map((section) => section.items.map(({ title, isShown }) => [title.text, isShown]))
  assert.deepEqual(titles(copy), titles(original))
  assert.deepEqual([copy.files.length, copy.state], [original.files.length, 'draft'])
  assert.deepEqual(await ownerSays(house, 'select 1 from courses.enrolments where course = $1', [copied]), [])
})

test('of two authors who rename a section at once one is told, and both names are there (D1)', async () => {
  const astrid = await anAuthor(house)
  const { course, section } = await aDraftCourse(astrid)
  const at = `/authoring/courses/${course}/sections/${section}`
  const was = JSON.stringify({ nb: 'Del 1', da: 'Del 1', en: 'Part 1' })

  const first = await astrid.visitor.post(at, { nb: 'Først', da: '', en: '', was })
  const second = await astrid.visitor.post(at, { nb: 'Sist', da: '', en: '', was })
  const hostile = await astrid.visitor.post(at, { nb: 'Hei', da: '', en: '', was: '{' })

  assert.deepEqual([first.statusCode, second.statusCode, hostile.statusCode], [303, 409, 409])
  assert.match(second.body, /Først[\s\S]*value="Sist"/)
})

test('facts changed by somebody else meanwhile are not written over', async () => {
  const astrid = await anAuthor(house)
  const { course } = await aDraftCourse(astrid)
  const { revision } = await astrid.visitor.data<{ revision: number }>(`/authoring/courses/${course}/facts`)
  const base = String(revision)

  const first = await astrid.visitor.post(`/authoring/courses/${course}/facts`, {
    ...FACTS,
    titleEn: 'First',
    base,
  })
  const second = await astrid.visitor.post(`/authoring/courses/${course}/facts`, {
    ...FACTS,
    titleEn: 'Second',
    base,
  })

  assert.deepEqual([first.statusCode, second.statusCode], [303, 409])
  assert.match(second.body, /value="Second"/)
  assert.match(second.body, /Name: First/)
})
