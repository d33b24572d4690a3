import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { ownerSays } from '../../../test/builders.ts'
import { aCourse, aShortCourse } from '../../../test/course-builders.ts'
import { aHouse } from '../../../test/house.ts'
import { type KnownPerson, signedIn } from '../../../test/sign-in.ts'
import { visitor } from '../../../test/visitor.ts'

const house = await aHouse()
const anAuthor = () => signedIn(house, { roles: ['author'], firstName: 'Astrid' })

const FACTS = { language: 'nb', titleNb: 'HMS på jobben', titleDa: '', titleEn: 'Safety at work', summaryNb: 'Trygt', summaryDa: '', summaryEn: 'Safe', goalsNb: 'Se farer\nSi fra', goalsDa: '', goalsEn: 'See dangers\nSpeak up', level: '', hours: '3' }

type Overview = { sections: { id: string; items: { id: string; title: { text: string }; isShown: boolean; hasDraft: boolean }[] }[]; removed: { id: string }[]; files: { name: string }[]; state: string }
type Draft = { revision: number; version: { number: number; text: Record<string, string>; transcript: Record<string, string> }; versions: { id: string; number: number }[] }

const overview = ({ visitor }: KnownPerson, course: string) => visitor.data<Overview>(`/authoring/courses/${course}`)
const draft = ({ visitor }: KnownPerson, at: string) => visitor.data<Draft>(at)
const idIn = (address: unknown) => /courses\/([0-9a-f-]{36})/.exec(String(address))?.[1] ?? ''
const save = (who: KnownPerson, at: string, { base, ...form }: { base: number } & Record<string, string | number>) =>
  who.visitor.post(`${at}?text=nb`, { writing: 'nb', title: 'Farer', minutes: '5', text: 'Tekst', ...Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)])), base: String(base) })

/** A new course with one lesson in it, still a draft. */
async function aDraftCourse(author: KnownPerson) {
  const made = await author.visitor.post('/authoring/courses/new', FACTS)
  const course = idIn(made.headers.location)
  const [section] = (await overview(author, course)).sections
  const added = await author.visitor.post(`/authoring/courses/${course}/sections/${section?.id}/lessons`, { lessonTitle: 'Dangers' })
  const lesson = String(added.headers.location).split('?')[0] ?? ''
  return { course, section: section?.id ?? '', lesson, item: lesson.slice(-36) }
}

async function upload(who: KnownPerson, course: string, { name, content }: { name: string; content: Buffer }) {
  const mark = 'lofte-test'
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`
  return house.site.inject({
    method: 'POST',
    url: `/authoring/courses/${course}/files`,
    headers: { host: 'nomkus.localhost', accept: 'text/html', 'accept-language': 'en', 'content-type': `multipart/form-data; boundary=${mark}`, cookie: `session=${who.visitor.cookies.get('session')}` },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${mark}--\r\n`)]),
  })
}

test('Astrid makes a course: nobody else sees it until a lesson and the course are published (D1)', async () => {
  const astrid = await anAuthor()
  const kari = await signedIn(house)
  const { course, lesson } = await aDraftCourse(astrid)

  const tooEarly = await astrid.visitor.post(`/authoring/courses/${course}/publication`, {})
  const hidden = await kari.visitor.get(`/courses/${course}`)
  await save(astrid, lesson, { base: 1, text: 'Se opp.' })
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

  const answers = [await kari.visitor.get('/authoring/courses'), await kari.visitor.get(`/authoring/courses/${course}`), await kari.visitor.post(`/authoring/courses/${course}/retirement`, {})]

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [404, 404, 404])
})

test('an author without a second factor is sent to set one up', async () => {
  const astrid = await signedIn(house, { roles: ['author'], strong: false })

  assert.match(String((await astrid.visitor.get('/authoring/courses')).headers.location), /second-factor/)
})

test('two authors save the same lesson: the second is told, and both texts are there (D1)', async () => {
  const [astrid, bjorn] = [await anAuthor(), await anAuthor()]
  const { lesson } = await aDraftCourse(astrid)

  await save(astrid, lesson, { base: 1, text: 'Astrids tekst' })
  const refused = await save(bjorn, lesson, { base: 1, text: 'Bjørns tekst' })
  const again = await save(bjorn, lesson, { base: 2, text: 'Bjørns tekst' })

  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /Bjørns tekst/)
  assert.match(refused.body, /Astrids tekst/)
  assert.equal(again.statusCode, 303)
})

