import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../../test/builders.ts'
import { aCandidate, anExam, aTeacher, essayQuestion, started, yesQuestion } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import type { Question } from '../../questions/question.ts'

const house = await aHouse()

const MINUTE = 60_000
const yes = { kind: 'single', chosen: 'yes' }
const no = { kind: 'single', chosen: 'no' }
const essay = (text: string) => ({ kind: 'essay', text })

async function aSitting(question: Question) {
  const { exam, course } = await anExam(house, { plan: { minutes: 60, graceSeconds: 30 }, questions: [question] })
  const tove = await aTeacher(house, course)
  const kari = await aCandidate(house, course)
  const attempt = await started(kari, exam)
  const save = (response: object, sequence: number) => kari.visitor.send(`${attempt}/answers`, { question: 1, response, sequence })
  return { exam, tove, kari, attempt, save, id: attempt.split('/').at(-1) ?? '' }
}

type Sitting = Awaited<ReturnType<typeof aSitting>>
type Marked = { answer: { given: string; isLate: boolean; atTimeUp: string | null } }

async function seenByTove({ exam, tove }: Sitting) {
  const { questions } = await tove.visitor.data<{ questions: { id: string }[] }>(`/marking/exams/${exam}`)
  const address = `/marking/exams/${exam}/questions/${questions[0]?.id}`
  return { ...(await tove.visitor.data<Marked>(address)).answer, page: (await tove.visitor.get(address)).body }
}

test('of an answer that came late Tove sees what stood when time was up too (E4, E5)', async () => {
  const sitting = await aSitting(yesQuestion)
  await sitting.save(no, 1)
  house.clock.pass(30 * MINUTE)
  await sitting.save(yes, 2)
  house.clock.pass(30 * MINUTE + 10_000)

  await sitting.save(no, 3)
  await sitting.kari.visitor.post(`${sitting.attempt}/submission`, {})

  const { given, isLate, atTimeUp, page } = await seenByTove(sitting)
  assert.deepEqual([given, isLate, atTimeUp], ['No, it is not', true, 'Yes, it is'])
  assert.match(page, /What stood when time was up<\/h3><p>Yes, it is/)
})

test('of a late essay Tove reads what Kari had written in time, and the database reads neither (E5, D56)', async () => {
  const sitting = await aSitting(essayQuestion)
  await sitting.save(essay('Work that is paid.'), 1)
  house.clock.pass(60 * MINUTE + 5_000)

  await sitting.save(essay('Work that is paid, and sykdom.'), 2)
  await sitting.kari.visitor.post(`${sitting.attempt}/submission`, {})

  const { given, atTimeUp } = await seenByTove(sitting)
  assert.deepEqual([given, atTimeUp], ['Work that is paid, and sykdom.', 'Work that is paid.'])
  const rows = await ownerSays<{ whole: string }>(house, 'select row_to_json(save)::text as whole from exams.saves as save where attempt = $1', [sitting.id])
  assert.equal(rows.length, 2)
  for (const { whole } of rows) assert.doesNotMatch(whole, /Work|sykdom/)
})

test('where Kari had answered nothing in time, Tove is told so; of an answer in time she is shown no drafts (E5)', async () => {
  const [late, inTime] = [await aSitting(yesQuestion), await aSitting(yesQuestion)]
  await inTime.save(no, 1)
  await inTime.save(yes, 2)
  house.clock.pass(60 * MINUTE + 5_000)
  await late.save(yes, 1)
  for (const one of [late, inTime]) await one.kari.visitor.post(`${one.attempt}/submission`, {})

  const [seenLate, seenInTime] = [await seenByTove(late), await seenByTove(inTime)]

  assert.deepEqual([seenLate.given, seenLate.atTimeUp], ['Yes, it is', ''])
  assert.match(seenLate.page, /What stood when time was up<\/h3><p class="muted">Not answered/)
  assert.deepEqual([seenInTime.isLate, seenInTime.atTimeUp], [false, null])
  assert.doesNotMatch(seenInTime.page, /No, it is not/)
})

test('every save that was taken is kept, and none that was refused, though twenty come at once (E5)', async () => {
  const { save, id } = await aSitting(yesQuestion)

  await save(yes, 50)
  await Promise.all(Array.from({ length: 20 }, (_, i) => save(i % 2 === 0 ? yes : no, 41 + i)))

  const kept = await ownerSays<{ sequence: number }>(house, 'select sequence from exams.saves where attempt = $1 order by sequence', [id])
  const sequences = kept.map(({ sequence }) => Number(sequence))
  assert.deepEqual([sequences[0], sequences.at(-1)], [50, 60])
  assert.ok(sequences.every((sequence) => sequence >= 50))
})

test('Kari’s copy of her data has each save, her own words opened (D40, E5)', async () => {
  const { save, kari, id } = await aSitting(essayQuestion)
  await save(essay('First words.'), 1)
  await save(essay('First words, and more.'), 2)

  const { copy } = await kari.visitor.data<{ copy: { groups: { tables: { table: string; rows: { values: Record<string, unknown> }[] }[] }[] } }>('/my-data/copy')

  const rows = copy.groups.flatMap(({ tables }) => tables).find(({ table }) => table === 'exams.saves')?.rows ?? []
  const texts = rows.filter(({ values }) => values['attempt'] === id).map(({ values }) => JSON.parse(String(values['sealed'])).text)
  assert.deepEqual(texts.toSorted(), ['First words, and more.', 'First words.'].toSorted())
})
