import { announce } from '../../../web/enhance/announce.ts'
import { sendWaiting, waitingFor } from './waiting-answers.ts'

const SPOKEN_AT = [10, 5, 1] // minutes
const TICK = 1_000 // milliseconds

// The server's clock, and this one at the same moment. Neither sleep nor a changed clock may make time longer.
let server = { now: 0, here: 0 }

/** Takes the server's word for how late it is, and until when there is time. */
export function moveDeadline({ now, deadline }: { now: string; deadline: string }): void {
  server = { now: Date.parse(now), here: Date.now() }
  const timer = document.getElementById('timer')
  if (timer) timer.dataset['ends'] = deadline
}

/**
 * `<exam-time>` around the page of an exam: shows the time left, says it aloud now and then, and hands
 * in at the end. It is only a picture: the server decides, and sends back whoever comes too early.
 */
class ExamTime extends HTMLElement {
  #ticking = 0
  #spoken = new Set<number>()

  connectedCallback(): void {
    const { ends = '', now = '' } = document.getElementById('timer')?.dataset ?? {}
    moveDeadline({ now, deadline: ends })
    // What was past when the page opened is not said any more.
    for (const minutes of SPOKEN_AT) if (secondsLeft() < minutes * 60) this.#spoken.add(minutes)
    this.#ticking = window.setInterval(() => this.#tick(), TICK)
    this.#tick()
  }

  disconnectedCallback(): void {
    clearInterval(this.#ticking)
  }

  #tick(): void {
    const left = secondsLeft()
    const shown = document.querySelector('#timer time')
    if (shown) shown.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
    for (const minutes of SPOKEN_AT) if (left <= minutes * 60) this.#speak(minutes)
    if (left === 0) void this.#end()
  }

  #speak(minutes: number): void {
    if (this.#spoken.has(minutes)) return
    this.#spoken.add(minutes)
    const { minute = '', minutes: many = '' } = this.dataset
    announce(minutes === 1 ? minute : many.replace('{n}', String(minutes)))
  }

  async #end(): Promise<void> {
    clearInterval(this.#ticking)
    announce(this.dataset['up'] ?? '')
    const { attempt = '' } = this.dataset
    if (waitingFor(attempt).length > 0) await sendWaiting({ attempt, page: undefined })
    const form = document.createElement('form')
    form.method = 'post'
    form.action = `/exams/attempts/${attempt}/submission`
    form.innerHTML = '<input type="hidden" name="because" value="time">'
    document.body.append(form)
    form.submit()
  }
}

function secondsLeft(): number {
  const ends = Date.parse(document.getElementById('timer')?.dataset['ends'] ?? '')
  return Math.max(0, Math.round((ends - server.now - (Date.now() - server.here)) / 1_000))
}

customElements.define('exam-time', ExamTime)
