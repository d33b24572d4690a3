import { announce } from '../../../web/enhance/announce.ts'

const EVERY = 30_000 // milliseconds; the server counts no more than a minute at a time

type Told = { secondsLeft: number; isDone: boolean; isComplete: boolean }

/**
 * `<lesson-time data-action data-one data-more data-done>` in a lesson that asks for time: tells the server
 * that the page is before one's eyes, and says how much is left. The server counts by its own clock.
 */
class LessonTime extends HTMLElement {
  #timer = 0

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this)
    addEventListener('pagehide', this)
    if (!document.hidden) this.#begin()
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer)
    document.removeEventListener('visibilitychange', this)
    removeEventListener('pagehide', this)
  }

  handleEvent(event: Event): void {
    if (document.hidden || event.type === 'pagehide') this.#pause()
    else this.#begin()
  }

  #begin(): void {
    clearInterval(this.#timer)
    this.#timer = window.setInterval(() => void this.#tell('reads on'), EVERY)
    void this.#tell('begins')
  }

  #pause(): void {
    clearInterval(this.#timer)
    void this.#tell('reads on')
  }

  async #tell(says: string): Promise<void> {
    const answer = await fetch(this.dataset['action'] ?? '', {
      method: 'post',
      body: new URLSearchParams({ says }),
      keepalive: true,
      headers: { accept: 'application/json' },
      // Told again in half a minute; meanwhile the button does the same.
    }).catch(() => undefined)
    if (answer?.ok) this.#show((await answer.json()) as Told)
  }

  #show({ secondsLeft, isDone }: Told): void {
    const minutes = Math.ceil(secondsLeft / 60)
    const { one = '', more = '', done = '' } = this.dataset
    this.textContent = minutes < 2 ? one : more.replace('{n}', String(minutes))
    if (!isDone) return
    this.textContent = done
    this.disconnectedCallback()
    announce(done)
  }
}

customElements.define('lesson-time', LessonTime)
