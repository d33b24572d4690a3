/** `<pop-menu>` around a `<details>`: Escape and a click elsewhere close it, as people expect of a menu. */
class PopMenu extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('keydown', this)
    this.addEventListener('focusout', this)
    document.addEventListener('pointerdown', this)
  }

  disconnectedCallback(): void {
    document.removeEventListener('pointerdown', this)
  }

  handleEvent(event: Event): void {
    const menu = this.querySelector('details')
    if (!menu?.open) return

    if (event instanceof KeyboardEvent) {
      if (event.key !== 'Escape') return
      menu.open = false
      menu.querySelector('summary')?.focus()
    } else if (event instanceof FocusEvent) {
      // a click on the sheet's own ground moves the focus nowhere: that is not leaving
      if (event.relatedTarget instanceof Node && !this.contains(event.relatedTarget)) menu.open = false
    } else if (event.target instanceof Node && !this.contains(event.target)) {
      menu.open = false
    }
  }
}

customElements.define('pop-menu', PopMenu)
