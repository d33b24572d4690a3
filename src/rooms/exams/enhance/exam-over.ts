import { forget, forgetAll, forgetOld } from './waiting-answers.ts'

/** `<exam-over>` on the page of an attempt that is handed in: nothing of it stays in the browser. */
class ExamOver extends HTMLElement {
  connectedCallback(): void {
    forget(this.dataset['attempt'] ?? '')
  }
}

customElements.define('exam-over', ExamOver)

forgetOld()

// Whoever signs out leaves nothing behind for the next one at this computer.
document.addEventListener('submit', ({ target }) => {
  if (target instanceof HTMLFormElement && new URL(target.action).pathname === '/sign-out') forgetAll()
})
