import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coarseNetwork, networkOf } from './network.ts'

for (const [address, network, shown] of [
  ['192.0.2.17', '192.0.2.17', '192.0.…'],
  ['::ffff:192.0.2.17', '192.0.2.17', '192.0.…'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1:…'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64', '2001:db8:1:…'],
  ['2001:0DB8::1', '2001:db8:0:0::/64', '2001:db8:0:…'],
  ['::1', '0:0:0:0::/64', '0:0:0:…'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0:…'],
] as const) {
  test(`${address} comes from ${network}, told as ${shown}`, () => {
    assert.equal(networkOf(address), network)
    assert.equal(coarseNetwork(network), shown)
  })
}
