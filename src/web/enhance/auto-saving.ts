/** What the server says of a save. */
type Kept = { base: number; editors?: readonly string[] }

/**
 * `<auto-saving data-to data-saved data-failed data-faulty data-conflict data-others>` around a form, with a
 * `[data-status]` in it: saves what is written by itself, a little after one has stopped, but no files. What
 * comes back as `base` is what every next save builds on, and as `editors` who else writes there. After
 * somebody else's save it stops, and the form is sent the ordinary way.
 */
class AutoSaving extends HTMLElement {
  #written = 0
  #saved = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopped = false

  connectedCallback(): void {
    this.addEventListener('input', () => this.#later(PAUSE))
    this.addEventListener('submit', () => this.#stop())
    addEventListener('pagehide', () => void this.#save({ keepalive: true }))
  }

  #later(pause: number): void {
    this.#written++
    clearTimeout(this.#timer)
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#save({}), pause)
  }

  async #save(options: { keepalive?: boolean }): Promise<void> {
    const form = this.querySelector('form')
    if (!form || this.#stopped || this.#saved === this.#written) return
    const written = this.#written
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    try {
      const answer = await fetch(this.dataset['to'] ?? form.action, { method: 'post', body, headers: { accept: 'application/json' }, ...options })
      if (answer.ok) this.#keep(written, (await answer.json()) as Kept)
      else if (answer.status === 409) this.#stop(this.dataset['conflict'])
      else this.#say(this.dataset['faulty'])
    } catch {
      this.#say(this.dataset['failed'])
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#save({}), RETRY)
    }
  }

  #keep(written: number, { base, editors = [] }: Kept): void {
    this.#saved = written
    for (const field of document.querySelectorAll<HTMLInputElement>('input[name=base]')) field.value = String(base)
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
    const others = editors.length > 0 ? (this.dataset['others'] ?? '').replace('{names}', editors.join(', ')) : ''
    this.#say(`${this.dataset['saved']} ${time}${others && `. ${others}`}`)
    if (written === this.#written) this.dispatchEvent(new Event('saved', { bubbles: true }))
  }

  #stop(reason?: string): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    if (reason !== undefined) this.#say(reason)
  }

  #say(text = ''): void {
    const status = this.querySelector('[data-status]')
    if (status && status.textContent !== text) status.textContent = text
  }
}

const PAUSE = 2_500 // milliseconds
const RETRY = 10_000

customElements.define('auto-saving', AutoSaving)
