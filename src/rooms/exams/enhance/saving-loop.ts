import { type Place, type Sent, sendWaiting, waitingFor } from './waiting-answers.ts'

const FIRST_RETRY = 1_000 // milliseconds
const LAST_RETRY = 30_000

/** Sends what waits for one attempt, now or soon, and again with longer and longer pauses while nobody answers. */
export class SavingLoop {
  readonly #place: Place
  readonly #begins: () => void
  readonly #hears: (sent: Sent) => void
  #timer = 0
  #pause = FIRST_RETRY
  #isBusy = false

  constructor(place: Place, { begins, hears }: { begins: () => void; hears: (sent: Sent) => void }) {
    this.#place = place
    this.#begins = begins
    this.#hears = hears
  }

  soon(wait: number): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#send(), wait)
  }

  now(): void {
    this.#pause = FIRST_RETRY
    void this.#send()
  }

  /** Sends what waits, and asks even if nothing does: the exam may have gone on elsewhere. */
  ask(): void {
    void this.#send(true)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  async #send(anyhow = false): Promise<void> {
    const isWaiting = waitingFor(this.#place.attempt).length > 0
    if (this.#isBusy || !(isWaiting || anyhow)) return
    this.#isBusy = true
    if (isWaiting) this.#begins()
    const sent = await sendWaiting(this.#place)
    this.#isBusy = false
    this.#hears(sent)

    if (sent.state === 'unreachable') {
      this.soon(this.#pause)
      this.#pause = Math.min(this.#pause * 2, LAST_RETRY)
    } else if (sent.state === 'saved') {
      this.#pause = FIRST_RETRY
      // Something was changed while that was on its way.
      if (waitingFor(this.#place.attempt).length > 0) this.soon(0)
    }
  }
}
