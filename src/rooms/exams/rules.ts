import { NOTHING_SHOWN, type Plan, type Shown } from './plan.ts'

/** More than others get. Factor 1.25 is a quarter more time. Where it has a time of its own, the exam opens or closes then for this learner. */
export type Arrangement = { factor: number; extraMinutes: number; extraAttempts: number; opens: Date | null; closes: Date | null }

/** Why a learner is given another attempt: line or device failed, it was interrupted, the exam was faulty, or it was agreed. */
export const attemptReasons = ['technical', 'interrupted', 'faulty', 'agreed'] as const
export type AttemptReason = (typeof attemptReasons)[number]

export const NO_ARRANGEMENT: Arrangement = { factor: 1, extraMinutes: 0, extraAttempts: 0, opens: null, closes: null }

/** The plan as it holds for one learner. */
export function planFor(plan: Plan, { opens, closes }: Pick<Arrangement, 'opens' | 'closes'>): Plan {
  return { ...plan, opens: opens?.toISOString() ?? plan.opens, closes: closes?.toISOString() ?? plan.closes }
}

const MINUTE = 60_000 // milliseconds

/** Whole minutes, never fewer than the arrangement says. */
export function minutesFor({ minutes }: Pick<Plan, 'minutes'>, { factor, extraMinutes }: Pick<Arrangement, 'factor' | 'extraMinutes'>): number {
  // the product of a decimal factor is a hair off: 60 * 1.1 is 66.00000000000001
  return Math.ceil(Math.round(minutes * factor * 1e6) / 1e6) + extraMinutes
}

/** Three moments: what the learner is told, until when answers are taken, and when all is over. */
export type Moments = { deadline: Date; answersUntil: Date; ends: Date }

/** The end of an attempt is fixed when it starts; who starts shortly before closing has less time. */
export function momentsOf(plan: Plan, started: Date, arrangement: Arrangement): Moments {
  const full = started.getTime() + minutesFor(plan, arrangement) * MINUTE
  return momentsAt(plan, new Date(plan.closes ? Math.min(full, Date.parse(plan.closes)) : full))
}

/** What follows from a deadline. In the `grace` to hand in, nothing more is answered. */
export function momentsAt({ onTimeUp, graceSeconds }: Plan, deadline: Date): Moments {
  const ends = new Date(deadline.getTime() + graceSeconds * 1_000)
  return { deadline, answersUntil: onTimeUp === 'grace' ? deadline : ends, ends }
}

export type Tried = { number: number; submitted: Date | null; ends: Date }
export type NotNow = { reason: 'notOpenYet' | 'examClosed' | 'noAttemptsLeft' | 'waitFirst'; until: Date | null }

/** How many attempts a learner still has. */
export function attemptsLeft(plan: Plan, arrangement: Arrangement, tried: readonly Tried[]): number {
  return Math.max(0, plan.attempts + arrangement.extraAttempts - tried.length)
}

/** Why a learner may not start now, and from when they may; null: they may. */
export function whyNotStart(
  plan: Plan,
  { arrangement, tried, now }: { arrangement: Arrangement; tried: readonly Tried[]; now: Date },
): NotNow | null {
  if (plan.closes && now >= new Date(plan.closes)) return { reason: 'examClosed', until: null }
  if (attemptsLeft(plan, arrangement, tried) === 0) return { reason: 'noAttemptsLeft', until: null }
  if (plan.opens && now < new Date(plan.opens)) return { reason: 'notOpenYet', until: new Date(plan.opens) }

  const last = Math.max(0, ...tried.map(({ submitted }) => submitted?.getTime() ?? 0))
  const until = new Date(last + plan.waitMinutes * MINUTE)
  return last > 0 && now < until ? { reason: 'waitFirst', until } : null
}

/** How the end of an attempt that nobody handed in is recorded. */
export function becauseOfTime({ onTimeUp }: Plan): 'time' | 'abandoned' {
  return onTimeUp === 'submit' ? 'time' : 'abandoned'
}

