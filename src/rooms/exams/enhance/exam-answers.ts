import { announce } from '../../../web/enhance/announce.ts'
import { moveDeadline } from './exam-time.ts'
import { forget, forgetSaved, letWait, type Sent, sendWaiting, waitingFor } from './waiting-answers.ts'
import { restoreInto, said } from './on-the-page.ts'

const AFTER_CHOICE = 400 // milliseconds
const AFTER_TYPING = 3_000
const FIRST_RETRY = 1_000
const LAST_RETRY = 30_000
const TYPED = /^(numeric|shortAnswer|essay)$/

/**
 * `<exam-answers>` around the question's form: saves while one answers, keeps what is unsent, and tries
 * again. The form itself saves too, on the way to another question.
 */
class ExamAnswers extends HTMLElement {
  #timer = 0
  #retry = FIRST_RETRY
  #isBusy = false
  #sequence = 0

  connectedCallback(): void {
    this.#sequence = Number(this.dataset['sequence'])
    forgetSaved(this.#attempt, [{ question: this.#number, sequence: this.#sequence }])
    restoreInto(this.#form, waitingFor(this.#attempt).find(({ question }) => question === this.#number))
    for (const name of ['input', 'change', 'submit']) this.addEventListener(name, this)
    for (const name of ['online', 'pagehide']) addEventListener(name, this)
    document.addEventListener('visibilitychange', this)
    void this.#send()
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    for (const name of ['online', 'pagehide']) removeEventListener(name, this)
    document.removeEventListener('visibilitychange', this)
  }

  handleEvent(event: Event): void {
    if (event.type === 'submit') this.#leave(event)
    else if (event.type === 'input' && !TYPED.test(this.dataset['kind'] ?? '')) return
    else if (event.type === 'input' || event.type === 'change') this.#changed(event.type === 'input' ? AFTER_TYPING : AFTER_CHOICE)
    else this.#again()
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement
  }
  get #attempt(): string {
    return this.dataset['attempt'] ?? ''
  }
  get #number(): number {
    return Number(this.dataset['number'])
  }

  #changed(wait: number): void {
    this.#put()
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#send(), wait)
  }

  /** Counts by the server's clock as it was when the page came: so that devices can be compared. */
  #put(): void {
    this.#sequence = Math.max(this.#sequence + 1, Math.round(Date.parse(this.dataset['now'] ?? '') + performance.now()))
    const data = new FormData(this.#form)
    const fields = [...data].filter(([name]) => /^answer/.test(name)).map(([name, value]): [string, string] => [name, String(value)])
    const answer = { kind: this.dataset['kind'] ?? '', fields, flagged: data.has('flagged') }
    letWait(this.#attempt, { ...answer, question: this.#number, sequence: this.#sequence, since: Date.now() })
  }

  // Offline the browser would show its own error instead of the exam.
  #leave(event: Event): void {
    if (navigator.onLine) {
      this.#put()
      ;(this.#form.elements.namedItem('sequence') as HTMLInputElement).value = String(this.#sequence)
    } else {
      event.preventDefault()
      said('unsaved', this.dataset['unsaved'])
    }
  }

  #again(): void {
    this.#retry = FIRST_RETRY
    void this.#send()
  }

  async #send(): Promise<void> {
    if (this.#isBusy || waitingFor(this.#attempt).length === 0) return
    this.#isBusy = true
    said('saving', this.dataset['saving'])
    const sent = await sendWaiting(this.#attempt)
    this.#isBusy = false
    this.#heard(sent)
  }

  #heard(sent: Sent): void {
    const { saved = '', unsaved, elsewhere = '', over, locale, zone } = this.dataset
    if (sent.state === 'saved' || sent.state === 'over') moveDeadline(sent.kept)
    if (sent.state === 'saved') {
      this.#retry = FIRST_RETRY
      const at = new Date(sent.kept.now).toLocaleTimeString(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' })
      said('saved', sent.newerElsewhere ? elsewhere : saved.replace('{at}', at))
      if (sent.newerElsewhere) announce(elsewhere)
      if (waitingFor(this.#attempt).length > 0) this.#changed(AFTER_CHOICE)
    } else if (sent.state === 'unreachable') {
      said('unsaved', unsaved)
      this.#timer = window.setTimeout(() => void this.#send(), this.#retry)
      this.#retry = Math.min(this.#retry * 2, LAST_RETRY)
    } else if (sent.state !== 'nothing') {
      said('unsaved', over)
      forget(this.#attempt)
      location.assign(`/exams/attempts/${this.#attempt}`)
    }
  }
}

customElements.define('exam-answers', ExamAnswers)
