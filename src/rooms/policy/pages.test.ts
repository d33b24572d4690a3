import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { findingsOf, openBrowser, overflowOf } from '../../../test/browser.ts'
import { aHouse } from '../../../test/house.ts'
import { aNewVersion, theirPolicy } from '../../../test/policy-builders.ts'

const house = await aHouse()
await theirPolicy(house, 'nomkus')
await theirPolicy(house, 'laeringshus')
const { hash } = await aNewVersion(house, {
  effective: house.clock.now(),
  texts: (them) => ({ ...them, nb: them.nb.replace('Her forteller vi', 'Her forteller vi deg rett fram') }),
})

await house.site.listen({ port: 0, host: '127.0.0.1' })
const { port } = house.site.server.address() as AddressInfo
const browser = await openBrowser()
after(() => browser?.close())

const PAGES = ['nomkus/privacy', 'laeringshus/privacy', 'nomkus/privacy/promises', 'nomkus/privacy/versions', `nomkus/privacy/versions/${hash}/changes`, 'nomkus/cookies', 'laeringshus/contact']

for (const page of PAGES) {
  test(`a person with a screen reader, bad eyes or a small phone reads ${page.replace(hash, '…')}`, async (t) => {
    if (!browser) return t.skip('no browser here')
    const [site, ...path] = page.split('/')
    const address = `http://${site}.localhost:${port}/${path.join('/')}`

    for (const [width, scheme] of [[390, 'dark'], [1280, 'light']] as const) {
      const tab = await browser.newPage({ viewport: { width, height: 900 }, bypassCSP: true, locale: 'nb-NO' })
      await tab.goto(`${address}?scheme=${scheme}`)

      assert.deepEqual([await overflowOf(tab), await findingsOf(tab)], [0, []])
      await tab.close()
    }
  })
}
