import assert from 'node:assert/strict'
import { test } from 'node:test'
import { greetingAt } from './rules.ts'

for (const [hour, greeting] of [[4, 'evening'], [5, 'morning'], [9, 'morning'], [10, 'day'], [17, 'day'], [18, 'evening'], [23, 'evening']] as const) {
  test(`at ${hour} o’clock Kari is wished a good ${greeting}`, () => assert.equal(greetingAt(hour), greeting))
}
