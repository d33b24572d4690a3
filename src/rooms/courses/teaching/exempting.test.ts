import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAuthor } from '../../../../test/authoring-builders.ts'
import { ownerSays } from '../../../../test/builders.ts'
import { itemOf, setConditions } from '../../../../test/condition-builders.ts'
import { aCourse, aShortCourse } from '../../../../test/course-builders.ts'
import { anExam, aTeacher } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { anAdministrator } from '../../../../test/organisations-builders.ts'
import { letterTo, type KnownPerson, signedIn } from '../../../../test/sign-in.ts'

const house = await aHouse()
let made = 0

type Asked = { applicants: { id: string; because: string; missing: { text: string }[] }[] }
type Learner = { waiting: { what: string }[]; exemptions: { id: string; because: string }[] }
type Shown = { prerequisites: { isMet: boolean; isExempt: boolean }[]; application: { outcome: string | null } | null }

const enrol = ({ visitor }: KnownPerson, course: string) => visitor.post(`/courses/${course}/enrolment`, {})
const ask = ({ visitor }: KnownPerson, course: string, because = 'elsewhere') => visitor.post(`/courses/${course}/application`, { because })
const decide = (teacher: KnownPerson, course: string, learner: KnownPerson, outcome: string) => teacher.visitor.post(`/teaching/courses/${course}/learners/${learner.person}/application`, { outcome })
const reach = (actor: KnownPerson, subject: KnownPerson) => ownerSays<{ purpose: string }>(house, 'select purpose from privacy.reach where actor = $1 and subject = $2', [actor.person, subject.person])

/** A course that requires another, and its teacher. */
async function aCourseThatRequires() {
  const slug = `requires-${++made}`
  await aShortCourse(house, { slug: `${slug}-first` })
  const { course, items } = await aShortCourse(house, { slug, prerequisites: [`${slug}-first`] })
  return { course, items, tove: await aTeacher(house, course) }
}

test('Kari asks to begin, Tove sees that and nothing of her before, lets her, and Kari is told by letter and begins (D2, D54)', async () => {
  const { course, tove } = await aCourseThatRequires()
  const kari = await signedIn(house)
  const before = await reach(tove, kari)

  const asked = await ask(kari, course)
  const whileAsking = await reach(tove, kari)
  const { applicants } = await tove.visitor.data<Asked>(`/teaching/courses/${course}`)
  const granted = await decide(tove, course, kari, 'granted')
  const afterwards = await reach(tove, kari)
  await house.drain()
  const { prerequisites } = await kari.visitor.data<Shown>(`/courses/${course}`)
  const begun = await enrol(kari, course)

  assert.deepEqual([before, asked.statusCode, whileAsking, afterwards], [[], 303, [{ purpose: 'teaching' }], []])
  assert.deepEqual(applicants.map(({ id, because, missing }) => [id, because, missing.map(({ text }) => text)]), [[kari.person, 'elsewhere', [`Kurset requires-${made}-first`]]])
  assert.equal(granted.statusCode, 303, granted.body)
  assert.deepEqual(prerequisites.map(({ isMet, isExempt }) => [isMet, isExempt]), [[true, true]])
  assert.equal(begun.statusCode, 303)
  assert.match((await letterTo(house, kari.email))?.text ?? '', /You can begin “Kurset requires/)
  const looks = await ownerSays<{ what: string }>(house, 'select distinct what from privacy.looks where actor = $1 and subject = $2', [tove.person, kari.person])
  assert.deepEqual(looks, [{ what: 'courseLearners' }])
})

test('Ola is told no by letter and on the page, does not begin, and may ask again (D2)', async () => {
  const { course, tove } = await aCourseThatRequires()
  const ola = await signedIn(house)
  await ask(ola, course, 'experience')
  await decide(tove, course, ola, 'declined')
  await house.drain()

  const page = (await ola.visitor.get(`/courses/${course}`)).body
  const refused = await enrol(ola, course)
  const again = await ask(ola, course)

  assert.match(page, /The teacher said no on 1 June 2026/)
  assert.deepEqual([refused.statusCode, again.statusCode], [409, 303])
  assert.match((await letterTo(house, ola.email))?.text ?? '', /cannot let you begin/)
})

test('whoever takes the question back, or begins by completing what was missing, is seen as asking no longer (D2)', async () => {
  const { course, tove } = await aCourseThatRequires()
  const [kari, ola] = [await signedIn(house), await signedIn(house)]
  for (const one of [kari, ola]) await ask(one, course)
  const [{ id: first = '' } = {}] = await ownerSays<{ id: string }>(house, `select id from courses.courses where slug = 'requires-${made}-first'`)

  await kari.visitor.post(`/courses/${course}/application/end`, {})
  const reachGone = await reach(tove, kari)
  await enrol(ola, first)
  await ola.visitor.post(`/courses/${first}/lessons/${await itemOf(house, first, 'lesson')}/completion`, {})
  await enrol(ola, course)

  assert.deepEqual(reachGone, [])
  assert.deepEqual((await tove.visitor.data<Asked>(`/teaching/courses/${course}`)).applicants, [])
  assert.equal((await decide(tove, course, kari, 'granted')).statusCode, 404)
  assert.deepEqual((await reach(tove, ola)).length, 2)
})

