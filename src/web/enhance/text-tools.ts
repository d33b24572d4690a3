/**
 * `<text-tools data-for="text" hidden>` around buttons that write Markdown into that text, so that nobody
 * must know its signs: `data-around` on both sides of what is chosen, `data-line` before each of its lines,
 * `data-insert` where the cursor stands. Shows itself, since without a script there is nothing to press.
 */
class TextTools extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null
      const text = document.getElementById(this.dataset['for'] ?? '')
      if (button && text instanceof HTMLTextAreaElement) write(text, button.dataset)
    })
  }
}

type Tool = { around?: string; line?: string; insert?: string }

function write(text: HTMLTextAreaElement, { around, line, insert }: DOMStringMap & Tool): void {
  const { selectionStart: from, selectionEnd: to, value } = text
  if (around !== undefined) {
    text.setRangeText(`${around}${value.slice(from, to)}${around}`, from, to, 'end')
    if (from === to) text.setSelectionRange(from + around.length, from + around.length)
  } else if (line !== undefined) {
    const start = from === 0 ? 0 : value.lastIndexOf('\n', from - 1) + 1
    const marked = value.slice(start, to).split('\n').map((one) => `${line}${one}`)
    text.setRangeText(marked.join('\n'), start, to, 'end')
  } else if (insert !== undefined) {
    text.setRangeText(insert, from, to, 'end')
    // What a picture shows is written next.
    const gap = insert.indexOf('[]') + 1
    if (gap > 0) text.setSelectionRange(from + gap, from + gap)
  }
  text.focus()
  text.dispatchEvent(new Event('input', { bubbles: true }))
}

customElements.define('text-tools', TextTools)
