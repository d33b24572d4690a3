/**
 * The kit on a few model pages: `node --import tsx scripts/gallery.ts`, then open http://localhost:3131/home
 * (also /course /exam /exam-unsaved /register /my-data /parts, with `?scheme=dark` and `?theme=laeringshus`).
 * Strict as the house itself: the same content security policy, no script of its own.
 */
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir, userInfo } from 'node:os'
import { extname, join } from 'node:path'
import { buildAssets } from '../src/web/assets.ts'
import type { Scheme } from '../src/web/frame.tsx'
import type { Theme } from '../src/web/kit/art.tsx'
import { Exam } from './gallery/exam.tsx'
import type { Setting } from './gallery/frame.tsx'
import { Course, Home } from './gallery/learning.tsx'
import { Parts } from './gallery/parts.tsx'
import { MyData, Register } from './gallery/people.tsx'

export const MODELS = {
  home: Home,
  course: Course,
  exam: (setting: Setting) => Exam({ ...setting, saving: 'saved' }),
  'exam-unsaved': (setting: Setting) => Exam({ ...setting, saving: 'unsaved' }),
  register: Register,
  'my-data': MyData,
  parts: Parts,
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export async function openGallery(port: number): Promise<Server> {
  const outFolder = join(tmpdir(), `lofte-gallery-${userInfo().uid}`)
  const assets = await buildAssets({ outFolder })
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gallery')
    response.setHeader('content-security-policy', "default-src 'self'")
    if (pathname.startsWith('/assets/')) {
      response.setHeader('content-type', TYPES[extname(pathname)] ?? '')
      response.end(await readFile(join(outFolder, pathname.slice('/assets'.length))).catch(() => ''))
    } else {
      const model = MODELS[pathname.slice(1) as keyof typeof MODELS] ?? Home
      const scheme = (searchParams.get('scheme') ?? 'auto') as Scheme
      const theme = (searchParams.get('theme') ?? 'nomkus') as Theme
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(model({ assets, scheme, theme }).markup)
    }
  })
  return new Promise((opened) => server.listen(port, '127.0.0.1', () => opened(server)))
}

if (import.meta.main) await openGallery(3131)
