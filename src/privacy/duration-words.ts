import { parseDuration } from '../platform/time.ts'
import type { Saying } from './words.ts'

type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute'

const UNITS: Readonly<Record<Unit, Readonly<Record<'one' | 'many', Saying>>>> = {
  year: { one: { nb: 'år', da: 'år', en: 'year' }, many: { nb: 'år', da: 'år', en: 'years' } },
  month: { one: { nb: 'måned', da: 'måned', en: 'month' }, many: { nb: 'måneder', da: 'måneder', en: 'months' } },
  day: { one: { nb: 'dag', da: 'dag', en: 'day' }, many: { nb: 'dager', da: 'dage', en: 'days' } },
  hour: { one: { nb: 'time', da: 'time', en: 'hour' }, many: { nb: 'timer', da: 'timer', en: 'hours' } },
  minute: { one: { nb: 'minutt', da: 'minut', en: 'minute' }, many: { nb: 'minutter', da: 'minutter', en: 'minutes' } },
}

const MINUTE = 60_000 // milliseconds
const AND: Saying = { nb: ' og ', da: ' og ', en: ' and ' }

/** A duration as people say it: `P30D` is `30 dager`, `30 dage`, `30 days`. */
export function sayDuration(iso: string): Saying {
  const { months, days, milliseconds } = parseDuration(iso)
  const minutes = Math.round(milliseconds / MINUTE)
  const parts: [number, Unit][] = [
    [Math.floor(months / 12), 'year'],
    [months % 12, 'month'],
    [days, 'day'],
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ]
  const told = parts.filter(([count]) => count > 0)
  const inWords = (language: keyof Saying) => told.map(([count, unit]) => `${count} ${UNITS[unit][count === 1 ? 'one' : 'many'][language]}`).join(AND[language])
  return { nb: inWords('nb'), da: inWords('da'), en: inWords('en') }
}
