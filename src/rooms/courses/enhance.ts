import { announce } from '../../web/enhance/announce.ts'
import './enhance/lesson-time.ts'

/**
 * `<lesson-place data-action data-paragraph data-seconds>` around a lesson's text and film: goes back to
 * where one was, and tells the server where one is when one leaves. Without it one begins at the top.
 */
class LessonPlace extends HTMLElement {
  connectedCallback(): void {
    const film = this.querySelector('video')
    if (film) this.#follow(film)
    this.#returnTo(Number(this.dataset.paragraph))
    addEventListener('pagehide', () => this.#leave(film))
    // A telephone may end a page that it has put away without another word.
    document.addEventListener('visibilitychange', () => document.hidden && this.#leave(film))
  }

  #returnTo(paragraph: number): void {
    const isFresh = location.hash === '' && scrollY === 0
    if (isFresh && paragraph > 1) this.#paragraphs()[paragraph]?.scrollIntoView({ block: 'start' })
  }

  #follow(film: HTMLVideoElement): void {
    film.currentTime = Number(this.dataset.seconds)
    film.addEventListener('pause', () => this.#tell({ seconds: Math.floor(film.ended ? 0 : film.currentTime) }))
  }

  #leave(film: HTMLVideoElement | null): void {
    const at = this.#paragraphs().findIndex((paragraph) => paragraph.getBoundingClientRect().bottom > 0)
    const seconds = film && film.currentTime > 0 && !film.ended ? { seconds: Math.floor(film.currentTime) } : {}
    this.#tell({ paragraph: Math.max(at, 0), ...seconds })
  }

  // Of the lesson's own text, and not of what is said in its film, which stands folded above it.
  #paragraphs(): Element[] {
    return [...(this.querySelector(':scope > .stack > .prose')?.children ?? [])]
  }

  #tell(position: Record<string, number>): void {
    const body = new URLSearchParams(Object.entries(position).map(([name, value]) => [name, String(value)]))
    void fetch(this.dataset.action ?? '', {
      method: 'post',
      body,
      keepalive: true,
      headers: { accept: 'application/json' },
    }).catch(() => {})
  }
}

const LONG_ENOUGH = 3000 // milliseconds that the end must be seen: scrolling past is not reading

/** `<lesson-end data-said>` around the form that marks a lesson as read: sends it once the end is read. */
class LessonEnd extends HTMLElement {
  connectedCallback(): void {
    let timer = 0
    const watch = new IntersectionObserver(([entry]) => {
      clearTimeout(timer)
      if (entry?.isIntersecting) timer = window.setTimeout(() => void this.#markRead(watch), LONG_ENOUGH)
    })
    watch.observe(this)
  }

  async #markRead(watch: IntersectionObserver): Promise<void> {
    const form = this.querySelector('form')
    if (!form) return
    const body = new URLSearchParams()
    const answer = await fetch(form.action, { method: 'post', body, headers: { accept: 'application/json' } }).catch(
      () => undefined,
    )
    // Whatever went wrong: the button is still there, and does the same.
    if (!answer?.ok) return
    watch.disconnect()
    announce(this.dataset.said ?? '')
  }
}

customElements.define('lesson-place', LessonPlace)
customElements.define('lesson-end', LessonEnd)
