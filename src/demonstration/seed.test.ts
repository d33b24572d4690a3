import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ownerSays } from '../../test/builders.ts'
import { aHouse } from '../../test/house.ts'
import { codeAt, letterTo } from '../../test/sign-in.ts'
import { type Visitor, visitor } from '../../test/visitor.ts'
import { clearInstitution } from '../logins.ts'
import { seedDemonstration } from './seed.ts'

type Known = { email: string; password?: string; totp?: string; certificates?: { code: string; status: string }[] }
type Told = Record<'nomkus' | 'laeringshus', { address: string; people: Record<string, Known>; codes: Record<string, string> }>

const house = await aHouse()
const clear = (institution: string) => clearInstitution(house.owner, institution)
await clear(house.nomkus)
await clear(house.laeringshus)
const half = await mkdtemp(join(tmpdir(), 'lofte-half-'))
after(() => rm(half, { recursive: true, force: true }))

test('a fill that was stopped in the middle begins anew, and ends whole', async () => {
  await cp('demonstration', half, { recursive: true })
  const people = join(half, 'nomkus', 'people.json')
  await writeFile(people, (await readFile(people, 'utf8')).replace('"course": "norsk-pa-arbeidsplassen"', '"course": "gone"'))

  await assert.rejects(seed({ texts: half, port: 3000 }), /takes a course that is not there/)
  const [stopped] = await ownerSays<{ people: number }>(house, 'select count(*)::int as people from accounts.persons')
  await seed({ texts: 'demonstration', port: 3000 })

  assert.ok((stopped?.people ?? 0) > 0)
  assert.deepEqual(await ownerSays(house, 'select slug from institutions.sites order by slug'), [{ slug: 'laeringshus' }, { slug: 'nomkus' }])
  assert.deepEqual(await ownerSays(house, `select count(*)::int as n from accounts.persons where email = 'oksana@fjordvik.example'`), [{ n: 1 }])
})

test('started again at another port, nothing is filled in twice, and the addresses are today’s', async () => {
  const before = await told()

  await seed({ texts: 'demonstration', port: 4567 })

  const { nomkus, laeringshus } = await told()
  assert.equal(nomkus.address, 'http://nomkus.localhost:4567')
  assert.equal(laeringshus.address, 'http://laeringshus.localhost:4567')
  assert.deepEqual(nomkus.people, before.nomkus.people)
})

