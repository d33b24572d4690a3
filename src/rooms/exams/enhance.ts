import { announce } from '../../web/enhance/announce.ts'

type Waiting = { question: number; fields: [string, string][]; kind: string; sequence: number; flagged: boolean }

const TYPED = /^(shortAnswer|essay|numeric)$/

/**
 * Saves each answer of the ordinary exam form as it is given. What is not saved yet waits in the
 * browser and is sent again; "saved" is said only after the server has said it.
 */
class ExamAnswers extends HTMLElement {
  #waiting = new Map<number, Waiting>()
  #timer = 0
  #tick = 0
  #delay = 1000
  #busy = false

  connectedCallback(): void {
    this.#restore()
    this.addEventListener('input', () => this.#changed(TYPED.test(this.dataset['kind'] ?? '') ? 1500 : 300))
    this.#form.addEventListener('submit', () => this.#forget())
    addEventListener('online', this.#again)
    addEventListener('pagehide', this.#again)
    this.#tick = window.setInterval(() => this.#clock(), 1000)
    if (this.#waiting.size > 0) this.#send()
  }

  disconnectedCallback(): void {
    clearInterval(this.#tick)
    removeEventListener('online', this.#again)
    removeEventListener('pagehide', this.#again)
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement
  }

  get #key(): string {
    return `exam ${this.dataset['attempt']}`
  }

  #again = (): void => {
    this.#delay = 1000
    this.#send()
  }

  #changed(wait: number): void {
    const data = new FormData(this.#form)
    const question = Number(this.dataset['question'])
    const fields = [...data].filter(([name]) => name.startsWith('answer')).map(([name, value]): [string, string] => [name, String(value)])
    const before = Number(this.dataset['sequence'] ?? 0)
    const sequence = Math.max(Date.now(), before + 1)
    this.dataset['sequence'] = String(sequence)
    const field = this.#form.elements.namedItem('sequence')
    if (field instanceof HTMLInputElement) field.value = String(sequence)
    this.#waiting.set(question, { question, fields, kind: this.dataset['kind'] ?? '', sequence, flagged: data.has('flagged') })
    this.#keep()
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#send(), wait)
  }

  async #send(): Promise<void> {
    const sent = [...this.#waiting.values()]
    if (sent.length === 0 || this.#busy) return
    this.#busy = true
    this.#say('saving', this.dataset['saving'] ?? '')
    try {
      const answer = await fetch(`/exams/attempts/${this.dataset['attempt']}/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ answers: sent.map((one) => ({ question: one.question, response: responseOf(one), sequence: one.sequence, flagged: one.flagged })) }),
        keepalive: true,
      })
      if (!answer.ok) throw new Error(String(answer.status))
      for (const one of sent) if (this.#waiting.get(one.question)?.sequence === one.sequence) this.#waiting.delete(one.question)
      this.#keep()
      this.#delay = 1000
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
      this.#say('saved', (this.dataset['saved'] ?? '').replace('{time}', time))
    } catch {
      this.#say('unsaved', this.dataset['unsaved'] ?? '')
      this.#timer = window.setTimeout(() => this.#send(), this.#delay)
      this.#delay = Math.min(this.#delay * 2, 30_000)
    }
    this.#busy = false
  }

  #say(state: string, text: string): void {
    const place = document.getElementById('saved')
    if (!place) return
    place.dataset['state'] = state
    const words = place.querySelector('.saved-text')
    if (words) words.textContent = text
  }

  // Only what is unsent stays in the browser: it may be a school's, and the next learner's.
  #keep(): void {
    if (this.#waiting.size === 0) sessionStorage.removeItem(this.#key)
    else sessionStorage.setItem(this.#key, JSON.stringify([...this.#waiting]))
  }

  #restore(): void {
    const kept = sessionStorage.getItem(this.#key)
    if (kept) this.#waiting = new Map(JSON.parse(kept) as [number, Waiting][])
  }

  #forget(): void {
    this.#waiting.delete(Number(this.dataset['question']))
    this.#keep()
  }

  #clock(): void {
    const timer = document.getElementById('timer')
    const shown = timer?.querySelector('time')
    if (!timer || !shown) return
    const skew = Number((timer.dataset['skew'] ??= String(Date.now() - Date.parse(timer.dataset['now'] ?? ''))))
    const left = Math.max(0, Math.round((Date.parse(timer.dataset['ends'] ?? '') - Date.now() + skew) / 1000))
    const minutes = Math.floor(left / 60)
    shown.textContent = `${minutes}:${String(left % 60).padStart(2, '0')}`
    if (left % 60 === 0 && [10, 5, 1].includes(minutes)) announce(`${minutes} ${this.dataset['left']}`)
    if (left > 0) return
    clearInterval(this.#tick)
    this.#form.requestSubmit(this.#form.querySelector<HTMLButtonElement>('[value=submission]') ?? undefined)
  }
}

/** The answer as the server reads it, by the kind of question. */
function responseOf({ kind, fields }: Waiting): unknown {
  const values = fields.map(([, value]) => value).filter((value) => value !== '')
  const rows = Object.fromEntries(fields.filter(([, value]) => value !== '').map(([name, value]) => [name.slice('answer.'.length), value]))
  switch (kind) {
    case 'single':
      return { kind, chosen: values[0] ?? null }
    case 'multiple':
      return { kind, chosen: values }
    case 'trueFalse':
      return { kind, answer: values[0] === undefined ? null : values[0] === 'true' }
    case 'numeric':
    case 'shortAnswer':
    case 'essay':
      return { kind, text: values[0] ?? '' }
    case 'matching':
      return { kind, answers: rows }
    default:
      return { kind, places: Object.fromEntries(Object.entries(rows).map(([id, place]) => [id, Number(place)])) }
  }
}

customElements.define('exam-answers', ExamAnswers)
