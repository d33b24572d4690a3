import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emailAddress } from './email-address.ts'

for (const [typed, kept] of [
  ['kari@fjordvik.example', 'kari@fjordvik.example'],
  ['  Kari.Nordmann@Fjordvik.Example ', 'Kari.Nordmann@fjordvik.example'],
  ['kari+kurs@fjordvik.example', 'kari+kurs@fjordvik.example'],
  ['kari@blåbær.no', 'kari@blåbær.no'],
  ['kari@BLÅBÆR.no', 'kari@blåbær.no'],
  ['kari@xn--blbr-roah.no', 'kari@blåbær.no'],
  ['bjørg.ødegård@fjordvik.example', 'bjørg.ødegård@fjordvik.example'],
  ["o'neill@fjordvik.example", "o'neill@fjordvik.example"],
  ['k@x.museum', 'k@x.museum'],
] as const) {
  test(`${typed} is kept as ${kept}`, () => assert.equal(emailAddress.parse(typed), kept))
}

for (const typed of ['', 'kari', 'kari@', '@fjordvik.example', 'kari@fjordvik', 'kari@@fjordvik.example', 'ka ri@fjordvik.example', 'kari..n@fjordvik.example', '.kari@fjordvik.example', 'kari@-fjordvik.example', 'kari@192.0.2.1', 'kari@[192.0.2.1]', 'kari@fjordvik.example\r\nbcc: ola@fjordvik.example', 'kari\u0000@fjordvik.example', `${'k'.repeat(65)}@fjordvik.example`, `kari@${'f'.repeat(64)}.example`]) {
  test(`${JSON.stringify(typed)} is no address`, () => assert.equal(emailAddress.safeParse(typed).success, false))
}
