import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * One erasure: whose id must be gone, since when, and the code of its receipt. An id that stands for
 * nobody any more is all that is kept, so that a restored backup can be told what to forget again.
 */
export type LedgerLine = { institution: string; person: string; erased: string; receipt: string }

const FILE = 'erasures.jsonl'

/**
 * Writes a line and waits until the disk has it. It is written before the erasure commits: a crash in
 * between leaves a line about somebody who is still there, and they are erased at the next start. The
 * other way round, a restored backup would bring back somebody whom nobody knows to be erased.
 */
export async function appendToLedger(folder: string, line: LedgerLine): Promise<void> {
  await mkdir(folder, { recursive: true })
  const file = await open(join(folder, FILE), 'a', 0o600)
  try {
    // The newline comes first: after a torn line the next one still begins on its own.
    await file.appendFile(`\n${JSON.stringify(line)}`)
    await file.sync()
  } finally {
    await file.close()
  }
  await syncFolder(folder)
}

/** Every line, oldest first. A torn one was never promised to anybody: its erasure did not commit. */
export async function linesOfLedger(folder: string): Promise<LedgerLine[]> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(nothingIfMissing)
  return text.split('\n').flatMap((line) => (line === '' ? [] : readLine(line)))
}

function readLine(line: string): LedgerLine[] {
  try {
    return [JSON.parse(line) as LedgerLine]
  } catch {
    return []
  }
}

/** A new file is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // a folder cannot be opened there
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

function nothingIfMissing(error: NodeJS.ErrnoException): string {
  if (error.code !== 'ENOENT') throw error
  return ''
}
