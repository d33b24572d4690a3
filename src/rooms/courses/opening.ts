import { addDuration, startOfDay } from '../../platform/time.ts'

/** When something opens: on a day, or so many days after its learner's start; with neither, at once. */
export type Release = {
  opens: Date | null
  opensAfterDays: number | null
  /** Until then it is not even named. */
  unseen: boolean
}

/** Whether something is open to one learner, else whether they may know of it, and from when it will be. */
export type Opening = {
  isOpen: boolean
  isSeen: boolean
  from: Date | null
  /** Where only the learner's own start decides, and they have not started. */
  afterDays: number | null
}

export type Around = { enrolled: Date | null; now: Date; zone: string }

export const OPEN: Opening = { isOpen: true, isSeen: true, from: null, afterDays: null }

/** What opens by several conditions, such as its section's and its own, opens with the last of them. */
export function openingOf(releases: readonly Release[], around: Around): Opening {
  const waiting = releases.map((release) => ({ ...release, from: opensFrom(release, around) })).filter((one) => !isMet(one, around.now))
  if (waiting.length === 0) return OPEN

  const moments = waiting.flatMap(({ from }) => from ?? [])
  const isDated = moments.length === waiting.length
  return {
    isOpen: false,
    isSeen: !waiting.some(({ unseen }) => unseen),
    from: isDated ? new Date(Math.max(...moments.map(Number))) : null,
    afterDays: isDated ? null : Math.max(...waiting.map(({ opensAfterDays }) => opensAfterDays ?? 0)),
  }
}

/** Days after a start are the days of the calendar: what opens after one opens at midnight. */
function opensFrom({ opens, opensAfterDays }: Release, { enrolled, zone }: Around): Date | null {
  if (opensAfterDays === null || enrolled === null) return opens
  return startOfDay(addDuration(enrolled, `P${opensAfterDays}D`, zone), zone)
}

function isMet({ from, opensAfterDays }: Release & { from: Date | null }, now: Date): boolean {
  return from === null ? opensAfterDays === null : from <= now
}

/** What one may read before one takes the course waits for a day on the calendar, and for no start of one's own. */
export function ofSample(releases: readonly Release[]): Release[] {
  return releases.filter(({ opensAfterDays }) => opensAfterDays === null)
}

/** What a new section or item begins with in its row: it is open at once. */
export const AT_ONCE = { unseen: false } as const
