/** What makes a lesson done, as its author has chosen. */
export const ways = ['read', 'opened', 'time', 'teacher', 'passed'] as const
export type Way = (typeof ways)[number]

/** How an item was done: by its own way, or because a teacher counted it. */
export type How = Way

export type Doing = {
  way: Way
  /** How long one must read, where the way is `time`. */
  leastMinutes: number | null
  /** The item of the exam to be passed, where the way of a lesson is `passed`. */
  doneWith: string | null
}

/** What a learner has to do, in a few letters, for the rule that is kept when they have completed the course. */
export function wayOf({ kind, way, leastMinutes, doneWith }: Doing & { kind: 'lesson' | 'exam' }): string {
  if (kind === 'exam') return 'passed'
  if (way === 'time') return `time ${leastMinutes}`
  return way === 'passed' ? `passed ${doneWith}` : way
}

const BEAT = 60 // seconds: a page that is read says so every half minute, and one that says nothing is not read
const WITHOUT_A_SCRIPT = 30 * 60 // seconds, between opening a lesson and saying that one is done

export type Reading = {
  /** When the lesson was opened last. */
  lastVisited: Date
  /** When its page last said that it is read; null as long as it has said nothing since it was opened. */
  lastRead: Date | null
}

/**
 * Seconds that count as read since they were last counted. Only the server's clock is asked, so two tabs
 * count once. Whoever has no script says at the end that they have read: then the time since the page was
 * opened counts, up to half an hour.
 */
export function secondsSince({ lastVisited, lastRead }: Reading, now: Date, says: 'reads on' | 'is done'): number {
  const most = says === 'is done' && lastRead === null ? WITHOUT_A_SCRIPT : BEAT
  const passed = Math.floor((now.getTime() - (lastRead ?? lastVisited).getTime()) / 1000)
  return Math.min(Math.max(passed, 0), most)
}

/** Seconds of reading that are still missing. */
export function secondsLeft(leastMinutes: number | null, secondsRead: number): number {
  return Math.max(0, (leastMinutes ?? 0) * 60 - secondsRead)
}
