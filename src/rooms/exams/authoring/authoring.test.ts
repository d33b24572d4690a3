import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aShortCourse, systemsEyes } from '../../../../test/course-builders.ts'
import { aCandidate, started, yesQuestion } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { signedIn } from '../../../../test/sign-in.ts'
import { within } from '../../../privacy/within.ts'
import { addQuestions } from '../../questions/service.ts'

const house = await aHouse()
const { course } = await aShortCourse(house, { slug: 'with-exam' })
const anna = await signedIn(house, { roles: ['author'] })

const SETTINGS = {
  language: 'nb', titleNb: 'Prøven', titleDa: '', titleEn: 'The exam', introductionNb: 'Les **nøye**.', introductionDa: '', introductionEn: '',
  passPercent: '70', minutes: '45', attempts: '2', waitMinutes: '0', whichCounts: 'highest', onTimeUp: 'submit', graceSeconds: '30',
  opens: '', closes: '2026-06-30T12:00', rightAfter: ['marks', 'ownAnswers'], laterOpen: ['marks'], afterClose: ['marks', 'rightAnswers', 'feedback', 'ownAnswers'],
  poolCategory: ['Ferie', ''], poolTag: ['', ''], poolCount: ['2', ''],
}

type Authored = { revision: number; plan: { minutes: number }; versions: { id: string; number: number }[] }

/** Saves on top of what stands there now. */
async function save(address: string, settings: Record<string, string | readonly string[]>) {
  const { revision } = await anna.visitor.data<Authored>(address)
  return anna.visitor.post(address, { ...settings, base: String(revision) })
}

async function aQuestionOn(category: string, text: string): Promise<void> {
  const eyes = systemsEyes(house)
  await within('authoring', eyes, (db) => addQuestions(db, eyes, [{ name: text, category, tags: ['dager'], question: { ...yesQuestion, text }, ready: true }]))
}

async function aNewExam(title: string): Promise<string> {
  const made = await anna.visitor.send(`/authoring/courses/${course}/exams`, { title })
  assert.equal(made.statusCode, 201, made.body)
  return (made.json() as { id: string }).id
}

test('Anna makes an exam, sees what is missing, and publishes it once the bank has enough (E1, E3)', async () => {
  const exam = await aNewExam('Prøven')
  const address = `/authoring/exams/${exam}`
  await aQuestionOn('Ferie', 'Hvor mange dager?')
  const kari = await aCandidate(house, course)

  const tooFew = await save(address, { ...SETTINGS, how: 'publish' })
  assert.equal(tooFew.statusCode, 409)
  assert.match(tooFew.body, /too few questions/)
  assert.match(tooFew.body, /value="45"/)
  assert.equal((await kari.visitor.get(`/exams/${exam}`)).statusCode, 404)
  await aQuestionOn('Ferie', 'Hvor lenge?')
  await aQuestionOn('Lønn', 'Hvor mye?')
  const published = await save(address, { ...SETTINGS, how: 'publish' })

  assert.equal(published.headers['location'], `${address}?notice=noticeExamPublished`)
  const { plan, available } = await anna.visitor.data<{ plan: { closes: string; introduction: { nb: string } }; available: number[] }>(address)
  assert.deepEqual([plan.closes, available], ['2026-06-30T10:00:00.000Z', [2]])
  const shown = await kari.visitor.data<{ title: { text: string }; rules: { questions: number; minutes: number } }>(`/exams/${exam}`)
  assert.deepEqual([shown.title.text, shown.rules.questions, shown.rules.minutes], ['The exam', 2, 45])
  assert.match((await kari.visitor.get(`/courses/${course}`)).body, new RegExp(`/exams/${exam}`))
  assert.ok((await ownerSays(house, `select from questions.draws where used_by = 'exam' and reference = $1 and category = 'Ferie'`, [exam])).length > 0)
})