test('of many who save a lesson at once, one is heard and the others are told', async () => {
  const astrid = await anAuthor()
  const { lesson } = await aDraftCourse(astrid)

  const answers = await Promise.all(Array.from({ length: 5 }, (_, i) => save(astrid, lesson, { base: 1, text: `Nr ${i}` })))

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409, 409, 409, 409])
})

test('learners read what was published, not the draft behind it; an older version can come back (D1)', async () => {
  const [astrid, kari] = [await anAuthor(), await signedIn(house)]
  const { course, items } = await aCourse(house)
  const at = `/authoring/courses/${course}/lessons/${items[0]}`
  const page = `/courses/${course}/lessons/${items[0]}`
  await kari.visitor.post(`/courses/${course}/enrolment`, {})

  await save(astrid, at, { base: 1, text: 'Andre utgave' })
  const before = (await kari.visitor.get(page)).body
  await astrid.visitor.post(`${at}/publication`, { base: '2' })
  const { versions } = await draft(astrid, at)
  await astrid.visitor.post(`${at}/draft`, { base: '3', version: versions[1]?.id ?? '' })
  const restored = await draft(astrid, at)

  assert.doesNotMatch(before, /Andre utgave/)
  assert.deepEqual(versions.map(({ number }) => number), [2, 1])
  assert.equal(restored.version.number, 3)
  assert.match(restored.version.text['nb'] ?? '', /Den er skriftlig/)
})

test('Astrid takes a lesson out, and Ola who lacked only that has completed the course; she puts it back and he stays complete (D3)', async () => {
  const [astrid, ola] = [await anAuthor(), await signedIn(house)]
  const { course, items } = await aCourse(house)
  await ola.visitor.post(`/courses/${course}/enrolment`, {})
  for (const item of items.slice(0, 2)) await ola.visitor.post(`/courses/${course}/lessons/${item}/completion`, {})
  const percent = async () => (await ola.visitor.data<{ progress: { percent: number } }>(`/courses/${course}`)).progress.percent

  const before = await percent()
  await astrid.visitor.post(`/authoring/courses/${course}/items/${items[2]}/end`, {})
  await house.drain()
  const after = await percent()
  await astrid.visitor.post(`/authoring/courses/${course}/items/${items[2]}/return`, {})

  assert.deepEqual([before, after, await percent()], [66, 100, 100])
  assert.equal((await overview(astrid, course)).removed.length, 0)
})

test('lessons move up and down, over the edge of their section as well', async () => {
  const astrid = await anAuthor()
  const { course, items } = await aCourse(house)
  const [a, b, c] = items
  const move = (item: string | undefined, direction: string) => astrid.visitor.post(`/authoring/courses/${course}/items/${item}/position`, { direction })
  const order = async () => (await overview(astrid, course)).sections.map((section) => section.items.map(({ id }) => id))

  await move(b, 'up')
  const swapped = await order()
  await move(a, 'down')
  const moved = await order()

  assert.deepEqual(swapped, [[b, a], [c]])
  assert.deepEqual(moved, [[b], [a, c]])
})

test('courses that require each other in a circle are refused, also when two authors close it at once (D2)', async () => {
  const astrid = await anAuthor()
  const [one, two] = [await aShortCourse(house, { slug: 'circle-1' }), await aShortCourse(house, { slug: 'circle-2' })]
  const require = (course: string, required: string) => astrid.visitor.post(`/authoring/courses/${course}/prerequisites`, { required })

  const answers = await Promise.all([require(one.course, two.course), require(two.course, one.course)])

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  assert.equal((await require(one.course, one.course)).statusCode, 409)
})

