import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aDraftCourse, anAuthor, idIn, type Overview, overview } from '../../../test/authoring-builders.ts'
import { ownerSays, put } from '../../../test/builders.ts'
import { itemOf, setConditions, theirs } from '../../../test/condition-builders.ts'
import { aCandidate, anExam, started, yesQuestion } from '../../../test/exam-builders.ts'
import { aHouse } from '../../../test/house.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { newId } from '../../platform/ids.ts'

const house = await aHouse()
const titles = ({ sections }: Overview) => sections.map(({ items }) => items.map(({ title, isShown }) => [title.text, isShown]))

test('a course copied for a new run takes its exam, certificate and conditions along, and no day and nobody (D1)', async () => {
  const astrid = await anAuthor(house)
  const { course, exam } = await anExam(house, { questions: [yesQuestion], plan: { opens: '2026-05-01T08:00:00.000Z', closes: '2026-12-01T08:00:00.000Z' } })
  const [lesson, examItem] = [await itemOf(house, course, 'lesson'), await itemOf(house, course, 'exam')]
  const kari = await aCandidate(house, course)
  await started(kari, exam)
  await put(house, 'certificates.rules', { institution: house.nomkus, course, since: house.clock.now(), valid_months: 24 })
  await setConditions(astrid, { course, item: lesson }, { opening: 'onDay', opens: '2026-08-01T08:00', unseen: 'yes', way: 'passed', doneWith: examItem })
  await setConditions(astrid, { course, item: examItem }, { opening: 'afterDays', days: '14', unseen: 'yes' })

  const copy = idIn((await astrid.visitor.post(`/authoring/courses/${course}/copies`, {})).headers.location)

  const [original, copied] = [await overview(astrid, course), await overview(astrid, copy)]
  assert.deepEqual([copied.state, titles(copied)], ['draft', titles(original)])
  const [copiedLesson, copiedExam] = [await itemOf(house, copy, 'lesson'), await itemOf(house, copy, 'exam')]
  const [ofLesson, ofExam] = [(await theirs(astrid, { course: copy, item: copiedLesson })).conditions, (await theirs(astrid, { course: copy, item: copiedExam })).conditions]
  assert.deepEqual(ofLesson, { opens: null, opensAfterDays: null, unseen: false, way: 'passed', leastMinutes: null, doneWith: copiedExam })
  assert.deepEqual([ofExam.opensAfterDays, ofExam.unseen], [14, true])
  const [made] = await ownerSays<{ id: string; plan: { opens: unknown; closes: unknown } }>(house, 'select exam.id, version.plan from exams.exams as exam join exams.versions as version on version.id = exam.version where exam.course = $1', [copy])
  assert.notEqual(made?.id, exam)
  assert.deepEqual([made?.plan.opens, made?.plan.closes], [null, null])
  assert.deepEqual(await ownerSays(house, 'select valid_months from certificates.rules where course = $1', [copy]), [{ valid_months: 24 }])
  for (const table of ['courses.enrolments', 'courses.teachers', 'courses.visits']) assert.deepEqual(await ownerSays(house, `select from ${table} where course = $1`, [copy]), [], table)
  assert.deepEqual(await ownerSays(house, 'select from exams.attempts where exam = $1', [made?.id]), [])
})

test('the copy is taken like any course: Per sits its exam and passes, while Kari’s attempt at the first goes on (D1, E1)', async () => {
  const astrid = await anAuthor(house)
  const { course, exam } = await anExam(house, { questions: [yesQuestion] })
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  const copy = idIn((await astrid.visitor.post(`/authoring/courses/${course}/copies`, {})).headers.location)
  await astrid.visitor.post(`/authoring/courses/${copy}/publication`, {})
  const per = await aCandidate(house, copy)
  const [made] = await ownerSays<{ id: string }>(house, 'select id from exams.exams where course = $1', [copy])

  const own = await started(per, made?.id ?? '')
  await per.visitor.send(`${own}/answers`, { question: 1, response: { kind: 'single', chosen: 'yes' }, sequence: 1 })
  await per.visitor.post(`${own}/submission`, {})

  assert.equal((await ownerSays(house, 'select from exams.passes where learner = $1 and exam = $2', [per.person, made?.id])).length, 1)
  assert.equal((await kari.visitor.get(`${attempt}/questions/1`)).statusCode, 200)
})

