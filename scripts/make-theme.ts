/**
 * Makes each institution's colours from the few hex values below: `node --import tsx scripts/make-theme.ts`.
 * The results are committed, so that a plain install needs no theme builder.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PURPLE = '#6B4A93'

/** An institution's look: its main colour, two that support it, and the grey of texts and lines. */
const THEMES = {
  nomkus: look('#14594A', '#E0992B', '#2B302D'),
  laeringshus: look('#1D4E89', '#C8553D', '#2B2E33'),
}

const STYLES = 'src/web/styles/themes'
const workshop = mkdtempSync(join(tmpdir(), 'lofte-theme-'))
const config = join(workshop, 'designsystemet.config.json')

writeFileSync(config, JSON.stringify({ outDir: join(workshop, 'tokens'), themes: THEMES }))
designsystemet('tokens', 'create', '--config', config)
designsystemet('tokens', 'build', '--config', config, '-t', join(workshop, 'tokens'), '-o', join(workshop, 'css'))
for (const name of Object.keys(THEMES)) cpSync(join(workshop, 'css', `${name}.css`), `${STYLES}/${name}.css`)
rmSync(workshop, { recursive: true })

function look(accent: string, brand1: string, neutral: string) {
  return {
    colors: { main: { accent }, support: { brand1, brand2: PURPLE }, neutral },
    borderRadius: 8,
    typography: { fontFamily: 'Inter' },
  }
}

function designsystemet(...words: string[]): void {
  execFileSync('node_modules/.bin/designsystemet', words, { stdio: 'inherit' })
}