test('a copy has the content and nobody in it (D1)', async () => {
  const [astrid, kari] = [await anAuthor(), await signedIn(house)]
  const { course, items } = await aCourse(house)
  await kari.visitor.post(`/courses/${course}/enrolment`, {})
  await kari.visitor.post(`/courses/${course}/lessons/${items[0]}/completion`, {})

  const copied = idIn((await astrid.visitor.post(`/authoring/courses/${course}/copies`, {})).headers.location)

  const [original, copy] = [await overview(astrid, course), await overview(astrid, copied)]
  const titles = ({ sections }: Overview) => sections.map((section) => section.items.map(({ title, isShown }) => [title.text, isShown]))
  assert.deepEqual(titles(copy), titles(original))
  assert.deepEqual([copy.files.length, copy.state], [original.files.length, 'draft'])
  assert.deepEqual(await ownerSays(house, 'select 1 from courses.enrolments where course = $1', [copied]), [])
})

test('an upload is what it holds, whatever it is called: HTML and SVG are refused', async () => {
  const astrid = await anAuthor()
  const { course } = await aDraftCourse(astrid)
  const picture = await readFile('demonstration/nomkus/files/work-week.png')

  const answers = [
    await upload(astrid, course, { name: 'week.html', content: picture }),
    await upload(astrid, course, { name: 'harmless.png', content: Buffer.from('<!doctype html><script>alert(1)</script>') }),
    await upload(astrid, course, { name: 'harmless.png', content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') }),
    await upload(astrid, course, { name: 'large.png', content: Buffer.concat([picture, Buffer.alloc(5 * 1024 * 1024)]) }),
  ]

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [303, 422, 422, 413])
  assert.deepEqual((await overview(astrid, course)).files.map(({ name }) => name), ['week.html'])
  const [{ type = '' } = {}] = await ownerSays<{ type: string }>(house, 'select type from courses.files where course = $1', [course])
  assert.equal(type, 'image/png')
})

test('a film needs captions, or an honest word why not, before learners see it; they fill the transcript (D7)', async () => {
  const astrid = await anAuthor()
  const { course, lesson } = await aDraftCourse(astrid)
  for (const name of ['calling-in-sick.webm', 'calling-in-sick.nb.vtt']) await upload(astrid, course, { name, content: await readFile(`demonstration/nomkus/files/${name}`) })
  await save(astrid, lesson, { base: 1, video: 'calling-in-sick.webm', captions: '', transcript: '', captionless: '' })

  const refused = await astrid.visitor.post(`${lesson}/publication`, { base: '2' })
  await save(astrid, lesson, { base: 2, video: 'calling-in-sick.webm', captions: 'calling-in-sick.nb.vtt', transcript: '', captionless: '' })
  const taken = await astrid.visitor.post(`${lesson}/publication`, { base: '3' })

  assert.deepEqual([refused.statusCode, taken.statusCode], [409, 303])
  assert.match((await draft(astrid, lesson)).version.transcript['nb'] ?? '', /^Er du syk\? Si fra/)
  assert.equal((await astrid.visitor.post(`/authoring/courses/${course}/files/end`, { name: 'calling-in-sick.nb.vtt' })).statusCode, 409)
})

test('Astrid sees a draft as a learner will, pictures and all', async () => {
  const astrid = await anAuthor()
  const { course, lesson } = await aDraftCourse(astrid)
  await upload(astrid, course, { name: 'work-week.png', content: await readFile('demonstration/nomkus/files/work-week.png') })
  await save(astrid, lesson, { base: 1, text: '# Uken\n\n![Uken](files/work-week.png)' })

  const { body } = await astrid.visitor.get(`${lesson}/preview`)
  const picture = await astrid.visitor.get(/src="(\/authoring\/[^"]+)"/.exec(body)?.[1] ?? '')

  assert.match(body, /<h2>Uken<\/h2>/)
  assert.equal(picture.statusCode, 200)
  assert.equal((await astrid.visitor.get(`/authoring/courses/${course}/preview`)).statusCode, 200)
})

test('facts changed by somebody else meanwhile are not written over', async () => {
  const astrid = await anAuthor()
  const { course } = await aDraftCourse(astrid)
  const { changed } = await astrid.visitor.data<{ changed: string }>(`/authoring/courses/${course}/facts`)
  house.clock.pass(1000)

  const first = await astrid.visitor.post(`/authoring/courses/${course}/facts`, { ...FACTS, titleEn: 'First', base: changed })
  const second = await astrid.visitor.post(`/authoring/courses/${course}/facts`, { ...FACTS, titleEn: 'Second', base: changed })

  assert.deepEqual([first.statusCode, second.statusCode], [303, 409])
  assert.match(second.body, /value="Second"/)
})
