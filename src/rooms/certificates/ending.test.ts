import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { ownerSays } from '../../../test/builders.ts'
import { aCertifiedLearner } from '../../../test/certificates-builders.ts'
import { aCandidate, anExam, started, yesQuestion } from '../../../test/exam-builders.ts'
import { aHouse, NOON, type TestHouse } from '../../../test/house.ts'
import { poppler, WITH_POPPLER } from '../../../test/poppler.ts'
import { type KnownPerson, signedIn } from '../../../test/sign-in.ts'
import { visitor } from '../../../test/visitor.ts'
import { type Letter, MailRefused } from '../../platform/mail/mail.ts'
import { listLetters, readLetter } from '../../platform/mail/mailbox.ts'
import { allowedIn } from '../../privacy/standing.ts'

const house = await aHouse()
const DAY = 86_400_000

type Ending = { papers: { id: string; code: string; validUntil: string | null; expired: boolean; renewableFrom: string | null }[] }

/** Åse has passed a course whose certificates hold for a year. */
async function aPaperForAYear() {
  house.clock.set(NOON)
  const { exam, course } = await anExam(house, { plan: { attempts: 9 }, questions: [yesQuestion] })
  const { visitor: author } = await signedIn(house, { roles: ['author'] })
  await author.post(`/authoring/courses/${course}/certificate`, { issuing: 'started', validMonths: '12' })
  const ase = await aCandidate(house, course, { firstName: 'Åse', lastName: 'Bjørnæs' })
  await ase.visitor.post('/certificates/name', { firstName: 'Åse', lastName: 'Bjørnæs' })
  for (const { href } of await lessonsOf(ase, course)) await ase.visitor.post(`${href}/completion`, {})
  await passes(ase, exam)
  return { ase, exam, author, course }
}

async function lessonsOf({ visitor }: KnownPerson, course: string): Promise<{ href: string }[]> {
  const { sections } = await visitor.data<{ sections: { items: { kind: string; href: string }[] }[] }>(`/courses/${course}`)
  return sections.flatMap(({ items }) => items).filter(({ kind }) => kind === 'lesson')
}

async function passes(learner: KnownPerson, exam: string): Promise<void> {
  const attempt = await started(learner, exam)
  await learner.visitor.send(`${attempt}/answers`, { question: 1, response: { kind: 'single', chosen: 'yes' }, sequence: 1 })
  await learner.visitor.post(`${attempt}/submission`, {})
  await house.drain()
}

/** A session does not last as long as a paper. */
async function later(ase: KnownPerson, days: number): Promise<void> {
  house.clock.set(new Date(NOON.getTime() + days * DAY))
  await ownerSays(house, "update sign_in.sessions set used = $1, ends = $1::timestamptz + interval '14 days' where person = $2", [house.clock.now(), ase.person])
}

test('Åse’s certificate holds for a year: the paper and the check page say until when, and the day after, that it has expired (F6)', WITH_POPPLER, async () => {
  const { ase } = await aPaperForAYear()
  const [paper] = (await ase.visitor.data<Ending>('/certificates')).papers
  const pdf = await ase.visitor.get(`/certificates/${paper?.id}/paper`)
  const employer = visitor(house)

  await later(ase, 365)
  const onItsLastDay = await employer.data<{ status: string }>(`/verify/${paper?.code}`)
  await later(ase, 366)
  const afterwards = await employer.get(`/verify/${paper?.code}`)

  assert.equal(paper?.validUntil, '2027-06-01')
  assert.match(poppler('pdftotext', pdf.rawPayload, '-', '-'), /Gyldig til[^]*1\. juni 2027/)
  assert.equal(onItsLastDay.status, 'valid')
  assert.match(afterwards.body, /genuine but has expired/)
  assert.match((await employer.post(`/verify/${paper?.code}`, { name: 'Åse Bjørnæs' })).body, /The name matches/)
  assert.equal((await ase.visitor.data<Ending>('/certificates')).papers[0]?.expired, true)
})

test('Åse is reminded twice, passes the exam again, and has a new certificate that begins where the old one ends (F6)', async () => {
  const { ase, exam } = await aPaperForAYear()

  await later(ase, 200)
  await passes(ase, exam)
  const tooEarly = await ase.visitor.data<Ending>('/certificates')
  for (const days of [300, 310, 311, 355, 356]) {
    await later(ase, days)
    await house.tick('certificates.remind')
  }
  const reminders = (await lettersTo(ase.email)).filter(({ subject }) => /går snart ut/.test(subject))
  await passes(ase, exam)
  const { papers } = await ase.visitor.data<Ending>('/certificates')
  await later(ase, 360)
  await house.tick('certificates.remind')

  assert.equal(tooEarly.papers.length, 1)
  assert.equal(reminders.length, 2)
  for (const { subject } of reminders) assert.doesNotMatch(subject, /prøven|with-exam/i)
  assert.deepEqual(papers.map(({ validUntil }) => validUntil), ['2028-06-01', '2027-06-01'])
  assert.equal(new Set(papers.map(({ code }) => code)).size, 2)
  assert.equal((await lettersTo(ase.email)).filter(({ subject }) => /går snart ut/.test(subject)).length, 2)
})

