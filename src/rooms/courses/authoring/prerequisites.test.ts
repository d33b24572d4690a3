import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAuthor } from '../../../../test/authoring-builders.ts'
import { aShortCourse } from '../../../../test/course-builders.ts'
import { aHouse } from '../../../../test/house.ts'
import { signedIn } from '../../../../test/sign-in.ts'

const house = await aHouse()

test('Astrid asks for one of two courses and a third besides: Kari begins once she has the one and the third (D2)', async () => {
  const [astrid, kari] = [await anAuthor(house), await signedIn(house)]
  const [goal, one, other, third] = [await made('goal'), await made('one'), await made('other'), await made('third')]
  const require = (required: string, insteadOf = '') => astrid.visitor.post(`/authoring/courses/${goal.course}/prerequisites`, { required, insteadOf })
  const enrol = () => kari.visitor.post(`/courses/${goal.course}/enrolment`, {})
  const complete = async ({ course, items }: typeof one) => {
    await kari.visitor.post(`/courses/${course}/enrolment`, {})
    for (const item of items) await kari.visitor.post(`/courses/${course}/lessons/${item}/completion`, {})
  }
  for (const answer of [await require(one.course), await require(other.course, one.course), await require(third.course)]) assert.equal(answer.statusCode, 303)

  const before = await enrol()
  await complete(other)
  const half = await enrol()
  await complete(third)
  const page = (await kari.visitor.get(`/courses/${goal.course}`)).body
  const after = await enrol()

  assert.deepEqual([before.statusCode, half.statusCode, after.statusCode], [409, 409, 303])
  assert.match(before.body, /Kurset one \/ Kurset other/)
  assert.match(page, /or <a[^>]*>[\s\S]*Kurset other/)
})

test('an alternative that leads back to the course itself is refused too, at its field (D2)', async () => {
  const astrid = await anAuthor(house)
  const [a, b, c] = [await made('a'), await made('b'), await made('c')]
  await astrid.visitor.post(`/authoring/courses/${a.course}/prerequisites`, { required: b.course })

  const refused = await astrid.visitor.post(`/authoring/courses/${b.course}/prerequisites`, { required: c.course })
  const circular = await astrid.visitor.post(`/authoring/courses/${b.course}/prerequisites`, { required: a.course, insteadOf: c.course })

  assert.deepEqual([refused.statusCode, circular.statusCode], [303, 409])
  assert.match(circular.body, /id="required-error"/)
})

const made = (slug: string) => aShortCourse(house, { slug })
