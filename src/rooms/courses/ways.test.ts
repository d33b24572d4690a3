import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secondsLeft, secondsSince } from './ways.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 5, 1, 10) + seconds * 1000)

test('half a minute after the page last spoke, half a minute is counted (D3)', () =>
  assert.equal(secondsSince({ lastVisited: at(0), lastRead: at(30) }, at(60), 'reads on'), 30))
test('a page that was silent for an hour was not read for an hour (D3)', () =>
  assert.equal(secondsSince({ lastVisited: at(0), lastRead: at(0) }, at(3600), 'reads on'), 60))
test('without a script the time until Kari says that she has read counts, up to half an hour (D3)', () => {
  assert.equal(secondsSince({ lastVisited: at(0), lastRead: null }, at(600), 'is done'), 600)
  assert.equal(secondsSince({ lastVisited: at(0), lastRead: null }, at(7200), 'is done'), 1800)
})
test('whose page speaks gains nothing by pressing instead (D3)', () =>
  assert.equal(secondsSince({ lastVisited: at(0), lastRead: at(0) }, at(1200), 'is done'), 60))
test('a clock that is put back takes nothing away', () =>
  assert.equal(secondsSince({ lastVisited: at(0), lastRead: at(60) }, at(30), 'reads on'), 0))
test('five minutes asked for, four read: a minute is left (D3)', () => assert.equal(secondsLeft(5, 240), 60))
