import { announce } from './announce.ts'

const SHOWN_FOR_MS = 2000

/** `<copy-button data-value data-copied hidden>` around a button: shows itself where copying is possible. */
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    if (!navigator.clipboard) return
    this.hidden = false
    this.addEventListener('click', () => void this.#copy())
  }

  async #copy(): Promise<void> {
    const text = this.querySelector('button span')
    const { value = '', copied = '' } = this.dataset
    await navigator.clipboard.writeText(value)
    announce(copied)
    if (!text || text.textContent === copied) return

    const before = text.textContent
    text.textContent = copied
    setTimeout(() => {
      text.textContent = before
    }, SHOWN_FOR_MS)
  }
}

customElements.define('copy-button', CopyButton)
