import type { Page } from 'playwright-core'

/** A press of the Tab key, and what it led to. */
type Stop = { html: string; isSeen: boolean; isCovered: boolean }

const PARTS = 8 // stops within one field, at the most: a date with its time has seven

/** What cannot be reached by Tab, is reached without a sign of it, or lies under a bar. */
export async function keyboardFindings(page: Page): Promise<string[]> {
  await page.evaluate('globalThis.__name ??= (one) => one') // what tsx leaves in functions that have a name
  const wanted = await page.evaluate(markStops)
  const found: string[] = []
  for (let step = 0; step < wanted * PARTS; step++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(lookAtStop)
    if (stop === 'end') break
    if (stop === 'same') continue
    if (!stop.isSeen) found.push(`no sign of focus: ${stop.html}`)
    if (stop.isCovered) found.push(`under a bar: ${stop.html}`)
  }
  return [...found, ...(await page.evaluate(neverReached))]
}

/** What title, language and headings say of the page; the reasons of a refused form stand before its first heading. */
export async function headFindings(page: Page, language: string): Promise<string[]> {
  const { title, lang, levels } = await page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    levels: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter((one) => one.checkVisibility() && !one.closest('.ds-error-summary')).map((one) => Number(one.tagName[1])),
  }))
  const jumps = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)
  return [
    ...(title.includes(' – ') && !/^ – |undefined|null|\[object/.test(title) ? [] : [`title: ${title}`]),
    ...(lang === language ? [] : [`language: ${lang}`]),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : [`headings of the first order: ${levels.join(' ')}`]),
    ...(jumps.length === 0 ? [] : [`headings: ${levels.join(' ')}`]),
  ]
}

/** Marks what Tab should come to: what is operated and can be seen. Of a group of radio buttons one is enough. */
function markStops(): number {
  const groups = new Set<string>()
  const operated = 'a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select:not([disabled]), textarea:not([disabled]), summary, video[controls], [tabindex="0"]'
  for (const one of document.querySelectorAll<HTMLElement>(operated)) {
    if (one.tabIndex < 0 || one.closest('[inert]') || !one.checkVisibility({ visibilityProperty: true, opacityProperty: false })) continue
    const { type, name, form } = one as HTMLInputElement
    const group = type === 'radio' ? `${form?.id ?? ''} ${form?.action ?? ''} ${name}` : undefined
    if (group !== undefined && groups.has(group)) continue
    if (group !== undefined) groups.add(group)
    one.dataset['stop'] = group ?? ''
  }
  // From the very top, wherever the page has put the focus.
  const top = document.createElement('span')
  top.tabIndex = -1
  document.body.prepend(top)
  top.focus()
  top.remove()
  return document.querySelectorAll('[data-stop]').length
}

function lookAtStop(): Stop | 'same' | 'end' {
  const one = document.activeElement as HTMLElement | null
  if (!one || one === document.body || one === document.documentElement) return 'end'
  if (one.dataset['came'] !== undefined) return one.matches('[type^=date], [type=time], video') ? 'same' : 'end'
  one.dataset['came'] = ''
  const shows = (element: Element | null): boolean => {
    const { outlineStyle, outlineWidth } = element ? getComputedStyle(element) : { outlineStyle: 'none', outlineWidth: '0' }
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  }
  // A row or a field shows for the link or box in it.
  const around = [one, one.parentElement, one.closest('.ds-field'), one.closest('.row-item, .action'), one.closest('label')]
  const box = one.getBoundingClientRect()
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, 20) / 2]
  const top = document.elementFromPoint(x, y)
  const bar = top?.closest('.main-menu, .exam-bar, header, [data-bar]')
  return {
    html: one.outerHTML.slice(0, 160),
    isSeen: around.some((element) => shows(element)),
    isCovered: Boolean(bar && !bar.contains(one)) || box.bottom < 0 || box.top > innerHeight,
  }
}

function neverReached(): string[] {
  const cameInGroup = new Set([...document.querySelectorAll<HTMLElement>('[data-came]')].map((one) => `${(one as HTMLInputElement).form?.id ?? ''} ${(one as HTMLInputElement).form?.action ?? ''} ${(one as HTMLInputElement).name}`))
  return [...document.querySelectorAll<HTMLElement>('[data-stop]:not([data-came])')]
    .filter((one) => one.dataset['stop'] === '' || !cameInGroup.has(one.dataset['stop'] ?? ''))
    .map((one) => `never reached by Tab: ${one.outerHTML.slice(0, 160)}`)
}

/** What a page without scripts shows and cannot do: a button that only a script hears, a form that nothing sends. */
export async function needingScript(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const idle = [...document.querySelectorAll('button[type=button]')].filter((one) => one.checkVisibility({ visibilityProperty: true }))
    const sent = new Set([...document.querySelectorAll<HTMLButtonElement>('button:not([type=button]), input[type=submit]')].map(({ form }) => form))
    const unsent = [...document.forms].filter((form) => form.checkVisibility() && !sent.has(form))
    return [...idle.map((one) => `only a script hears: ${one.outerHTML.slice(0, 160)}`), ...unsent.map((form) => `nothing sends: ${form.outerHTML.slice(0, 160)}`)]
  })
}
