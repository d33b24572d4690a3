import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { addPeople, codeOf, emailOf, settle } from '../bench/people.ts'
import { touchedBy } from '../bench/touching.ts'
import { hashPassword } from '../src/platform/sign-in/password.ts'
import { aMembership, ownerSays } from './builders.ts'
import { anAdministrator } from './certificates-builders.ts'
import { anExam, aTeacher, started, yesQuestion } from './exam-builders.ts'
import { aHouse } from './house.ts'
import { theirPolicy } from './policy-builders.ts'
import { type KnownPerson, PASSWORD, signedIn } from './sign-in.ts'
import { visitor } from './visitor.ts'

const PEOPLE = 20_000
const house = await aHouse()
let kari: KnownPerson
let course: string
let exam: string
let attempt: string

before(async () => {
  await theirPolicy(house, 'nomkus')
  await aMembership(house, { seats: 1 })
  const made = await anExam(house, { questions: [yesQuestion, { ...yesQuestion, text: 'And now?' }] })
  ;({ course, exam } = made)
  await aTeacher(house, course)
  await addPeople(urlOf(house.owner), { institution: house.nomkus, first: 1, last: PEOPLE })
  await settle(urlOf(house.owner))
  kari = await signedIn(house)
  await kari.visitor.post(`/courses/${course}/enrolment`, {})
  attempt = await started(kari, exam)
})

test('with twenty thousand people in the house Kari’s pages ask a few questions, and read no table of people to its end', async () => {
  const pages = { '/': 7, '/cookies': 1, [`/courses/${course}`]: 4, [`/exams/${exam}`]: 9, [`${attempt}/questions/1`]: 8, [`${attempt}/submission`]: 4 }

  for (const [path, most] of Object.entries(pages)) {
    const { scanned, statements } = await touchedBy(house, house.owner, async () => void (await kari.visitor.get(path)))
    assert.deepEqual(scanned, [], path)
    assert.ok(statements <= most, `${path}: ${statements} statements`)
  }
})

test('with twenty thousand people in the house an answer is saved by one statement that finds its row by an index', async () => {
  const { scanned, statements } = await touchedBy(house, house.owner, async (turn) => {
    const saved = await kari.visitor.send(`${attempt}/answers`, { question: 1, response: { kind: 'single', chosen: 'yes' }, sequence: turn + 1 })
    assert.equal(saved.statusCode, 200)
  })

  assert.deepEqual(scanned, [])
  assert.equal(statements, 2, 'whose session it is, and the answer')
})

test('with twenty thousand people in the house somebody signs in, and a paper is checked, by indexes alone', async () => {
  const hash = await hashPassword(PASSWORD)
  await ownerSays(house, 'update sign_in.passwords set hash = $1 where person = (select id from accounts.persons where email = $2)', [hash, emailOf(1)])

  const door = await touchedBy(house, house.owner, async () => {
    const answer = await visitor(house).post('/sign-in', { email: emailOf(1), password: PASSWORD, next: '' })
    assert.equal(answer.statusCode, 303, answer.body)
  })
  const paper = await touchedBy(house, house.owner, async () => {
    const answer = await visitor(house).get(`/verify/${codeOf(5)}`)
    assert.match(answer.body, /Arbeidsliv i Norge/)
  })

  assert.deepEqual([door.scanned, paper.scanned], [[], []])
})

test('with twenty thousand people in the house an employee who may see them all finds out who is barred without reading them all', async () => {
  const jonas = await anAdministrator(house)

  const { scanned } = await touchedBy(house, house.owner, async () => {
    const answer = await jonas.visitor.get(`/administration/people/${kari.person}`)
    assert.equal(answer.statusCode, 200)
  })

  assert.deepEqual(scanned.filter((table) => table === 'privacy.standings'), [])
})

function urlOf({ user, password, host, port, database }: typeof house.owner): string {
  return `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}

test('with twenty thousand people in the house an employee finds somebody by name without reading them all', async () => {
  const jonas = await anAdministrator(house)

  const { scanned } = await touchedBy(house, house.owner, async () => {
    const answer = await jonas.visitor.get(`/administration/people?name=${encodeURIComponent(kari.email)}`)
    assert.match(answer.body, new RegExp(kari.person))
  })

  assert.deepEqual(scanned.filter((table) => table === 'accounts.persons'), [])
})
