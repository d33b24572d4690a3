import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import type { Page as Tab } from 'playwright-core'
import { z } from 'zod'
import { routes } from '../../src/house.ts'
import type { Change } from '../../src/web/route.ts'
import { openBrowser } from '../browser.ts'
import { pagesOf } from './addresses.ts'
import { aLivedInHouse } from './lived-in-house.ts'
import { look, NOTHING_WRONG, open, sayWho, send, shortened, tabsOf } from './tabs.ts'

/** What a person may leave in the fields: nothing at all, nothing in each, and far too much. */
const CARELESS = [() => undefined, () => '', () => 'x'.repeat(12_000)]

/** Whoever has not taken the first step is led back to it, whatever they send. */
const LED_BACK = ['/sign-in/second-factor']

/** Where the reason is said at the top alone so far: the field stands in one of many forms, or in a list. */
const AT_THE_TOP = ['/authoring/courses/:course/sections/:section', '/administration/certificates/:certificate/version']

const browser = await openBrowser()
const skip = browser ? false : 'no browser here'
const { house, readers, ids } = await aLivedInHouse()
await house.site.listen({ port: 0, host: '127.0.0.1' })
const host = 'nomkus.localhost'
const origin = `http://${host}:${(house.site.server.address() as AddressInfo).port}`
const tabOf = tabsOf(browser, { readers, host })

for (const route of routes.filter((one) => one.kind === 'change')) {
  const [page] = mayBeRefused(route) ? pagesOf(route as never, ids) : []
  if (!page) continue

  test(`${sayWho(page.kind)} is told what is wrong in ${shortened(page.address)}, at the field, on a phone, on a laptop and in the dark`, { skip }, async () => {
    const tab = await tabOf(page.kind)
    await open(tab, origin + formOf(route, page.address))
    const form = await formTo(tab, page.address)
    const [byPerson, byProgram] = [form && carelessly(route, form.typed, form.given), carelessly(route, namesIn(route), {})]
    const status = await send(tab, page.address, byPerson ?? byProgram ?? {})

    assert.equal(status, 422)
    assert.deepEqual(await look(tab, 'nb'), NOTHING_WRONG)
    if (byPerson && !AT_THE_TOP.includes(route.path)) assert.deepEqual(await unmendable(tab, Boolean(route.again)), [])
  })
}

type AnyChange = Change<any, any, any, any>

function mayBeRefused(route: AnyChange): boolean {
  return !LED_BACK.includes(route.path) && carelessly(route, namesIn(route), {}) !== undefined
}

/** Never a form that would be taken: nothing in the house changes. None where nothing that is typed could be wrong. */
function carelessly(route: AnyChange, typed: readonly string[], given: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const forms = CARELESS.map((value) => ({ ...Object.fromEntries(typed.flatMap((name) => (value() === undefined ? [] : [[name, value() as string]]))), ...given }))
  return forms.find((one) => isRefused(route, one))
}

function namesIn({ form }: AnyChange): string[] {
  return form instanceof z.ZodObject ? Object.keys(form.shape) : []
}

function isRefused({ form }: AnyChange, fields: Readonly<Record<string, string>>): boolean {
  return !form.safeParse(fields).success
}

/** Where the form stands; a form that never comes back stands on a page that its reader has anyhow. */
function formOf({ again, audience }: AnyChange, address: string): string {
  if (!again) return '/contact'
  return pagesOf({ path: again.path, audience }, ids).find((one) => address.startsWith(one.address))?.address ?? pagesOf({ path: again.path, audience }, ids)[0]?.address ?? address
}

/** A form on the page: what a person types into, and what comes along whatever they type. None where no such form stands. */
function formTo(tab: Tab, action: string): Promise<{ typed: string[]; given: Record<string, string> } | undefined> {
  return tab.evaluate((wanted) => {
    const form = [...document.querySelectorAll<HTMLFormElement>('form[method=post]')].find((one) => one.getAttribute('action')?.split('?')[0] === wanted)
    if (!form) return undefined
    const pressed = [...form.elements].find((one): one is HTMLButtonElement => one instanceof HTMLButtonElement && one.type === 'submit')
    const typed = [...form.querySelectorAll<HTMLInputElement>('textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=submit])')].map(({ name }) => name)
    return { typed, given: Object.fromEntries([...new FormData(form, pressed)].filter(([name]) => !typed.includes(name)).map(([name, value]) => [name, String(value)])) }
  }, action)
}

/** Reasons that lead to no field, fields that do not say that they are wrong, and a beginning elsewhere than at the reasons. */
function unmendable(tab: Tab, comesBack: boolean): Promise<string[]> {
  return tab.evaluate((expected) => {
    const reasons = [...document.querySelectorAll<HTMLAnchorElement>('.ds-error-summary a')]
    const lost = reasons.filter(({ hash }) => !document.querySelector(`[id="${hash.slice(1)}"]`)).map((one) => `leads nowhere: ${one.hash} ${one.textContent}`)
    const silent = reasons.filter(({ hash }) => !document.querySelector(`[id="${hash.slice(1)}"][aria-invalid=true], [id="${hash.slice(1)}"] [aria-invalid=true], [id="${hash.slice(1)}"] .ds-validation-message`)).map((one) => `says nothing at the field: ${one.hash} ${one.textContent}`)
    const begins = document.activeElement?.matches('.ds-error-summary') || document.querySelector('[role=alert]')
    return [...lost, ...silent, ...(expected && !begins ? ['begins elsewhere than at the reasons'] : [])]
  }, comesBack)
}
