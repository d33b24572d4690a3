import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import type { BrowserContext, Page as Tab } from 'playwright-core'
import { demonstration } from '../../src/demonstration/letters.tsx'
import { routes } from '../../src/house.ts'
import { COLOURS, findingsOf, openBrowser, overflowOf } from '../browser.ts'
import { type Page, pagesOf } from './addresses.ts'
import { aLivedInHouse, type Kind } from './lived-in-house.ts'
import { headFindings, keyboardFindings } from './looking.ts'

const PHONE = { width: 390, height: 844 }
const NARROWEST = { width: 320, height: 640 } // WCAG 1.4.10 Reflow: 1280 px at 400 %
const LAPTOP = { width: 1280, height: 900 }

/** Addresses that show the same: the version in force, the first step at the door, and what both letters ask for. */
const ALIKE = [
  ['/privacy', '/privacy/versions/:hash'],
  ['/sign-in', '/sign-in/second-factor'],
  ['/sign-in/forgotten/sent', '/register/sent'],
]

const browser = await openBrowser()
const skip = browser ? false : 'no browser here'
const { house, readers, ids } = await aLivedInHouse()
await house.site.listen({ port: 0, host: '127.0.0.1' })
const { port } = house.site.server.address() as AddressInfo
const origin = `http://nomkus.localhost:${port}`
after(() => browser?.close())

const pages = [...routes, ...(demonstration.routes ?? [])].filter(({ kind }) => kind === 'question').flatMap((route) => pagesOf(route as never, ids))
const tabs = new Map<Kind, Promise<Tab>>()
const titles = new Map<string, Set<string>>()
const typed = new Set<string>()

for (const page of pages) {
  test(`${sayWho(page.kind)} sees, hears and works ${shortened(page.address)} on a phone, on a laptop and in the dark`, { skip }, async () => {
    const tab = await tabOf(page.kind)
    await tab.setViewportSize(PHONE)
    await tab.emulateMedia({ colorScheme: 'light' })
    const answer = await tab.goto(origin + page.address)
    assert.equal(answer?.status(), 200)
    noteTitle(page, await tab.title())

    const found = { head: await headFindings(tab, 'nb'), light: await findingsOf(tab), sideways: [await overflowOf(tab)], keyboard: await keyboardOnce(page, tab), dark: [] as string[] }
    await tab.setViewportSize(NARROWEST)
    found.sideways.push(await overflowOf(tab))
    await tab.setViewportSize(LAPTOP)
    await tab.emulateMedia({ colorScheme: 'dark' })
    found.dark = await findingsOf(tab, COLOURS)
    found.sideways.push(await overflowOf(tab))

    assert.deepEqual(found, { head: [], light: [], sideways: [0, 0, 0], keyboard: [], dark: [] })
  })
}

test('nobody has two pages open that have the same title', { skip }, () => {
  const shared = [...titles].filter(([, paths]) => paths.size > 1 && !ALIKE.some((alike) => [...paths].every((path) => alike.includes(path)))).map(([title, paths]) => `${title}: ${[...paths].join(' ')}`)
  assert.deepEqual(shared, [])
})

/** One tab for each reader, with their session in it. */
function tabOf(kind: Kind): Promise<Tab> {
  const tab = tabs.get(kind) ?? openTab(kind)
  tabs.set(kind, tab)
  return tab
}

async function openTab(kind: Kind): Promise<Tab> {
  const context = (await browser?.newContext({ viewport: PHONE, hasTouch: true, locale: 'nb-NO', bypassCSP: true, reducedMotion: 'reduce' })) as BrowserContext
  const session = readers[kind].browser.cookies.get('session')
  if (session) await context.addCookies([{ name: 'session', value: session, domain: 'nomkus.localhost', path: '/' }])
  return context.newPage()
}

/** Once for each route: what is under the fingers is the same for all its readers. */
async function keyboardOnce({ route }: Page, tab: Tab): Promise<string[]> {
  if (typed.has(route)) return []
  typed.add(route)
  return keyboardFindings(tab)
}

function noteTitle({ kind, route }: Page, title: string): void {
  const seen = `${kind}: ${title}`
  titles.set(seen, (titles.get(seen) ?? new Set()).add(route))
}

function sayWho(kind: Kind): string {
  return kind === 'visitor' ? 'a visitor' : `the ${kind === 'contact' ? 'organisation’s contact' : kind}`
}

function shortened(address: string): string {
  return address.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[\w-]{43}|\d{8}T[\w-]+/g, '…')
}
