import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { z } from 'zod'
import { routes } from '../../src/house.ts'
import type { Room } from '../../src/web/room.ts'
import { question } from '../../src/web/route.ts'
import { roles } from '../../src/web/visit.ts'
import { openBrowser } from '../browser.ts'
import { aHouse } from '../house.ts'
import { theirPolicy } from '../policy-builders.ts'
import { signedIn } from '../sign-in.ts'
import { visitor } from '../visitor.ts'
import { type Page, pagesOf } from './addresses.ts'
import type { Kind, LivedIn, Reader } from './lived-in-house.ts'
import { look, NOTHING_WRONG, open, sayWho, send, tabsOf } from './tabs.ts'

/** A contact of no organisation has nothing to see there. */
const NOT_YET = ['/organisation']

const broken: Room = {
  name: 'broken',
  routes: [question({ path: '/broken', purpose: 'information', audience: 'anyone', answer: z.object({}), read: () => Promise.reject(new Error('Kari’s number is 4711')), page: () => assert.fail() })],
}

const browser = await openBrowser()
const skip = browser ? false : 'no browser here'
const house = await aHouse({ more: [broken] })
await theirPolicy(house, 'laeringshus')
const host = 'laeringshus.localhost'
const readers = await everyKindOfReader()
await house.site.listen({ port: 0, host: '127.0.0.1' })
const { port } = house.site.server.address() as AddressInfo
const origin = `http://${host}:${port}`
const tabOf = tabsOf(browser, { readers, host, options: { locale: 'da-DK' } })

/** Each for the first of its readers: who else comes sees the same when there is nothing. */
const pages = routes.filter(({ kind, path }) => kind === 'question' && !/[:*]/.test(path)).flatMap((route) => pagesOf(route as never, {} as LivedIn['ids']).slice(0, 1))

for (const { kind, address } of pages.filter(({ route }) => !NOT_YET.includes(route))) {
  test(`at Nordisk Læringshus, where nothing is yet, ${sayWho(kind)} sees and hears ${address} in Danish`, { skip }, async () => {
    const tab = await tabOf(kind)
    await open(tab, origin + address)

    assert.deepEqual(await look(tab, 'da'), NOTHING_WRONG)
  })
}

/** What is said when there is nothing to show: the address, the status, and what the person reads. */
const REFUSALS: readonly (Page & { status: number; says: RegExp })[] = [
  { kind: 'visitor', route: 'nowhere', address: '/nowhere', status: 404, says: /Siden findes ikke.*ikke din at se/s },
  { kind: 'learner', route: 'not theirs', address: '/administration/people', status: 404, says: /Siden findes ikke/ },
  { kind: 'learner', route: 'no id', address: '/courses/none', status: 404, says: /Siden findes ikke/ },
  { kind: 'learner', route: 'a fault of ours', address: '/broken', status: 500, says: /Noget gik galt hos os.*ikke din fejl/s },
]

for (const { kind, route, address, status, says } of REFUSALS) {
  test(`${sayWho(kind)} who comes to ${route} is told so on a page like any other, and where to go`, { skip }, async () => {
    const tab = await tabOf(kind)
    await open(tab, origin + address, status)

    assert.match(await tab.locator('main').innerText(), says)
    assert.doesNotMatch(await tab.content(), /4711|Error|undefined/)
    assert.deepEqual(await look(tab, 'da'), NOTHING_WRONG)
  })
}

test('what cannot be read, comes from another site or is too much is answered by a page that says so', { skip }, async () => {
  const tab = await tabOf('visitor')
  await open(tab, `${origin}/contact`)
  const statuses = [await send(tab, '/sign-in', { email: 'x'.repeat(300_000) })]
  const found = [await look(tab, 'da')]
  const said = [await tab.locator('h1').innerText()]
  const elsewhere = await visitor(house, { host, language: 'da' }).post('/sign-in', {}, { 'sec-fetch-site': 'cross-site' })

  assert.deepEqual([statuses, found, said], [[413], [NOTHING_WRONG], ['Det blev for meget på én gang']])
  assert.equal(elsewhere.statusCode, 403)
  assert.match(elsewhere.body, /Formularen kom fra et andet websted/)
})

test('at an address that is nobody’s a visitor chooses between the institutions, in their own language, and is led there', { skip }, async () => {
  const tab = await tabOf('visitor')
  await open(tab, `http://localhost:${port}/`)
  assert.deepEqual(await look(tab, 'da'), NOTHING_WRONG)

  await Promise.all([tab.waitForURL(`${origin}/`), tab.getByRole('link', { name: /Nordisk Læringshus/ }).click()])
})

async function everyKindOfReader(): Promise<Readonly<Record<Kind, Pick<Reader, 'browser'>>>> {
  const signedInAs = await Promise.all(roles.map(async (role) => [role, { browser: (await signedIn(house, { institution: house.laeringshus, roles: [role], language: 'da' })).visitor }]))
  return { visitor: { browser: visitor(house, { host }) }, ...Object.fromEntries(signedInAs) }
}