test('what Anna changes reaches nobody before she publishes, and an attempt under way never (E1)', async () => {
  const exam = await aNewExam('En til')
  const address = `/authoring/exams/${exam}`
  await aQuestionOn('Tid', 'Når?')
  const settings = { ...SETTINGS, titleNb: 'En til', poolCategory: ['Tid'], poolTag: ['dager'], poolCount: ['1'] }
  await save(address, { ...settings, how: 'publish' })
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)

  await save(address, { ...settings, minutes: '10', how: 'save' })
  const before = await kari.visitor.data<{ rules: { minutes: number } }>(`/exams/${exam}`)
  const draft = await anna.visitor.data<{ published: { number: number; hasChanges: boolean } }>(address)
  await save(address, { ...settings, minutes: '10', how: 'publish' })
  const after = await kari.visitor.data<{ rules: { minutes: number } }>(`/exams/${exam}`)
  const { deadline, now } = await kari.visitor.data<{ deadline: string; now: string }>(`${attempt}/questions/1`)

  assert.deepEqual([before.rules.minutes, after.rules.minutes], [45, 10])
  assert.deepEqual([draft.published.number, draft.published.hasChanges], [1, true])
  assert.equal(Date.parse(deadline) - Date.parse(now), 45 * 60_000)
})

test('a form that cannot be read comes back with the reason at its field and every value kept', async () => {
  const exam = await aNewExam('Feil')
  const wrong = { ...SETTINGS, titleNb: '', closes: '2026-06-01T08:00', opens: '2026-06-02T08:00', poolCount: ['many'] }

  const untitled = await save(`/authoring/exams/${exam}`, wrong)
  const unordered = await save(`/authoring/exams/${exam}`, { ...wrong, titleNb: 'Feil', poolCount: ['1'] })
  const unnumbered = await save(`/authoring/exams/${exam}`, { ...wrong, titleNb: 'Feil' })

  assert.deepEqual([untitled.statusCode, unordered.statusCode, unnumbered.statusCode], [422, 422, 422])
  assert.match(untitled.body, /href="#titleNb"/)
  assert.match(unordered.body, /It must close after it opens/)
  assert.match(unnumbered.body, /id="poolCount-0-error"/)
  assert.match(unnumbered.body, /value="many"/)
})

test('Anna sees a draw as a learner would meet it, and nothing is kept of it', async () => {
  const exam = await aNewExam('Prøvd')
  await aQuestionOn('Vakt', 'Hvem har vakt?')
  await save(`/authoring/exams/${exam}`, { ...SETTINGS, titleNb: 'Prøvd', poolCategory: ['Vakt'], poolTag: [''], poolCount: ['1'] })

  const page = await anna.visitor.get(`/authoring/exams/${exam}/preview`)

  assert.match(page.body, /Hvem har vakt\?/)
  assert.doesNotMatch(page.body, /VANNMERKE/)
  assert.deepEqual(await ownerSays(house, 'select from exams.attempts where exam = $1', [exam]), [])
})

test('a learner and a teacher find no author’s page', async () => {
  const exam = await aNewExam('Lukket')
  const [kari, tove] = [await signedIn(house), await signedIn(house, { roles: ['teacher'] })]

  for (const { visitor } of [kari, tove]) {
    assert.equal((await visitor.get(`/authoring/exams/${exam}`)).statusCode, 404)
    assert.equal((await visitor.post(`/authoring/exams/${exam}`, SETTINGS)).statusCode, 404)
  }
})

test('of two authors who save an exam at once one is told, what both wrote is on the page, and they may save after it (D1)', async () => {
  const bjorn = await signedIn(house, { roles: ['author'] })
  const address = `/authoring/exams/${await aNewExam('Sammen')}`
  const settings = { ...SETTINGS, titleNb: 'Sammen', base: '1' }

  const answers = await Promise.all([anna.visitor.post(address, { ...settings, minutes: '30' }), bjorn.visitor.post(address, { ...settings, minutes: '40' })])
  const told = answers.find(({ statusCode }) => statusCode === 409)
  const again = await bjorn.visitor.post(address, { ...settings, minutes: '50', base: '2' })

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  assert.match(told?.body ?? '', /Somebody else has saved the exam meanwhile/)
  assert.match(told?.body ?? '', /Minutes: (30|40)/)
  assert.match(told?.body ?? '', /name="base" value="2"/)
  assert.equal(again.statusCode, 303)
})

