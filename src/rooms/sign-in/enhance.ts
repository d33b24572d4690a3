import { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'

/**
 * The browser's half of passkeys, around an ordinary form:
 *
 *     <passkey-sign-in hidden data-options={JSON.stringify(options)} data-stopped="…" data-failed="…">
 *       <form method="post" action="/sign-in/passkey">
 *         <input type="hidden" name="answer">
 *         <button>…</button>
 *         <p role="alert"></p>
 *       </form>
 *     </passkey-sign-in>
 *
 * `<passkey-registration>` is the same, and may have `data-known` besides: what to say when this device
 * has a passkey already. The server hands them out hidden; they show themselves where passkeys exist.
 */
type Ask = (options: string) => Promise<object>

define('passkey-sign-in', (options) => startAuthentication({ optionsJSON: JSON.parse(options) }))
define('passkey-registration', (options) => startRegistration({ optionsJSON: JSON.parse(options) }))

/** `<print-button hidden>` around a button: shows itself, since only a script can print. */
customElements.define(
  'print-button',
  class extends HTMLElement {
    connectedCallback(): void {
      this.hidden = false
      this.addEventListener('click', () => print())
    }
  },
)

function define(name: string, ask: Ask): void {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback(): void {
        if (browserSupportsWebAuthn()) show(this, ask)
      }
    },
  )
}

function show(element: HTMLElement, ask: Ask): void {
  const form = element.querySelector('form')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    void answer(element, form, ask)
  })
  element.hidden = false
}

async function answer(element: HTMLElement, form: HTMLFormElement, ask: Ask): Promise<void> {
  const field = form.querySelector<HTMLInputElement>('input[name=answer]')
  if (!field) return
  say(element, '')
  try {
    field.value = JSON.stringify(await ask(element.dataset.options ?? ''))
    // Not requestSubmit, which would ask the person once more.
    form.submit()
  } catch (reason) {
    say(element, wordsFor(element, reason))
  }
}

function say(element: HTMLElement, text: string): void {
  const alert = element.querySelector('[role=alert]')
  if (alert) alert.textContent = text
}

function wordsFor(element: HTMLElement, reason: unknown): string {
  const { known, stopped = '', failed = '' } = element.dataset
  const code = reason instanceof WebAuthnError ? reason.code : undefined
  // A second press of the button ends the first question; the second one goes on.
  if (code === 'ERROR_CEREMONY_ABORTED') return ''
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return known ?? failed
  // Browsers say no more than this when the person closes the window, or waits too long.
  return reason instanceof Error && reason.name === 'NotAllowedError' ? stopped : failed
}
