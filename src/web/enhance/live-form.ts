/**
 * `<live-form data-parts="results count">` around a form: sends it as the browser would, and takes the
 * named parts out of the page that comes back. With `data-auto` every change sends it.
 * Whatever goes wrong, the form is sent the ordinary way, so that nothing is lost or shown wrongly.
 */
class LiveForm extends HTMLElement {
  #underWay: AbortController | undefined

  connectedCallback(): void {
    this.addEventListener('submit', (event) => void this.#submit(event))
    if ('auto' in this.dataset) this.addEventListener('change', (event) => formOf(event.target)?.requestSubmit())
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const form = formOf(event.target)
    if (!form || event.submitter?.hasAttribute('data-whole-page')) return
    event.preventDefault()

    this.#underWay?.abort()
    const underWay = new AbortController()
    this.#underWay = underWay
    this.setAttribute('aria-busy', 'true')
    try {
      const answer = await send(form, event.submitter, underWay.signal)
      this.#take(new DOMParser().parseFromString(await answer.text(), 'text/html'))
      if (form.method === 'get') history.replaceState(null, '', answer.url)
      if (this.#underWay === underWay) this.removeAttribute('aria-busy')
    } catch {
      if (!underWay.signal.aborted) form.submit()
    }
  }

  #take(page: Document): void {
    const focused = document.activeElement?.id
    for (const id of (this.dataset.parts ?? '').split(' ')) {
      const fresh = page.getElementById(id)
      if (fresh) document.getElementById(id)?.replaceWith(document.adoptNode(fresh))
    }
    if (focused) document.getElementById(focused)?.focus()
  }
}

function formOf(target: EventTarget | null): HTMLFormElement | null {
  return target instanceof Element ? target.closest('form') : null
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null, signal: AbortSignal): Promise<Response> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form, submitter)) fields.append(name, String(value))
  const answer =
    form.method === 'get'
      ? await fetch(`${form.action.split('?')[0]}?${fields}`, { signal })
      : await fetch(form.action, { method: 'post', body: fields, signal })
  if (answer.status >= 500) throw new Error(`the server answered ${answer.status}`)
  return answer
}

customElements.define('live-form', LiveForm)
