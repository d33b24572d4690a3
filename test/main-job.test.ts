import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { fillCourses } from '../src/demonstration/courses.ts'
import { listLetters, readLetter } from '../src/platform/mail/mailbox.ts'
import { aMembership, aPolicy, ownerSays } from './builders.ts'
import { aHouse } from './house.ts'
import { answersOf } from './right-answers.ts'
import { visitor } from './visitor.ts'

const house = await aHouse()
await aPolicy(house)
await fillCourses({ means: house.means, login: 'web', institution: house.nomkus, actor: null, now: house.clock.now() }, 'demonstration')

const PASSWORD = 'fire grønne hester danser'
const WATERMARK = 'Ingrid Ødegård'

test('Ingrid registers, learns, takes the exam, gets the certificate, and leaves without a trace (N18, N19, N20, N23, N33, N36, D42)', async (t) => {
  const ingrid = visitor(house, { language: 'nb' })
  const { code } = await aMembership(house, { seats: 3 })

  await t.test('she registers with four facts and her yes, and chooses a password by the letter’s link (N22, N31)', async () => {
    const { version } = await ingrid.data<{ version: string }>('/register')
    const form = { firstName: 'Ingrid', lastName: 'Ødegård', email: 'ingrid@fjordvik.example', membershipCode: code, version, accepted: 'yes' }
    assert.equal((await ingrid.post('/register', form)).headers['location'], '/register/sent')

    const link = await linkInLetter()
    assert.equal((await ingrid.get(link)).statusCode, 200)
    const chosen = await ingrid.post(link, { newPassword: PASSWORD })
    assert.equal(chosen.statusCode, 303)
    assert.match((await ingrid.get('/')).body, /Ingrid/)
    assert.equal((await ingrid.post(link, { newPassword: PASSWORD })).statusCode, 410)
  })

  await t.test('she signs out, and in again by her password (N05)', async () => {
    await ingrid.post('/sign-out', {})
    assert.equal((await ingrid.get('/my-data')).statusCode, 303)
    assert.equal((await ingrid.post('/sign-in', { email: 'ingrid@fjordvik.example', password: 'wrong wrong wrong' })).statusCode, 422)
    assert.equal((await ingrid.post('/sign-in', { email: 'ingrid@fjordvik.example', password: PASSWORD, next: '/courses' })).headers['location'], '/courses')
  })

  const course = await courseBySlug('norsk-pa-arbeidsplassen')
  await t.test('she enrols, reads every lesson, and her place is remembered (N03, N07)', async () => {
    assert.equal((await ingrid.post(`/courses/${course}/enrolment`, {})).statusCode, 303)
    const { sections } = await ingrid.data<{ sections: { items: { id: string; kind: string; href: string }[] }[] }>(`/courses/${course}`)
    const lessons = sections.flatMap(({ items }) => items).filter(({ kind }) => kind === 'lesson')
    for (const { href } of lessons) {
      assert.equal((await ingrid.get(href)).statusCode, 200)
      assert.equal((await ingrid.post(`${href}/completion`, {})).statusCode, 303)
    }
    const [place] = (await ingrid.data<{ places: { next: { href: string } }[] }>('/')).places
    assert.match(place?.next.href ?? '', /^\/exams\//)
  })

  await t.test('she takes the exam; nothing leaks beforehand, and what she answers is saved at once', async () => {
    const [exam] = await ownerSays<{ id: string }>(house, 'select id from exams.exams where course = $1', [course])
    const started = await ingrid.send(`/exams/${exam?.id}/attempts`, {})
    assert.equal(started.statusCode, 201)
    const attempt = (started.json() as { id: string }).id
    const asked = await answersOf(house, attempt)

    const page = await ingrid.get(`/exams/attempts/${attempt}/questions/1`)
    assert.equal(page.statusCode, 200)
    assert.doesNotMatch(page.body, /fraction|feedback/)

    const answers = asked.map(({ response }, i) => ({ question: i + 1, response, sequence: 1, flagged: false }))
    const saved = await ingrid.send(`/exams/attempts/${attempt}/answers`, { answers })
    assert.equal(saved.statusCode, 200, saved.body)
    const older = await ingrid.send(`/exams/attempts/${attempt}/answers`, { answers: [{ ...answers[0], sequence: 0 }] })
    assert.deepEqual((older.json() as { saved: unknown }).saved, [{ question: 1, sequence: 1 }])

    assert.equal((await ingrid.post(`/exams/attempts/${attempt}/submission`, {})).statusCode, 303)
    const result = await ingrid.data<{ percent: number; isPassed: boolean }>(`/exams/attempts/${attempt}`)
    assert.deepEqual([result.percent, result.isPassed], [100, true])
    assert.equal((await visitor(house).get(`/exams/attempts/${attempt}`)).statusCode, 303)
  })

  let certificate = ''
  await t.test('she confirms her name, and the certificate comes to the address she has then (N19, N20, F1, F2, F3)', async () => {
    await house.drain()
    assert.deepEqual((await ingrid.data<{ papers: unknown[] }>('/certificates')).papers, [])
    assert.match((await ingrid.get('/')).body, /Et kursbevis venter bare på at du bekrefter navnet ditt/)
    await ownerSays(house, `update accounts.persons set email = 'ny@fjordvik.example' where email = 'ingrid@fjordvik.example'`)
    assert.equal((await ingrid.post('/certificates/name', { firstName: 'Ingrid', lastName: 'Ødegård' })).statusCode, 303)
    await house.drain()

    const [paper] = (await ingrid.data<{ papers: { id: string; code: string }[] }>('/certificates')).papers
    certificate = paper?.code ?? ''
    const letters = await listLetters(join(house.dataFolder, 'mail'), { limit: 20 })
    const letter = letters.find(({ to }) => to === 'ny@fjordvik.example')
    assert.match(letter?.subject ?? '', /Kursbeviset/)
    assert.doesNotMatch(letter?.subject ?? '', /Norsk/)
    assert.equal((await readLetter(join(house.dataFolder, 'mail'), letter?.id ?? ''))?.attachments.length, 1)
    assert.equal((await ingrid.get(`/certificates/${paper?.id}/paper`)).rawPayload.subarray(0, 4).toString(), '%PDF')
  })

  await t.test('a stranger checks the paper, and learns no name from us (F5)', async () => {
    const page = await visitor(house).get(`/verify/${certificate.toLowerCase()}`)
    assert.equal(page.statusCode, 200)
    assert.doesNotMatch(page.body, /Ingrid|Ødegård/)
    const { outcome, score } = await visitor(house).data<{ outcome: string; score: number }>(`/verify/${certificate}`)
    assert.deepEqual([outcome, score], ['passed', 100])
    assert.match((await visitor(house).post(`/verify/${certificate}`, { name: WATERMARK })).body, /The name matches/)
    assert.equal((await visitor(house).post(`/verify/${certificate}`, { name: 'Kari Vik' })).statusCode, 422)
  })

  await t.test('she sees everything we hold, and takes it with her (D40)', async () => {
    assert.match((await ingrid.get('/my-data')).body, /Mine data/)
    const copy = await ingrid.get('/my-data/copy')
    assert.match(copy.body, /Ødegård/)
    assert.match(copy.body, /courses\.visits/)
    assert.doesNotMatch(copy.body, /\$scrypt/)
  })

  await t.test('she deletes her account: at once, everywhere, with a receipt that does not name her (N33, N36, D42)', async () => {
    assert.equal((await ingrid.get('/my-data/deletion')).statusCode, 200)
    assert.equal((await ingrid.post('/my-data/deletion', { password: 'not hers at all' })).statusCode, 422)
    const gone = await ingrid.post('/my-data/deletion', { password: PASSWORD })
    assert.equal(gone.statusCode, 303, gone.body)
    const receipt = await visitor(house).get(String(gone.headers['location']))
    assert.equal(receipt.statusCode, 200)
    assert.doesNotMatch(receipt.body, /Ingrid|Ødegård|ny@/)
    assert.equal((await ingrid.get('/my-data')).statusCode, 303)
    assert.deepEqual(await tracesOf(['Ødegård', 'ny@fjordvik.example', 'ingrid@fjordvik.example']), [])
    assert.match((await visitor(house).get(`/verify/${certificate}`)).body, /erased/)
  })
})

async function linkInLetter(): Promise<string> {
  await house.drain()
  const [head] = await listLetters(join(house.dataFolder, 'mail'), { limit: 1 })
  const letter = await readLetter(join(house.dataFolder, 'mail'), head?.id ?? '')
  const address = /https?:\/\/\S+\/sign-in\/links\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? ''
  return new URL(address).pathname
}

async function courseBySlug(slug: string): Promise<string> {
  const [course] = await ownerSays<{ id: string }>(house, 'select id from courses.courses where slug = $1', [slug])
  return course?.id ?? ''
}

/** Every table that still holds one of these words anywhere. */
async function tracesOf(words: readonly string[]): Promise<string[]> {
  const tables = await ownerSays<{ name: string }>(
    house,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await ownerSays(house, `select 1 from ${name} as whole where whole::text ilike any ($1) limit 1`, [words.map((word) => `%${word}%`)])
    if (rows.length > 0) found.push(name)
  }
  return found
}
