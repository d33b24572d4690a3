import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../scripts/browser.ts'

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const AXE = join(import.meta.dirname, '../node_modules/axe-core/axe.min.js')

/** A real browser: the one that `npm test` has found or fetched, or undefined where there is none. */
export async function openBrowser(): Promise<Browser | undefined> {
  const path = process.env['CHROMIUM'] ?? findBrowser()
  if (!path) return undefined
  // A run that has to be stopped is stopped: Playwright would answer the signal by closing the browser only.
  return chromium.launch({ executablePath: path, handleSIGTERM: false, args: ['--no-sandbox', '--disable-gpu', ...QUIET] })
}

type Finding = { id: string; nodes: { html: string; any: { message: string }[] }[] }
type Axe = { run: (options: object) => Promise<{ violations: Finding[] }> }

/** What may be right in the light and wrong in the dark. */
export const COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds wrong on the page, a line each; WCAG 2.2 A and AA and best practice, or some rules alone.
 * The page must be opened with `bypassCSP`, since ours lets no foreign script in.
 */
export async function findingsOf(page: Page, rules: readonly string[] | 'every' = 'every'): Promise<string[]> {
  await page.evaluate(readFileSync(AXE, 'utf8'))
  const options = { resultTypes: ['violations'], ...(rules === 'every' ? { rules: { 'target-size': { enabled: true } } } : { runOnly: rules }) }
  const { violations } = await page.evaluate((asked) => (globalThis as unknown as { axe: Axe }).axe.run(asked), options)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 150)} ${node.any[0]?.message ?? ''}`),
  )
}

/** How many pixels of the page are out of sight to the side. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))
}
