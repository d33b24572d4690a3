import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { aCertifiedCourse, aCertifiedLearner, completes, type OwnPapers } from '../../../test/certificates-builders.ts'
import { ownerSays } from '../../../test/builders.ts'
import { anExam, yesQuestion } from '../../../test/exam-builders.ts'
import { aHouse } from '../../../test/house.ts'
import { poppler, WITH_POPPLER } from '../../../test/poppler.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { listLetters, readLetter } from '../../platform/mail/mailbox.ts'
import { record } from '../../privacy/jobs.ts'
import { allowedIn } from '../../privacy/standing.ts'
import { within } from '../../privacy/within.ts'
import { sitesOf } from '../institutions/service.ts'
import { issueWaiting } from './issuing.ts'

const house = await aHouse()

test('Åse has completed a course, confirms her name, and has her certificate at once (F1, F2)', async () => {
  const course = await aCertifiedCourse(house)
  const { visitor, person } = await signedIn(house, { firstName: 'Aase', lastName: 'Bjornaes', language: 'nb' })
  await completes(house, person, course)
  await house.drain()
  const before = await visitor.get('/certificates')

  const confirmed = await visitor.post('/certificates/name', { firstName: 'Åse', lastName: 'Bjørnæs' })

  assert.match(before.body, /Ett steg igjen/)
  assert.equal(confirmed.headers.location, '/certificates?notice=noticeIssued')
  const { papers, waiting } = await visitor.data<OwnPapers>('/certificates')
  assert.deepEqual([papers.length, waiting], [1, 0])
})

test('a name that no font of ours can print is refused at its field, and nothing is changed (F2)', async () => {
  const { visitor, person } = await signedIn(house)

  const refused = await visitor.post('/certificates/name', { firstName: '李', lastName: 'Wang' })

  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /id="latinName-error"[^>]*>There is a sign in the name that we cannot print/)
  assert.deepEqual(await ownerSays(house, 'select first_name, name_confirmed from accounts.persons where id = $1', [person]), [{ first_name: 'Kari', name_confirmed: null }])
})

test('the PDF is Åse’s alone, and says her name with æ, ø and å as she confirmed it (N19, F2, F4)', WITH_POPPLER, async () => {
  const ase = await aCertifiedLearner(house, { firstName: 'Åse', lastName: 'Bjørnæs' })
  const { visitor: other } = await signedIn(house)
  const address = `/certificates/${ase.paper.id}/paper`

  const [own, again, foreign] = [await ase.visitor.get(address), await ase.visitor.get(address), await other.get(address)]

  const text = poppler('pdftotext', own.rawPayload, '-', '-')
  assert.match(text, /Åse Bjørnæs/)
  assert.match(text, /Norsk arbeidsliv/)
  assert.ok(text.includes(ase.paper.code))
  assert.ok(own.rawPayload.equals(again.rawPayload))
  assert.equal(foreign.statusCode, 404)
})

test('ten jobs at once issue one certificate to Ola, and running them again issues none (F1)', async () => {
  const course = await aCertifiedCourse(house)
  const { visitor, person } = await signedIn(house)
  await visitor.post('/certificates/name', { firstName: 'Ola', lastName: 'Vik' })
  await completes(house, person, course)
  const eyes = { means: house.means, login: 'worker', institution: house.nomkus, actor: person, now: house.clock.now() } as const
  const site = (await sitesOf(house.means)).find(({ id }) => id === house.nomkus)
  assert.ok(site)

  const issued = await Promise.all(
    Array.from({ length: 10 }, () => within('certification', eyes, (db) => issueWaiting(db, { eyes, site, address: 'http://nomkus.localhost' }))),
  )
  await house.drain()
  await house.tick('certificates.sweep')

  assert.equal(issued.reduce((sum, count) => sum + count, 0), 1)
  assert.equal((await visitor.data<OwnPapers>('/certificates')).papers.length, 1)
})

