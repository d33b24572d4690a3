import { type Place, type Sent, sendWaiting, waitingFor } from './waiting-answers.ts'

const FIRST_RETRY = 1_000 // milliseconds
const LAST_RETRY = 30_000
const LATEST = 10_000 // whoever writes without a pause is saved too
const ASKS_EVERY = 30_000

/**
 * Sends what waits for one attempt, now or soon, and again with longer and longer pauses while nobody answers.
 * Now and then it asks though nothing waits: time may have been added, or the exam gone on elsewhere.
 */
export class SavingLoop {
  #place: Place
  readonly #begins: () => void
  readonly #hears: (sent: Sent) => void
  #timer = 0
  #asking = 0
  #pause = FIRST_RETRY
  #isBusy = false
  /** When the first change was made that has not been sent; 0 for none. */
  #since = 0

  constructor(place: Place, { begins, hears }: { begins: () => void; hears: (sent: Sent) => void }) {
    this.#place = place
    this.#begins = begins
    this.#hears = hears
  }

  start(): void {
    this.#asking = window.setInterval(() => this.ask(), ASKS_EVERY)
    this.now()
  }

  soon(wait: number): void {
    this.#since ||= performance.now()
    this.#in(Math.min(wait, Math.max(0, this.#since + LATEST - performance.now())))
  }

  now(): void {
    this.#pause = FIRST_RETRY
    void this.#send()
  }

  /** Sends what waits, and asks even if nothing does. */
  ask(): void {
    void this.#send(true)
  }

  /** Another page comes in place of this one: what is sent from now on no longer speaks for an open page. */
  leave(): void {
    this.#place = { ...this.#place, page: undefined }
  }

  stop(): void {
    clearTimeout(this.#timer)
    clearInterval(this.#asking)
  }

  #in(wait: number): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#send(), wait)
  }

  async #send(anyhow = false): Promise<void> {
    const isWaiting = waitingFor(this.#place.attempt).length > 0
    if (this.#isBusy || !(isWaiting || anyhow)) return
    this.#isBusy = true
    this.#since = 0
    if (isWaiting) this.#begins()
    const sent = await sendWaiting(this.#place)
    this.#isBusy = false
    this.#hears(sent)

    if (sent.state === 'unreachable' || sent.state === 'signedOut') {
      this.#in(this.#pause)
      this.#pause = Math.min(this.#pause * 2, LAST_RETRY)
    } else if (sent.state === 'saved') {
      this.#pause = FIRST_RETRY
      // Something was changed while that was on its way.
      if (waitingFor(this.#place.attempt).length > 0) this.#in(0)
    }
  }
}
