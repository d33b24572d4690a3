import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, LONGEST_PASSWORD, needsRehash, passwordWeakness, verifyPassword } from './password.ts'

const KARI = ['Kari', 'Nordmann-Øye', 'kari.n@example.no', 'Nomkus']
/** How much one measurement may differ from the next on a busy machine; without the work it is 1000. */
const NOISE = 5

test('Kari is let in with her password and nobody with another', async () => {
  const stored = await hashPassword('fire røde hester')

  assert.match(stored, /^\$scrypt\$ln=15,r=8,p=3\$[\w+/]{22}\$[\w+/]{43}$/)
  assert.equal(await verifyPassword(stored, 'fire røde hester'), true)
  assert.equal(await verifyPassword(stored, 'fire røde Hester'), false)
})

test('Åse is let in from a keyboard that writes å as a with a ring', async () => {
  const stored = await hashPassword('Åse går på ski'.normalize('NFC'))

  assert.equal(await verifyPassword(stored, 'Åse går på ski'.normalize('NFD')), true)
})

test('two people with the same password have different hashes', async () => {
  const [one, other] = await Promise.all([hashPassword('fire røde hester'), hashPassword('fire røde hester')])

  assert.notEqual(one, other)
})

test('a guesser learns nothing from the time it takes to refuse a person who has no account', async () => {
  const stored = await hashPassword('fire røde hester')

  const known = await timeOf(() => verifyPassword(stored, 'a wrong password'))
  const unknown = await timeOf(() => verifyPassword(null, 'a wrong password'))

  assert.equal(await verifyPassword(null, ''), false)
  assert.ok(unknown > known / NOISE && unknown < known * NOISE, `${unknown} ms, ${known} ms`)
})

test('a hash that Kari made with weaker settings still lets her in, and asks to be made again', async () => {
  const old = '$scrypt$ln=10,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$GE4Xn8gXVOdXX+F3p/WRnB2R3Vf/uFUUVwlDOOATR78'

  assert.equal(needsRehash(old), true)
  assert.equal(await verifyPassword(old, 'fire røde hester'), true)
  assert.equal(needsRehash(await hashPassword('fire røde hester')), false)
})

test('a stored text that is no hash is a fault of ours, and the fault does not quote it', async () => {
  await assert.rejects(verifyPassword('hunter2', 'hunter2'), (fault: Error) => !fault.message.includes('hunter2'))
})

for (const [password, weakness] of [
  ['for kort', 'tooShort'],
  ['🐴🐴🐴🐴🐴🐴🐴🐴🐴', 'tooShort'],
  ['x'.repeat(LONGEST_PASSWORD + 1), 'tooLong'],
  ['Passord1234', 'tooCommon'],
  ['Sommer2026!!', 'tooCommon'],
  ['adgangskode1', 'tooCommon'],
  ['P@ssw0rd2026', 'tooCommon'],
  ['qwertyuiopå', 'tooCommon'],
  ['passordpassord', 'tooCommon'],
  ['abcabcabcabc', 'tooCommon'],
  ['17051814-1814', null],
  ['4790123456', 'tooCommon'],
  ['KariNordmann', 'containsName'],
  ['øye-kari-2019', 'containsName'],
  ['nomkus-kari-1', 'containsName'],
  ['kari rir fire røde hester', null],
  ['fire røde hester', null],
  ['examplehest1', null],
] as const) {
  test(`Kari who chooses «${password.slice(0, 26)}» is told ${weakness ?? 'nothing'}`, () => {
    assert.equal(passwordWeakness(password, KARI), weakness)
  })
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