test('Kari finished before certificates were issued for the course, and gets hers when an author starts (F1)', async () => {
  const course = await aCertifiedCourse(house, { issued: false })
  const { visitor: author } = await signedIn(house, { roles: ['author'] })
  const { visitor: kari, person } = await signedIn(house)
  await kari.post('/certificates/name', { firstName: 'Kari', lastName: 'Nordmann' })
  await completes(house, person, course)
  await house.drain()
  const before = await kari.data<OwnPapers>('/certificates')

  await author.post(`/authoring/courses/${course}/certificate`, { issuing: 'started' })
  await house.drain()

  assert.equal(before.papers.length, 0)
  assert.equal((await kari.data<OwnPapers>('/certificates')).papers.length, 1)
})

test('an author sees the paper with a name of sixty letters before anybody gets it (F1, F4)', WITH_POPPLER, async () => {
  const course = await aCertifiedCourse(house, { issued: false })
  const { visitor: author } = await signedIn(house, { roles: ['author'] })
  const { visitor: kari } = await signedIn(house)

  const page = await author.get(`/authoring/courses/${course}/certificate`)
  const preview = await author.get(`/authoring/courses/${course}/certificate/preview`)

  assert.match(page.body, /Not issued/)
  const text = poppler('pdftotext', preview.rawPayload, '-', '-').replace(/\s+/g, ' ')
  assert.match(text, /Ingrid Åse Wærnes-Østergård Bjørnstjerne Nørregård Kjærsgård/)
  assert.match(text, /Forhåndsvisning, ikke gyldig/)
  assert.equal((await kari.get(`/authoring/courses/${course}/certificate`)).statusCode, 404)
})

test('before it goes live an author sees what it takes, what the paper will cite, and how many get one at once, never who (F1)', WITH_POPPLER, async () => {
  const { course } = await anExam(house, { questions: [yesQuestion] })
  const { visitor: author } = await signedIn(house, { roles: ['author'] })
  for (const firstName of ['Gunhild', 'Sverre']) await completes(house, (await signedIn(house, { firstName })).person, course)
  const at = `/authoring/courses/${course}/certificate`

  const page = await author.get(at)
  const shown = await author.data<{ rule: string; requirements: { kind: string }[]; cites: { score: string }; waiting: number }>(at)
  const preview = await author.get(`${at}/preview`)

  assert.deepEqual([shown.requirements.map(({ kind }) => kind).includes('exam'), shown.cites.score, shown.waiting], [true, 'one', 2])
  assert.match(page.body, /2 people have completed the course and get the certificate/)
  assert.doesNotMatch(page.body, /Gunhild|Sverre/)
  const text = poppler('pdftotext', preview.rawPayload, '-', '-').replace(/\s+/g, ' ')
  assert.ok(text.includes(`Kurskrav, utgave ${shown.rule}`))
  assert.match(text, /87\s?%/)
})

test('the paper and its check page cite the version of the requirements that Åse met (F1)', WITH_POPPLER, async () => {
  const ase = await aCertifiedLearner(house, { firstName: 'Åse', lastName: 'Bjørnæs' })

  const { rule } = await ase.visitor.data<{ rule: string }>(`/verify/${ase.paper.code}`)
  const pdf = await ase.visitor.get(`/certificates/${ase.paper.id}/paper`)

  assert.match(rule, /^[0-9a-f]{8}$/)
  assert.ok(poppler('pdftotext', pdf.rawPayload, '-', '-').includes(`Kurskrav, utgave ${rule}`))
})

test('the certificate goes to the address Nora has when it is sent, and its subject does not say which course (N20, N55, F3)', WITH_POPPLER, async () => {
  const course = await aCertifiedCourse(house, { title: 'Introduksjon for flyktninger' })
  const { visitor, person } = await signedIn(house, { email: 'nora.old@fjordvik.example', language: 'nb' })
  await visitor.post('/certificates/name', { firstName: 'Nora', lastName: 'Ås' })
  await completes(house, person, course)
  await ownerSays(house, 'update accounts.persons set email = $1 where id = $2', ['nora.new@fjordvik.example', person])

  await house.drain()

  const [letter] = await lettersTo('nora.new@fjordvik.example')
  assert.equal(letter?.subject, 'Kursbeviset ditt fra Nomkus')
  assert.match(letter?.text ?? '', /Introduksjon for flyktninger/)
  assert.match(poppler('pdftotext', letter?.attachments[0]?.content ?? Buffer.alloc(0), '-', '-'), /Nora Ås/)
  assert.deepEqual(await lettersTo('nora.old@fjordvik.example'), [])
  const { papers } = await visitor.data<OwnPapers>('/certificates')
  assert.equal(papers[0]?.delivery?.outcome, 'sent')
  assert.deepEqual(await ownerSays(house, "select 1 from certificates.deliveries as d where to_jsonb(d)::text like '%@%'"), [])
})

