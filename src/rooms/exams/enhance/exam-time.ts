import { announce } from '../../../web/enhance/announce.ts'
import { timeSaid } from './on-the-page.ts'
import { sendWaiting, waitingFor } from './waiting-answers.ts'

const SPOKEN_AT = [10, 5, 1] // minutes
const TICK = 1_000 // milliseconds
const SLACK = 30 // seconds: by less, nothing is new to say

// The server's clock, and both of this machine's at the same moment. One stands still in sleep and the
// other can be set back: the one that says it is later counts, so that neither makes time longer.
let server = { now: 0, wall: 0, steady: 0 }

/** Takes the server's word for how late it is, and until when there is time. */
export function moveDeadline({ now, deadline }: { now: string; deadline: string }): void {
  const before = secondsLeft()
  server = { now: Date.parse(now), wall: Date.now(), steady: performance.now() }
  const timer = document.getElementById('timer')
  if (!timer) return
  timer.dataset['ends'] = deadline
  if (secondsLeft() > before + SLACK) document.querySelector('exam-time')?.dispatchEvent(new CustomEvent('moved', { detail: deadline }))
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
    this.addEventListener('moved', (event) => this.#sayMore((event as CustomEvent<string>).detail))
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
    if (shown) shown.textContent = this.#clock(left)
    const due = SPOKEN_AT.filter((minutes) => left <= minutes * 60 && !this.#spoken.has(minutes))
    for (const minutes of due) this.#spoken.add(minutes)
    // After a sleep several are due at once: what is left now is said, and once.
    if (due.length > 0 && left > 0) this.#speak(Math.ceil(left / 60))
    if (left === 0) void this.#end()
  }

  #clock(left: number): string {
    const minutes = Math.floor(left / 60)
    if (minutes < 60) return `${minutes}:${String(left % 60).padStart(2, '0')}`
    return (this.dataset['hours'] ?? '').replace('{h}', String(Math.floor(minutes / 60))).replace('{m}', String(minutes % 60))
  }

  #speak(minutes: number): void {
    const { minute = '', minutes: many = '' } = this.dataset
    announce(minutes === 1 ? minute : many.replace('{n}', String(minutes)))
  }

  /** A teacher has added minutes: what was said of the time is said anew when it comes. */
  #sayMore(deadline: string): void {
    for (const minutes of SPOKEN_AT) if (secondsLeft() > minutes * 60) this.#spoken.delete(minutes)
    const { until = '', zone = '' } = this.dataset
    const text = until.replace('{at}', timeSaid(deadline, zone))
    const place = document.querySelector('#ends span')
    if (place) place.textContent = text
    announce(text)
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
  const passed = Math.max(Date.now() - server.wall, performance.now() - server.steady)
  return Math.max(0, Math.round((ends - server.now - passed) / 1_000))
}

customElements.define('exam-time', ExamTime)
