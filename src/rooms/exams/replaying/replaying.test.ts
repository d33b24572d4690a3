import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aCandidate, anExam, type Asked, aTeacher, essayQuestion, started, yesQuestion } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { poppler, WITH_POPPLER } from '../../../../test/poppler.ts'
import { type KnownPerson, signedIn } from '../../../../test/sign-in.ts'
import type { Question } from '../../questions/question.ts'

const house = await aHouse()

type Replay = { draw: string; isSame: boolean; isGiven: boolean; lines: { question: { text: string; options?: { id: string }[] }; given: string | null; percent: number | null }[] }

/** Of six, three are drawn; Kari has handed in twice what she was shown. */
async function twoAttempts(questions: readonly Question[] = Array.from({ length: 6 }, (_, i) => ({ ...yesQuestion, text: `Number ${i}?` }))) {
  const { exam, course } = await anExam(house, { plan: { attempts: 5, questions: { places: [], pools: [{ count: questions.length / 2 }] } }, questions })
  const tove = await aTeacher(house, course)
  const kari = await aCandidate(house, course, { firstName: 'Kari' })
  const shown: Asked['question'][][] = []
  for (let round = 0; round < 2; round++) {
    const attempt = await started(kari, exam)
    shown.push(await sat(kari, attempt, questions.length / 2))
    house.clock.pass(60_000)
  }
  return { exam, course, tove, kari, shown, at: `/marking/exams/${exam}/learners/${kari.person}/attempts` }
}

async function sat({ visitor }: KnownPerson, attempt: string, count: number): Promise<Asked['question'][]> {
  const asked: Asked['question'][] = []
  for (let number = 1; number <= count; number++) {
    const { question } = await visitor.data<Asked>(`${attempt}/questions/${number}`)
    asked.push(question)
    const response = question.kind === 'single' ? { kind: 'single', chosen: 'no' } : { kind: 'essay', text: 'Work that leaves time.' }
    await visitor.send(`${attempt}/answers`, { question: number, response, sequence: 1 })
  }
  await visitor.post(`${attempt}/submission`, {})
  return asked
}

test('Tove draws Kari’s attempts again by their seeds: the same questions in the same order, with the options where they stood, and what Kari answered (E3)', async () => {
  const { tove, kari, shown, at } = await twoAttempts()

  const replays = await Promise.all([1, 2].map((number) => tove.visitor.data<Replay>(`${at}/${number}`)))
  const page = (await tove.visitor.get(`${at}/1`)).body

  assert.deepEqual(replays.map(({ isSame }) => isSame), [true, true])
  assert.deepEqual(replays.map(({ lines }) => lines.map(({ question }) => [question.text, question.options?.map(({ id }) => id)])), shown.map((asked) => asked.map(({ text, options }) => [text, options?.map(({ id }) => id)])))
  assert.ok(replays.every(({ lines }) => lines.every(({ given, percent }) => given === 'No, it is not' && percent === 0)))
  assert.match(page, /Attempt 1, as it was[\s\S]*exactly the same questions/)
  const looked = await ownerSays<{ what: string }>(house, 'select what from privacy.looks where actor = $1 and subject = $2', [tove.person, kari.person])
  assert.ok(looked.some(({ what }) => what === 'replay'))
})

test('a question written, changed or hidden since does not change the draw of then; one that was moved is said (E3)', async () => {
  const { exam, tove, at } = await twoAttempts()
  const drawn = await ownerSays<{ entry: string }>(house, `select distinct entry from questions.versions where id::text in (select jsonb_array_elements_text(questions) from exams.attempts where exam = $1 and number = 1)`, [exam])
  const entries = drawn.map(({ entry }) => entry)
  const later = house.clock.now()
  await ownerSays(house, `insert into questions.versions (institution, id, entry, number, content, created, ready) select institution, gen_random_uuid(), entry, number + 1, content, $2, $2 from questions.versions where entry = any($1)`, [entries, later])
  await ownerSays(house, 'update questions.entries set hidden = $2 where id = $1', [entries[0], later])
  const before = await tove.visitor.data<Replay>(`${at}/1`)

  await ownerSays(house, `update questions.entries set category = 'elsewhere' where id = $1`, [entries[1]])
  const after = await tove.visitor.data<Replay>(`${at}/1`)

  assert.deepEqual([before.isSame, after.isSame], [true, false])
  assert.deepEqual(after.lines, before.lines)
})

test('before the result is given nobody reads here, by name, what Kari answered (E10)', async () => {
  const { tove, at } = await twoAttempts([essayQuestion, { ...essayQuestion, text: 'And what is bad work?' }])
  const { isGiven, lines } = await tove.visitor.data<Replay>(`${at}/1`)

  assert.equal(isGiven, false)
  assert.deepEqual(lines.map(({ given, percent }) => [given, percent]), [[null, null]])
  const page = (await tove.visitor.get(`${at}/1`)).body
  assert.match(page, /The answers are shown here once the result has been given/)
  assert.doesNotMatch(page, /leaves time/)
})

test('an attempt that is under way, another’s and another teacher’s are not replayed (E3, D54)', async () => {
  const { exam, tove, kari, at } = await twoAttempts()
  await started(kari, exam)
  const { course } = await anExam(house, { questions: [yesQuestion] })
  const [other, ola] = [await aTeacher(house, course), await signedIn(house)]

  const answers = [await tove.visitor.get(`${at}/3`), await tove.visitor.get(`${at}/9`), await other.visitor.get(`${at}/1`), await ola.visitor.get(`${at}/1`), await other.visitor.get(`${at}/1/paper`)]

  assert.deepEqual(answers.map(({ statusCode }) => statusCode), [409, 404, 404, 404, 404])
})

test('the paper of an attempt asks the same, in the same order (E3)', WITH_POPPLER, async () => {
  const { tove, shown, at } = await twoAttempts()

  const paper = await tove.visitor.get(`${at}/1/paper`)
  const text = poppler('pdftotext', paper.rawPayload, '-layout', '-', '-')

  assert.equal(paper.headers['content-type'], 'application/pdf')
  assert.deepEqual([...text.matchAll(/Number \d\?/g)].map(([found]) => found), shown[0]?.map((asked) => asked.text))
  const first = shown[0]?.[0]?.options?.map(({ text: option }) => option) ?? []
  assert.match(text, new RegExp(`A +${first[0]}[\\s\\S]*B +${first[1]}`))
})
