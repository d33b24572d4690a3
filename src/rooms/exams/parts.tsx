import { formatDateTime, formatTime, localDay } from '../../platform/time.ts'
import { type Language, say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Child, Html } from '../../web/jsx-runtime.ts'
import { type MapEntry, SavedState, Timer } from '../../web/kit/exam.tsx'
import { Page } from '../../web/page.tsx'
import { words } from './words.ts'

export type UnderWay = {
  attempt: string
  exam: { title: { text: string } }
  course: { text: string }
  now: Date
  deadline: Date
  steps: readonly { number: number; isAnswered: boolean; isFlagged: boolean }[]
}

/**
 * The frame of an exam that is under way: nothing leads away, and the time is always in sight. With
 * `saved` it says too whether the answer has arrived.
 */
export function ExamFrame(props: { shown: UnderWay; title: string; saved?: Date | null; here: Here; children: Child }): Html {
  const { shown, title, saved, here, children } = props
  const { language, site } = here.visit
  const said = say(words, language)
  const right = (
    <>
      {saved === undefined ? null : <SavedState state="saved" text={saved ? said.savedAt(formatTime(saved, language, site.zone)) : said.notSavedYet} />}
      <Timer ends={shown.deadline.toISOString()} now={shown.now.toISOString()} shown={clockOf(shown, language)} spoken={said.timeLeft} left={said.left} />
    </>
  )
  return (
    <Page here={here} title={`${title} – ${shown.exam.title.text}`} focus={{ title: shown.exam.title.text, subtitle: shown.course.text, right }}>
      <exam-time
        data-attempt={shown.attempt}
        data-zone={site.zone}
        data-hours={said.hoursMinutes('{h}', '{m}')}
        data-minute={said.minuteLeft}
        data-minutes={said.minutesLeft('{n}')}
        data-until={said.endsAt('{at}')}
        data-up={said.timeIsUp}
      >
        {children}
      </exam-time>
    </Page>
  )
}

/** The questions as the map shows them, each with its state in words. */
export function mapOf(steps: UnderWay['steps'], current: number, language: Language): MapEntry[] {
  const said = say(words, language)
  return steps.map(({ number, isAnswered, isFlagged }) => ({
    number,
    answered: isAnswered,
    flagged: isFlagged,
    current: number === current,
    label: said[labelFor(isAnswered, isFlagged)](number),
  }))
}

const SAID_IN_MINUTES = 120 // up to two hours one counts in minutes

/** Days, hours or minutes, whichever says it shortest: `2 timer`, `90 minutter`, `8 t 18 min`. */
export function durationSaid(minutes: number, language: Language): string {
  const said = say(words, language)
  if (minutes > 0 && minutes % 1_440 === 0) return said.days(minutes / 1_440)
  if (minutes > 0 && minutes % 60 === 0) return said.hours(minutes / 60)
  return minutes > SAID_IN_MINUTES ? hoursSaid(minutes, language) : said.minutes(minutes)
}

/** The time alone where it is today. */
export function whenSaid(moment: Date, here: Here): string {
  const { language, site, now } = here.visit
  const isToday = localDay(moment, site.zone) === localDay(now, site.zone)
  return isToday ? formatTime(moment, language, site.zone) : formatDateTime(moment, language, site.zone)
}

/** `83,33 %`, in English `83.33%`. */
export function percentSaid(percent: number, language: Language): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(percent)
  return language === 'en' ? `${number}%` : `${number}\u00a0%`
}

function labelFor(isAnswered: boolean, isFlagged: boolean) {
  if (isAnswered) return isFlagged ? 'placeAnsweredFlagged' : 'placeAnswered'
  return isFlagged ? 'placeOpenFlagged' : 'placeOpen'
}

function clockOf({ deadline, now }: UnderWay, language: Language): string {
  const seconds = Math.max(0, Math.floor((deadline.getTime() - now.getTime()) / 1_000))
  const minutes = Math.floor(seconds / 60)
  if (minutes >= 60) return hoursSaid(minutes, language)
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`
}

/** `8 t 18 min`. */
function hoursSaid(minutes: number, language: Language): string {
  return say(words, language).hoursMinutes(String(Math.floor(minutes / 60)), String(minutes % 60))
}
