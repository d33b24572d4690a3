import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from './builders.ts'
import { draft, FACTS, idIn, overview } from './authoring-builders.ts'
import { started } from './exam-builders.ts'
import { aHouse } from './house.ts'
import { anAdministrator } from './organisations-builders.ts'
import { fieldsOf, upload, write } from './question-builders.ts'
import { answersOf } from './right-answers.ts'
import { type KnownPerson, signedIn } from './sign-in.ts'

const house = await aHouse()

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const FILM = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom', 'latin1'), Buffer.alloc(64)])
const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:02.000\nVelkommen på øya.\n'

/** A question of each kind, as Marte types it; the first is faulty, since both answers can be read out of the text. */
const KINDS: Record<string, Record<string, string>> = {
  single: { text: 'Hvem sier fra?', 'rows.0.text': 'Jeg', 'rows.0.worth': '100', 'rows.1.text': 'Sjefen', 'rows.1.worth': '0' },
  multiple: { text: 'Hva er lov?', 'rows.0.text': 'Pause', 'rows.0.worth': 'right', 'rows.1.text': 'Ferie', 'rows.1.worth': 'right', 'rows.2.text': 'Juks', 'rows.2.worth': '-50' },
  trueFalse: { text: 'Lønn er privat.', truth: 'false' },
  numeric: { text: 'Hvor mange timer?', 'rows.0.value': '37,5', 'rows.0.worth': '100' },
  shortAnswer: { text: 'Hva heter tilsynet?', 'rows.0.text': 'Arbeidstilsynet', 'rows.0.worth': '100' },
  matching: { text: 'Sett sammen', 'rows.0.text': 'Sykdom', 'rows.0.answer': 'NAV', 'rows.1.text': 'Skatt', 'rows.1.answer': 'Skatteetaten' },
  ordering: { text: 'Sett i rekkefølge', 'rows.0.text': 'Søknad', 'rows.1.text': 'Intervju', 'rows.2.text': 'Avtale' },
  essay: { text: 'Hva er en god kollega?' },
}

const EXAM = {
  language: 'nb', titleNb: 'Prøve på øya', titleDa: '', titleEn: '', introductionNb: '', introductionDa: '', introductionEn: '',
  passPercent: '90', minutes: '60', attempts: '2', waitMinutes: '0', whichCounts: 'highest', onTimeUp: 'submit', graceSeconds: '30',
  opens: '', closes: '', rightAfter: ['marks', 'ownAnswers'], laterOpen: ['marks'], afterClose: ['marks', 'rightAnswers', 'feedback', 'ownAnswers'],
  poolCategory: ['Øya'], poolTag: [''], poolDifficulty: [''], poolCount: ['8'],
}

type ToMark = { ready: number; questions: { id: string; text: string; waiting: number }[] }
type Answer = { answer: { attempt: string; number: number; candidate: string } | null }

