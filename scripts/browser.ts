import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']
const ELSEWHERE = ['/usr/bin', '/snap/bin', '/opt/google/chrome', '/Applications/Google Chrome.app/Contents/MacOS', '/Applications/Chromium.app/Contents/MacOS']
const INSIDE_PLAYWRIGHT = 'chromium*-*/chrome*/{chrome,chrome-headless-shell,headless_shell,Chromium.app/Contents/MacOS/Chromium}'

// Chromium for linux-x64 in one package without install scripts; no dependency of ours, since only tests want it.
const PACKED = '@sparticuz/chromium@153.0.0'
const PACKED_SHA512 = 'jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA=='
const KEPT = 'node_modules/.cache/lofte-browser'
const PATIENCE = 300_000 // milliseconds for a download

export type Sought = { path: string } | { missing: string }

/** The browser that is here already: `CHROMIUM`'s, the machine's, Playwright's, or one we fetched before. */
export function findBrowser(): string | undefined {
  const { CHROMIUM, PATH = '', PLAYWRIGHT_BROWSERS_PATH, XDG_CACHE_HOME = join(homedir(), '.cache') } = process.env
  const folders = [...PATH.split(delimiter).filter(Boolean), ...ELSEWHERE]
  const named = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  const cached = [PLAYWRIGHT_BROWSERS_PATH, join(XDG_CACHE_HOME, 'ms-playwright'), join(homedir(), 'Library/Caches/ms-playwright')]
  const playwrights = cached.flatMap((folder) => (folder ? globSync(join(folder, INSIDE_PLAYWRIGHT)) : []))
  const places = [...(CHROMIUM ? [CHROMIUM] : []), ...named, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', ...playwrights, join(KEPT, 'chromium.sh')]
  return places.find((place) => existsSync(place) && runs(place))
}

/** The browser that is here, or one fetched from npm or Debian; else why there is none, in one line. */
export function getBrowser(): Sought {
  const here = findBrowser()
  if (here) return { path: here }
  console.log('No browser on this machine: fetching one for the tests.')
  const packed = fromNpm()
  if ('path' in packed) return packed
  const refused = installFromDebian('chromium')
  const path = refused === undefined ? findBrowser() : undefined
  return path ? { path } : { missing: `no browser (npm: ${packed.missing}; Debian: ${refused ?? 'chromium does not run'}); CHROMIUM=/path/to/one names yours` }
}

/** Installs one of Debian's packages, or says why not. */
export function installFromDebian(name: string): string | undefined {
  if (spawnSync('apt-get', ['--version']).status !== 0) return 'no apt-get here'
  if (process.getuid?.() !== 0) return `only root may run apt-get install ${name}`
  const run = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'ignore', timeout: PATIENCE, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  const install = () => run('install', '-y', '--no-install-recommends', name)
  // Container images come without lists, or with old ones.
  return install() || (run('update') && install()) ? undefined : `apt-get install ${name} failed`
}

function fromNpm(): Sought {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { missing: `nothing packed for ${process.platform}-${process.arch}` }
  const folder = placeToKeep()
  const npm = process.env['npm_execpath']
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const cache = join(folder, 'npm') // a user without a home has no other
  spawnSync(command, [...first, 'pack', PACKED, '--ignore-scripts', '--silent', '--fetch-retries=1', '--cache', cache, '--pack-destination', folder], { timeout: PATIENCE })
  rmSync(cache, { recursive: true, force: true })
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (!file) return { missing: 'the registry did not answer' }
  const packed = join(folder, file)
  const isTheOne = createHash('sha512').update(readFileSync(packed)).digest('base64') === PACKED_SHA512
  if (isTheOne) spawnSync('tar', ['-xzf', packed, '--no-same-owner', '-C', folder, 'package/bin'])
  rmSync(packed)
  if (!isTheOne) return { missing: 'the package is not the one we know' }
  const path = unpack(folder)
  return runs(path) ? { path } : { missing: 'the packed one does not run here' }
}

/** Makes of the package a program that brings the few libraries and the font that a bare machine lacks. */
function unpack(folder: string): string {
  const content = (name: string) => brotliDecompressSync(readFileSync(join(folder, 'package/bin', name)))
  writeFileSync(join(folder, 'chromium'), content('chromium.br'), { mode: 0o755 })
  for (const name of ['al2023.tar.br', 'fonts.tar.br']) spawnSync('tar', ['-xf', '-', '--no-same-owner', '-C', folder], { input: content(name) })
  writeFileSync(join(folder, 'fonts/fonts.conf'), '<?xml version="1.0"?><fontconfig><dir prefix="relative">.</dir></fontconfig>')
  rmSync(join(folder, 'package'), { recursive: true })
  const path = join(folder, 'chromium.sh')
  writeFileSync(path, WRAPPER, { mode: 0o755 })
  return path
}

const WRAPPER = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts/fonts.conf"
if ldd "$here/chromium" 2>/dev/null | grep -q 'not found'; then export LD_LIBRARY_PATH="$here/lib"; fi
exec "$here/chromium" "$@"
`

/** Beside our packages, or for this run alone where those are not ours to write to. */
function placeToKeep(): string {
  try {
    mkdirSync(KEPT, { recursive: true })
    accessSync(KEPT, constants.W_OK)
    return join(process.cwd(), KEPT)
  } catch {
    const folder = mkdtempSync(join(tmpdir(), 'lofte-browser-'))
    chmodSync(folder, 0o700)
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
    return folder
  }
}

function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}
