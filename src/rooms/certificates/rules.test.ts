import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameHash, newCode, readCode, statusOf, wholeName } from './rules.ts'

const key = Buffer.alloc(32, 1)
const NOW = new Date('2026-06-01T10:00:00Z')

test('a code is three groups of four signs that nobody mistakes for others', () => {
  const codes = Array.from({ length: 1_000 }, newCode)

  for (const code of codes) assert.match(code, /^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/)
  assert.equal(new Set(codes).size, codes.length)
})

for (const typed of ['K7QF-9M2X-4TWR', 'k7qf9m2x4twr', ' K7QF 9M2X  4TWR ', 'k7qf–9m2x–4twr']) {
  test(`a code is read however an employer types it: ${typed}`, () => assert.equal(readCode(typed), 'K7QF-9M2X-4TWR'))
}

const same: [string, string][] = [
  ['Åse Ødegård-Næss', 'åse  ødegård - næss '],
  ['Aoife O’Brien', "AOIFE O'BRIEN"],
  ['A\u030ase Vik', 'Åse Vik'],
]
for (const [one, other] of same) {
  test(`${one} is ${other} to whoever compares`, () => assert.deepEqual(nameHash(key, 'paper', one), nameHash(key, 'paper', other)))
}

test('Åse is not Ase, and the same name on another paper looks different', () => {
  assert.notDeepEqual(nameHash(key, 'paper', 'Åse Vik'), nameHash(key, 'paper', 'Ase Vik'))
  assert.notDeepEqual(nameHash(key, 'paper', 'Åse Vik'), nameHash(key, 'other', 'Åse Vik'))
})

test('a name stands on the paper with nothing around it', () => {
  assert.equal(wholeName({ firstName: ' Anne  Marie', lastName: 'van der Berg ' }), 'Anne Marie van der Berg')
})

test('a revoked paper is revoked, whatever else', () => {
  assert.equal(statusOf({ replaced: null, revoked: null, validUntil: null }, '2026-06-01'), 'valid')
  assert.equal(statusOf({ replaced: NOW, revoked: null, validUntil: '2026-05-31' }, '2026-06-01'), 'replaced')
  assert.equal(statusOf({ replaced: NOW, revoked: NOW, validUntil: null }, '2026-06-01'), 'revoked')
})
