import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { COLOURS, findingsOf, overflowOf } from '../browser.ts'
import type { Kind, Reader } from './lived-in-house.ts'
import { headFindings } from './looking.ts'

export const PHONE = { width: 390, height: 844 }
export const NARROWEST = { width: 320, height: 640 } // WCAG 1.4.10 Reflow: 1280 px at 400 %
export const LAPTOP = { width: 1280, height: 900 }

type Readers = Readonly<Record<Kind, Pick<Reader, 'browser'>>>

/** One tab for each reader, with their session in it, opened when it is first wanted. */
export function tabsOf(browser: Browser | undefined, { readers, host, options = {} }: { readers: Readers; host: string; options?: BrowserContextOptions }): (kind: Kind) => Promise<Page> {
  const tabs = new Map<Kind, Promise<Page>>()
  after(() => browser?.close())
  return (kind) => {
    const tab = tabs.get(kind) ?? openTab(kind)
    tabs.set(kind, tab)
    return tab
  }

  async function openTab(kind: Kind): Promise<Page> {
    const context = (await browser?.newContext({ viewport: PHONE, hasTouch: true, locale: 'nb-NO', bypassCSP: true, reducedMotion: 'reduce', ...options })) as BrowserContext
    const session = readers[kind].browser.cookies.get('session')
    if (session) await context.addCookies([{ name: 'session', value: session, domain: host, path: '/' }])
    return context.newPage()
  }
}

export type Found = { head: string[]; light: string[]; dark: string[]; sideways: number[] }

export const NOTHING_WRONG: Found = { head: [], light: [], dark: [], sideways: [0, 0, 0] }

/** What is wrong with the page that is open, as a phone shows it in the light and a laptop in the dark: there the colours, or every rule. */
export async function look(tab: Page, language: string, inTheDark: readonly string[] | 'every' = COLOURS): Promise<Found> {
  await tab.setViewportSize(PHONE)
  await tab.emulateMedia({ colorScheme: 'light' })
  const [head, onPhone] = [await headFindings(tab, language), await overflowOf(tab)]
  // As high as the page: whatever the bar at the bottom happens to cover is not too small.
  await tab.setViewportSize({ ...PHONE, height: await tab.evaluate(() => document.documentElement.scrollHeight) })
  const light = await findingsOf(tab)
  await tab.setViewportSize(NARROWEST)
  const atNarrowest = await overflowOf(tab)
  await tab.setViewportSize(LAPTOP)
  await tab.emulateMedia({ colorScheme: 'dark' })
  return { head, light, dark: await findingsOf(tab, inTheDark), sideways: [onPhone, atNarrowest, await overflowOf(tab)] }
}

/** Opens an address, and sees that it answers as it should. */
export async function open(tab: Page, address: string, status = 200): Promise<void> {
  const answer = await tab.goto(address)
  assert.equal(answer?.status(), status)
}

/** Sends a form to an address from the page that is open, as a form on it would. */
export async function send(tab: Page, action: string, fields: Readonly<Record<string, string>>): Promise<number | undefined> {
  const [answer] = await Promise.all([tab.waitForNavigation(), tab.evaluate(submit, { action, fields })])
  return answer?.status()
}

function submit({ action, fields }: { action: string; fields: Readonly<Record<string, string>> }): void {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action })
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}

export function sayWho(kind: Kind): string {
  return kind === 'visitor' ? 'a visitor' : `the ${kind === 'contact' ? 'organisation’s contact' : kind}`
}

/** An address without what makes it one of many. */
export function shortened(address: string): string {
  return address.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[\w-]{43}|\d{8}T[\w-]+/g, '…')
}
