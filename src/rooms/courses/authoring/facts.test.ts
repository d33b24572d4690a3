import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aDraftCourse, anAuthor, FACTS } from '../../../../test/authoring-builders.ts'
import { aShortCourse } from '../../../../test/course-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { type KnownPerson, signedIn } from '../../../../test/sign-in.ts'
import { visitor } from '../../../../test/visitor.ts'

const house = await aHouse()
let courses = 0

type Facts = { revision: number; title: { en?: string; nb?: string }; hasDraft: boolean; versions: { id: string; number: number; published: string | null }[]; editors: string[] }

const factsOf = ({ visitor }: KnownPerson, course: string) => visitor.data<Facts>(`/authoring/courses/${course}/facts`)
const save = ({ visitor }: KnownPerson, course: string, form: Record<string, string>) => visitor.post(`/authoring/courses/${course}/facts`, { ...FACTS, ...form })
const aPublished = async () => (await aShortCourse(house, { slug: `facts-${++courses}` })).course

test('what Astrid writes of an offered course saves itself as a draft, and learners see it once she publishes it (D1)', async () => {
  const astrid = await anAuthor(house)
  const course = await aPublished()
  const offered = async () => (await visitor(house).get('/courses')).body

  const first = await astrid.visitor.send(`/authoring/courses/${course}/facts`, { ...FACTS, titleEn: 'Half a na', base: 1 })
  const second = await astrid.visitor.send(`/authoring/courses/${course}/facts`, { ...FACTS, titleEn: 'A whole name', base: (first.json() as { base: number }).base })
  const before = await offered()
  const draft = await factsOf(astrid, course)
  const page = (await astrid.visitor.get(`/authoring/courses/${course}/preview`)).body
  await astrid.visitor.post(`/authoring/courses/${course}/facts/publication`, { base: String(draft.revision) })

  assert.deepEqual([first.json(), (second.json() as { base: number }).base], [{ base: 2, editors: [] }, 3])
  assert.doesNotMatch(before, /Half a na|A whole name/)
  assert.deepEqual([draft.hasDraft, draft.versions.map(({ number }) => number)], [true, [2, 1]])
  assert.match(page, /A whole name/)
  assert.match(await offered(), /A whole name/)
  assert.equal((await factsOf(astrid, course)).hasDraft, false)
})

test('the facts of a course that nobody sees yet hold at once, and the way back to each version is there (D1)', async () => {
  const [astrid, bjorn] = [await anAuthor(house), await anAuthor(house)]
  const { course } = await aDraftCourse(astrid)
  await save(astrid, course, { titleEn: 'First', base: '1' })
  await save(bjorn, course, { titleEn: 'Second', base: '2' })
  house.clock.pass(11 * 60_000)
  await save(bjorn, course, { titleEn: 'Third', base: '3' })
  const listed = async () => (await astrid.visitor.get('/authoring/courses')).body

  const now = await listed()
  const { versions } = await factsOf(astrid, course)
  await astrid.visitor.post(`/authoring/courses/${course}/facts/draft`, { base: '4', version: versions.find(({ number }) => number === 2)?.id ?? '' })

  assert.match(now, /Third/)
  assert.deepEqual(versions.map(({ number }) => number), [4, 3, 2, 1])
  assert.match(await listed(), /First/)
})

test('of many who save the facts of a course at once one is heard, and the others are told (D1)', async () => {
  const astrid = await anAuthor(house)
  const course = await aPublished()

  const answers = await Promise.all(Array.from({ length: 5 }, (_, i) => save(astrid, course, { titleEn: `Nr ${i}`, base: '1' })))

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409, 409, 409, 409])
})

test('a colleague who has the facts open is named to both, and no longer a while after they have gone (D1)', async () => {
  const [astrid, bjorn] = [await anAuthor(house), await signedIn(house, { roles: ['author'], firstName: 'Bjørn', lastName: 'Ås' })]
  const course = await aPublished()

  await factsOf(bjorn, course)
  const seen = (await astrid.visitor.get(`/authoring/courses/${course}/facts`)).body
  house.clock.pass(6 * 60_000)

  assert.match(seen, /Bjørn Ås has this open too/)
  assert.deepEqual((await factsOf(bjorn, course)).editors, [])
})

test('a version of another course is not brought here, and a title in the language of the course is asked for (D1)', async () => {
  const astrid = await anAuthor(house)
  const [one, other] = [await aPublished(), await aPublished()]
  await save(astrid, other, { base: '1' })
  const { versions } = await factsOf(astrid, other)

  const strange = await astrid.visitor.post(`/authoring/courses/${one}/facts/draft`, { base: '1', version: versions[0]?.id ?? '' })
  const nameless = await save(astrid, one, { titleNb: '', base: '1' })

  assert.deepEqual([strange.statusCode, nameless.statusCode], [404, 422])
  assert.match(nameless.body, /id="titleNb-error"/)
})
