import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { MODELS, openGallery } from '../scripts/gallery.ts'
import { findingsOf, openBrowser, overflowOf } from './browser.ts'

const PHONE = { width: 390, height: 844 }
const LAPTOP = { width: 1280, height: 900 }
const NARROWEST = { width: 320, height: 640 } // WCAG 1.4.10 Reflow: 1280 px at 400 %

let gallery: Server
let browser: Browser | undefined

before(async () => {
  gallery = await openGallery(0)
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  gallery.close()
})

for (const name of Object.keys(MODELS)) {
  test(`a person with a screen reader, bad eyes or a keyboard can use the model page ${name}`, async (t) => {
    if (!browser) return t.skip('no browser here')

    const light = await open(`/${name}?scheme=light`, { viewport: PHONE, bypassCSP: true })
    const dark = await open(`/${name}?scheme=dark&theme=laeringshus`, { viewport: LAPTOP, bypassCSP: true })

    assert.deepEqual([...(await findingsOf(light)), ...(await findingsOf(dark))], [])
  })

  test(`a person on the narrowest phone never scrolls the model page ${name} sideways`, async (t) => {
    if (!browser) return t.skip('no browser here')

    const page = await open(`/${name}?theme=laeringshus`, { viewport: NARROWEST })
    const narrow = await overflowOf(page)
    await page.setViewportSize({ width: 800, height: 900 })

    assert.deepEqual([narrow, await overflowOf(page)], [0, 0])
  })
}

test('a person who tabs through a page on a phone always sees where they are, above the bar', async (t) => {
  if (!browser) return t.skip('no browser here')
  const page = await open('/home', { viewport: PHONE, reducedMotion: 'reduce' })

  const hidden: string[] = []
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('Tab')
    const covered = await page.evaluate(coveredByBar)
    if (covered) hidden.push(covered)
  }

  assert.deepEqual(hidden, [])
})

test('a learner with forced colours sees which answer they chose without its colour', async (t) => {
  if (!browser) return t.skip('no browser here')
  const page = await open('/exam', { viewport: LAPTOP, forcedColors: 'active' })

  const widths = await page
    .locator('.answer')
    .evaluateAll((answers) => answers.map((one) => getComputedStyle(one).borderTopWidth))

  assert.deepEqual(widths, ['3px', '1px', '1px', '1px'])
})

test('a person closes a menu with Escape and stands where they stood', async (t) => {
  if (!browser) return t.skip('no browser here')
  const page = await open('/home', { viewport: LAPTOP })
  const menu = page.locator('.menu').first()

  await menu.locator('summary').click()
  await menu.locator('a').first().focus()
  await page.keyboard.press('Escape')

  assert.equal(await menu.getAttribute('open'), null)
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SUMMARY')
})

test('a person whose form was refused begins at the list of what to mend', async (t) => {
  if (!browser) return t.skip('no browser here')
  const page = await open('/register', { viewport: PHONE })

  const heading = await page.evaluate(() => document.activeElement?.getAttribute('aria-labelledby'))
  await page.locator('a[href="#email"]').click()

  assert.equal(heading, 'error-summary-title')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'email')
})

test('a person who narrows a list sees the answer without losing their place', async (t) => {
  if (!browser) return t.skip('no browser here')
  const page = await open('/home', { viewport: LAPTOP, bypassCSP: true })
  const script = await page.locator('script').getAttribute('src')
  await page.route('**/people*', (route) => {
    const asked = new URL(route.request().url()).searchParams.get('name')
    return route.fulfill({ contentType: 'text/html', body: peoplePage(script ?? '', asked) })
  })

  await page.goto(`${new URL(page.url()).origin}/people`)
  await page.locator('#name').fill('Kari')
  await page.locator('#name').press('Enter')
  await page.locator('#found', { hasText: 'Kari' }).waitFor()

  assert.match(page.url(), /people\?name=Kari$/)
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'name')
  assert.equal(await page.locator('h1').textContent(), 'asked for null')
})

function peoplePage(script: string, asked: string | null): string {
  return `<!doctype html><script type="module" src="${script}"></script><h1>asked for ${asked}</h1>
    <live-form data-parts="found"><form action="/people"><input id="name" name="name"></form></live-form><p id="found">${asked}</p>`
}

async function open(path: string, options: BrowserContextOptions): Promise<Page> {
  assert.ok(browser)
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const { port } = gallery.address() as AddressInfo
  await page.goto(`http://127.0.0.1:${port}${path}`)
  return page
}

/** The focused element's text when the bar at the bottom lies over it; nothing when it is in sight. */
function coveredByBar(): string | undefined {
  const bar = document.querySelector('.main-menu')
  const focused = document.activeElement
  if (!bar || !focused || bar.contains(focused) || focused === document.body) return undefined
  const isUnder = focused.getBoundingClientRect().bottom > bar.getBoundingClientRect().top
  return isUnder ? focused.outerHTML.slice(0, 120) : undefined
}
