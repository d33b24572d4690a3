import { listLetters } from '../../src/platform/mail/mailbox.ts'
import { newId } from '../../src/platform/ids.ts'
import { oneOfEach } from '../../src/rooms/questions/example-questions.ts'
import type { Role } from '../../src/web/visit.ts'
import { ownerSays, put } from '../builders.ts'
import { completes } from '../certificates-builders.ts'
import { anExam, started } from '../exam-builders.ts'
import { aDemonstrationHouse } from '../demonstration-house.ts'
import type { TestHouse } from '../house.ts'
import { aNewVersion } from '../policy-builders.ts'
import { upload } from '../question-builders.ts'
import { aPersonWithPassword, aSession, letterTo, PASSWORD } from '../sign-in.ts'
import { type Visitor, visitor } from '../visitor.ts'

export type Kind = 'visitor' | Role
export type Reader = { person: string; browser: Visitor }

/** The demonstration with a day's life in it: something is under way, done, waiting and revoked wherever that can be. */
export async function aLivedInHouse() {
  const house = await aDemonstrationHouse(80)
  const readers = await everyKindOfReader(house)
  const policy = await aNewVersion(house, { effective: house.clock.now(), texts: (them) => ({ ...them, nb: them.nb.replace('Her forteller vi', 'Her forteller vi deg rett fram') }) })
  const learned = await learning(house, readers)
  const ids = {
    hash: [policy.hash],
    ...learned,
    ...(await making(readers, learned.exam[0] ?? '')),
    ...(await organising(house, readers)),
    ...(await letters(house)),
  }
  return { house, readers, ids }
}

const ALL = { marks: true, rightAnswers: true, feedback: true, ownAnswers: true }

export type LivedIn = Awaited<ReturnType<typeof aLivedInHouse>>

const READERS: Readonly<Record<Role, string>> = {
  learner: 'oksana@fjordvik.example',
  contact: 'anne.grete@fjordvik.example',
  author: 'marte.solberg@nomkus.example',
  teacher: 'marte.solberg@nomkus.example',
  administrator: 'jonas.lie-hansen@nomkus.example',
  officer: 'ingrid.bakkejord@nomkus.example',
}

async function everyKindOfReader(house: TestHouse): Promise<Record<Kind, Reader>> {
  const readers: Partial<Record<Kind, Reader>> = { visitor: { person: '', browser: visitor(house, { language: 'nb' }) } }
  for (const [kind, email] of Object.entries(READERS)) readers[kind as Role] = await signIn(house, email)
  return readers as Record<Kind, Reader>
}

async function signIn(house: TestHouse, email: string): Promise<Reader> {
  const person = await idOf(house, 'accounts.persons', 'email', email)
  const browser = visitor(house, { language: 'nb' })
  await aSession(house, { person, institution: house.nomkus, strong: !/fjordvik/.test(email), browser })
  return { person, browser }
}

/** Oksana reads, sits one exam and has handed in another with all its kinds of questions, and has her paper. */
async function learning(house: TestHouse, { learner, teacher, administrator }: Record<Kind, Reader>) {
  const duc = await signIn(house, 'duc@fjordvik.example')
  const course = await idOf(house, 'courses.courses', 'slug', 'arbeidsliv-i-norge')
  const sat = await anExam(house, { plan: { attempts: 3, review: { rightAfter: ALL, laterOpen: ALL, afterClose: ALL } }, questions: oneOfEach() })
  await put(house, 'courses.teachers', { institution: house.nomkus, id: newId(), course: sat.course, person: teacher.person, begins: house.clock.now() })
  for (const one of [course, sat.course]) for (const { browser } of [learner, duc]) await browser.post(`/courses/${one}/enrolment`, {})
  const items = await lessonsOf(learner, course)
  for (const item of items.slice(0, 3)) await learner.browser.post(`/courses/${course}/lessons/${item}/completion`, {})
  await learner.browser.get(`/courses/${course}/lessons/${items[3]}`)

  const done = []
  for (const { browser } of [learner, duc]) {
    const attempt = await started({ visitor: browser } as never, sat.exam)
    for (let number = 1; number <= 8; number++) await browser.post(`${attempt}/questions/${number}`, { answer: 'Et svar', sequence: '1', go: 'next' })
    await browser.post(`${attempt}/submission`, {})
    done.push(attempt)
  }
  const attempt = await started({ visitor: learner.browser } as never, sat.exam)
  await completes(house, learner.person, course)
  await learner.browser.post('/certificates/name', { firstName: 'Oksana', lastName: 'Kovalenko' })
  await house.drain()
  const papers = await aContestedPaper(learner, administrator)
  const { questions } = await teacher.browser.data<{ questions: { id: string }[] }>(`/marking/exams/${sat.exam}`)
  await administrator.browser.post(`/administration/certificates/${papers[0]?.id}/revocation`, { reason: 'mistake' })

  return {
    course: [course],
    item: [items[3] as string],
    section: [await idOf(house, 'courses.sections', 'course', course)],
    exam: [sat.exam],
    learner: [learner.person],
    attemptUnderWay: [lastOf(attempt)],
    attempt: done.slice(0, 1).map(lastOf),
    attemptNumber: ['1'],
    numbers: oneOfEach().map((_, i) => String(i + 1)),
    markedQuestion: [questions[0], questions.at(-1)].map((one) => one?.id ?? ''),
    certificate: papers.map(({ id }) => id),
    paperCode: papers.map(({ code }) => code),
  }
}

