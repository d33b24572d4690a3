import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aCourse, systemsEyes } from '../../../../test/course-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { type KnownPerson, signedIn } from '../../../../test/sign-in.ts'
import { within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { lessonHtml } from './rendering.ts'

const house = await aHouse()

type Lesson = {
  body: { html: string; language: string }
  film: { address: string; captions: { address: string }[]; seconds: number } | null
  files: { address: string }[]
  paragraph: number
}

const enrol = ({ visitor }: KnownPerson, course: string) => visitor.post(`/courses/${course}/enrolment`, {})

test('a visit is one row with its moments and a place in the film, never a trail (N03, N04)', async () => {
  const { course, items } = await aCourse(house)
  const kari = await signedIn(house)
  const film = `/courses/${course}/lessons/${items[2]}`
  await enrol(kari, course)
  await kari.visitor.get(film)
  await kari.visitor.post(`${film}/position`, { seconds: '17', paragraph: '3' })
  const again = await kari.visitor.data<Lesson>(film)

  const visits = await ownerSays<Record<string, unknown>>(house, 'select * from courses.visits where learner = $1', [kari.person])

  assert.equal(visits.length, 1)
  assert.deepEqual(Object.keys(visits[0] ?? {}), [
    'institution',
    'learner',
    'item',
    'course',
    'first_visited',
    'last_visited',
    'video_seconds',
    'seconds_read',
    'last_read',
  ])
  assert.deepEqual([visits[0]?.['seconds_read'], visits[0]?.['last_read']], [0, null], 'nobody counts what no lesson asks for')
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
  const visits = await within('rights', own, (db) =>
    (db as never as import('../../../tables.ts').Db<'teaching'>)
      .selectFrom('courses.visits')
      .select(['learner', 'item', 'last_visited'])
      .execute(),
  )

  assert.deepEqual(
    visits.map(({ learner, item }) => [learner, item]),
    [[kari.person, items[0]]],
  )
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

test('a course page asks the database three questions, in one transaction', async () => {
  const { course } = await aCourse(house)
  const kari = await signedIn(house)
  await enrol(kari, course)
  await kari.visitor.get(`/courses/${course}`)
  const asked: string[] = []
  const listen = (client: { query: (asked: { text?: string } | string, ...rest: unknown[]) => unknown }) => {
    const query = client.query.bind(client)
    client.query = (question, ...rest) => {
      asked.push(typeof question === 'string' ? question : (question.text ?? ''))
      return query(question, ...rest)
    }
  }
  house.means.logins.web.pool.on('acquire', listen as never)

  await kari.visitor.get(`/courses/${course}`)
  house.means.logins.web.pool.off('acquire', listen as never)

  assert.equal(new Set(asked.filter((text) => text.includes('"courses"."'))).size, 3)
})

test('a lesson’s text is rendered once for all who read it, and its drafts each time', () => {
  const writing = { text: '# Hei', language: 'nb', files: [], folder: '/f' } as const

  const first = lessonHtml({ ...writing, version: 'v1' })
  const again = lessonHtml({ ...writing, text: '# Something else', version: 'v1' })
  const draft = lessonHtml({ ...writing, text: '# Something else', version: null })

  assert.equal(again, first)
  assert.match(draft, /Something else/)
})

test('the organisation that pays sees no course, enrolment or progress, by its own role (N29, N55)', async () => {
  const eyes = { ...systemsEyes(house), login: 'organisation' as const }
  const tables = ['courses', 'enrolments', 'visits', 'item_completions', 'completions', 'places'] as const

  for (const table of tables) {
    const look = within('capacity', eyes, (db) =>
      (db as never as Db<'teaching'>).selectFrom(`courses.${table}`).select('institution').execute(),
    )
    await assert.rejects(look, { code: '42501' })
  }
})
