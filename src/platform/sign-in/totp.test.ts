import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generateSync } from 'otplib'
import { checkTotp, newTotpSecret, totpUri } from './totp.ts'

const NOON = new Date('2026-03-02T11:00:00Z')
const STEP = NOON.getTime() / 30_000

/** The twenty bytes and the moment of RFC 6238, appendix B. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('the code of the standard’s own example is taken at its moment', () => {
  const step = checkTotp({ secret: RFC_SECRET, code: '081804', now: new Date(1_111_111_109_000), lastStep: null })

  assert.equal(step, Math.floor(1_111_111_109 / 30))
})

test('Ola’s code is taken once, a step early or late, and with a space in it', () => {
  const secret = newTotpSecret()

  assert.equal(checkTotp({ secret, code: codeAt(secret, 0), now: NOON, lastStep: null }), STEP)
  assert.equal(checkTotp({ secret, code: codeAt(secret, -1), now: NOON, lastStep: STEP - 2 }), STEP - 1)
  assert.equal(checkTotp({ secret, code: codeAt(secret, 1), now: NOON, lastStep: STEP }), STEP + 1)
  assert.equal(checkTotp({ secret, code: codeAt(secret, 0).replace(/^.../, '$& '), now: NOON, lastStep: null }), STEP)
})

test('Ola’s code is refused the second time, and so is an older one', () => {
  const secret = newTotpSecret()

  assert.equal(checkTotp({ secret, code: codeAt(secret, 0), now: NOON, lastStep: STEP }), null)
  assert.equal(checkTotp({ secret, code: codeAt(secret, -1), now: NOON, lastStep: STEP }), null)
})

test('a code of two steps ago, of another secret, or that is no code at all, is refused', () => {
  const secret = newTotpSecret()

  assert.equal(checkTotp({ secret, code: codeAt(secret, -2), now: NOON, lastStep: null }), null)
  assert.equal(checkTotp({ secret: newTotpSecret(), code: codeAt(secret, 0), now: NOON, lastStep: null }), null)
  for (const code of ['', '12345', '1234567', 'abcdef', '１２']) {
    assert.equal(checkTotp({ secret, code, now: NOON, lastStep: null }), null)
  }
})

test('an installation whose clock was moved back refuses, and does not fall over', () => {
  const secret = newTotpSecret()

  assert.equal(checkTotp({ secret, code: codeAt(secret, 0), now: NOON, lastStep: STEP + 10_000 }), null)
})

test('the address for Ola’s app names the institution and him', () => {
  const uri = new URL(totpUri({ secret: RFC_SECRET, account: 'ola@example.dk', issuer: 'Nordisk Læringshus' }))

  assert.equal(uri.protocol, 'otpauth:')
  assert.equal(decodeURIComponent(uri.pathname), '/Nordisk Læringshus:ola@example.dk')
  assert.equal(uri.searchParams.get('secret'), RFC_SECRET)
  assert.equal(uri.searchParams.get('issuer'), 'Nordisk Læringshus')
})

function codeAt(secret: string, steps: number): string {
  return generateSync({ secret, epoch: NOON.getTime() / 1000 + steps * 30 })
}
