import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { type Files, NotInFile, openFiles, TooLarge } from './files.ts'

const ENOUGH = { limitBytes: 1_000_000 }
const folder = mkdtempSync(join(tmpdir(), 'lofte-files-'))
const files = openFiles(folder)

after(() => rmSync(folder, { recursive: true }))

test('what Marte uploads is found again by its hash, once', async () => {
  const first = await save('en, to, tre')
  const second = await save('en, to, tre')

  assert.deepEqual(first, { hash: sha256('en, to, tre'), bytes: 11, type: 'text/plain' })
  assert.deepEqual(second, first)
  assert.equal(await read(files, first.hash), 'en, to, tre')
  assert.ok(await files.exists(first.hash))
})

test('the type is that of the content, however small the pieces it comes in', async () => {
  const pieces = Readable.from([...Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')].map((byte) => Buffer.of(byte)))

  assert.equal((await files.save(pieces, ENOUGH)).type, 'image/png')
})

test('a file that is too large leaves nothing behind', async () => {
  const endless = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(1000)))

  await assert.rejects(files.save(endless, { limitBytes: 50_000 }), TooLarge)

  assert.deepEqual(readdirSync(join(folder, 'drafts')), [])
  assert.ok(endless.destroyed)
})

test('a file of just the largest size is kept', async () => {
  assert.equal((await files.save(Readable.from([Buffer.alloc(500)]), { limitBytes: 500 })).bytes, 500)
})

test('a line that breaks leaves nothing behind', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('half')
    throw new Error('the line broke')
  }

  await assert.rejects(files.save(broken(), ENOUGH), /the line broke/)

  assert.deepEqual(readdirSync(join(folder, 'drafts')), [])
})

test('twenty people save the same file at once', async () => {
  const saved = await Promise.all(Array.from({ length: 20 }, () => save('the same for all')))

  assert.equal(new Set(saved.map(({ hash }) => hash)).size, 1)
  assert.equal(await read(files, saved[0]?.hash ?? ''), 'the same for all')
})

test('a part of a film is given by its first and last byte', async () => {
  const { hash } = await save('0123456789')

  assert.equal(await read(files, hash, { first: 2, last: 4 }), '234')
  assert.equal(await read(files, hash, { first: 7 }), '789')
  assert.equal(await read(files, hash, { first: 7, last: 99 }), '789')
  assert.equal((await files.open(hash, { first: 7, last: 99 }))?.last, 9)
  await assert.rejects(files.open(hash, { first: 10 }), NotInFile)
  await assert.rejects(files.open(hash, { first: 5, last: 4 }), NotInFile)
})

test('an empty file can be kept and read', async () => {
  const { hash } = await save('')

  assert.equal(await read(files, hash), '')
})

test('what was removed is gone, and removing it again does no harm', async () => {
  const { hash } = await save('to be forgotten')

  await files.remove(hash)
  await files.remove(hash)

  assert.equal(await files.open(hash), undefined)
  assert.equal(await files.exists(hash), false)
})

for (const name of ['../secret', '..%2fsecret', '/etc/passwd', 'A'.repeat(64), '', `${'a'.repeat(64)}\n`]) {
  test(`${JSON.stringify(name)} is the name of no file`, async () => {
    assert.equal(await files.exists(name), false)
    await assert.rejects(async () => files.open(name))
    await assert.rejects(async () => files.remove(name))
  })
}

function save(text: string) {
  return files.save(Readable.from([Buffer.from(text)]), ENOUGH)
}

async function read(from: Files, hash: string, range?: { first: number; last?: number }): Promise<string> {
  const file = await from.open(hash, range)
  assert.ok(file)
  return (await buffer(file.stream)).toString()
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
