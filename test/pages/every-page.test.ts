import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import type { Page as Tab } from 'playwright-core'
import { demonstration } from '../../src/demonstration/letters.tsx'
import { routes } from '../../src/house.ts'
import { COLOURS, openBrowser } from '../browser.ts'
import { type Page, pagesOf } from './addresses.ts'
import { aLivedInHouse } from './lived-in-house.ts'
import { keyboardFindings, needingScript } from './looking.ts'
import { look, NOTHING_WRONG, open, sayWho, shortened, tabsOf } from './tabs.ts'

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
const host = 'nomkus.localhost'
const origin = `http://${host}:${(house.site.server.address() as AddressInfo).port}`
const tabOf = tabsOf(browser, { readers, host })
const scriptlessTabOf = tabsOf(browser, { readers, host, options: { javaScriptEnabled: false } })

const pages = [...routes, ...(demonstration.routes ?? [])].filter(({ kind }) => kind === 'question').flatMap((route) => pagesOf(route as never, ids))
const titles = new Map<string, Set<string>>()
const typed = new Set<string>()

for (const page of pages) {
  test(`${sayWho(page.kind)} sees, hears and works ${shortened(page.address)} on a phone, on a laptop, in the dark and without a script`, { skip }, async () => {
    const tab = await tabOf(page.kind)
    await open(tab, origin + page.address)
    noteTitle(page, await tab.title())

    const isFirst = !typed.has(page.route)
    typed.add(page.route)
    const found = { ...(await look(tab, 'nb', isFirst ? 'every' : COLOURS)), ...(isFirst ? await byHand(tab, page) : {}) }

    assert.deepEqual(found, { ...NOTHING_WRONG, ...(isFirst ? { keyboard: [], scriptless: [] } : {}) })
  })
}

test('nobody has two pages open that have the same title', { skip }, () => {
  const shared = [...titles].filter(([, paths]) => paths.size > 1 && !ALIKE.some((alike) => [...paths].every((path) => alike.includes(path)))).map(([title, paths]) => `${title}: ${[...paths].join(' ')}`)
  assert.deepEqual(shared, [])
})

/** Once for each route: what is under the fingers, and what is left without a script, is the same for all its readers. */
async function byHand(tab: Tab, { kind, address }: Page): Promise<{ keyboard: string[]; scriptless: string[] }> {
  const keyboard = await keyboardFindings(tab)
  const scriptless = await scriptlessTabOf(kind)
  await open(scriptless, origin + address)
  return { keyboard, scriptless: await needingScript(scriptless) }
}

function noteTitle({ kind, route }: Page, title: string): void {
  const seen = `${kind}: ${title}`
  titles.set(seen, (titles.get(seen) ?? new Set()).add(route))
}