test('an exam that its author made voluntary stays so in the copy, where it is published again (D1, D3)', async () => {
  const astrid = await anAuthor(house)
  const { course } = await anExam(house, { questions: [yesQuestion] })
  await astrid.visitor.post(`/authoring/courses/${course}/items/${await itemOf(house, course, 'exam')}/requirement`, { required: 'no' })
  const copy = idIn((await astrid.visitor.post(`/authoring/courses/${course}/copies`, {})).headers.location)

  assert.deepEqual(await ownerSays(house, `select required from courses.items where kind = 'exam' and course in ($1, $2)`, [course, copy]), [{ required: false }, { required: false }])
})

test('a draft that nobody has started is deleted with its lessons, exams, teacher and certificate; a published course is not (D1)', async () => {
  const [astrid, bjorn] = [await anAuthor(house), await anAuthor(house)]
  const { course: published } = await anExam(house, { questions: [yesQuestion] })
  const draft = idIn((await astrid.visitor.post(`/authoring/courses/${published}/copies`, {})).headers.location)
  const teacher = await signedIn(house, { roles: ['teacher'] })
  await put(house, 'courses.teachers', { institution: house.nomkus, id: newId(), course: draft, person: teacher.person, begins: house.clock.now() })
  await put(house, 'certificates.rules', { institution: house.nomkus, course: draft, since: house.clock.now() })
  await bjorn.visitor.get(`/authoring/courses/${draft}/lessons/${await itemOf(house, draft, 'lesson')}`)
  await bjorn.visitor.get(`/authoring/courses/${draft}/facts`)

  const kept = await astrid.visitor.post(`/authoring/courses/${published}/deletion`, {})
  const gone = await astrid.visitor.post(`/authoring/courses/${draft}/deletion`, {})

  assert.deepEqual([kept.statusCode, gone.statusCode], [409, 303])
  assert.match(kept.body, /has been published and cannot be deleted/)
  assert.equal((await astrid.visitor.get(`/authoring/courses/${draft}`)).statusCode, 404)
  for (const table of ['courses.courses', 'exams.exams', 'courses.items', 'courses.sections', 'certificates.rules']) {
    const column = table === 'courses.courses' ? 'id' : 'course'
    assert.deepEqual(await ownerSays(house, `select from ${table} where ${column} = $1`, [draft]), [], table)
  }
  assert.equal((await astrid.visitor.get(`/authoring/courses/${published}`)).statusCode, 200)
})

test('of deleting and publishing a draft at once one happens, and nobody but an author does either (D1)', async () => {
  const [astrid, kari] = [await anAuthor(house), await signedIn(house)]
  const { course } = await aDraftCourse(astrid)
  const { course: other } = await anExam(house, { questions: [yesQuestion] })
  const copy = idIn((await astrid.visitor.post(`/authoring/courses/${other}/copies`, {})).headers.location)

  const strangers = [await kari.visitor.post(`/authoring/courses/${course}/deletion`, {}), await kari.visitor.post(`/authoring/courses/${course}/copies`, {})]
  const [published, deleted] = await Promise.all([
    astrid.visitor.post(`/authoring/courses/${copy}/publication`, {}),
    astrid.visitor.post(`/authoring/courses/${copy}/deletion`, {}),
  ])

  assert.deepEqual(strangers.map(({ statusCode }) => statusCode), [404, 404])
  const left = (await astrid.visitor.get(`/authoring/courses/${copy}`)).statusCode
  const isKept = left === 200
  assert.equal(deleted.statusCode, isKept ? 409 : 303)
  assert.ok(isKept ? published.statusCode === 303 : published.statusCode >= 303)
})
