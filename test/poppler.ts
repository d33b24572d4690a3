import { execFileSync, spawnSync } from 'node:child_process'

/** Second argument of tests that look into a PDF: they are skipped where Debian's `poppler-utils` is not. */
export const WITH_POPPLER = {
  skip: spawnSync('pdfinfo', ['-v']).error === undefined ? false : 'poppler-utils is not installed here',
}

/** What one of poppler's tools says about a PDF; `-` among its arguments is the PDF, then the answer. */
export function poppler(tool: 'pdfinfo' | 'pdffonts' | 'pdftotext', pdf: Uint8Array, ...args: string[]): string {
  return execFileSync(tool, args, { input: pdf, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
}
