import { createHash } from 'node:crypto'
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'
import { ICON_SPRITE } from './assets/icons.ts'
import { MARKS, themes, type Theme } from './kit/art.tsx'

/** Where each asset is served. Every name changes with its content, so all may be kept forever. */
export type AssetMap = {
  css: string
  script: string
  icons: string
  font: string
  theme: (name: Theme) => string
  favicon: (name: Theme) => string
}

const HERE = import.meta.dirname
const ROOT = join(HERE, '../..')
const SERVED_AT = '/assets/'

/**
 * Bundles styles, scripts, font and icons into `outFolder`, which is served at `/assets/`.
 * Rooms join in by having a `style.css` or an `enhance.ts`.
 */
export async function buildAssets({ outFolder }: { outFolder: string }): Promise<AssetMap> {
  mkdirSync(outFolder, { recursive: true })
  const entries = [
    { out: 'app', in: 'lofte:styles' },
    { out: 'app', in: 'lofte:scripts' },
    ...themes.map((theme) => ({ out: `theme-${theme}`, in: join(HERE, `styles/themes/${theme}.css`) })),
  ]
  const { metafile } = await build({
    entryPoints: entries,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    outdir: outFolder,
    publicPath: SERVED_AT,
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox121', 'safari16.4'],
    loader: { '.woff2': 'file' },
    external: [`${SERVED_AT}*`],
    logLevel: 'warning',
    plugins: [rooms, drawingsAsFiles(outFolder)],
  })
  cpSync(join(HERE, 'assets/icons.svg'), join(outFolder, basename(ICON_SPRITE)))
  return addressesOf(metafile, outFolder)
}

/** One list of styles and one of scripts: ours, then every room's. */
const rooms: Plugin = {
  name: 'rooms',
  setup(bundler) {
    bundler.onResolve({ filter: /^lofte:/ }, ({ path }) => ({ path, namespace: 'lofte' }))
    bundler.onLoad({ filter: /styles$/, namespace: 'lofte' }, () => ({
      contents: [
        `@import "${join(HERE, 'styles/app.css')}";`,
        ...ofRooms('style.css').map((file) => `@import "${file}" layer(room);`),
      ].join('\n'),
      loader: 'css',
      resolveDir: ROOT,
    }))
    bundler.onLoad({ filter: /scripts$/, namespace: 'lofte' }, () => ({
      contents: [join(HERE, 'enhance.ts'), ...ofRooms('enhance.ts')].map((file) => `import "${file}";`).join('\n'),
      loader: 'ts',
      resolveDir: ROOT,
    }))
  },
}

function ofRooms(file: string): string[] {
  return globSync(`src/rooms/*/${file}`, { cwd: ROOT })
    .sort()
    .map((found) => join(ROOT, found))
}

const DRAWING = /url\((["'])data:image\/svg\+xml;charset=utf-8,(.*?)\1\)/gs

/** The design system's small icons are `data:` addresses, which `default-src 'self'` refuses without a word. */
function drawingsAsFiles(outFolder: string): Plugin {
  return {
    name: 'drawings as files',
    setup(bundler) {
      bundler.onLoad({ filter: /designsystemet-css.*\.css$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(DRAWING, (_, _quote, drawing: string) => {
          return `url("${write(outFolder, 'drawing', decodeURIComponent(drawing))}")`
        }),
        loader: 'css',
      }))
    },
  }
}

function addressesOf({ outputs }: Metafile, outFolder: string): AssetMap {
  const made = Object.keys(outputs).map((file) => basename(file))
  const address = (pattern: RegExp) => {
    const file = made.find((name) => pattern.test(name))
    if (!file) throw new Error(`the asset build made no ${pattern}`)
    return SERVED_AT + file
  }
  const themeAddresses = byTheme((theme) => address(new RegExp(`^theme-${theme}-.*\\.css$`)))
  const favicons = byTheme((theme) => write(outFolder, `favicon-${theme}`, favicon(theme)))
  return {
    css: address(/^app-.*\.css$/),
    script: address(/^app-.*\.js$/),
    icons: ICON_SPRITE,
    font: address(/^inter-latin-wght-normal-.*\.woff2$/),
    theme: (name) => themeAddresses[name],
    favicon: (name) => favicons[name],
  }
}

function byTheme(give: (theme: Theme) => string): Record<Theme, string> {
  return Object.fromEntries(themes.map((theme) => [theme, give(theme)])) as Record<Theme, string>
}

/** The institution's mark in its main colour, read from the theme so that it stands in one place only. */
function favicon(theme: Theme): string {
  const css = readFileSync(join(HERE, `styles/themes/${theme}.css`), 'utf8')
  const colour = /--ds-color-accent-base-default: (#[0-9a-f]{6})/i.exec(css)?.[1]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${colour}"/><path d="${MARKS[theme]}" fill="#fff"/></svg>`
}

/** Writes a drawing under a name that changes with its content, and gives its address. */
function write(outFolder: string, name: string, svg: string): string {
  const file = `${name}-${createHash('sha256').update(svg).digest('hex').slice(0, 8)}.svg`
  writeFileSync(join(outFolder, file), svg)
  return SERVED_AT + file
}