test('of two teachers who decide at once one is heard; nobody decides in a course they do not teach, nor a learner about themselves (D2)', async () => {
  const { course, tove } = await aCourseThatRequires()
  const [marte, kari, stranger] = [await aTeacher(house, course), await signedIn(house), await aTeacher(house, (await aShortCourse(house, { slug: `other-${made}` })).course)]
  await ask(kari, course)

  const others = [await decide(stranger, course, kari, 'granted'), await decide(kari, course, kari, 'granted')]
  const answers = await Promise.all([decide(tove, course, kari, 'granted'), decide(marte, course, kari, 'declined')])
  await house.drain()

  assert.deepEqual(others.map(({ statusCode }) => statusCode), [404, 404])
  assert.equal(answers.filter(({ statusCode }) => statusCode === 303).length, 1)
  assert.ok(answers.every(({ statusCode }) => [303, 404, 409].includes(statusCode)))
})

test('where there is nothing missing, or nobody to ask, Kari is told so; a reason must be one of ours (D2)', async () => {
  const { course } = await aCourseThatRequires()
  const open = await aShortCourse(house, { slug: `open-${made}` })
  const alone = await aShortCourse(house, { slug: `alone-${made}`, prerequisites: [`requires-${made}-first`] })
  const kari = await signedIn(house)

  const answers = [await ask(kari, open.course), await ask(kari, alone.course), await ask(kari, course, 'Jeg er syk')]

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [409, 409, 422])
  assert.match(answers[2]?.body ?? '', /id="because-error"/)
  assert.doesNotMatch((await kari.visitor.get(`/courses/${alone.course}`)).body, /Ask to begin/)
})

test('Tove opens a lesson and an exam early for Kari alone, with a reason, and takes it back; what Kari has done stays open (D2)', async () => {
  const astrid = await anAuthor(house)
  const { course, items } = await aCourse(house)
  const tove = await aTeacher(house, course)
  const [kari, ola] = [await signedIn(house), await signedIn(house)]
  for (const one of [kari, ola]) await enrol(one, course)
  for (const item of items.slice(1)) await setConditions(astrid, { course, item }, { opening: 'afterDays', days: '30', unseen: 'yes' })
  const at = `/teaching/courses/${course}/learners/${kari.person}`
  const lesson = ({ visitor }: KnownPerson, item = '') => visitor.get(`/courses/${course}/lessons/${item}`)

  const faulty = await tove.visitor.post(`${at}/exemptions`, { what: items[0] ?? '', because: 'agreed' })
  for (const item of items.slice(1)) assert.equal((await tove.visitor.post(`${at}/exemptions`, { what: item, because: 'technical' })).statusCode, 303)
  const early = [await lesson(kari, items[1]), await lesson(kari, items[2]), await lesson(ola, items[1])]
  await kari.visitor.post(`/courses/${course}/lessons/${items[1]}/completion`, {})
  const { exemptions } = await tove.visitor.data<Learner>(at)
  for (const { id } of exemptions) await tove.visitor.post(`${at}/exemptions/end`, { exemption: id })
  const late = [await lesson(kari, items[1]), await lesson(kari, items[2])]

  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /id="what-error"/)
  assert.deepEqual(early.map(({ statusCode }) => statusCode), [200, 200, 404])
  assert.deepEqual([exemptions.length, exemptions[0]?.because], [2, 'technical'])
  assert.deepEqual(late.map(({ statusCode }) => statusCode), [200, 404])
  assert.deepEqual(await ownerSays(house, 'select distinct giver from courses.exemptions where learner = $1 and ended is not null', [kari.person]), [{ giver: tove.person }])
})

test('an exam opened early is sat early, and a stranger’s learner is nobody to exempt (D2)', async () => {
  const astrid = await anAuthor(house)
  const { course, exam } = await anExam(house)
  const tove = await aTeacher(house, course)
  const [kari, stranger] = [await signedIn(house), await signedIn(house)]
  await enrol(kari, course)
  const item = await itemOf(house, course, 'exam')
  await setConditions(astrid, { course, item }, { opening: 'afterDays', days: '30' })
  const start = () => kari.visitor.send(`/exams/${exam}/attempts`, {})

  const before = await start()
  const alien = await tove.visitor.post(`/teaching/courses/${course}/learners/${stranger.person}/exemptions`, { what: item, because: 'agreed' })
  await tove.visitor.post(`/teaching/courses/${course}/learners/${kari.person}/exemptions`, { what: item, because: 'agreed' })

  assert.deepEqual([before.statusCode, alien.statusCode, (await start()).statusCode], [409, 404, 201])
})

test('a teacher who comes while Kari asks sees that she does, and one who goes sees it no longer (D2, D54)', async () => {
  const { course } = await aCourseThatRequires()
  const [jonas, marte, kari] = [await anAdministrator(house), await signedIn(house, { roles: ['teacher'] }), await signedIn(house)]
  await ask(kari, course)

  await jonas.visitor.post(`/administration/courses/${course}/teachers`, { person: marte.person })
  await house.drain()
  const during = await reach(marte, kari)
  await jonas.visitor.post(`/administration/courses/${course}/teachers/end`, { person: marte.person })
  await house.drain()

  assert.deepEqual([during, await reach(marte, kari)], [[{ purpose: 'teaching' }], []])
})
