import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerSays } from '../../../test/builders.ts'
import { aHouse } from '../../../test/house.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { visitor } from '../../../test/visitor.ts'
import { keepTimings } from '../../web/timings.ts'
import { writeTimings } from './service.ts'

type Row = { day: string; method: string; route: string; outcome: number; within_ms: number; answers: string }

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}/
const NETWORK = '203.0.113.9'

test('how fast the site was for Kari is counted, and nothing of it tells who she was or what she asked (N06, A5)', async () => {
  const house = await aHouse()
  const { visitor: kari, person } = await signedIn(house, { firstName: 'Kari' })
  const course = '0197a1b2-0000-7000-8000-000000000001'
  const guest = visitor(house, { network: NETWORK })

  await kari.get(`/courses/${course}?from=letter`)
  await kari.get('/account')
  await guest.get('/cookies?name=Kari')
  await guest.get('/no/such/page/Kari')
  await house.writeTimings()

  const rows = await ownerSays<Row>(house, 'select * from performance.buckets')
  const told = JSON.stringify(rows)
  assert.ok(rows.some(({ route, outcome }) => route === '/cookies' && outcome === 2))
  assert.ok(rows.some(({ route, outcome }) => route === 'none' && outcome === 4))
  assert.doesNotMatch(told, UUID)
  for (const trace of [person, 'Kari', NETWORK, 'letter', '?', [...kari.cookies.values()][0] as string]) assert.ok(!told.includes(trace), trace)
  assert.deepEqual(Object.keys(rows[0] as Row).sort(), ['answers', 'day', 'method', 'outcome', 'route', 'within_ms'])
})

test('counts of two processes are added to each other', async () => {
  const house = await aHouse()
  const timings = keepTimings()
  timings.note({ method: 'GET', route: '/', status: 200, milliseconds: 7 })
  timings.note({ method: 'GET', route: '/', status: 204, milliseconds: 9 })
  const counted = timings.take()

  await Promise.all([writeTimings(house.means, counted), writeTimings(house.means, counted)])

  assert.deepEqual(await ownerSays(house, 'select route, outcome, within_ms, answers::int from performance.buckets'), [{ route: '/', outcome: 2, within_ms: 10, answers: 4 }])
  assert.deepEqual(timings.take(), [])
})
