import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Candidate, draw } from './drawing.ts'

const bank = (count: number, tags: string[] = []): Candidate[] =>
  Array.from({ length: count }, (_, index) => ({ id: `q${index}`, tags, category: 'Arbeidsliv' }))

test('Kari’s draw can be replayed from its seed, in whatever order the bank comes', () => {
  const pools = [{ category: 'Arbeidsliv', count: 5 }]
  const first = draw({ pools, questions: bank(30), seed: 'kari' })

  assert.deepEqual(draw({ pools, questions: bank(30).reverse(), seed: 'kari' }), first)
  assert.notDeepEqual(draw({ pools, questions: bank(30), seed: 'ola' }), first)
  assert.equal(first.drawn.length, 5)
})

test('over many learners every question is drawn about as often', () => {
  const drawn = Array.from(
    { length: 1_000 },
    (_, learner) =>
      draw({ pools: [{ count: 5 }], questions: bank(10), seed: `learner ${learner}` }).drawn,
  ).flat()
  const counts = Object.values(Object.groupBy(drawn, (id) => id)).map((all) => all?.length ?? 0)

  assert.equal(counts.length, 10)
  assert.ok(
    counts.every((count) => count > 420 && count < 580),
    String(counts),
  )
})

test('a learner never gets one question twice, even where pools overlap', () => {
  const pools = [
    { tag: 'ferie', count: 3 },
    { category: 'Arbeidsliv', count: 3 },
  ]
  for (let learner = 0; learner < 200; learner++) {
    const { drawn } = draw({ pools, questions: bank(6, ['ferie']), seed: `${learner}` })
    assert.equal(new Set(drawn).size, 6)
  }
})

test('a teacher’s blueprint that can be filled is filled, though a greedy draw would fail', () => {
  const questions = [
    { id: 'both', tags: ['ferie'], category: 'Lov' },
    { id: 'only', tags: [], category: 'Lov' },
  ]
  const pools = [
    { category: 'Lov', count: 1 },
    { tag: 'ferie', count: 1 },
  ]

  for (let learner = 0; learner < 50; learner++) {
    const { drawn, missing } = draw({ pools, questions, seed: `${learner}` })
    assert.deepEqual({ drawn, missing }, { drawn: ['only', 'both'], missing: [] })
  }
})

test('what a learner had in the last attempt comes again only when nothing else is left', () => {
  const avoid = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6']
  for (let attempt = 0; attempt < 50; attempt++) {
    const { drawn, repeated } = draw({
      pools: [{ count: 5 }],
      questions: bank(10),
      seed: `${attempt}`,
      avoid,
    })
    assert.ok(['q7', 'q8', 'q9'].every((id) => drawn.includes(id)))
    assert.equal(repeated.length, 2)
  }
})

test('a teacher is told which pool is too small, and by how much', () => {
  const pools = [{ tag: 'ferie', difficulty: 'hard', count: 2 }, { count: 4 }]
  const { drawn, missing } = draw({ pools, questions: bank(3, ['ferie']), seed: 'x' })

  assert.equal(drawn.length, 3)
  assert.deepEqual(missing, [
    { pool: 0, count: 2 },
    { pool: 1, count: 1 },
  ])
})

test('300 learners who begin at once are drawn for in a moment', () => {
  const pools = [
    { tag: 'ferie', count: 20 },
    { category: 'Arbeidsliv', count: 20 },
  ]
  const questions = bank(500, ['ferie'])
  const before = performance.now()
  for (let learner = 0; learner < 300; learner++) draw({ pools, questions, seed: `${learner}` })

  assert.ok(performance.now() - before < 5_000)
})
