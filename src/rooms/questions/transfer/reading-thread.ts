/** The thread that `readApart` starts: reads one file, tells what it found, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { readGift } from '../exchange/gift.ts'
import { readMoodleXml } from '../exchange/moodle-xml.ts'
import type { Format } from './reading.ts'

const { format, file } = workerData as { format: Format; file: Uint8Array }
parentPort?.postMessage(format === 'gift' ? readGift(file) : readMoodleXml(file))
