import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { openGallery, MODELS } from './gallery.ts'
const only = process.argv[2]?.split(',')
const server = await openGallery(3977)
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] })
for (const name of Object.keys(MODELS)) {
  if (only && !only.includes(name)) continue
  for (const [w, scheme] of [[1280,'light'],[390,'light'],[390,'dark'],[1280,'dark'],[320,'light'],[768,'light']] as const) {
    const ctx = await browser.newContext({ viewport: { width: w, height: 900 }, bypassCSP: true, reducedMotion: 'reduce' })
    const page = await ctx.newPage()
    page.on('console', m => { if (m.type()==='error') console.log(name, w, 'console', m.text()) })
    await page.goto(`http://127.0.0.1:3977/${name}?scheme=${scheme}`)
    await page.evaluate(axe)
    const r = await page.evaluate(async () => await (window as any).axe.run({ runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] }))
    for (const v of r.violations) console.log(name, w, scheme, v.id, v.nodes.map((n: any) => n.target.join(' ') + ' :: ' + n.html.slice(0,120) + ' :: ' + (n.any[0]?.message ?? '').slice(0,160)).slice(0,3))
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (over > 0) console.log(name, w, 'OVERFLOW', over, await page.evaluate(() => [...document.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + '.' + e.getAttribute('class')).slice(0, 8)))
    await page.screenshot({ path: `/tmp/shots/${name}-${w}-${scheme}.png`, fullPage: true })
    await ctx.close()
  }
}
const fc = await browser.newContext({ viewport: { width: 1280, height: 900 }, forcedColors: 'active' })
for (const name of ['exam','register','parts']) { const p = await fc.newPage(); await p.goto(`http://127.0.0.1:3977/${name}`); await p.screenshot({ path: `/tmp/shots/${name}-forced.png`, fullPage: true }) }
const bl = await browser.newContext({ viewport: { width: 1280, height: 900 } })
for (const name of ['home']) { const p = await bl.newPage(); await p.goto(`http://127.0.0.1:3977/${name}?theme=laeringshus&scheme=light`); await p.locator('.menu-open').first().click(); await p.screenshot({ path: `/tmp/shots/${name}-blue.png`, fullPage: true }) }
await browser.close(); server.close()
