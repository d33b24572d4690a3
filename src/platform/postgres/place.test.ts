import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { findPlace, makeDataFolder } from './place.ts'
import type { SystemAccount } from './system-account.ts'

const NOBODY: SystemAccount = { uid: 65_534, gid: 65_534 }
const asRoot = { skip: process.getuid?.() !== 0 && 'only root may lend an account' }

let root: string
let made: string[]
const quietly = { log: () => undefined, durable: true }

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'lofte-place-')))
  await chmod(root, 0o755)
  made = [root]
})

afterEach(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true })
})

test('an operator who is not root keeps the database in a data folder closed to others', async () => {
  const folder = await makeDataFolder(join(root, 'data'), undefined)

  assert.equal(await findPlace(folder, undefined, quietly), folder)
  assert.equal((await stat(folder)).mode & 0o777, 0o700)
})

test("root's data folder lets the server's account through, but shows it nothing", asRoot, async () => {
  const folder = await makeDataFolder(join(root, 'data'), NOBODY)

  const { mode, gid } = await stat(folder)
  assert.equal(await findPlace(folder, NOBODY, quietly), folder)
  assert.equal(mode & 0o777, 0o710)
  assert.equal(gid, NOBODY.gid)
})

test('a checkout under a closed home has its database elsewhere, and finds it again', asRoot, async () => {
  await chmod(root, 0o700)
  const lines: string[] = []
  const talking = { log: (line: string) => lines.push(line), durable: true }
  const folder = await makeDataFolder(join(root, 'data'), NOBODY)

  const place = await findPlace(folder, NOBODY, talking)
  made.push(place)
  const again = await findPlace(folder, NOBODY, talking)

  assert.match(place, /^\/var\/lib\/lofte-[0-9a-f]{12}$/)
  assert.equal(again, place)
  assert.equal(lines.length, 1)
  assert.ok(lines[0]?.includes(place))
})

test('a full database that can no longer be reached is not replaced by an empty one', asRoot, async () => {
  const folder = await makeDataFolder(join(root, 'data'), NOBODY)
  await mkdir(join(folder, 'postgres'))
  await chmod(root, 0o700)

  await assert.rejects(findPlace(folder, NOBODY, quietly), /can no longer be reached/)
})

test('an operator whose database is not where the note says is told so', async () => {
  const folder = await makeDataFolder(join(root, 'data'), undefined)
  await writeFile(join(folder, 'postgres-place.txt'), '/var/lib/lofte-gone\n')

  await assert.rejects(findPlace(folder, undefined, quietly), /postgres-place\.txt says.*lofte-gone/)
})
