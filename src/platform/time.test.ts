import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as time from './time.ts'

const OSLO = 'Europe/Oslo'
const COPENHAGEN = 'Europe/Copenhagen'

function plus(moment: string, duration: string, zone = OSLO): string {
  return time.addDuration(new Date(moment), duration, zone).toISOString()
}

test('a lesson at ten is still at ten the day after the clocks went forward', () => {
  assert.equal(plus('2026-03-28T09:00:00Z', 'P1D'), '2026-03-29T08:00:00.000Z')
  assert.equal(plus('2026-03-28T09:00:00Z', 'P1D', COPENHAGEN), '2026-03-29T08:00:00.000Z')
})

test('a lesson at ten is still at ten the day after the clocks went back', () => {
  assert.equal(plus('2026-10-24T08:00:00Z', 'P1D'), '2026-10-25T09:00:00.000Z')
})

test('Kari, who is given 36 hours, has 36 hours, whatever the clocks do', () => {
  assert.equal(plus('2026-03-28T12:00:00Z', 'PT36H'), '2026-03-30T00:00:00.000Z')
})

test('half past two does not exist when the clocks go forward: it becomes half past three', () => {
  assert.equal(plus('2026-03-28T01:30:00Z', 'P1D'), '2026-03-29T01:30:00.000Z')
  assert.equal(time.formatTime(new Date('2026-03-29T01:30:00Z'), 'nb', OSLO), 'kl. 03.30')
})

test('half past two comes twice when the clocks go back: the first is meant', () => {
  assert.equal(plus('2026-10-24T00:30:00Z', 'P1D'), '2026-10-25T00:30:00.000Z')
})

test('a short wait in the doubled hour is not set back to the first of the two', () => {
  assert.equal(plus('2026-10-25T01:30:00Z', 'PT15M'), '2026-10-25T01:45:00.000Z')
})

test('a membership of a month from 31 January ends on the last day of February', () => {
  assert.equal(plus('2026-01-31T11:00:00Z', 'P1M'), '2026-02-28T11:00:00.000Z')
  assert.equal(plus('2028-01-31T11:00:00Z', 'P1M'), '2028-02-29T11:00:00.000Z')
})

test('three years from a leap day end on 28 February', () => {
  assert.equal(plus('2028-02-29T11:00:00Z', 'P3Y'), '2031-02-28T11:00:00.000Z')
})

test('durations in weeks, in mixed parts and backwards are understood', () => {
  assert.equal(plus('2026-06-01T10:00:00Z', 'P2W'), '2026-06-15T10:00:00.000Z')
  assert.equal(plus('2026-06-01T10:00:00Z', 'P1Y2M3DT4H5M6S'), '2027-08-04T14:05:06.000Z')
  assert.equal(plus('2026-06-01T10:00:00Z', '-P1D'), '2026-05-31T10:00:00.000Z')
  assert.equal(plus('2026-03-31T10:00:00Z', '-P1M'), '2026-02-28T11:00:00.000Z')
})

test('milliseconds and years before 1970 survive calendar sums', () => {
  assert.equal(plus('1969-07-20T20:17:40.123Z', 'P1D'), '1969-07-21T20:17:40.123Z')
})

test('what is no duration is refused', () => {
  for (const text of ['', 'P', 'PT', 'P1DT', '30', 'P1.5D', 'P1H', 'PT1D', 'p1d', 'P-1D']) {
    assert.throws(() => time.parseDuration(text), RangeError, text)
  }
})

test('the day of a learner in Oslo starts at midnight there, summer and winter', () => {
  const startOf = (moment: string) => time.startOfDay(new Date(moment), OSLO).toISOString()

  assert.equal(startOf('2026-07-01T22:30:00Z'), '2026-07-01T22:00:00.000Z')
  assert.equal(startOf('2026-07-01T21:30:00Z'), '2026-06-30T22:00:00.000Z')
  assert.equal(startOf('2026-01-01T00:00:00Z'), '2025-12-31T23:00:00.000Z')
  assert.equal(startOf('2026-03-29T20:00:00Z'), '2026-03-28T23:00:00.000Z')
})

test('Kari, who has thirty days, has all of the thirtieth', () => {
  const end = time.endOfDayAfter(new Date('2026-03-10T08:00:00Z'), 'P30D', OSLO)

  assert.equal(end.toISOString(), '2026-04-09T22:00:00.000Z')
})

test('the day that the clocks change ends at midnight too', () => {
  const end = (moment: string) => time.endOfDayAfter(new Date(moment), 'P0D', OSLO).toISOString()

  assert.equal(end('2026-03-29T00:30:00Z'), '2026-03-29T22:00:00.000Z')
  assert.equal(end('2026-10-25T00:30:00Z'), '2026-10-25T23:00:00.000Z')
})

test('a day later is what the machine says too, for every half hour of a year in Oslo', () => {
  const machineZone = process.env['TZ']
  process.env['TZ'] = OSLO
  for (let halfHour = 0; halfHour < 365 * 48; halfHour++) {
    const moment = new Date(Date.UTC(2026, 0, 1, 0, halfHour * 30))
    const expected = new Date(moment)
    expected.setDate(expected.getDate() + 1)
    assert.equal(plus(moment.toISOString(), 'P1D'), expected.toISOString())
  }
  if (machineZone === undefined) delete process.env['TZ']
  else process.env['TZ'] = machineZone
})

test('dates and times are said as people say them', () => {
  const moment = new Date('2026-08-20T08:42:00Z')

  assert.equal(time.formatDate(moment, 'nb', OSLO), '20. august 2026')
  assert.equal(time.formatDate(moment, 'da', COPENHAGEN), '20. august 2026')
  assert.equal(time.formatDate(moment, 'en', OSLO), '20 August 2026')
  assert.equal(time.formatTime(moment, 'nb', OSLO), 'kl. 10.42')
  assert.equal(time.formatTime(moment, 'da', COPENHAGEN), 'kl. 10.42')
  assert.equal(time.formatTime(moment, 'en', OSLO), '10:42')
  assert.equal(time.formatDateTime(moment, 'nb', OSLO), '20. august 2026 kl. 10.42')
  assert.equal(time.formatDateTime(moment, 'en', OSLO), '20 August 2026 at 10:42')
  assert.equal(time.formatTime(new Date('2026-08-19T22:00:00Z'), 'en', OSLO), '00:00')
})

test('an installation moved thirty days ahead lives thirty days ahead', () => {
  const clock = time.clockWithOffset('P30D')

  const ahead = clock.now().getTime() - Date.now()
  const machine = clock.machineTime(clock.now()).getTime() - Date.now()

  assert.ok(Math.abs(ahead - 30 * 86_400_000) < 1000)
  assert.ok(Math.abs(machine) < 1000)
})

test('a time on the wall is a moment and back again, in summer and in winter', () => {
  assert.deepEqual(time.momentAt('2026-06-01T12:30', 'Europe/Oslo'), new Date('2026-06-01T10:30:00Z'))
  assert.deepEqual(time.momentAt('2026-12-01T12:30', 'Europe/Oslo'), new Date('2026-12-01T11:30:00Z'))
  assert.equal(time.localMinute(new Date('2026-06-01T10:30:00Z'), 'Europe/Oslo'), '2026-06-01T12:30')
  assert.equal(time.momentAt('2026-13-01T12:30', 'Europe/Oslo'), undefined)
  assert.equal(time.momentAt('tomorrow', 'Europe/Oslo'), undefined)
})