/** Jonas corrects Oksana's paper, she objects, and he proposes what to answer. */
async function aContestedPaper(learner: Reader, administrator: Reader): Promise<{ id: string; code: string }[]> {
  const papersNow = async () => (await learner.browser.data<{ papers: { id: string; code: string }[] }>('/certificates')).papers
  const staff = `/administration/certificates/${(await papersNow())[0]?.id}`
  const { courseTitle, level, completed } = await administrator.browser.data<{ courseTitle: string; level: string | null; completed: string }>(staff)
  await administrator.browser.post(`${staff}/version`, { courseTitle, level: level ?? '', completed, hours: '7', reason: 'courseWrong' })
  const papers = await papersNow()
  const own = `/certificates/${papers[0]?.id}/objection`
  await learner.browser.post(own, { text: 'Det var flere timer enn det står nå.' })
  await administrator.browser.post(`/administration${own}`, { outcome: 'dismissed', answer: 'Timene er regnet etter studieplanen.' })
  return papers
}

/** Marte has a file of questions half-way in, a question half written, and an exam with a fixed one. */
async function making({ author }: Record<Kind, Reader>, exam: string) {
  const file = '::Himmel:: Himmelen er blå. {TRUE}\n\n::Feil:: Hvilken? {=}\n'
  const come = await upload(author.browser, '/authoring/questions/import', { name: 'tre.gift', content: file })
  const { listed } = await author.browser.data<{ listed: { id: string }[] }>('/authoring/questions')
  await author.browser.send('/authoring/questions/drafts', { kind: 'essay', draft: newId(), text: 'Hva er det gode ' })
  await author.browser.post(`/authoring/exams/${exam}/questions/additions`, { base: '1', entry: listed.slice(0, 2).map(({ id }) => id) })
  return { import: [lastOf(String(come.headers.location))], bankQuestion: listed.slice(0, 1).map(({ id }) => id), versionNumber: ['1'] }
}

/** Anne Grete has asked for three more seats, and waits to hear. */
async function organising(house: TestHouse, { contact }: Record<Kind, Reader>) {
  const organisation = await idOf(house, 'organisations.organisations', 'name', 'Fjordvik Renhold AS')
  const membership = await idOf(house, 'organisations.memberships', 'organisation', organisation)
  await contact.browser.post('/organisation/requests', { membership, kind: 'more', seats: '3' })
  const request = await idOf(house, 'organisations.requests', 'membership', membership)
  return { organisation: [organisation], membership: [membership], request: [request], person: [await idOf(house, 'accounts.persons', 'email', 'duc@fjordvik.example'), await idOf(house, 'accounts.persons', 'email', READERS.author)] }
}

async function letters(house: TestHouse) {
  const soren = 'soren@fjordvik.example'
  await visitor(house).post('/sign-in/forgotten', { email: soren })
  // The answer comes before the letter is thought of, so that it says nothing about who is known.
  let letter = await letterTo(house, soren)
  while (!letter) letter = await letterTo(house, soren)
  const [newest] = await listLetters(`${house.dataFolder}/mail`, { limit: 1 })
  return { token: [lastOf(letter.path)], letter: [newest?.id ?? ''], receipt: [await aReceipt(house)] }
}

/** Tom has had his account deleted. */
async function aReceipt(house: TestHouse): Promise<string> {
  const { person } = await aPersonWithPassword(house, { firstName: 'Tom' })
  const browser = visitor(house)
  await aSession(house, { person, institution: house.nomkus, strong: false, browser })
  const gone = await browser.post('/my-data/deletion', { password: PASSWORD })
  return lastOf(String(gone.headers.location))
}

async function lessonsOf({ browser }: Reader, course: string): Promise<string[]> {
  const { sections } = await browser.data<{ sections: { items: { id: string; kind: string }[] }[] }>(`/courses/${course}`)
  return sections.flatMap(({ items }) => items).filter(({ kind }) => kind === 'lesson').map(({ id }) => id)
}

async function idOf(house: TestHouse, table: string, column: string, value: string): Promise<string> {
  const [row] = await ownerSays<{ id: string }>(house, `select id from ${table} where ${column}::text = $1 and institution = $2`, [value, house.nomkus])
  if (!row) throw new Error(`No ${value} in ${table}`)
  return row.id
}

const lastOf = (path: string) => path.split('?')[0]?.split('/').at(-1) ?? ''
