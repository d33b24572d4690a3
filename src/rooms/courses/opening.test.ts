import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OPEN, openingOf } from './opening.ts'

const zone = 'Europe/Oslo'
const AT_ONCE = { opens: null, opensAfterDays: null, unseen: false }
const on = (day: string, unseen = false) => ({ opens: new Date(day), opensAfterDays: null, unseen })
const after = (days: number, unseen = false) => ({ opens: null, opensAfterDays: days, unseen })
const kari = (now: string, enrolled: string | null = '2026-06-01T10:00:00Z') => ({ enrolled: enrolled ? new Date(enrolled) : null, now: new Date(now), zone })

test('what has no day is open, to whoever takes the course and to whoever does not (D2)', () => {
  assert.deepEqual(openingOf([AT_ONCE, AT_ONCE], kari('2026-06-01T10:00:00Z')), OPEN)
  assert.deepEqual(openingOf([AT_ONCE], kari('2026-06-01T10:00:00Z', null)), OPEN)
})
test('a lesson opens at its very moment, and not a millisecond earlier (D2)', () => {
  assert.equal(openingOf([on('2026-06-03T06:00:00Z')], kari('2026-06-03T05:59:59.999Z')).isOpen, false)
  assert.equal(openingOf([on('2026-06-03T06:00:00Z')], kari('2026-06-03T06:00:00Z')).isOpen, true)
})
test('three days after Kari began at noon it opens at midnight in Oslo (D2)', () =>
  assert.deepEqual(openingOf([after(3)], kari('2026-06-01T10:00:00Z')).from, new Date('2026-06-03T22:00:00Z')))
test('who began five minutes past midnight began on that day, in Oslo and not in UTC (D2)', () =>
  assert.deepEqual(openingOf([after(1)], kari('2026-06-01T10:00:00Z', '2026-06-01T22:05:00Z')).from, new Date('2026-06-02T22:00:00Z')))
test('over the night in which the clock is put forward the day is one hour shorter, and midnight stays midnight (D2)', () =>
  assert.deepEqual(openingOf([after(2)], kari('2026-03-28T10:00:00Z', '2026-03-28T10:00:00Z')).from, new Date('2026-03-29T22:00:00Z')))
test('a lesson in a section opens with the later of the two (D2)', () =>
  assert.deepEqual(openingOf([on('2026-06-10T06:00:00Z'), after(3)], kari('2026-06-01T10:00:00Z')).from, new Date('2026-06-10T06:00:00Z')))
test('whoever has not begun is told of days, since there is no day yet (D2)', () => {
  const opening = openingOf([on('2026-06-10T06:00:00Z'), after(3)], kari('2026-06-01T10:00:00Z', null))
  assert.deepEqual([opening.isOpen, opening.from, opening.afterDays], [false, null, 3])
})
test('what is unseen until then is unseen only until then, whichever of the two says so (D2)', () => {
  const releases = [on('2026-06-02T06:00:00Z', true), on('2026-06-10T06:00:00Z')]
  assert.equal(openingOf(releases, kari('2026-06-01T10:00:00Z')).isSeen, false)
  assert.equal(openingOf(releases, kari('2026-06-03T10:00:00Z')).isSeen, true)
})
