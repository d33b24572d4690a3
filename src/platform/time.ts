import type { Language } from './words.ts'

/** Says what time it is in this installation, which may have been moved in time. */
export type Clock = {
  now(): Date
  /** When the machine's own clock shows what this clock calls `moment`: for timers and queues. */
  machineTime(moment: Date): Date
}

/** An ISO 8601 duration taken apart. `sign` holds for all of it: `-P1M2D` is a month and two days back. */
export type Duration = {
  sign: 1 | -1
  months: number
  days: number
  milliseconds: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const DURATION =
  /^(?<sign>[+-])?P(?=\d|T\d)(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?:T(?=\d)(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?$/

const formatters = new Map<string, Intl.DateTimeFormat>()
const LOCALE: Record<Language, string> = { nb: 'nb-NO', da: 'da-DK', en: 'en-GB' }

const LONG_DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }
const NUMBERS: Intl.DateTimeFormatOptions = {
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
}

/**
 * The only place that asks the machine what time it is; everything else is handed `now`.
 * Months in the offset are those of the moment the clock is made, so it never jumps while it runs.
 */
export function clockWithOffset(isoDuration: string): Clock {
  const start = new Date()
  const offset = addDuration(start, isoDuration, 'UTC').getTime() - start.getTime()
  return {
    now: () => new Date(Date.now() + offset),
    machineTime: (moment) => new Date(moment.getTime() - offset),
  }
}

/**
 * Reads `P30D`, `P1Y6M`, `P2W`, `PT15M`, `P1DT2H`, `-P1D`. Whole numbers only.
 * @throws RangeError when the text is no duration.
 */
export function parseDuration(text: string): Duration {
  const found = DURATION.exec(text)
  if (!found) throw new RangeError(`"${text}" is not an ISO 8601 duration such as P30D or PT15M`)

  const part = (name: string) => Number(found.groups?.[name] ?? 0)
  return {
    sign: found.groups?.['sign'] === '-' ? -1 : 1,
    months: part('years') * 12 + part('months'),
    days: part('weeks') * 7 + part('days'),
    milliseconds: part('hours') * HOUR + part('minutes') * MINUTE + part('seconds') * SECOND,
  }
}

/**
 * Months and days are those of the calendar in `zone`: the clock on the wall keeps its time across
 * summer time, and a month after 31 January is the last of February. Hours and less are exact.
 */
export function addDuration(moment: Date, isoDuration: string, zone: string): Date {
  const { sign, months, days, milliseconds } = parseDuration(isoDuration)
  const dated =
    months === 0 && days === 0
      ? moment.getTime()
      : momentAtWall(addDays(addMonths(wallTime(moment, zone), sign * months), sign * days), zone)
  return new Date(dated + sign * milliseconds)
}

/** The first moment of the local day that `moment` falls on. */
export function startOfDay(moment: Date, zone: string): Date {
  const wall = wallTime(moment, zone)
  return new Date(momentAtWall(wall - modulo(wall, DAY), zone))
}

/** 24:00 on the local day that is `isoDuration` later, so a promise of days never ends before dinner. */
export function endOfDayAfter(moment: Date, isoDuration: string, zone: string): Date {
  return addDuration(startOfDay(addDuration(moment, isoDuration, zone), zone), 'P1D', zone)
}

/** `20. august 2026`, in English `20 August 2026`. */
export function formatDate(moment: Date, language: Language, zone: string): string {
  return formatter(LOCALE[language], zone, LONG_DATE).format(moment)
}

/** `kl. 10.42`, in English `10:42`. */
export function formatTime(moment: Date, language: Language, zone: string): string {
  const { hour, minute } = parts(moment, zone)
  return language === 'en' ? `${hour}:${minute}` : `kl. ${hour}.${minute}`
}

/** `20. august 2026 kl. 10.42`, in English `20 August 2026 at 10:42`. */
export function formatDateTime(moment: Date, language: Language, zone: string): string {
  const between = language === 'en' ? ' at ' : ' '
  return formatDate(moment, language, zone) + between + formatTime(moment, language, zone)
}

/** The moment at which the wall shows `2026-06-01T12:30`, as a form asks for it; undefined when that is no time. */
export function momentAt(local: string, zone: string): Date | undefined {
  const wall = Date.parse(`${local}Z`)
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) && !Number.isNaN(wall) ? new Date(momentAtWall(wall, zone)) : undefined
}

/** What the wall shows at a moment, to the minute: `2026-06-01T12:30`. */
export function localMinute(moment: Date, zone: string): string {
  return new Date(wallTime(moment, zone)).toISOString().slice(0, 16)
}

/**
 * What calendar and clock on the wall show, as milliseconds counted as if the wall were in UTC:
 * days there are all 24 hours long, so calendar sums are plain sums.
 */
function wallTime(moment: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = parts(moment, zone)
  const seconds = Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!, +second!)
  return seconds + modulo(moment.getTime(), SECOND)
}

/**
 * The moment at which the wall shows `wall`. In autumn it shows it twice: the first is taken. In
 * spring it never does: as much later as the clock leaps, so 02.30 becomes 03.30.
 */
function momentAtWall(wall: number, zone: string): number {
  const earlier = wall - offsetAt(wall - DAY, zone)
  const later = wall - offsetAt(wall + DAY, zone)
  const shows = (moment: number) => wallTime(new Date(moment), zone) === wall
  return !shows(earlier) && shows(later) ? later : earlier
}

function offsetAt(moment: number, zone: string): number {
  return wallTime(new Date(moment), zone) - moment
}

function addMonths(wall: number, months: number): number {
  const from = new Date(wall)
  const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0))
  const day = Math.min(from.getUTCDate(), lastOfMonth.getUTCDate())
  return lastOfMonth.setUTCDate(day) + modulo(wall, DAY)
}

function addDays(wall: number, days: number): number {
  return wall + days * DAY
}

function parts(moment: Date, zone: string): Record<string, string> {
  const named = formatter('en-GB', zone, NUMBERS).formatToParts(moment)
  return Object.fromEntries(named.map(({ type, value }) => [type, value]))
}

/** Kept, since making one costs a hundred times what using it does. */
function formatter(locale: string, zone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${zone} ${options === NUMBERS ? 'numbers' : 'date'}`
  let kept = formatters.get(key)
  if (!kept) {
    kept = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
    formatters.set(key, kept)
  }
  return kept
}

/** The remainder that is never negative, so that times before 1970 fall on the right day. */
function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor
}

/** The day a moment falls on in a zone, as `YYYY-MM-DD`: such days compare as strings. */
export function localDay(moment: Date, zone: string): string {
  return moment.toLocaleDateString('sv-SE', { timeZone: zone })
}

/** The hour of the day in a zone, 0–23. */
export function localHour(moment: Date, zone: string): number {
  return Number(moment.toLocaleTimeString('sv-SE', { timeZone: zone, hour: '2-digit' }).slice(0, 2))
}
