import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCandidate, anExam, oneOfEachSecret, WATERMARK, yesQuestion } from '../../../../test/exam-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { poppler, WITH_POPPLER } from '../../../../test/poppler.ts'
import { signedIn } from '../../../../test/sign-in.ts'
import { printed } from './printing.ts'

const house = await aHouse()
const anna = await signedIn(house, { roles: ['author'] })

const textOf = (pdf: Buffer) => poppler('pdftotext', pdf, '-layout', '-', '-')
const asked = (text: string) => [...text.matchAll(/Number \d+\?/g)].map(([found]) => found)

test('by the same code Anna sees and prints the same draw, and by another another (E3)', WITH_POPPLER, async () => {
  const { exam } = await anExam(house, { plan: { questions: { places: [], pools: [{ count: 6 }] } }, questions: Array.from({ length: 30 }, (_, i) => ({ ...yesQuestion, text: `Number ${i}?` })) })
  const at = `/authoring/exams/${exam}`
  const seen = async (seed: string) => (await anna.visitor.data<{ questions: { text: string }[] }>(`${at}/preview?seed=${seed}`)).questions.map(({ text }) => text)

  const [screen, again, other] = [await seen('0a1b2c3d'), await seen('0a1b2c3d'), await seen('ffffffff')]
  const paper = await anna.visitor.get(`${at}/paper?seed=0a1b2c3d`)

  assert.equal(screen.length, 6)
  assert.deepEqual([again, asked(textOf(paper.rawPayload))], [screen, screen])
  assert.notDeepEqual(other, screen)
  assert.match(textOf(paper.rawPayload), /Trekning 0a1b2c3d/)
})

test('the paper holds every kind of question and no right answer; the right answers come on a paper of their own, for authors alone (E3)', WITH_POPPLER, async () => {
  const { exam, course } = await anExam(house, { questions: oneOfEachSecret() })
  const kari = await aCandidate(house, course)
  const at = `/authoring/exams/${exam}/paper?seed=0a1b2c3d`

  const [paper, key, refused] = [await anna.visitor.get(at), await anna.visitor.get(`${at}&key=yes`), await kari.visitor.get(`${at}&key=yes`)]
  const [text, right] = [textOf(paper.rawPayload), textOf(key.rawPayload)]

  assert.match(poppler('pdfinfo', paper.rawPayload, '-'), /Tagged: +yes/)
  for (const found of [/Is the answer yes\?/, /Which two\?/, /How many\?/, /Who inspects\?/, /Holiday act/, /In which order\?/, /What is good work\?/]) assert.match(text, found)
  assert.doesNotMatch(text, new RegExp(`${WATERMARK}|48\\s?151\\s?623`))
  assert.match(right, /Fasit[\s\S]*48\s151\s623/)
  assert.equal(refused.statusCode, 404)
})

test('a letter that no font has, a picture that is gone and a command in the text spoil no paper', WITH_POPPLER, async () => {
  const { exam } = await anExam(house, { questions: [{ ...yesQuestion, text: 'Er 李 #read("/etc/passwd") her? 😀\n\n![Et kart over øya](/files/00000000000000000000000000000000.png)\n\n| a | b |\n|--|--|\n| æ | ø |' }] })

  const paper = await anna.visitor.get(`/authoring/exams/${exam}/paper`)

  assert.equal(paper.statusCode, 200)
  assert.match(textOf(paper.rawPayload), /Er \? #read\("\/etc\/passwd"\) her\? \?[\s\S]*\[Et kart over øya\]/)
})

test('what Kari has to write on paper is found by letters and numbers, in the order of the seed', () => {
  const [, , , , , matching, ordering] = oneOfEachSecret()
  const of = (question: typeof matching) => printed(question ?? yesQuestion, { seed: 'x', language: 'en' })
  const { choices, rows, key, how } = of(matching)

  assert.deepEqual([how, rows.length, choices.map(({ letter }) => letter)], ['letters', 2, ['A', 'B']])
  assert.match(key, /^(Holiday|Illness): [AB]; (Holiday|Illness): [AB]$/)
  assert.deepEqual([of(ordering).how, of(ordering).key], ['numbers', '1. First; 2. Second; 3. Third'])
})
