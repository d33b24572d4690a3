/** `<unsaved-changes>` around a form: the browser asks before what was written is lost. */
class UnsavedChanges extends HTMLElement {
  #changed = false

  connectedCallback(): void {
    this.addEventListener('input', this)
    this.addEventListener('submit', this)
    this.addEventListener('saved', this)
    addEventListener('beforeunload', this)
  }

  disconnectedCallback(): void {
    removeEventListener('beforeunload', this)
  }

  handleEvent(event: Event): void {
    if (event.type === 'beforeunload') {
      if (this.#changed) event.preventDefault()
    } else {
      this.#changed = event.type === 'input'
    }
  }
}

customElements.define('unsaved-changes', UnsavedChanges)
