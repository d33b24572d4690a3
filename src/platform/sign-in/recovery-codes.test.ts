import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts'

test('Ola gets ten different codes that he can read aloud', () => {
  const codes = newRecoveryCodes()

  assert.equal(new Set(codes).size, 10)
  for (const code of codes) assert.match(code, /^[34679acdefhjkmnprtwxy]{4}(-[34679acdefhjkmnprtwxy]{4}){3}$/)
})

test('Ola may type his code with capitals, spaces and long dashes', () => {
  const code = recoveryCodeHash('k7mr-3xwa-pd9h-ec4t')

  assert.equal(code.length, 32)
  assert.deepEqual(recoveryCodeHash(' K7MR 3xwa PD9H–EC4T '), code)
  assert.deepEqual(recoveryCodeHash('k7mr3xwapd9hec4t'), code)
  assert.notDeepEqual(recoveryCodeHash('k7mr-3xwa-pd9h-ec4a'), code)
})