test('an earlier version comes back as the draft, and learners get it only once it is published (D1, E1)', async () => {
  const exam = await aNewExam('Tilbake')
  const address = `/authoring/exams/${exam}`
  await aQuestionOn('Tilbake', 'Når?')
  const settings = { ...SETTINGS, titleNb: 'Tilbake', poolCategory: ['Tilbake'], poolTag: [''], poolCount: ['1'], how: 'publish' }
  await save(address, { ...settings, minutes: '20' })
  await save(address, { ...settings, minutes: '90' })
  const { versions, revision } = await anna.visitor.data<Authored>(address)

  const stale = await anna.visitor.post(`${address}/draft`, { base: '1', version: versions[1]?.id ?? '' })
  await anna.visitor.post(`${address}/draft`, { base: String(revision), version: versions[1]?.id ?? '' })
  const kari = await aCandidate(house, course)

  assert.equal(stale.statusCode, 409)
  assert.equal((await anna.visitor.data<Authored>(address)).plan.minutes, 20)
  assert.equal((await kari.visitor.data<{ rules: { minutes: number } }>(`/exams/${exam}`)).rules.minutes, 90)
})

test('an exam that nobody has got can be deleted, a published one cannot (E1)', async () => {
  const [draft, published] = [await aNewExam('Kladd'), await aNewExam('Ute')]
  await aQuestionOn('Ute', 'Hvor?')
  await save(`/authoring/exams/${published}`, { ...SETTINGS, titleNb: 'Ute', poolCategory: ['Ute'], poolTag: [''], poolCount: ['1'], how: 'publish' })

  const answers = [await anna.visitor.post(`/authoring/exams/${draft}/end`, {}), await anna.visitor.post(`/authoring/exams/${published}/end`, {})]

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [303, 409])
  assert.deepEqual((await ownerSays<{ id: string }>(house, 'select id from exams.exams where id = any($1)', [[draft, published]])).map(({ id }) => id), [published])
})

test('an exam asks for so many easy and so many hard questions, and each attempt has just those (E3)', async () => {
  const exam = await aNewExam('Blandet')
  const address = `/authoring/exams/${exam}`
  const eyes = systemsEyes(house)
  await within('authoring', eyes, (db) =>
    addQuestions(db, eyes, (['easy', 'easy', 'hard', 'hard', 'medium'] as const).map((difficulty, i) => ({
      name: `Q${i}`, category: 'Blandet', tags: [], difficulty, question: { ...yesQuestion, text: `${difficulty} ${i}` }, ready: true,
    }))),
  )
  const settings = { ...SETTINGS, titleNb: 'Blandet', poolCategory: ['Blandet', 'Blandet'], poolTag: ['', ''], poolDifficulty: ['hard', 'easy'] }

  const tooFew = await save(address, { ...settings, poolCount: ['3', '1'], how: 'publish' })
  await save(address, { ...settings, poolCount: ['2', '1'], how: 'publish' })
  const attempt = await started(await aCandidate(house, course), exam)

  assert.equal(tooFew.statusCode, 409)
  const asked = await ownerSays<{ text: string }>(
    house,
    `select content ->> 'text' as text from exams.attempts as attempt, jsonb_array_elements_text(attempt.questions) as drawn (id)
     join questions.versions as version on version.id = drawn.id::uuid where attempt.id = $1`,
    [attempt.split('/').at(-1)],
  )
  assert.deepEqual(asked.map(({ text }) => text.split(' ')[0]).sort(), ['easy', 'hard', 'hard'])
})

test('an exam saves itself: one draft while Anna writes, another after a pause or after Bjørn, and each can be taken up again (D1, E1)', async () => {
  const bjorn = await signedIn(house, { roles: ['author'], firstName: 'Bjørn', lastName: 'Ek' })
  const address = `/authoring/exams/${await aNewExam('Lagrer')}`
  const savedBy = async ({ visitor }: typeof anna, minutes: string) => {
    const { revision } = await anna.visitor.data<Authored>(address)
    return visitor.send(address, { ...SETTINGS, titleNb: 'Lagrer', minutes, how: 'save', base: revision }).then((answer) => answer.json() as { base: number; editors: string[] })
  }
  type Drafts = Authored & { drafts: { id: string; isMine: boolean }[]; editors: string[] }

  await savedBy(anna, '31')
  await savedBy(anna, '32')
  const his = await savedBy(bjorn, '40')
  house.clock.pass(11 * 60_000)
  const hers = await savedBy(anna, '50')
  const { drafts, revision } = await anna.visitor.data<Drafts>(address)
  await anna.visitor.post(`${address}/draft`, { base: String(revision), version: drafts[1]?.id ?? '' })

  assert.deepEqual(drafts.map(({ isMine }) => isMine), [false, true])
  assert.deepEqual([his.editors, hers.editors], [['Kari Nordmann'], []])
  assert.equal(hers.base, revision)
  assert.equal((await anna.visitor.data<Authored>(address)).plan.minutes, 32)
})
