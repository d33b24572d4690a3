import { Worker } from 'node:worker_threads'
import { packageFile } from '../../../platform/package-file.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { ImportReport } from '../exchange/report.ts'

export const formats = ['gift', 'moodle'] as const
export type Format = (typeof formats)[number]

const LONGEST_READING = 20_000 // milliseconds: ten times what the largest honest file takes
const MOST_MEMORY = 256 // MiB

/**
 * Reads a file of questions in a thread of its own: two thousand take a second or more, for which
 * nobody else should wait, and a hostile file costs its own thread and no more.
 * @throws Refusal `readingTooLong` (422) when it takes too much time or memory.
 */
export function readApart(format: Format, file: Uint8Array): Promise<ImportReport> {
  const thread = new Worker(packageFile('src/rooms/questions/transfer/reading-thread.ts'), {
    workerData: { format, file },
    // Node 24 runs our types as they are; and a reader needs no password of ours.
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  })
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Refusal('readingTooLong', 422, { field: 'file' }))
    const timer = setTimeout(() => {
      giveUp()
      void thread.terminate()
    }, LONGEST_READING)
    thread.once('message', (report: ImportReport) => resolve(report))
    thread.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? giveUp() : reject(error),
    )
    thread.once('exit', () => clearTimeout(timer))
  })
}

/** XML begins with a bracket, whatever its encoding; questions in GIFT hardly ever do. */
export function guessFormat(file: Uint8Array): Format {
  const beginning = new TextDecoder('latin1').decode(file.subarray(0, 400))
  const first = /[^\0\s\u00bf\u00bb\u00ef\u00fe\u00ff]/u.exec(beginning)?.[0]
  return first === '<' ? 'moodle' : 'gift'
}
