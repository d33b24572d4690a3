import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { BadSeal, constantEquals, openSecrets, seal, token, tokenHash, unseal } from './secrets.ts'

const folders: string[] = []
const key = openSecrets({ folder: '', secret: 'a secret of at least 32 characters' }).key('notes')

after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

test('the secret is made once, for its owner alone, and found again', () => {
  const folder = aFolder()

  const first = openSecrets({ folder }).key('sessions')

  assert.deepEqual(openSecrets({ folder }).key('sessions'), first)
  assert.equal(statSync(join(folder, 'secret')).mode & 0o777, 0o600)
  assert.deepEqual(readdirSync(folder), ['secret'])
  assert.notDeepEqual(openSecrets({ folder: aFolder() }).key('sessions'), first)
})

test('keys for two uses have 32 bytes and nothing in common', () => {
  const secrets = openSecrets({ folder: aFolder() })

  assert.equal(secrets.key('sessions').length, 32)
  assert.notDeepEqual(secrets.key('sessions'), secrets.key('session'))
})

test('a secret from outside is used instead, and no file is made', () => {
  const folder = aFolder()

  const mine = openSecrets({ folder, secret: 'one long secret from the environment' }).key('notes')

  assert.notDeepEqual(mine, openSecrets({ folder, secret: 'another secret from the environment' }).key('notes'))
  assert.deepEqual(readdirSync(folder), [])
})

test('a secret that others may read stops the start and says what to do', () => {
  const folder = aFolder()
  openSecrets({ folder })
  chmodSync(join(folder, 'secret'), 0o644)

  assert.throws(() => openSecrets({ folder }), /chmod 600/)
})

test('a damaged secret is not silently replaced', () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'secret'), 'half', { mode: 0o600 })

  assert.throws(() => openSecrets({ folder }), /damaged/)
  assert.equal(readFileSync(join(folder, 'secret'), 'utf8'), 'half')
})

test("Åse's note opens again with its key and context", () => {
  const sealed = seal(key, 'Åse er syk', 'attendance.presences.note/1')

  assert.equal(unseal(key, sealed, 'attendance.presences.note/1').toString(), 'Åse er syk')
  assert.deepEqual(unseal(key, seal(key, Buffer.alloc(0), 'x'), 'x'), Buffer.alloc(0))
})

test('two seals of the same note look different', () => {
  assert.notDeepEqual(seal(key, 'syk', 'x'), seal(key, 'syk', 'x'))
})

test("a note moved to another learner's row does not open, nor with another key", () => {
  const sealed = seal(key, 'Åse er syk', 'note/åse')

  assert.throws(() => unseal(key, sealed, 'note/kari'), BadSeal)
  assert.throws(() => unseal(Buffer.alloc(32), sealed, 'note/åse'), BadSeal)
})

test('a seal with any one bit changed, or shortened, does not open', () => {
  const sealed = seal(key, 'Åse', 'x')

  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    assert.throws(() => unseal(key, changed, 'x'), BadSeal)
  }
  for (let length = 0; length < sealed.length; length++) {
    assert.throws(() => unseal(key, sealed.subarray(0, length), 'x'), BadSeal)
  }
})

test('a token is safe in an address, never the same, and kept as its hash', () => {
  const [one, other] = [token(), token()]

  assert.match(one, /^[\w-]{43}$/)
  assert.notEqual(one, other)
  assert.equal(tokenHash(one).length, 32)
  assert.deepEqual(tokenHash('abc').toString('hex').slice(0, 8), 'ba7816bf')
})

test('equal is equal, and unlike lengths are only unequal', () => {
  assert.ok(constantEquals('blåbær', Buffer.from('blåbær')))
  assert.ok(!constantEquals('blåbær', 'blåbar'))
  assert.ok(!constantEquals('blåbær', 'blå'))
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lofte-secrets-'))
  folders.push(folder)
  return folder
}
