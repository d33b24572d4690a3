import { responseOf } from './response-of.ts'

/** An answer as it stands in the form, until the server has said that it is saved. */
export type Waiting = {
  question: number
  kind: string
  fields: [name: string, value: string][]
  flagged: boolean
  sequence: number
  /** By the browser's own clock. */
  since: number
}

/** What the server says is kept now: sequences by question, and its own time. */
export type Kept = { saved: { question: number; sequence: number | null }[]; elsewhere: boolean; now: string; deadline: string }

/** An attempt, and which page of it this is. */
export type Place = { attempt: string; page: string | undefined }

export type Sent =
  | { state: 'unreachable' | 'notOurs' | 'signedOut' | 'refused' }
  | { state: 'nothing'; kept?: Kept }
  | { state: 'saved' | 'over'; kept: Kept; newerElsewhere: boolean }

const PREFIX = 'exam '
const A_DAY = 86_400_000 // milliseconds
// What outlives its page may have 64 KiB, and a letter takes three bytes at the most. https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
const LONGEST_KEPT_ALIVE = 20_000 // characters

/** Only what is unsent is in the browser: it may be a school's, and the next learner's. */
export function waitingFor(attempt: string): Waiting[] {
  return JSON.parse(localStorage.getItem(PREFIX + attempt) ?? '[]') as Waiting[]
}

export function letWait(attempt: string, one: Waiting): void {
  keep(attempt, [...waitingFor(attempt).filter(({ question }) => question !== one.question), one])
}

export function forget(attempt: string): void {
  localStorage.removeItem(PREFIX + attempt)
}

export function forgetAll(): void {
  for (const attempt of attemptsWaiting()) forget(attempt)
}

/** Whoever never came back to an exam leaves nothing for long. */
export function forgetOld(): void {
  const isOld = ({ since }: Waiting) => since < Date.now() - A_DAY
  for (const attempt of attemptsWaiting()) if (waitingFor(attempt).every(isOld)) forget(attempt)
}

/** What the server has already, whichever way it came there, waits no longer. */
export function forgetSaved(attempt: string, saved: Kept['saved']): void {
  const isSaved = ({ question, sequence }: Waiting) => saved.some((one) => one.question === question && one.sequence !== null && one.sequence >= sequence)
  keep(attempt, waitingFor(attempt).filter((one) => !isSaved(one)))
}

/** Sends all that waits, which may be nothing. Says "saved" only of what the server has said it keeps. */
export async function sendWaiting({ attempt, page }: Place): Promise<Sent> {
  const sent = waitingFor(attempt)
  const answers = sent.map((one) => ({ question: one.question, response: responseOf(one), sequence: one.sequence, flagged: one.flagged }))
  const body = JSON.stringify({ page, answers })
  const answer = await fetch(`/exams/attempts/${attempt}/answers`, {
    method: 'post',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
    keepalive: body.length <= LONGEST_KEPT_ALIVE,
  }).catch(() => undefined)

  if (answer?.status === 404) return { state: 'notOurs' }
  if (answer?.status === 401) return { state: 'signedOut' }
  if (answer?.status === 413 || answer?.status === 422) return { state: 'refused' }
  if (answer?.status !== 200 && answer?.status !== 409) return { state: sent.length > 0 ? 'unreachable' : 'nothing' }
  const kept = (await answer.json()) as Kept
  if (answer.ok && sent.length === 0 && !kept.elsewhere) return { state: 'nothing', kept }
  forgetSaved(attempt, kept.saved)
  const newerElsewhere = kept.saved.some(({ question, sequence }) => (sequence ?? 0) > (sent.find((one) => one.question === question)?.sequence ?? 0))
  return { state: answer.ok ? 'saved' : 'over', kept, newerElsewhere }
}

function attemptsWaiting(): string[] {
  return Object.keys(localStorage).flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : []))
}

function keep(attempt: string, waiting: readonly Waiting[]): void {
  if (waiting.length === 0) forget(attempt)
  else localStorage.setItem(PREFIX + attempt, JSON.stringify(waiting))
}
