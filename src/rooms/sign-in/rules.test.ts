import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isIdle, isLastFactor, ownPath } from './rules.ts'

const NOON = new Date('2026-06-01T10:00:00Z')
const hoursAgo = (hours: number) => new Date(NOON.getTime() - hours * 3_600_000)

test('Kari goes on to the very lesson she came from', () => {
  assert.equal(ownPath('/courses/1/lessons/2?part=3#top'), '/courses/1/lessons/2?part=3#top')
})

test('nobody is led away to another site, however the address is written', () => {
  const elsewhere = ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/\t/elsewhere.example', '/.//elsewhere.example', '/a/..//elsewhere.example', 'javascript:alert(1)', '', undefined, '/å']

  assert.deepEqual(elsewhere.map(ownPath), elsewhere.map(() => '/'))
})

test('Kari stays signed in for two weeks from her last visit, a teacher for half a day', () => {
  assert.equal(isIdle({ roles: ['learner'], used: hoursAgo(13 * 24) }, NOON), false)
  assert.equal(isIdle({ roles: ['learner'], used: hoursAgo(14 * 24) }, NOON), true)
  assert.equal(isIdle({ roles: ['learner', 'teacher'], used: hoursAgo(11) }, NOON), false)
  assert.equal(isIdle({ roles: ['learner', 'teacher'], used: hoursAgo(12) }, NOON), true)
})

test('an employee keeps one second factor, a learner need not', () => {
  assert.equal(isLastFactor({ factors: 1, roles: ['officer'] }), true)
  assert.equal(isLastFactor({ factors: 2, roles: ['officer'] }), false)
  assert.equal(isLastFactor({ factors: 1, roles: ['learner'] }), false)
})