test('whoever is let in by what is told comes in, and whoever is not is told why', async () => {
  const { people } = (await told()).nomkus
  const outcomes = await Promise.all(Object.entries(people).map(async ([kind, known]) => [kind, await outcomeFor(known)] as const))
  const byOutcome = (wanted: string) => outcomes.filter(([, outcome]) => outcome === wanted).map(([kind]) => kind).sort()

  assert.deepEqual(byOutcome('422'), ['unconfirmedLearner'])
  assert.deepEqual(byOutcome('403'), ['blockedLearner', 'deactivatedLearner', 'deactivatedLearnerWithCertificate'])
  assert.deepEqual(byOutcome('303 /sign-in/second-factor?next=%2F'), ['administrator', 'author', 'privacyOfficer', 'secondAdministrator', 'teacher'])
  assert.ok(byOutcome('303 /').includes('learner') && byOutcome('303 /').includes('contact'))
  assert.match((await letterTo(house, people['unconfirmedLearner']?.email ?? ''))?.path ?? '', /^\/sign-in\/links\//)
})

test('the demonstration has learners in the middle of things: a lesson, an exam, a mark to come, more time, a failure', async () => {
  const lesson = await home('learner')
  const open = await (await signedInAs('learnerInExam')).data<{ running: { at: number; of: number }[] }>('/')
  const waiting = await (await signedInAs('teacher')).data<{ exams: { waiting: number }[] }>('/marking')
  const [extra] = await ownerSays(house, `select factor::float from exams.arrangements join accounts.persons on id = learner where email = 'yosief@fjordvik.example'`)
  const [failed] = await ownerSays<{ percent: number }>(house, `select percent::float from exams.attempts join accounts.persons as person on person.id = learner where email = 'soren@fjordvik.example'`)

  assert.equal(lesson[0]?.next.href.includes('/lessons/'), true)
  assert.deepEqual(open.running.map(({ at, of }) => ({ at, of })), [{ at: 5, of: 10 }])
  assert.equal(waiting.exams.reduce((sum, exam) => sum + exam.waiting, 0), 2)
  assert.deepEqual(extra, { factor: 1.25 })
  assert.ok((failed?.percent ?? 100) < 70)
})

test('papers can be checked by their codes: in force, replaced, and of somebody whose account rests', async () => {
  const { people } = (await told()).nomkus
  const papers = Object.values(people).flatMap(({ certificates = [] }) => certificates)
  const passer = visitor(house)

  for (const { code, status } of papers) assert.equal((await passer.data<{ status: string }>(`/verify/${code}`)).status, status)
  assert.ok(papers.some(({ status }) => status === 'replaced'))
  assert.ok((people['deactivatedLearnerWithCertificate']?.certificates ?? []).length > 0)
})

test('a learner finds who has looked at their data, and what happened at their own doors', async () => {
  const duc = await signedInAs('learnerWaitingForMarking')

  const { looks } = await duc.data<{ looks: { name: string }[] }>('/my-data')
  const { events } = await duc.data<{ events: { kind: string }[] }>('/account/security')

  assert.ok(looks.some(({ name }) => name === 'Marte Solberg'))
  assert.ok(events.some(({ kind }) => kind === 'signInRefused'))
})

test('there is a Student ID in every state, and only the one in force lets anybody in', async () => {
  const { codes } = (await told()).nomkus
  const { version } = await visitor(house).data<{ version: string }>('/register')
  const answers = await Promise.all(
    Object.entries(codes).map(async ([state, membershipCode]) => {
      const form = { firstName: 'Nora', lastName: 'Ny', email: `nora.${state}@fjordvik.example`, membershipCode, version, accepted: 'yes' }
      return [state, (await visitor(house).post('/register', form)).statusCode]
    }),
  )

  assert.deepEqual(Object.fromEntries(answers), { active: 303, full: 422, expired: 422, suspended: 422, notBegun: 422 })
})

test('the contact of Fjordvik is told that 12 of 15 are activated, as of today (N28)', async () => {
  const { organisations } = await (await signedInAs('contact')).data<{ organisations: { memberships: { seats: number; activated: number; counted: string }[] }[] }>('/organisation')

  assert.deepEqual(organisations[0]?.memberships.map(({ seats, activated, counted }) => ({ seats, activated, counted })), [{ seats: 15, activated: 12, counted: '2026-06-01' }])
})

async function seed({ texts, port }: { texts: string; port: number }): Promise<void> {
  await seedDemonstration(house, { port, folder: house.dataFolder, texts, clear })
}

async function told(): Promise<Told> {
  return JSON.parse(await readFile(join(house.dataFolder, 'demonstration.json'), 'utf8')) as Told
}

async function outcomeFor({ email, password = 'none was chosen' }: Known): Promise<string> {
  const answer = await visitor(house).post('/sign-in', { email, password })
  return [answer.statusCode, answer.headers['location']].filter(Boolean).join(' ')
}

async function signedInAs(kind: string): Promise<Visitor> {
  const { email, password = '', totp } = (await told()).nomkus.people[kind] as Known
  const browser = visitor(house)
  await browser.post('/sign-in', { email, password })
  if (totp) await browser.post('/sign-in/second-factor', { code: codeAt(totp, house.clock.now()) })
  return browser
}

async function home(kind: string): Promise<{ next: { href: string } }[]> {
  return (await (await signedInAs(kind)).data<{ places: { next: { href: string } }[] }>('/')).places
}
