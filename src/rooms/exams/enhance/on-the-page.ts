import type { Waiting } from './waiting-answers.ts'

/** Says beside the timer whether the answers have arrived. */
export function said(state: 'saved' | 'saving' | 'unsaved', text = ''): void {
  const place = document.getElementById('saved')
  if (!place) return
  place.dataset['state'] = state
  const words = place.querySelector('.saved-text')
  if (words) words.textContent = text
}

/** What the clock on the wall shows there, as the page says it: `kl. 10.42`, in English `10:42`. */
export function timeSaid(moment: string, zone: string): string {
  const time = new Date(moment).toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  return document.documentElement.lang === 'en' ? time : `kl. ${time.replace(':', '.')}`
}

/** The answer as it stands in the question's form. */
export function answerIn(form: HTMLFormElement, kind: string): Pick<Waiting, 'kind' | 'fields' | 'flagged'> {
  const data = new FormData(form)
  const fields = [...data].filter(([name]) => name.startsWith('answer')).map(([name, value]): [string, string] => [name, String(value)])
  return { kind, fields, flagged: data.has('flagged') }
}

/** Puts an answer that waits back into its form: it is newer than what the server has shown. */
export function restoreInto(form: HTMLFormElement, waiting: Waiting | undefined): void {
  if (!waiting) return
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && /radio|checkbox/.test(element.type)) {
      element.checked = element.name === 'flagged' ? waiting.flagged : waiting.fields.some(([name, value]) => name === element.name && value === element.value)
    } else if (isFilledIn(element)) {
      element.value = waiting.fields.find(([name]) => name === element.name)?.[1] ?? element.value
    }
  }
}

function isFilledIn(element: Element): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return element.matches('input:not([type=hidden]), textarea, select')
}
