import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { ICON_SPRITE } from './assets/icons.ts'
import { buildAssets } from './assets.ts'

test('what a visitor loads once may be kept, since its address changes with its content', async () => {
  const outFolder = mkdtempSync(join(tmpdir(), 'lofte-assets-'))

  const assets = await buildAssets({ outFolder })

  const addresses = [
    assets.css,
    assets.script,
    assets.icons,
    assets.font,
    assets.theme('nomkus'),
    assets.favicon('laeringshus'),
  ]
  const files = readdirSync(outFolder)
  for (const address of addresses) {
    assert.match(address, /^\/assets\/.+-[0-9A-Za-z]{8}\./)
    assert.ok(files.includes(basename(address)), `${address} is there`)
  }
})

test('a visitor sees every small icon, since none hides in an address that our policy refuses', async () => {
  const outFolder = mkdtempSync(join(tmpdir(), 'lofte-assets-'))

  const assets = await buildAssets({ outFolder })

  const css = readFileSync(join(outFolder, basename(assets.css)), 'utf8')
  assert.doesNotMatch(css, /url\(["']?(data:|https?:|\/\/)/)
  const needed = [...css.matchAll(/url\(["']?\/assets\/([^"')]+)/g)].map(([, file]) => file ?? '')
  const there = readdirSync(outFolder)
  assert.deepEqual(
    needed.filter((file) => !there.includes(file)),
    [],
  )
})

test('a newcomer who adds an icon by hand is told to make the sprite', () => {
  const sprite = readFileSync(join(import.meta.dirname, 'assets/icons.svg'))

  const hash = createHash('sha256').update(sprite).digest('hex').slice(0, 8)

  assert.equal(ICON_SPRITE, `/assets/icons-${hash}.svg`)
})