test('Mona, who has not confirmed her name, is asked for it by letter when she completes a course, and Nora, who has, is not (F2)', async () => {
  const course = await aCertifiedCourse(house, { title: 'Introduksjon for flyktninger' })
  const mona = await signedIn(house, { firstName: 'Mona' })
  const nora = await signedIn(house, { firstName: 'Nora' })
  await nora.visitor.post('/certificates/name', { firstName: 'Nora', lastName: 'Ås' })
  await completes(house, mona.person, course)
  await completes(house, nora.person, course)

  await house.drain()

  const [asked, ...others] = await lettersTo(mona.email)
  assert.equal(asked?.subject, 'One step left before you get your certificate from Nomkus')
  assert.match(asked?.text ?? '', /\/certificates\/name/)
  assert.deepEqual([others.length, asked?.attachments.length], [0, 0])
  assert.deepEqual((await lettersTo(nora.email)).map(({ subject }) => subject), ['Kursbeviset ditt fra Nomkus'])
})

test('a letter that is asked for twice is sent once (F3)', async () => {
  const { person, paper, email } = await aCertifiedLearner(house)
  const eyes = { means: house.means, login: 'worker', institution: house.nomkus, actor: person, now: house.clock.now() } as const

  const again = { event: 'certificates.issued', person, subject: paper.id }
  await within('certification', eyes, (db) => record(db, { eyes, purpose: 'certification', happening: again }))
  await house.drain()

  assert.equal((await lettersTo(email)).length, 1)
})

test('Per has restricted us before the letter goes: nothing is sent, and why is written down (N20)', async () => {
  const { person, email } = await aPersonWhoCompleted('restricted')

  await house.drain()

  assert.deepEqual(await papersSentTo(email), [])
  assert.deepEqual(await ownerSays(house, 'select outcome from certificates.deliveries where learner = $1', [person]), [{ outcome: 'withheld' }])
})

test('Siv’s account rests before the letter goes: nothing is sent (N20)', async () => {
  const { person, email } = await aPersonWhoCompleted('deactivated')

  await house.drain()

  assert.deepEqual(await papersSentTo(email), [])
  assert.deepEqual(await ownerSays(house, 'select outcome from certificates.deliveries where learner = $1', [person]), [{ outcome: 'withheld' }])
})

/** Issued by their own confirmation, so that only the letter waits when their state changes. */
async function aPersonWhoCompleted(state: 'restricted' | 'deactivated') {
  const course = await aCertifiedCourse(house)
  const { visitor, person, email } = await signedIn(house)
  await completes(house, person, course)
  await house.drain()
  await visitor.post('/certificates/name', { firstName: 'Per', lastName: 'Vik' })
  if (state === 'restricted') await ownerSays(house, 'update privacy.standings set restricted = now() where person = $1', [person])
  else {
    await ownerSays(house, "update accounts.persons set deactivated = now(), deactivated_because = 'employee', erase_due = now() where id = $1", [person])
    await ownerSays(house, 'update privacy.standings set allowed = $1 where person = $2', [allowedIn('deactivated'), person])
  }
  return { person, email }
}

async function papersSentTo(address: string) {
  return (await lettersTo(address)).flatMap(({ attachments }) => attachments)
}

async function lettersTo(address: string) {
  const folder = join(house.dataFolder, 'mail')
  const heads = await listLetters(folder, { limit: 1_000 })
  const letters = await Promise.all(heads.filter(({ to }) => to === address).map(({ id }) => readLetter(folder, id)))
  return letters.filter((letter) => letter !== undefined)
}