/** Sum, number of questions that count, and per cent with two decimals. A question without a fraction counts not at all. */
export function scoreOf(fractions: readonly (number | null)[]): { points: number; most: number; percent: number } {
  const counted = fractions.filter((fraction) => fraction !== null)
  const points = counted.reduce((sum, fraction) => sum + fraction, 0)
  const percent = counted.length === 0 ? 0 : Math.round((points / counted.length) * 10_000) / 100
  return { points: Math.round(points * 1e6) / 1e6, most: counted.length, percent }
}

export type Result = { attempt: string; number: number; percent: number }

/**
 * What counts of a learner's results, and the attempt it stands for: of an average the best, since a
 * certificate cites one. Undefined without a result; attempts that were abandoned have none.
 */
export function countingResult(whichCounts: Plan['whichCounts'], results: readonly Result[]): Result | undefined {
  const inOrder = results.toSorted((a, b) => a.number - b.number)
  const best = inOrder.toSorted((a, b) => b.percent - a.percent)[0]
  if (!best || whichCounts === 'highest') return best
  if (whichCounts === 'first') return inOrder[0]
  if (whichCounts === 'last') return inOrder.at(-1)

  const sum = inOrder.reduce((total, { percent }) => total + percent, 0)
  return { ...best, percent: Math.round((sum / inOrder.length) * 100) / 100 }
}

/** How far a learner has come with their attempts; while one is under way, the exam is over for them in no sense. */
export type Standing = { attemptsLeft: number; isSitting: boolean }

export function standingIn(plan: Plan, arrangement: Arrangement, tried: readonly Tried[]): Standing {
  return { attemptsLeft: attemptsLeft(plan, arrangement, tried), isSitting: tried.some(({ submitted }) => !submitted) }
}

/** An attempt, as far as it decides what of it is shown. */
export type Ended = Standing & { submitted: Date | null; released: Date | null; resultAt: Date | null; withheld: Date | null; now: Date }

const RIGHT_AFTER_MINUTES = 15

/** Which of the plan's moments it is. For somebody without attempts left the exam has closed, once they have handed in the last. */
export function reviewMoment({ closes }: Plan, { submitted, attemptsLeft, isSitting, now }: Pick<Ended, 'submitted' | 'now'> & Standing): keyof Plan['review'] | 'during' {
  if (!submitted) return 'during'
  if (!isSitting && (attemptsLeft === 0 || (closes && now >= new Date(closes)))) return 'afterClose'
  return now.getTime() - submitted.getTime() < RIGHT_AFTER_MINUTES * MINUTE ? 'rightAfter' : 'laterOpen'
}

/**
 * When the result of a marked attempt is given by itself: now, on a day, or with the learner's last attempt.
 * Having passed tells the marks, and so does a certificate: where they are hidden until a moment that comes,
 * everything waits for it.
 */
export function resultComes(plan: Plan, ended: Pick<Ended, 'now'> & Standing & { submitted: Date }): Date | 'now' | 'withTheLast' {
  const moment = reviewMoment(plan, ended)
  const { review, closes } = plan
  if (moment === 'during' || moment === 'afterClose' || review[moment].marks) return 'now'
  if (moment === 'rightAfter' && review.laterOpen.marks) return new Date(ended.submitted.getTime() + RIGHT_AFTER_MINUTES * MINUTE)
  if (!review.afterClose.marks) return 'now'
  return closes && ended.now < new Date(closes) ? new Date(closes) : 'withTheLast'
}

/** What a learner may be shown of an attempt now. While somebody still marks it nobody knows the marks for sure. */
export function shownNow(plan: Plan, ended: Ended): Shown {
  const moment = reviewMoment(plan, ended)
  if (moment === 'during') return NOTHING_SHOWN
  const shown = plan.review[moment]
  if (ended.released) return shown
  return ended.resultAt || ended.withheld ? { ...shown, marks: false } : { ...NOTHING_SHOWN, ownAnswers: shown.ownAnswers }
}
