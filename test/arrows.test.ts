import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'
import { rooms } from '../src/house.ts'

const LONGEST_FILE = 300 // lines
const LONGEST_FUNCTION = 50
const LONGEST_PAGE = 80
const FLOORS = ['platform', 'privacy', 'web', 'rooms'] // from the ground up
const ORDER = rooms.map(({ name }) => name)

const files = globSync('src/**/*.{ts,tsx}')
const code = files.filter((file) => !/\.test\.tsx?$/.test(file))

test('arrows point downwards, and into a room only through its service', () => {
  assert.deepEqual(code.flatMap((file) => importsOf(file).flatMap((to) => wrongArrow(file, to) ?? [])), [])
})

test('nobody but the database, the doors of the roof and the tests asks pg itself', () => {
  const askers = code.filter((file) => /from 'pg'/.test(read(file)))
  assert.deepEqual(askers.sort(), ['src/logins.ts', 'src/platform/database.ts', 'src/platform/flight.ts', 'src/platform/queue.ts', 'src/privacy/install.ts', 'src/start.ts'])
})

test('nothing below the roof asks the clock or the environment', () => {
  const asking = code.filter((file) => /\bnew Date\(\)|Date\.now\(\)|process\.env/.test(read(file).replace(/^\s*(\/\/|\*).*$/gm, '')))
  const allowed = ['src/main.ts', 'src/platform/config.ts', 'src/platform/time.ts']
  const inTheBrowser = (file: string) => /enhance/.test(file)
  assert.deepEqual(asking.filter((file) => !allowed.includes(file) && !inTheBrowser(file) && !file.startsWith('src/platform/postgres/')), [])
})

test('no file has more than two headings’ worth of lines', () => {
  const long = [...files, ...globSync('test/**/*.ts')].filter((file) => linesOf(file) > LONGEST_FILE && !/\/(words|icons|common-passwords)\.tsx?$/.test(file))
  assert.deepEqual(long.map((file) => `${file}: ${linesOf(file)} lines`), [])
})

test('no function is longer than a page', () => {
  assert.deepEqual(code.flatMap(longFunctions), [])
})

test('no name of a file says nothing', () => {
  assert.deepEqual(files.filter((file) => /\/(utils?|helpers?|common|misc|index)\.tsx?$/.test(file)), [])
})

function read(file: string): string {
  return readFileSync(file, 'utf8')
}

function linesOf(file: string): number {
  return read(file).trimEnd().split('\n').length
}

function importsOf(file: string): string[] {
  return [...read(file).matchAll(/^(?:import|export)\s[^'"]*?from '(\.[^']+)'/gms)]
    .filter(([whole]) => !/tables\.ts'$/.test(whole) || !whole.startsWith('import type'))
    .map(([, path]) => normalize(join(dirname(file), path as string)))
}

function wrongArrow(file: string, to: string): string | undefined {
  const [from, target] = [floorOf(file), floorOf(to)]
  if (from === -1) return undefined // the roof knows everybody
  if (target === -1 || target > from) return `${file} looks up at ${to}`
  if (from !== FLOORS.indexOf('rooms') || target !== from) return undefined

  const [own, other] = [roomOf(file), roomOf(to)]
  if (own === other) return undefined
  if (ORDER.indexOf(other) > ORDER.indexOf(own)) return `${file} uses the higher room ${other}`
  return /\/(service|rules|[a-z-]+-service)\.ts$/.test(to) || isOpen(to) ? undefined : `${file} enters ${other} by the window: ${to}`
}

// What a room offers besides its service: pure functions and types that others build on.
function isOpen(to: string): boolean {
  return /rooms\/(questions\/(?!pages|routes|data)|policy\/(text|until)|accounts\/letter)/.test(to)
}

function floorOf(file: string): number {
  return FLOORS.indexOf(file.split('/')[1] ?? '')
}

function roomOf(file: string): string {
  return file.split('/')[2] ?? ''
}

/** Functions by their indentation: from a line that opens one at some depth to the brace that closes it there. */
function longFunctions(file: string): string[] {
  const most = file.endsWith('.tsx') ? LONGEST_PAGE : LONGEST_FUNCTION
  const lines = read(file).split('\n')
  return lines.flatMap((line, start) => {
    const opens = /^(\s*)(?:export )?(?:async )?function\s*\*?\s*(\w+)/.exec(line)
    if (!opens) return []
    const length = lines.slice(start).findIndex((later) => later.startsWith(`${opens[1]}}`))
    return length > most ? [`${file}: ${opens[2]} has ${length} lines`] : []
  })
}
