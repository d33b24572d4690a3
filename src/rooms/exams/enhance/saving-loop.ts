import { type Sent, sendWaiting, waitingFor } from './waiting-answers.ts'

const FIRST_RETRY = 1_000 // milliseconds
const LAST_RETRY = 30_000

/** Sends what waits for one attempt, now or soon, and again with longer and longer pauses while nobody answers. */
export class SavingLoop {
  readonly #attempt: string
  readonly #begins: () => void
  readonly #hears: (sent: Sent) => void
  #timer = 0
  #pause = FIRST_RETRY
  #isBusy = false

  constructor(attempt: string, { begins, hears }: { begins: () => void; hears: (sent: Sent) => void }) {
    this.#attempt = attempt
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

  stop(): void {
    clearTimeout(this.#timer)
  }

  async #send(): Promise<void> {
    if (this.#isBusy || waitingFor(this.#attempt).length === 0) return
    this.#isBusy = true
    this.#begins()
    const sent = await sendWaiting(this.#attempt)
    this.#isBusy = false
    this.#hears(sent)

    if (sent.state === 'unreachable') {
      this.soon(this.#pause)
      this.#pause = Math.min(this.#pause * 2, LAST_RETRY)
    } else if (sent.state === 'saved') {
      this.#pause = FIRST_RETRY
      // Something was changed while that was on its way.
      if (waitingFor(this.#attempt).length > 0) this.soon(0)
    }
  }
}
