import assert from 'node:assert/strict'
import { test } from 'node:test'
import { qrCodeSvg } from './qr-code.ts'

test('Ola’s camera finds the corners, his screen reader the name, and the policy nothing to stop', () => {
  const svg = qrCodeSvg({ text: 'otpauth://totp/x', label: 'QR-kode for "Ola" <nå>' })

  assert.match(svg, /^<svg [^>]*role="img" aria-label="QR-kode for &quot;Ola&quot; &lt;nå>" /)
  // The corner mark begins after four light modules with a dark line of seven.
  assert.match(svg, /M4 4h7v1h-7z/)
  assert.doesNotMatch(svg, /style|script|<rect/)
})