test('Marte makes a course from nothing, marks it, mends a faulty question, and gives time while the clock runs (D1, E1, E2, E3, E10)', async (t) => {
  const marte = await signedIn(house, { roles: ['author', 'teacher'], firstName: 'Marte', lastName: 'Solberg', language: 'nb' })
  const [kari, ola] = [await signedIn(house, { firstName: 'Kåre', lastName: 'Ødegård' }), await signedIn(house, { firstName: 'Oline', lastName: 'Ås' })]
  let course = ''
  let exam = ''

  await t.test('she writes a course of two sections and four lessons, with picture, film, captions and a file', async () => {
    course = idIn((await marte.visitor.post('/authoring/courses/new', { ...FACTS, titleNb: 'Ærlig på øya' })).headers.location)
    await marte.visitor.post(`/authoring/courses/${course}/sections`, { sectionTitle: 'Hverdagen' })
    const { sections } = await overview(marte, course)
    const lessons: string[] = []
    for (const title of ['Velkommen', 'Pauser', 'Lønn', 'Avtaler']) {
      const section = sections[lessons.length < 2 ? 0 : 1]?.id
      lessons.push(String((await marte.visitor.post(`/authoring/courses/${course}/sections/${section}/lessons`, { lessonTitle: title })).headers.location).split('?')[0] ?? '')
    }
    const [first = '', film = ''] = lessons
    for (const [name, content] of [['øya.png', PICTURE], ['film.mp4', FILM], ['film.vtt', CAPTIONS], ['regler.pdf', '%PDF-1.7 regler']] as const)
      assert.equal((await upload(marte.visitor, `${first}/uploads`, { name, content })).statusCode, 303, name)
    await marte.visitor.post(`${first}/files`, { name: 'regler.pdf', attachmentTitle: 'Reglene' })

    const texts = { [first]: { text: 'Se ![øya](files/øya.png)' }, [film]: { text: '', video: 'film.mp4', captions: 'film.vtt' } }
    for (const at of lessons) {
      const { revision } = await draft(marte, at)
      const form = { writing: 'nb', title: 'Leksjon', minutes: '5', text: 'Les dette.', ...texts[at], base: String(revision), next: 'publish' }
      assert.equal((await marte.visitor.post(`${at}?text=nb`, form)).statusCode, 303)
    }
    assert.equal((await draft(marte, film)).version.transcript['nb'], 'Velkommen på øya.')
  })

  await t.test('she fills the bank with all eight kinds, and none is lost on the way through the form', async () => {
    for (const [kind, form] of Object.entries(KINDS)) {
      const at = await write(marte.visitor, { kind, category: 'Øya', tags: 'prøve', difficulty: 'easy', do: 'ready', ...form })
      assert.equal(fieldsOf((await marte.visitor.get(at)).body)['text'], form['text'])
    }
  })

  await t.test('she makes an exam that draws at random and a certificate, looks at all as a learner, and leaves no trace of anybody by it', async () => {
    exam = String((await marte.visitor.post(`/authoring/courses/${course}/exams`, { title: 'Prøve på øya' })).headers.location).match(/exams\/([0-9a-f-]{36})/)?.[1] ?? ''
    assert.equal((await marte.visitor.post(`/authoring/exams/${exam}`, { ...EXAM, base: '1', how: 'publish' })).statusCode, 303)
    const page = (await marte.visitor.get(`/authoring/courses/${course}`)).body
    assert.match(page, /5 av 5 leksjoner og prøver er publisert[\s\S]*ingen lærer til å vurdere den/)
    const certificate = new RegExp(`/authoring/courses/${course}/certificate`).exec(page)?.[0] ?? ''
    assert.equal((await marte.visitor.get(`${certificate}/preview`)).rawPayload.subarray(0, 4).toString(), '%PDF')
    assert.equal((await marte.visitor.post(certificate, { issuing: 'started' })).statusCode, 303)
    assert.equal((await marte.visitor.post(`/authoring/courses/${course}/publication`, {})).statusCode, 303)

    const before = await rowsAboutPeople()
    for (const page of [`/authoring/courses/${course}/preview`, `/authoring/exams/${exam}/preview`]) assert.equal((await marte.visitor.get(page)).statusCode, 200)
    assert.deepEqual(await rowsAboutPeople(), before)
  })

  let karis = ''
  let olas = ''
  await t.test('the administration makes her its teacher; two learners take the course and sit the exam', async () => {
    const jonas = await anAdministrator(house)
    assert.equal((await jonas.visitor.post(`/administration/courses/${course}/teachers`, { person: marte.person })).statusCode, 303)
    for (const learner of [kari, ola]) {
      await learner.visitor.post(`/courses/${course}/enrolment`, {})
      for (const item of (await overview(marte, course)).sections.flatMap(({ items }) => items))
        await learner.visitor.post(`/courses/${course}/lessons/${item.id}/completion`, {})
    }
    await house.drain()
    ;[karis, olas] = [await started(kari, exam), await started(ola, exam)]
    await answerAll(kari, karis)
    assert.equal((await kari.visitor.post(`${karis}/submission`, {})).statusCode, 303)
  })

  await t.test('she changes the exam meanwhile: the attempt under way keeps what it began with', async () => {
    const before = await ola.visitor.data<{ deadline: string }>(`${olas}/questions/1`)
    const { revision } = await marte.visitor.data<{ revision: number }>(`/authoring/exams/${exam}`)
    await marte.visitor.post(`/authoring/exams/${exam}`, { ...EXAM, minutes: '15', base: String(revision), how: 'publish' })

    assert.equal((await ola.visitor.data<{ deadline: string }>(`${olas}/questions/1`)).deadline, before.deadline)
  })

  await t.test('she gives one learner a quarter more, and it holds in the running attempt at once (E6, E8)', async () => {
    const deadline = async () => Date.parse((await ola.visitor.data<{ deadline: string }>(`${olas}/questions/1`)).deadline)
    const before = await deadline()

    await marte.visitor.post(`/marking/exams/${exam}/learners/${ola.person}`, { percentMore: '25', extraMinutes: '0', extraAttempts: '1', because: 'technical' })

    assert.equal((await deadline()) - before, 15 * 60_000)
    house.clock.pass(70 * 60_000)
    const essay = (await answersOf(house, olas.split('/').at(-1) ?? '')).findIndex(({ kind }) => kind === 'essay')
    assert.equal((await ola.visitor.send(`${olas}/answers`, { question: essay + 1, response: { kind: 'essay', text: 'Sent, men i tide.' }, sequence: 1 })).statusCode, 200)
  })

  await t.test('she marks the essay without a name on either face, and lets the result be seen (E10)', async () => {
    const { questions } = await marte.visitor.data<ToMark>(`/marking/exams/${exam}`)
    const address = `/marking/exams/${exam}/questions/${questions.find(({ waiting }) => waiting === 1)?.id}`
    const [page, { answer }] = [await marte.visitor.get(address), await marte.visitor.data<Answer>(address)]

    assert.doesNotMatch(`${page.body}${JSON.stringify(page.headers)}${JSON.stringify(answer)}`, new RegExp(`Kåre|Ødegård|${kari.person}|${kari.email}`))
    assert.match((await marte.visitor.get(`${address}?notice=noticeMarked`)).body, /name="percent"[^>]*autofocus/)
    await marte.visitor.post(address, { attempt: answer?.attempt ?? '', number: String(answer?.number), percent: '100', comment: 'Godt sagt.', before: '' })
    assert.deepEqual((await marte.visitor.send(`/marking/exams/${exam}/release`, {})).json(), { released: 1 })
    assert.equal((await kari.visitor.data<{ percent: number }>(karis)).percent, 87.5)
  })

  await t.test('she finds the first question faulty: tried out first, a reason demanded, and Kåre passes, completes and gets his certificate (E10, F1)', async () => {
    const { questions } = await marte.visitor.data<ToMark>(`/marking/exams/${exam}`)
    const address = `/marking/exams/${exam}/questions/${questions.find(({ text }) => text === KINDS['single']?.['text'])?.id}/regrade`
    const remedy = { kind: 'full', nobodyDrops: 'yes' }

    const trial = await marte.visitor.data<{ changes: { before: number; after: number }[] }>(`${address}?kind=full&nobodyDrops=yes`)
    assert.deepEqual(trial.changes.map(({ before, after }) => [before, after]), [[87.5, 100]])
    assert.equal((await marte.visitor.post(address, { ...remedy, reason: ' ' })).statusCode, 422)
    assert.equal((await marte.visitor.post(address, { ...remedy, reason: 'Begge svar kan leses ut av teksten.' })).statusCode, 303)
    await house.drain()
    await kari.visitor.post('/certificates/name', { firstName: 'Kåre', lastName: 'Ødegård' })
    await house.drain()

    assert.equal((await kari.visitor.data<{ percent: number; isPassed: boolean }>(karis)).isPassed, true)
    assert.equal((await kari.visitor.data<{ progress: { isComplete: boolean } }>(`/courses/${course}`)).progress.isComplete, true)
    assert.equal((await kari.visitor.data<{ papers: unknown[] }>('/certificates')).papers.length, 1)
  })

  await t.test('both learners read who has looked; nobody who does not teach the course comes near (D54, D55)', async () => {
    const looks = await ownerSays<{ subject: string; what: string }>(house, 'select distinct subject, what from privacy.looks where actor = $1 and subject = any($2)', [marte.person, [kari.person, ola.person]])
    const what = (person: string) => looks.filter(({ subject }) => subject === person).map((look) => look.what).sort()
    assert.deepEqual(what(ola.person), ['examLearners'])
    assert.ok(what(kari.person).includes('marking'))
    assert.match((await kari.visitor.get('/my-data')).body, /Marte Solberg/)

    const strangers: KnownPerson[] = [
      await signedIn(house, { roles: ['author'] }),
      await signedIn(house, { roles: ['teacher'] }),
      await signedIn(house, { roles: ['teacher', 'author'], institution: house.laeringshus }),
      kari,
    ]
    for (const { visitor } of strangers)
      for (const path of [`/marking/exams/${exam}`, `/marking/exams/${exam}/learners`, `/marking/exams/${exam}/learners/${ola.person}`])
        assert.equal((await visitor.get(path)).statusCode, 404, path)
    const elsewhere = strangers[2]?.visitor
    assert.equal((await elsewhere?.get(`/authoring/courses/${course}`))?.statusCode, 404)
    assert.equal((await elsewhere?.get(`/authoring/exams/${exam}`))?.statusCode, 404)
    const weak = await signedIn(house, { roles: ['teacher'], strong: false })
    assert.equal((await weak.visitor.get(`/marking/exams/${exam}`)).statusCode, 303)
  })
})

/** Kåre answers everything right but the first question of the bank, which is the faulty one. */
async function answerAll({ visitor }: KnownPerson, attempt: string): Promise<void> {
  const answers = await answersOf(house, attempt.split('/').at(-1) ?? '')
  const wrong = answers.map((answer) => (answer.kind === 'single' ? { ...answer, response: { kind: 'single', chosen: answer.wrong } } : answer))
  const saved = await visitor.send(`${attempt}/answers`, { answers: wrong.map(({ response }, i) => ({ question: i + 1, response, sequence: 1, flagged: false })) })
  assert.equal(saved.statusCode, 200, saved.body)
}

/** How many rows each table has that says something of a learner. */
function rowsAboutPeople(): Promise<unknown[]> {
  return ownerSays(
    house,
    `select (select count(*) from exams.attempts) as attempts, (select count(*) from courses.visits) as visits, (select count(*) from courses.places) as places,
       (select count(*) from courses.enrolments) as enrolments, (select count(*) from courses.item_completions) as done, (select count(*) from privacy.looks) as looks`,
  )
}
