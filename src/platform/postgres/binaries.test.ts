import assert from 'node:assert/strict'
import { chmod, cp, mkdir, mkdtemp, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { findPackage, NoPostgresHere, type Package, programsFor } from './binaries.ts'
import { lentAccount } from './system-account.ts'

const account = lentAccount()
const asRoot = { skip: process.getuid?.() !== 0 && 'only root may lend an account' }

let root: string
let npm: Package

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'lofte-programs-'))
  await chmod(root, 0o755)
  npm = await findPackage()
})

after(() => rm(root, { recursive: true }))

test('where npm has laid the programs down for all to run, they are run there', async () => {
  assert.equal(await programsFor(npm, root, account), join(npm.folder, 'bin'))
})

test('an operator whose npm runs no install scripts gets the missing links at start', async () => {
  const checkout = await aCheckout('without-links')
  await rm(join(checkout.folder, 'lib/libicuuc.so.60'))

  const programs = await programsFor(checkout, root, account)

  assert.equal(programs, join(checkout.folder, 'bin'))
  assert.equal(await readlink(join(checkout.folder, 'lib/libicuuc.so.60')), 'libicuuc.so.60.2')
})

test('programs in a closed checkout are copied once to where they can be run', asRoot, async () => {
  const checkout = await aCheckout('closed')
  await chmod(dirname(checkout.folder), 0o700)
  const place = await aFolder('place-of-closed')

  const programs = await programsFor(checkout, place, account)
  const first = await stat(programs)
  const again = await programsFor(checkout, place, account)

  assert.equal(programs, join(place, `postgres-programs-${npm.version}`, 'bin'))
  assert.equal(again, programs)
  assert.equal((await stat(again)).ino, first.ino)
})

test('programs that a strict umask closed to others are copied and opened', asRoot, async () => {
  const checkout = await aCheckout('strict')
  await chmod(join(checkout.folder, 'bin/postgres'), 0o700)
  await chmod(join(checkout.folder, 'lib/libssl.so.1.1'), 0o600)
  const place = await aFolder('place-of-strict')

  assert.match(await programsFor(checkout, place, account), /place-of-strict/)
})

test('an operator on Alpine, where the programs do not run, reads what to do', async () => {
  const folder = await aFolder('alpine/native/bin')
  await writeFile(join(folder, 'postgres'), '#!/lib/ld-missing\n', { mode: 0o755 })
  const place = await aFolder('place-of-alpine')

  const attempt = programsFor({ folder: dirname(folder), version: '18' }, place, account)

  await assert.rejects(attempt, (error: Error) => {
    assert.ok(error instanceof NoPostgresHere)
    assert.match(error.message, /does not run here.*DATABASE_URL=postgres:\/\//)
    return true
  })
})

test('an operator on a platform without programs, or without their package, reads what to do', async () => {
  const missing = process.platform === 'darwin' ? 'linux-arm64' : 'darwin-arm64'

  await assert.rejects(findPackage('win32-x64'), /there is none for win32-x64.*DATABASE_URL=/)
  await assert.rejects(findPackage(missing), /is not installed \(npm ci brings it\).*DATABASE_URL=/)
})

async function aFolder(name: string): Promise<string> {
  const folder = join(root, name)
  await mkdir(folder, { recursive: true })
  return folder
}

/** The real package, as npm lays it down. */
async function aCheckout(name: string): Promise<Package> {
  const folder = join(root, name, 'native')
  await cp(npm.folder, folder, { recursive: true, verbatimSymlinks: true })
  return { folder, version: npm.version }
}
