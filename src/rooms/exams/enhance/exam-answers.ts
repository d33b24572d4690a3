import { announce } from '../../../web/enhance/announce.ts'
import { askToSignIn, leaveBehind } from './exam-elsewhere.ts'
import { moveDeadline } from './exam-time.ts'
import { answerIn, restoreInto, said, timeSaid } from './on-the-page.ts'
import { SavingLoop } from './saving-loop.ts'
import { forget, forgetSaved, letWait, type Sent, waitingFor } from './waiting-answers.ts'

const AFTER_CHOICE = 400 // milliseconds
const AFTER_TYPING = 3_000
const EVENTS = ['online', 'beforeunload', 'pagehide', 'pageshow']
const TYPED = /^(numeric|shortAnswer|essay)$/

/**
 * `<exam-answers>` around the question's form: saves while one answers, keeps what is unsent, and tries
 * again. The form itself saves too, on the way to another question.
 */
class ExamAnswers extends HTMLElement {
  readonly #form = this.querySelector('form') as HTMLFormElement
  readonly #attempt = this.dataset['attempt'] ?? ''
  readonly #question = Number(this.dataset['number'])
  readonly #loop = new SavingLoop({ attempt: this.#attempt, page: this.dataset['page'] }, { begins: () => said('saving', this.dataset['saving']), hears: (sent) => this.#heard(sent) })
  #sequence = Number(this.dataset['sequence'])

  connectedCallback(): void {
    forgetSaved(this.#attempt, [{ question: this.#question, sequence: this.#sequence }])
    const waiting = waitingFor(this.#attempt).find(({ question }) => question === this.#question)
    restoreInto(this.#form, waiting)
    this.#sequence = Math.max(this.#sequence, waiting?.sequence ?? 0)
    for (const name of ['input', 'change', 'submit']) this.addEventListener(name, this)
    for (const name of EVENTS) addEventListener(name, this)
    document.addEventListener('visibilitychange', this)
    this.#loop.start()
  }

  disconnectedCallback(): void {
    this.#loop.stop()
    for (const name of EVENTS) removeEventListener(name, this)
    document.removeEventListener('visibilitychange', this)
  }

  handleEvent(event: Event): void {
    const isTyped = TYPED.test(this.dataset['kind'] ?? '')
    if (event.type === 'submit') this.#leave(event)
    else if (event.type === 'change') this.#changed(AFTER_CHOICE)
    else if (event.type === 'visibilitychange') this.#loop.ask()
    else if (event.type === 'pageshow') this.#shown(event as PageTransitionEvent)
    else if (event.type === 'beforeunload') this.#loop.leave()
    else if (event.type !== 'input') this.#loop.now()
    else if (isTyped) this.#changed(AFTER_TYPING)
  }

  #changed(wait: number): void {
    this.#put()
    this.#loop.soon(wait)
  }

  /** Counts by the server's clock as it was when the page came: so that devices can be compared. */
  #put(): void {
    this.#sequence = Math.max(this.#sequence + 1, Math.round(Date.parse(this.dataset['now'] ?? '') + performance.now()))
    letWait(this.#attempt, { ...answerIn(this.#form, this.dataset['kind'] ?? ''), question: this.#question, sequence: this.#sequence, since: Date.now() })
  }

  // A page that comes back as it was left shows what may be old; another may have been opened since.
  #shown({ persisted }: PageTransitionEvent): void {
    if (persisted) location.reload()
  }

  // Offline the browser would show its own error instead of the exam. Nothing is counted as new that
  // nobody has changed: what is kept may come from another tab, and be newer than what stands here.
  #leave(event: Event): void {
    if (navigator.onLine) {
      ;(this.#form.elements.namedItem('sequence') as HTMLInputElement).value = String(this.#sequence)
    } else {
      event.preventDefault()
      said('unsaved', this.dataset['unsaved'])
    }
  }

  #heard(sent: Sent): void {
    const { saved = '', unsaved, refused, elsewhere = '', over, zone = '' } = this.dataset
    if ('kept' in sent && sent.kept) moveDeadline(sent.kept)
    askToSignIn(this, sent.state === 'signedOut')
    if (sent.state === 'saved' && sent.kept.elsewhere) {
      said('saved', elsewhere)
      leaveBehind(this)
    } else if (sent.state === 'saved') {
      said('saved', sent.newerElsewhere ? elsewhere : saved.replace('{at}', timeSaid(sent.kept.now, zone)))
      if (sent.newerElsewhere) announce(elsewhere)
    } else if (sent.state === 'unreachable' || sent.state === 'signedOut') {
      said('unsaved', unsaved)
    } else if (sent.state === 'refused') {
      said('unsaved', refused)
    } else if (sent.state !== 'nothing') {
      said('unsaved', over)
      forget(this.#attempt)
      location.assign(`/exams/attempts/${this.#attempt}`)
    }
  }
}

customElements.define('exam-answers', ExamAnswers)
