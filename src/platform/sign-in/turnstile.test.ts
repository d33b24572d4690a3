import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as aMoment } from 'node:timers/promises'
import { Refusal } from '../refusal.ts'
import { turnstile } from './turnstile.ts'

test('of five people who come at once, two are inside and the others follow in their order', async () => {
  const through = turnstile({ atOnce: 2, mostWaiting: 3 })
  const order: number[] = []
  let inside = 0
  let mostInside = 0

  await Promise.all([1, 2, 3, 4, 5].map((person) => through(async () => {
    order.push(person)
    mostInside = Math.max(mostInside, ++inside)
    await aMoment()
    inside -= 1
  })))

  assert.deepEqual(order, [1, 2, 3, 4, 5])
  assert.equal(mostInside, 2)
})

test('a person who would wait too long is told so at once', async () => {
  const through = turnstile({ atOnce: 1, mostWaiting: 1 })
  const before = [through(() => aMoment()), through(() => aMoment())]

  await assert.rejects(through(() => aMoment()), (refusal) => refusal instanceof Refusal && refusal.reason === 'tooBusy')
  await Promise.all(before)
})

test('one person’s failure does not keep the next one out', async () => {
  const through = turnstile({ atOnce: 1, mostWaiting: 1 })

  await assert.rejects(through(() => Promise.reject(new Error('fell'))))
  assert.equal(await through(async () => 'in'), 'in')
})