test('who passes again after the end has a year from that day; of a paper that was revoked nothing is renewed (F6, F7)', async () => {
  const { ase, exam } = await aPaperForAYear()
  const other = await aPaperForAYear()
  await ownerSays(house, "update certificates.certificates set revoked = now(), revoked_because = 'irregular' where learner = $1", [other.ase.person])

  await later(ase, 400)
  await later(other.ase, 400)
  await passes(ase, exam)
  await passes(other.ase, other.exam)

  const { papers } = await ase.visitor.data<Ending>('/certificates')
  assert.deepEqual(papers.map(({ validUntil, expired }) => [validUntil, expired]), [['2028-07-06', false], ['2027-06-01', true]])
  assert.equal((await other.ase.visitor.data<Ending>('/certificates')).papers.length, 1)
})

test('an author who writes a term that is none is told so at the field (F6)', async () => {
  const { author, course } = await aPaperForAYear()

  const refused = await author.post(`/authoring/courses/${course}/certificate`, { issuing: 'changed', validMonths: '-3' })
  const changed = await author.post(`/authoring/courses/${course}/certificate`, { issuing: 'changed', validMonths: '' })

  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /validMonths-error/)
  assert.equal(changed.statusCode, 303)
})

test('a week before Nils’s account is erased he gets his certificates once more, and once only; the papers are still checked when it is gone (F3, F5)', WITH_POPPLER, async () => {
  house.clock.set(NOON)
  const nils = await aCertifiedLearner(house, { firstName: 'Nils', lastName: 'Sletthaug' })
  const due = new Date(NOON.getTime() + 30 * DAY)
  await ownerSays(house, "update accounts.persons set deactivated = $1, deactivated_because = 'membershipEnded', erase_due = $2 where id = $3", [NOON, due, nils.person])
  await ownerSays(house, 'update privacy.standings set allowed = $1 where person = $2', [allowedIn('deactivated'), nils.person])

  await house.tick('certificates.sendLast')
  const early = (await lettersTo(nils.email)).length
  for (const days of [24, 25]) {
    house.clock.set(new Date(NOON.getTime() + days * DAY))
    await house.tick('certificates.sendLast')
  }
  const letters = await lettersTo(nils.email)
  house.clock.set(new Date(due.getTime() + 60_000))
  await house.tick('rights.eraseDue')

  const last = letters.find(({ subject }) => /før kontoen slettes/.test(subject))
  assert.deepEqual([early, letters.length], [1, 2])
  assert.match(poppler('pdftotext', last?.attachments[0]?.content ?? Buffer.alloc(0), '-', '-'), /Nils Sletthaug/)
  assert.deepEqual(await ownerSays(house, 'select id from accounts.persons where id = $1', [nils.person]), [])
  assert.match((await visitor(house).get(`/verify/${nils.paper.code}`)).body, /genuine and valid/)
})

test('Ida deletes her account and has her certificate sent first; an address that refuses it stops the deletion (F3, N36)', async (t) => {
  house.clock.set(NOON)
  const ida = await aCertifiedLearner(house, { firstName: 'Ida', lastName: 'Vik' })
  const page = await ida.visitor.get('/my-data/deletion')
  const sent: Letter[] = []
  const post = t.mock.method(house.means.mail, 'send', async (_: Letter): Promise<{ messageId: string }> => Promise.reject(new MailRefused('550')))

  const refused = await ida.visitor.post('/my-data/deletion', { password: '', copies: 'yes' })
  const isThere = (await ownerSays(house, 'select id from accounts.persons where id = $1', [ida.person])).length
  post.mock.mockImplementation(async (letter: Letter) => ({ messageId: String(sent.push(letter)) }))
  const done = await ida.visitor.post('/my-data/deletion', { password: '', copies: 'yes' })

  assert.match(page.body, /Send meg kursbevisene mine på e-post først/)
  assert.deepEqual([refused.statusCode, isThere, done.statusCode], [422, 1, 303])
  assert.deepEqual(sent.map(({ to, attachments }) => [to, attachments?.length]), [[ida.email, 1]])
  assert.deepEqual(await ownerSays(house, 'select id from accounts.persons where id = $1', [ida.person]), [])
})

async function lettersTo(address: string) {
  const folder = join((house as TestHouse).dataFolder, 'mail')
  const heads = await listLetters(folder, { limit: 1_000 })
  const letters = await Promise.all(heads.filter(({ to }) => to === address).map(({ id }) => readLetter(folder, id)))
  return letters.filter((letter) => letter !== undefined)
}
