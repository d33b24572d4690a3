import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { aDraftCourse, anAuthor, draft, overview, saveLesson, upload } from '../../../../test/authoring-builders.ts'
import { ownerSays } from '../../../../test/builders.ts'
import { aHouse } from '../../../../test/house.ts'

const house = await aHouse()

test('an upload is what it holds, whatever it is called: HTML and SVG are refused', async () => {
  const astrid = await anAuthor(house)
  const { course } = await aDraftCourse(astrid)
  const picture = await readFile('demonstration/nomkus/files/work-week.png')

  const answers = [
    await upload(house, { who: astrid, course }, { name: 'week.html', content: picture }),
    await upload(
      house,
      { who: astrid, course },
      {
        name: 'harmless.png',
        content: Buffer.from('<!doctype html><script>alert(1)</script>'),
      },
    ),
    await upload(
      house,
      { who: astrid, course },
      {
        name: 'harmless.png',
        content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      },
    ),
    await upload(
      house,
      { who: astrid, course },
      {
        name: 'large.png',
        content: Buffer.concat([picture, Buffer.alloc(5 * 1024 * 1024)]),
      },
    ),
  ]

  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [303, 422, 422, 413],
  )
  assert.deepEqual(
    (await overview(astrid, course)).files.map(({ name }) => name),
    ['week.html'],
  )
  const [{ type = '' } = {}] = await ownerSays<{ type: string }>(
    house,
    'select type from courses.files where course = $1',
    [course],
  )
  assert.equal(type, 'image/png')
})

test('a film needs captions, or an honest word why not, before learners see it; they fill the transcript (D7)', async () => {
  const astrid = await anAuthor(house)
  const { course, lesson } = await aDraftCourse(astrid)
  for (const name of ['calling-in-sick.webm', 'calling-in-sick.nb.vtt'])
    await upload(
      house,
      { who: astrid, course },
      { name, content: await readFile(`demonstration/nomkus/files/${name}`) },
    )
  await saveLesson(astrid, lesson, {
    base: 1,
    video: 'calling-in-sick.webm',
    captions: '',
    transcript: '',
    captionless: '',
  })

  const refused = await astrid.visitor.post(`${lesson}/publication`, { base: '2' })
  await saveLesson(astrid, lesson, {
    base: 2,
    video: 'calling-in-sick.webm',
    captions: 'calling-in-sick.nb.vtt',
    transcript: '',
    captionless: '',
  })
  const taken = await astrid.visitor.post(`${lesson}/publication`, { base: '3' })

  assert.deepEqual([refused.statusCode, taken.statusCode], [409, 303])
  assert.match((await draft(astrid, lesson)).version.transcript['nb'] ?? '', /^Er du syk\? Si fra/)
  assert.equal(
    (await astrid.visitor.post(`/authoring/courses/${course}/files/end`, { name: 'calling-in-sick.nb.vtt' }))
      .statusCode,
    409,
  )
})

test('Astrid sees a draft as a learner will, pictures and all', async () => {
  const astrid = await anAuthor(house)
  const { course, lesson } = await aDraftCourse(astrid)
  await upload(
    house,
    { who: astrid, course },
    {
      name: 'work-week.png',
      content: await readFile('demonstration/nomkus/files/work-week.png'),
    },
  )
  await saveLesson(astrid, lesson, { base: 1, text: '# Uken\n\n![Uken](files/work-week.png)' })

  const { body } = await astrid.visitor.get(`${lesson}/preview`)
  const picture = await astrid.visitor.get(/src="(\/authoring\/[^"]+)"/.exec(body)?.[1] ?? '')

  assert.match(body, /<h2>Uken<\/h2>/)
  assert.equal(picture.statusCode, 200)
  assert.equal((await astrid.visitor.get(`/authoring/courses/${course}/preview`)).statusCode, 200)
})
