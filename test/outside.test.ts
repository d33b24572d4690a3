import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../src/platform/ids.ts'
import { routes } from '../src/house.ts'
import { ownerSays } from './builders.ts'
import { aHouse } from './house.ts'
import { aPerson } from './sign-in.ts'
import { theirPolicy } from './policy-builders.ts'
import { visitor } from './visitor.ts'

const house = await aHouse()
await theirPolicy(house, 'nomkus')

type OpenApi = {
  openapi: string
  paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[]; responses: Record<string, unknown> }>>
}

test('whoever watches over the house learns that it is ready, at any host, and nothing about anybody', async () => {
  const answer = await house.site.inject({ url: '/health', headers: { host: 'lb.internal' } })

  assert.equal(answer.statusCode, 200)
  assert.deepEqual(answer.json(), { status: 'ready', database: 'answers', waitingMigrations: 0, overdueErasures: 0, erasing: true })
})

test('an account that should have been erased two hours ago is counted, not named: the site answers on, and says that it is degraded (N35)', async () => {
  const { person } = await aPerson(house)
  await ownerSays(house, `update accounts.persons set deactivated = $2, deactivated_because = 'membership', erase_due = $2 where id = $1`, [person, new Date(house.clock.now().getTime() - 2 * 3_600_000)])

  const answer = await house.site.inject({ url: '/health', headers: { host: 'lb.internal' } })

  assert.deepEqual([answer.statusCode, answer.json().status, answer.json().overdueErasures], [200, 'degraded', 1])
  assert.ok(!answer.body.includes(person))
  await house.tick('rights.eraseDue')
  assert.equal((await house.site.inject({ url: '/health', headers: { host: 'lb.internal' } })).json().status, 'ready')
})

test('a job that erases and has stopped is seen before anybody is overdue (M5)', async () => {
  await house.tick('rights.eraseDue')
  house.clock.pass(16 * 60_000)

  const stopped = await house.site.inject({ url: '/health', headers: { host: 'lb.internal' } })
  await house.tick('rights.eraseDue')
  const again = await house.site.inject({ url: '/health', headers: { host: 'lb.internal' } })

  assert.deepEqual([stopped.json().status, stopped.json().erasing], ['degraded', false])
  assert.deepEqual([again.json().status, again.json().erasing], ['ready', true])
})

test('a program that knows more migrations than its database is not ready', async () => {
  await ownerSays(house, `update public.migrations set name = 'gone' where name = '0016-performance.sql'`)

  const answer = await house.site.inject({ url: '/health', headers: { host: 'lb.internal' } })

  assert.equal(answer.statusCode, 503)
  assert.equal(answer.json().waitingMigrations, 1)
  await ownerSays(house, `update public.migrations set name = '0016-performance.sql' where name = 'gone'`)
})

test('another system finds every address of the site described, with its parameters and refusals', async () => {
  const described = await visitor(house).data<OpenApi>('/openapi.json')
  const operations = Object.values(described.paths).flatMap((path) => Object.values(path))

  assert.equal(described.openapi, '3.1.0')
  assert.equal(Object.keys(described.paths).length, new Set(routes.map(({ path }) => path)).size)
  assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length)
  for (const [path, methods] of Object.entries(described.paths)) {
    for (const { parameters, responses } of Object.values(methods)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      assert.deepEqual(parameters.filter((one) => one.in === 'path').map(({ name }) => name).sort(), named.sort(), path)
      assert.ok('default' in responses)
    }
  }
})

test('what the description says of the policy is what comes: moments as date-time', async () => {
  const described = await visitor(house).data<{ paths: Record<string, { get: { responses: { 200: { content: { 'application/json': { schema: { properties: Record<string, unknown> } } } } } } }> }>('/openapi.json')
  const { properties } = described.paths['/privacy']?.get.responses[200].content['application/json'].schema ?? { properties: {} }
  const policy = await visitor(house).data<Record<string, unknown>>('/privacy')

  assert.deepEqual(properties['effective'], { type: 'string', format: 'date-time' })
  assert.deepEqual(Object.keys(properties).sort(), Object.keys(policy).sort())
  assert.equal(new Date(policy['effective'] as string).toISOString(), policy['effective'])
})

test('an address that is nobody’s says so to a program as a problem document', async () => {
  const answer = await visitor(house).get(`/privacy/versions/${newId()}`, { accept: 'application/json' })

  assert.equal(answer.statusCode, 404)
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
})
