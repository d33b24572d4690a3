import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { openFiles } from './files.ts'

const folder = await mkdtemp(join(tmpdir(), 'lofte-sweep-'))
after(() => rm(folder, { recursive: true, force: true }))
const files = openFiles(folder)
const HOUR = 3_600_000 // milliseconds
const today = Date.now()
const nobody = async () => new Set<string>()

/** A sweep so many hours from now, when what is a day old counts. */
const sweepAfter = (hours: number, referred: (hashes: readonly string[]) => Promise<Set<string>> = nobody) =>
  files.sweep({ now: new Date(today + hours * HOUR), before: new Date(today + (hours - 24) * HOUR), referred })

test('a file that no row names is laid aside after a day and gone after another; one that is named stays', async () => {
  const [lost, kept] = [await saved('lost'), await saved('kept')]
  const named = async () => new Set([kept])

  await sweepAfter(25, named)
  const afterOne = await filesLeft()
  await sweepAfter(51, named)

  assert.deepEqual(afterOne.sort(), [`aside/${lost}`, kept].sort())
  assert.deepEqual(await filesLeft(), [kept])
  assert.deepEqual([await files.exists(lost), await files.exists(kept)], [false, true])
  await files.remove(kept)
})

test('an upload of a moment ago stays, though its row is still to be written', async () => {
  const hash = await saved('young')

  await sweepAfter(23)

  assert.deepEqual(await filesLeft(), [hash])
  await files.remove(hash)
})

test('a file that was laid aside is given to whoever asks for it, and stays once a row names it', async () => {
  const [asked, named] = [await saved('asked for'), await saved('named again')]
  await sweepAfter(25)
  assert.equal((await filesLeft()).filter((place) => place.startsWith('aside/')).length, 2)

  const open = await files.open(asked)
  open?.stream.destroy()
  await sweepAfter(26, async () => new Set([named]))

  assert.equal(open?.bytes, 'asked for'.length)
  assert.equal(await files.exists(named), true)
  await files.remove(asked)
  await files.remove(named)
})

test('a file that is uploaded again while it lies aside is there, whatever becomes of the old one', async () => {
  const hash = await saved('twice')
  await sweepAfter(25)
  await saved('twice')

  await sweepAfter(51, async () => new Set([hash]))

  assert.equal(await files.exists(hash), true)
  await files.remove(hash)
})

async function saved(content: string): Promise<string> {
  return (await files.save(Readable.from([Buffer.from(content)]), { limitBytes: 1_000 })).hash
}

async function filesLeft(): Promise<string[]> {
  const places = await readdir(folder, { recursive: true })
  return places.map((place) => place.replace(/^[0-9a-f]{2}\//, '')).filter((place) => /[0-9a-f]{64}$/.test(place))
}
