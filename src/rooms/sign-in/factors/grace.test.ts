import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aHouse } from '../../../../test/house.ts'
import { setUpApp, signedIn } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/visitor.ts'

const SHIFT = 11 * 3_600_000 // milliseconds; a session of staff ends after twelve hours
const house = await aHouse()

test('a new author works on courses for a week without a second step, counting down on every page, and then no more (A7)', async () => {
  const { visitor } = await signedIn(house, { roles: ['author'], strong: false })

  assert.match((await visitor.get('/authoring/courses')).body, /You have 7 days left to set it up/)
  await workOn(visitor, 14)
  assert.match((await visitor.get('/authoring/courses')).body, /This is the last day to set it up/)
  await workOn(visitor, 2)

  const over = await visitor.get('/authoring/courses')
  assert.equal(over.headers['location'], '/account/second-factor?next=%2Fauthoring%2Fcourses')
  assert.match((await visitor.get('/account')).body, /Your work asks for a second step/)
})

for (const [roles, path] of [
  [['administrator'], '/administration/people'],
  [['administrator'], '/administration'],
  [['teacher'], '/marking'],
] as const) {
  test(`a new ${roles[0]} sees nobody at ${path} before the second step, not on the first day either (D55, A7)`, async () => {
    const { visitor } = await signedIn(house, { roles, strong: false })

    const answer = await visitor.get(path)

    assert.equal(answer.headers['location'], `/account/second-factor?next=${encodeURIComponent(path)}`)
  })
}

test('with the second step set up nothing counts down, and a session without it is asked for it (A7)', async () => {
  const person = await signedIn(house, { roles: ['author'], strong: false })
  await setUpApp(house, person)
  const { visitor: weak } = await signedIn(house, { roles: ['learner'] })

  assert.doesNotMatch((await person.visitor.get('/authoring/courses')).body, /days left/)
  assert.doesNotMatch((await weak.get('/account')).body, /second step when you sign in/)
})

async function workOn(visitor: Visitor, shifts: number): Promise<void> {
  for (let shift = 0; shift < shifts; shift++) {
    house.clock.pass(SHIFT)
    await visitor.get('/account')
  }
}
